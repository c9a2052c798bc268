"""Events as rows of a table: tsv for cut, awk and grep, csv for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from timeline.exporters.json import decoded
from timeline.text.escape import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.documents.schema import Document, PlaceDocument
    from timeline.exporters.exporter import Fields, Options, Published

_SEPARATOR = "; "
"""Between the values of one cell."""

_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet run a cell (OWASP, CSV injection), also in its full-width forms."""


def _place(place: PlaceDocument) -> str:
    return f"{place['name']} ({place['country']})" if place["country"] else place["name"]


_CELLS: dict[str, Callable[[Document], str]] = {
    "id": lambda document: document["id"],
    "date": lambda document: document["date"]["edtf"],
    "title": lambda document: document["title"],
    "kind": lambda document: document["kind"],
    "status": lambda document: document["status"],
    "places": lambda document: _SEPARATOR.join(map(_place, document["places"])),
    "actors": lambda document: _SEPARATOR.join(actor["name"] for actor in document["actors"]),
    "topics": lambda document: _SEPARATOR.join(document["topics"]),
    "quotes": lambda document: str(len(document["citations"])),
}


def fields() -> Fields:
    """The columns, in their order."""
    return tuple(_CELLS)


def write_tsv(events: Iterable[Published], fields: Fields, _options: Options) -> Iterator[str]:
    """A header, then one line an event. A tab or a line end inside a value is written as `^I` or `^J`, so
    that an event is always one line with the same number of cells.
    """
    return ("\t".join(map(visible, cells)) + "\n" for cells in _table(events, fields))


def write_csv(events: Iterable[Published], fields: Fields, options: Options) -> Iterator[str]:
    """A header, then one row an event: RFC 4180, with LF as line end. Control characters are written in
    visible form. Spreadsheets run a cell that begins like a formula, so it gets an apostrophe in front; the
    option `raw` leaves it out, for programs that read every cell as text.
    """
    cell = visible if "raw" in options else _defused
    return (_csv_line(map(cell, cells)) for cells in _table(events, fields))


def _table(events: Iterable[Published], chosen: Fields) -> Iterator[list[str]]:
    columns = chosen or fields()
    yield list(columns)
    for document in decoded(events):
        yield [_CELLS[column](document) for column in columns]


def _defused(value: str) -> str:
    shown = visible(value)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
