"""Tab-separated lines with a header, for cut, awk and grep: one event a line, nothing ever cut."""

from collections.abc import Iterable, Iterator

from timeline.exporters import Fields, Published
from timeline.exporters.cells import COLUMNS, row
from timeline.exporters.decoding import decoded
from timeline.text.escape import visible

FIELDS = COLUMNS


def write(events: Iterable[Published], fields: Fields) -> Iterator[str]:
    """A tab or a line end inside a value is shown (`^I`, `^J`), so that a line stays an event."""
    columns = fields or FIELDS
    yield "\t".join(columns) + "\n"
    for document in decoded(events):
        yield "\t".join(map(visible, row(document, columns))) + "\n"
