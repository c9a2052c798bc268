"""Tab-separated lines with a header, for cut, awk and grep: one event a line, nothing ever cut."""

from collections.abc import Iterable, Iterator

from timeline.visible import visible
from timeline.writers import Fields, Published
from timeline.writers.cells import COLUMNS, row
from timeline.writers.decoding import decoded

FIELDS = COLUMNS


def write(events: Iterable[Published], fields: Fields) -> Iterator[str]:
    """A tab or a line end inside a value is shown (`^I`, `^J`), so that a line stays an event."""
    columns = fields or FIELDS
    yield "\t".join(columns) + "\n"
    for document in decoded(events):
        yield "\t".join(map(visible, row(document, columns))) + "\n"
