"""Comma-separated values as RFC 4180 has them, but for LF at the end of a line."""

import csv
import io
from collections.abc import Iterable, Iterator

from timeline.writers import Fields, Published
from timeline.writers.cells import COLUMNS, row


def write(events: Iterable[Published], fields: Fields) -> Iterator[str]:
    """A header and a row an event."""
    columns = fields or COLUMNS
    yield _line(list(columns))
    for event in events:
        yield _line(row(event.document, columns))


def _line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
