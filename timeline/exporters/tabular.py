"""Comma-separated values as RFC 4180 has them, but for LF at the end of a line.

Spreadsheets run what begins like a formula: `write` puts an apostrophe before it, `raw` leaves it as it is.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from timeline.exporters import Fields, Published
from timeline.exporters.cells import COLUMNS, row
from timeline.exporters.decoding import decoded
from timeline.text.escape import visible

FIELDS = COLUMNS
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write(events: Iterable[Published], fields: Fields) -> Iterator[str]:
    """A header and a row an event, with no cell that a spreadsheet would run; what a terminal would obey is
    shown, as in tsv.
    """
    return _table(events, fields, _defused)


def raw(events: Iterable[Published], fields: Fields) -> Iterator[str]:
    """The same with cells that may be formulas, for programs that read csv as text."""
    return _table(events, fields, visible)


def _table(events: Iterable[Published], fields: Fields, cell: Callable[[str], str]) -> Iterator[str]:
    columns = fields or FIELDS
    yield _line(columns)
    for document in decoded(events):
        yield _line(map(cell, row(document, columns)))


def _defused(value: str) -> str:
    shown = visible(value)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
