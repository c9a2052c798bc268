"""One JSON array of documents, one document a line: whole for jq, and easy to look through with grep."""

from collections.abc import Iterable, Iterator

from timeline.exporters import Fields, Published, lines

FIELDS = (
    "schema_version",
    "id",
    "title",
    "kind",
    "status",
    "date",
    "places",
    "actors",
    "topics",
    "links",
    "summary",
    "citations",
    "date_evidence",
    "evidence",
    "fields",
    "curator",
    "references",
    "match",
)


def write(events: Iterable[Published], fields: Fields) -> Iterator[str]:
    """Pieces arrive as the documents do; an empty answer is `[]`."""
    opening = "["
    for line in lines(events, fields):
        yield f"{opening}\n{line}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"
