"""One JSON array of documents, one document a line: whole for jq, and easy to look through with grep."""

from collections.abc import Iterable, Iterator

from timeline.writers import Fields, Published
from timeline.writers.keys import line


def write(events: Iterable[Published], fields: Fields) -> Iterator[str]:
    """Pieces arrive as the documents do; an empty answer is `[]`."""
    opening = "["
    for event in events:
        yield f"{opening}\n{line(event, fields)}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"
