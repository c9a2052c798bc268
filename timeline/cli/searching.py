"""From words to hits: passages of events that pass the filters, and sentences of texts."""

import json
from typing import cast

from timeline.documents import Document
from timeline.query import Query
from timeline.reports.hits import HitReport
from timeline.store import Store
from timeline.store.words import HIT_END, HIT_START, Passage


def hits(store: Store, query: Query, where: str | None) -> list[HitReport]:
    """The hits in events, the best first, then those in the stored texts.

    Filters speak of events: where one is given, no text is searched but by `--in sources`.
    """
    found: list[HitReport] = []
    if where != "sources":
        documents = {one["id"]: one for one in (_document(answer.json) for answer in store.select(query))}
        passages = store.passages_of_events(query.text)
        found += [_in_event(one, documents[one.event]) for one in passages if one.event in documents]
    filtered = query._replace(text="", certain=False, direct=False) != Query()
    if where == "sources" or (where is None and not filtered):
        found += [_in_text(one) for one in store.passages_of_texts(query.text)]
    return found


def _document(line: str) -> Document:
    return cast("Document", json.loads(line))


def _in_event(passage: Passage, document: Document) -> HitReport:
    text, marks = unmarked(passage.text)
    return {
        "event": passage.event,
        "title": document["title"],
        "date": document["proof"]["text"],
        "source": None,
        "place": None,
        "text": text,
        "marks": marks,
    }


def _in_text(passage: Passage) -> HitReport:
    text, marks = unmarked(passage.text)
    return {
        "event": None,
        "title": None,
        "date": None,
        "source": passage.source,
        "place": f"{passage.file}:{passage.line}:{passage.column}",
        "text": text,
        "marks": marks,
    }


def unmarked(text: str) -> tuple[str, list[list[int]]]:
    """The passage on one line without the marks of the index, and where they stood."""
    marks: list[list[int]] = []
    plain = ""
    for piece in text.replace("\n", " ").split(HIT_START):
        hit, end, rest = piece.partition(HIT_END)
        if end:
            marks.append([len(plain), len(plain) + len(hit)])
        plain += hit + rest
    return plain, marks
