"""The formats that can be written: one file each, and one line in one of these two tables.

A text format is a function from published events to pieces of text; a drawing is one from documents
to lines of rich text, for people. Each module is imported when its format is asked for: a pipe never
imports rich.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from timeline.documents.schema import Document


class Published(Protocol):
    """An event as the store gives it: its document as one line of JSON."""

    @property
    def json(self) -> str: ...


Fields = tuple[str, ...]
Write = Callable[[Iterable[Published], Fields], Iterator[str]]
Draw = Callable[[Iterable["Document"], "Console"], Iterator["Text"]]

TEXTS = {
    "tsv": "timeline.exporters.tsv",
    "json": "timeline.exporters.json",
    "ndjson": "timeline.exporters.ndjson",
    "csv": "timeline.exporters.tabular",
    "markdown": "timeline.exporters.markdown",
}
DRAWINGS = {
    "table": "timeline.screens.table",
    "detail": "timeline.screens.show",
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


def drawing(name: str) -> Draw:
    """The function of a drawing."""
    return cast("Draw", import_module(DRAWINGS[name]).draw)
