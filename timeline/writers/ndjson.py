"""JSON Lines: one document a line, for streams."""

from collections.abc import Iterable, Iterator

from timeline.writers import Fields, Published
from timeline.writers.keys import line


def write(events: Iterable[Published], fields: Fields) -> Iterator[str]:
    """Each line stands by itself."""
    for event in events:
        yield f"{line(event, fields)}\n"
