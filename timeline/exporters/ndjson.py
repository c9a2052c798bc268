"""JSON Lines: one document a line, for streams."""

from collections.abc import Iterable, Iterator

from timeline.exporters import Fields, Published, lines
from timeline.exporters.json import FIELDS

__all__ = ["FIELDS", "write"]


def write(events: Iterable[Published], fields: Fields) -> Iterator[str]:
    """Each line stands by itself."""
    return (f"{line}\n" for line in lines(events, fields))
