"""The formats for machines: one module each, and one line in a table.

A format is a function from published events to pieces of text. Its module is imported when the format is
asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Protocol, cast


class Published(Protocol):
    """An event as the store gives it: its document as one line of JSON."""

    @property
    def json(self) -> str: ...


Fields = tuple[str, ...]
Write = Callable[[Iterable[Published], Fields], Iterator[str]]

TEXTS = {
    "tsv": "timeline.exporters.tsv",
    "json": "timeline.exporters.json",
    "ndjson": "timeline.exporters.ndjson",
    "csv": "timeline.exporters.tabular",
    "markdown": "timeline.exporters.markdown",
}


def text_writer(name: str, *, raw: bool = False) -> Write:
    """The function of a text format; its raw form, which csv has."""
    return cast("Write", getattr(import_module(TEXTS[name]), "raw" if raw else "write"))


def fields_of(name: str) -> Fields:
    """The columns or keys that may be chosen of a text format; none where there is nothing to choose."""
    return cast("Fields", import_module(TEXTS[name]).FIELDS)


def lines(events: Iterable[Published], fields: Fields) -> Iterator[str]:
    """Documents as lines of JSON: as stored, or cut down to some keys; whole ones are never decoded."""
    if not fields:
        return (event.json for event in events)
    return cast("Iterator[str]", import_module("timeline.exporters.keys").cut(events, fields))
