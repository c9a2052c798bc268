"""Search: passages of events that pass the filters, and sentences of stored texts."""

import json
from collections.abc import Iterator
from typing import Literal

from typing_extensions import TypedDict

from timeline.documents.schema import SCHEMA_VERSION, Document, RunDocument
from timeline.query import Query
from timeline.store import Store
from timeline.store.fts import HIT_END, HIT_START, Passage


class HitReport(TypedDict):
    """A hit in an event (`event`, with its `title` and `date_text`) or in a stored text (`source_id`, and
    `location`: FILE:LINE:COLUMN). `text` is the passage, `highlights` are the ranges of the words found in it
    (code points, half open). `runs` say what of the date is proved.
    """

    schema_version: Literal[1]
    event: str | None
    title: str | None
    date_text: str | None
    runs: list[RunDocument]
    source_id: str | None
    location: str | None
    text: str
    highlights: list[list[int]]


def hits(store: Store, query: Query, scope: str | None) -> Iterator[HitReport]:
    """The hits in events, best first, then those in stored texts. `scope` is `events`, `sources` or None for
    both. Filters apply to events only, so with a filter stored texts are searched only on request.
    """
    if scope != "sources":
        yield from map(_in_event, store.passages_of_events(query))
    filtered = query._replace(text="", certain=False, direct=False, limit=None) != Query()
    if scope == "sources" or (scope is None and not filtered):
        yield from map(_in_text, store.passages_of_texts(query))


def _in_event(passage: Passage) -> HitReport:
    document: Document = json.loads(passage.document)
    text, highlights = _unmarked(passage.text)
    return {
        "schema_version": SCHEMA_VERSION,
        "event": passage.event,
        "title": document["title"],
        "date_text": document["date"]["text"],
        "runs": document["date"]["short_runs"],
        "source_id": None,
        "location": None,
        "text": text,
        "highlights": highlights,
    }


def _in_text(passage: Passage) -> HitReport:
    text, highlights = _unmarked(passage.text)
    return {
        "schema_version": SCHEMA_VERSION,
        "event": None,
        "title": None,
        "date_text": None,
        "runs": [],
        "source_id": passage.source,
        "location": f"{passage.file}:{passage.line}:{passage.column}",
        "text": text,
        "highlights": highlights,
    }


def _unmarked(text: str) -> tuple[str, list[list[int]]]:
    """The passage on one line without the marks of the index, and the ranges that they enclosed."""
    ranges: list[list[int]] = []
    plain = ""
    for piece in text.replace("\n", " ").split(HIT_START):
        hit, end, rest = piece.partition(HIT_END)
        if end:
            ranges.append([len(plain), len(plain) + len(hit)])
        plain += hit + rest
    return plain, ranges
