"""Build the compiled timeline from a linked one."""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from timeline.actors import Actor
from timeline.dates import Date, Reach
from timeline.documents import Document
from timeline.forever import FOREVER, NEVER
from timeline.linking import Linked, Timeline, publish
from timeline.names import fold
from timeline.sources import StoredText
from timeline.store.schema import INDEXES, TABLES
from timeline.store.word_index import index_words

Days = tuple[int, int, int, int]
Row = tuple[str | int, ...]


def build(connection: sqlite3.Connection, timeline: Timeline, meta: dict[str, str]) -> None:
    """Fill an empty database, whose connection is in autocommit mode. Raises sqlite3.Error where the disk
    fails.
    """
    connection.executescript(TABLES)
    connection.execute("BEGIN")
    for seq, linked in enumerate(timeline.events, 1):
        _event(connection, seq, linked, publish(linked, timeline))
    _people(connection, timeline)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    connection.execute("COMMIT")
    connection.executescript(INDEXES)
    index_words(connection, stored_texts(timeline))


def stored_texts(timeline: Timeline) -> Iterator[tuple[str, StoredText]]:
    """The stored texts that the ledger knows, with the ids of their sources."""
    texts = timeline.material.texts or {}
    return (
        (key, texts[one.record.file])
        for key, one in timeline.sources.items()
        if one.record.file and one.record.file in texts
    )


def _event(connection: sqlite3.Connection, seq: int, linked: Linked, document: Document) -> None:
    date = linked.record.date
    hull, spans = _hull(date), _spans(date)
    row = (seq, document["id"], *hull, _spans_rule(date), encode(document))
    connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.executemany("INSERT INTO spans VALUES (?, ?, ?, ?, ?)", ((seq, *span) for span in spans))
    connection.executemany(
        "INSERT OR IGNORE INTO parts VALUES (?, ?, ?)",
        ((actor["id"], role, seq) for actor in document["actors"] for role in actor["roles"]),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO facets VALUES (?, ?, ?, ?)",
        ((field, fold(value), seq, value) for field, value in _facets(document, linked)),
    )


def encode(document: Document) -> str:
    """One line of ASCII-safe JSON."""
    return json.dumps(document, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def _hull(date: Date) -> Days:
    """The outermost numbers of a date; for a set, those that no member goes beyond."""
    rows = [days(reach) for reach in date.reaches]
    first, last = min(row[0] for row in rows), max(row[1] for row in rows)
    return first, last, min(row[2] for row in rows), max(row[3] for row in rows)


def days(reach: Reach) -> Days:
    """A reach with numbers for no limit and for never sure."""
    by = NEVER if not reach.sure else FOREVER if reach.surely_by is None else min(FOREVER, reach.surely_by)
    since = -NEVER if not reach.sure else -FOREVER if reach.surely_from is None else reach.surely_from
    return (
        -FOREVER if reach.first is None else max(-FOREVER, reach.first),
        FOREVER if reach.last is None else min(FOREVER, reach.last),
        by,
        max(-NEVER, since),
    )


def _spans(date: Date) -> list[Days]:
    return [days(reach) for reach in date.reaches] if len(date.reaches) > 1 else []


def _spans_rule(date: Date) -> str:
    """How the members of a set decide: `none` for no set, `any` or `every` member must be certain."""
    if len(date.reaches) == 1:
        return "none"
    return "every" if date.every else "any"


def _facets(document: Document, linked: Linked) -> Iterator[tuple[str, str]]:
    yield "kind", document["kind"]
    yield "status", document["status"]
    for topic in document["topics"]:
        yield "topic", topic
    for citation in document["citations"]:
        yield "source", citation["source"]["id"]
    for place, written in zip(document["places"], linked.record.place, strict=True):
        yield "place", place["name"]
        for name in (place["country"], place["country_name"], written.country):
            if name:
                yield "place", name


def _people(connection: sqlite3.Connection, timeline: Timeline) -> None:
    registry = timeline.registry
    own = {one.record.id for one in timeline.material.actors}
    actors: Iterable[Row] = (
        (actor.id, actor.name, actor.kind, _record(actor, actor.id in own))
        for actor in registry.actors.values()
    )
    connection.executemany("INSERT INTO actors VALUES (?, ?, ?, ?)", actors)
    connection.executemany("INSERT INTO names VALUES (?, ?, 1)", registry.spellings())
    connection.executemany("INSERT OR REPLACE INTO names VALUES (?, ?, 0)", registry.metonyms())
    spells: Iterable[Row] = (
        (one.member, group.id, one.first, one.last, one.sure_first, one.sure_last, one.when.text)
        for group in registry.actors.values()
        for one in group.members
    )
    connection.executemany("INSERT INTO memberships VALUES (?, ?, ?, ?, ?, ?, ?)", spells)


def _record(actor: Actor, own: bool) -> str:
    """What is known of an actor, for `timeline actor`."""
    names = [name for name in dict.fromkeys(actor.names) if name not in (actor.name, actor.id)]
    known = {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "names": names,
        "ambiguous": actor.ambiguous,
        "see": actor.see,
        "table": "data/actors.yaml" if own else "built-in",
    }
    return json.dumps(known, ensure_ascii=True, separators=(",", ":"))
