"""Formats for programs. To add one, write its module and add a row to the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from timeline.exporters.exporter import Exporter, Fields, Options, Published

__all__ = [
    "EXPORTERS",
    "TEXTS",
    "Exporter",
    "Fields",
    "Options",
    "Published",
    "citation",
    "fields_of",
    "json",
    "markdown",
    "tabular",
    "text_writer",
]

_ROWS = (
    Exporter("tsv", ".tsv", "timeline.exporters.tabular", "write_tsv"),
    Exporter("json", ".json", "timeline.exporters.json", "write_json"),
    Exporter("ndjson", ".ndjson", "timeline.exporters.json", "write_ndjson"),
    Exporter("csv", ".csv", "timeline.exporters.tabular", "write_csv", frozenset({"raw"})),
    Exporter("markdown", ".md", "timeline.exporters.markdown", "write_markdown"),
)
EXPORTERS = {exporter.name: exporter for exporter in _ROWS}
"""By name."""

TEXTS = tuple(EXPORTERS)
"""The names of the formats."""


def text_writer(name: str, *, raw: bool = False) -> Callable[[Iterable[Published], Fields], Iterator[str]]:
    """The function that writes a format, with its option `raw` switched on or off."""
    return partial(EXPORTERS[name].write, options=frozenset({"raw"} if raw else ()))


def fields_of(name: str) -> Fields:
    """The columns or keys of a format that can be chosen; empty where there is nothing to choose."""
    return EXPORTERS[name].fields
