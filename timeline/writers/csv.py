"""Comma-separated values as RFC 4180 has them, but for LF at the end of a line."""

import csv
import io
from collections.abc import Iterable, Iterator

from timeline.visible import visible
from timeline.writers import Fields, Published
from timeline.writers.cells import COLUMNS, row
from timeline.writers.decoding import decoded

FIELDS = COLUMNS


def write(events: Iterable[Published], fields: Fields) -> Iterator[str]:
    """A header and a row an event; what a terminal would obey is shown, as in tsv."""
    columns = fields or FIELDS
    yield _line(columns)
    for document in decoded(events):
        yield _line(map(visible, row(document, columns)))


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
