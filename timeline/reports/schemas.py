"""The JSON Schema of each command's output: a table from commands to types."""

from typing import NamedTuple, cast

from pydantic import TypeAdapter

from timeline.documents.schema import SCHEMA_VERSION, Document
from timeline.reports.actors import ActorReport, Presence
from timeline.reports.check import CheckReport
from timeline.reports.date import DateReport
from timeline.reports.explain import RuleReport
from timeline.reports.expressions import ExpressionReport
from timeline.reports.key_docs import DIALECT, DocumentedSchema, Schema
from timeline.reports.quote import QuoteReport
from timeline.reports.search import HitReport
from timeline.reports.sources import SourceReport, SourceRow
from timeline.reports.why import WhyReport


class OutputType(NamedTuple):
    """The type of what a command prints with `--json`."""

    type: object
    about: str
    """One sentence."""
    command: str = ""
    """The command, where the output has another name."""


OUTPUTS = {
    "list": OutputType(list[Document], "Events with their evidence."),
    "show": OutputType(list[Document], "The events that were named, with their evidence."),
    "why": OutputType(WhyReport, "The fields of an event, each with its evidence."),
    "check": OutputType(CheckReport, "The problems of a dataset, and the numbers of what was checked."),
    "search": OutputType(list[HitReport], "Passages of events and of stored texts."),
    "actor": OutputType(ActorReport, "One actor: its names, groups, members and events."),
    "actors": OutputType(list[Presence], "The actors of the timeline, and how often each is named."),
    "source": OutputType(SourceReport, "One source, and how its text is used."),
    "sources": OutputType(list[SourceRow], "The sources, and how each is used."),
    "quote": OutputType(QuoteReport, "Where a quotation is found in the stored texts."),
    "date": OutputType(DateReport, "One line of output: what a text means as a date."),
    "date-text": OutputType(
        list[ExpressionReport], "The expressions of time in a text; also of source --dates.", "date --text"
    ),
    "explain": OutputType(list[RuleReport], "Rules of check, with their meaning."),
}
"""By name: that of the command, or `date-text`."""

_OPEN = "Later versions may add keys and values: ignore those that you do not know."


def output_schema(output: str) -> Schema:
    """The JSON Schema (draft 2020-12) of an output. Raises KeyError for the name of another command."""
    output_type, about, command = OUTPUTS[output]
    adapter = TypeAdapter(cast("type[object]", output_type))
    schema = adapter.json_schema(schema_generator=DocumentedSchema, mode="serialization")
    return {
        "$schema": DIALECT,
        "$id": f"urn:timeline:schema:{SCHEMA_VERSION}:{output}",
        "title": f"timeline {command or output} --json",
        **schema,
        "description": f"{about} {_OPEN}",
    }
