"""Documents as JSON: one array, or one object a line.

Whole documents are written as they are stored and never decoded, so `json` of the standard library is
imported only by the functions that look inside a document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.documents.schema import Document
    from timeline.exporters.exporter import Fields, Options, Published


def fields() -> Fields:
    """The keys of a document, in their order."""
    from timeline.documents.schema import Document  # imported late: few commands choose keys

    return tuple(Document.__annotations__)


def write_json(events: Iterable[Published], fields: Fields, _options: Options) -> Iterator[str]:
    """One JSON array with a document a line, which `grep` can search and `jq` can read whole."""
    opening = "["
    for line in _lines(events, fields):
        yield f"{opening}\n{line}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def write_ndjson(events: Iterable[Published], fields: Fields, _options: Options) -> Iterator[str]:
    """JSON Lines: one document a line, for streams."""
    return (f"{line}\n" for line in _lines(events, fields))


def decoded(events: Iterable[Published]) -> Iterator[Document]:
    """The documents of events, one at a time, for whatever shows their content."""
    import json  # imported late: whole documents are written without decoding them

    return (cast("Document", json.loads(event.json)) for event in events)


def _lines(events: Iterable[Published], fields: Fields) -> Iterator[str]:
    return _selected_keys(events, fields) if fields else (event.json for event in events)


def _selected_keys(events: Iterable[Published], fields: Fields) -> Iterator[str]:
    """Each document with some of its keys, in the order of the document, as one line of ASCII."""
    import json  # imported late: whole documents are written without decoding them

    for document in decoded(events):
        selected = {key: value for key, value in document.items() if key in fields}
        yield json.dumps(selected, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
