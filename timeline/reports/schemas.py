"""The JSON Schema of every output: one table, from the name of a command to the type of what it prints."""

from typing import cast

from pydantic import TypeAdapter

from timeline.documents import SCHEMA_VERSION, Document
from timeline.reports.actors import ActorReport, Presence
from timeline.reports.check import CheckReport
from timeline.reports.date import DateReport
from timeline.reports.explain import RuleReport
from timeline.reports.key_docs import DocumentedSchema, Schema
from timeline.reports.quote import QuoteReport
from timeline.reports.search import HitReport
from timeline.reports.sources import SourceReport, SourceRow
from timeline.reports.why import WhyReport

OUTPUTS: dict[str, tuple[object, str]] = {
    "list": (list[Document], "Events, as `timeline list --json` prints them."),
    "show": (list[Document], "One event in a list, as `timeline show ID --json` prints it."),
    "search": (list[HitReport], "Passages that match, as `timeline search WORDS --json` prints them."),
    "actors": (list[Presence], "Actors of the timeline, as `timeline actors --json` prints them."),
    "actor": (ActorReport, "One actor, as `timeline actor NAME --json` prints it."),
    "date": (DateReport, "One line of what `timeline date TEXT --json` prints."),
    "why": (WhyReport, "The evidence of an event, as `timeline why ID --json` prints it."),
    "sources": (list[SourceRow], "Sources, as `timeline sources --json` prints them."),
    "source": (SourceReport, "One source, as `timeline source ID --json` prints it."),
    "quote": (QuoteReport, "Where a quotation is found, as `timeline quote WORDS --json` prints it."),
    "check": (CheckReport, "The problems of a dataset, as `timeline check --json` prints them."),
    "explain": (list[RuleReport], "Rules, as `timeline explain --json` prints them."),
}
"""By the name of the command: the type of its JSON, and a sentence about it."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OPEN = "Later versions may add keys and values: ignore those that you do not know."


def output_schema(output: str) -> Schema:
    """The JSON Schema (draft 2020-12) of an output. Raises KeyError for the name of another command."""
    kind, description = OUTPUTS[output]
    adapter = TypeAdapter(cast("type[object]", kind))
    schema = adapter.json_schema(schema_generator=DocumentedSchema, mode="serialization")
    return {
        "$schema": DIALECT,
        "$id": f"urn:timeline:schema:{SCHEMA_VERSION}:{output}",
        "title": f"timeline {output} --json",
        **schema,
        "description": f"{description} {_OPEN}",
    }
