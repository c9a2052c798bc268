"""Build a compiled timeline from linked events.

Events arrive in any order and in batches. Their dates are kept in temporary tables, and the actors and values
that they are searched by in postings, until all have arrived and their positions are known.
"""

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from timeline.actors.registry import Actor
from timeline.documents.schema import Document
from timeline.evidence import LinkedEvent, Timeline, publish
from timeline.quotes.stored_text import StoredText
from timeline.store.encode import encode
from timeline.store.fts_index import index_all
from timeline.store.rows import event_row, facet_rows, span_rows
from timeline.store.schema import INDEXES, TABLES
from timeline.text.names import fold

_ARRIVED = """
CREATE TEMP TABLE arrived (
    number INTEGER PRIMARY KEY, start INTEGER, rank INTEGER, id TEXT, bucket INTEGER,
    first INTEGER, last INTEGER, surely_by INTEGER, surely_from INTEGER, spans TEXT
);
CREATE TEMP TABLE arrived_spans (
    number INTEGER, first INTEGER, last INTEGER, surely_by INTEGER, surely_from INTEGER
);
"""
_SORT = """
INSERT INTO events SELECT ROW_NUMBER() OVER (ORDER BY start, rank, id), id, start, bucket,
    first, last, surely_by, surely_from, spans, number FROM arrived ORDER BY start, rank, id
"""

_Numbers: TypeAlias = "array[int]"
_Row = tuple[str | int, ...]


def build(connection: sqlite3.Connection, timeline: Timeline, meta: Mapping[str, str]) -> None:
    """Fill an empty database, whose connection is in autocommit mode. Raises sqlite3.Error, for example on a
    full disk.
    """
    fill(connection, [timeline], meta)


def fill(connection: sqlite3.Connection, timelines: Iterable[Timeline], meta: Mapping[str, str]) -> None:
    """Like `build`, from one or more batches that share registry, sources and texts.

    A batch is released when its events are inserted. `meta` is read after the last batch.
    """
    connection.executescript(TABLES + _ARRIVED)
    connection.execute("BEGIN")
    builder = _Builder(connection)
    for timeline in timelines:
        for linked in timeline.events:
            builder.add(linked, publish(linked, timeline))
        last = timeline._replace(events=(), duplicates=())
    builder.finish()
    _insert_actors(connection, last)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    connection.execute("COMMIT")
    connection.executescript(INDEXES)
    index_all(connection, stored_texts(last))


def stored_texts(timeline: Timeline) -> Iterator[tuple[str, StoredText]]:
    """The stored texts that a source record names, each with the id of the source."""
    texts = timeline.material.texts or {}
    return (
        (source, texts[located.record.file])
        for source, located in timeline.sources.items()
        if located.record.file and located.record.file in texts
    )


class _Builder:
    """Inserts events as they arrive, and assigns their positions at the end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._postings = _Postings()
        self._number = 0

    def add(self, linked: LinkedEvent, document: Document) -> None:
        """Insert one event with its document."""
        self._number += 1
        number = self._number
        start, rank, event, bucket, reach, spans = event_row(linked)
        insert = self._connection.execute
        insert(
            "INSERT INTO arrived VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, start, rank, event, bucket, *reach, spans),
        )
        insert("INSERT INTO documents VALUES (?, ?)", (number, encode(document)))
        for span in span_rows(linked):
            insert("INSERT INTO arrived_spans VALUES (?, ?, ?, ?, ?)", (number, *span))
        for actor in document["actors"]:
            for role in actor["roles"]:
                self._postings.add_part(actor["id"], bucket, role, number)
        for facet in facet_rows(document, linked):
            self._postings.add_facet(facet, number)

    def finish(self) -> None:
        """Sort the events, and insert everything that refers to their positions."""
        execute = self._connection.execute
        execute(_SORT)
        positions = array("I", bytes(4 * (self._number + 1)))
        for seq, number in execute("SELECT seq, number FROM events"):
            positions[number] = seq
        spans = execute("SELECT * FROM arrived_spans ORDER BY rowid")
        self._connection.executemany(
            "INSERT INTO spans VALUES (?, ?, ?, ?, ?)", ((positions[row[0]], *row[1:]) for row in spans)
        )
        execute("DROP TABLE arrived_spans")
        execute("DROP TABLE arrived")
        self._postings.write(self._connection, positions)


class _Postings:
    """The numbers of the events of each actor and of each facet value.

    A number takes four bytes, so that the postings of a million events fit in memory.
    """

    def __init__(self) -> None:
        self._parts: dict[tuple[str, int], dict[str, _Numbers]] = {}
        self._facets: dict[tuple[str, str], _Numbers] = {}
        self._spellings: dict[tuple[str, str], set[str]] = {}
        self._terms: dict[tuple[str, str], tuple[str, str]] = {}

    def add_part(self, actor: str, bucket: int, role: str, number: int) -> None:
        """The event that arrived as `number` names an actor in a role."""
        roles = self._parts.setdefault((actor, bucket), {})
        _append(roles.setdefault(role, array("I")), number)

    def add_facet(self, facet: tuple[str, str], number: int) -> None:
        """The event that arrived as `number` has a value, as written, in a field."""
        term = self._terms.get(facet)
        if term is None:
            field, value = facet
            term = self._terms[facet] = field, fold(value)
            self._spellings.setdefault(term, set()).add(value)
            self._facets.setdefault(term, array("I"))
        _append(self._facets[term], number)

    def write(self, connection: sqlite3.Connection, positions: _Numbers) -> None:
        """Fill the tables; `positions` has the position in the timeline for each number."""
        connection.executemany("INSERT INTO parts VALUES (?, ?, ?, ?)", self._part_rows(positions))
        for term, key in enumerate(sorted(self._spellings), 1):
            spellings = self._spellings[key]
            events = sorted(positions[number] for number in self._facets.pop(key))
            row = (term, *key, min(spellings), len(events), len(spellings))
            connection.execute("INSERT INTO terms VALUES (?, ?, ?, ?, ?, ?)", row)
            connection.executemany("INSERT INTO facets VALUES (?, ?)", _pairs(term, events))

    def _part_rows(self, positions: _Numbers) -> Iterator[tuple[str, int, int, str]]:
        for actor, bucket in sorted(self._parts):
            roles = self._parts.pop((actor, bucket))
            rows = sorted((positions[number], role) for role, numbers in roles.items() for number in numbers)
            yield from ((actor, bucket, event, role) for event, role in rows)


def _pairs(term: int, events: Iterable[int]) -> Iterator[tuple[int, int]]:
    return ((term, event) for event in events)


def _append(numbers: _Numbers, number: int) -> None:
    # The facets of an event arrive together, so a value that it has twice is the last number.
    if not numbers or numbers[-1] != number:
        numbers.append(number)


def _insert_actors(connection: sqlite3.Connection, timeline: Timeline) -> None:
    """Fill the tables of actors, names and memberships."""
    registry = timeline.registry
    own = {located.record.id for located in timeline.material.actors}
    actors: Iterable[_Row] = (
        (actor.id, actor.name, actor.kind, _actor_record(actor, actor.id in own))
        for actor in registry.actors.values()
    )
    connection.executemany("INSERT INTO actors VALUES (?, ?, ?, ?)", actors)
    connection.executemany("INSERT INTO names VALUES (?, ?, 1)", registry.spellings())
    connection.executemany("INSERT OR REPLACE INTO names VALUES (?, ?, 0)", registry.metonyms())
    memberships: Iterable[_Row] = (
        (member.member, group.id, member.first, member.last, member.sure_first, member.sure_last,
         member.when.text)
        for group in registry.actors.values()
        for member in group.members
    )  # fmt: skip
    connection.executemany("INSERT INTO memberships VALUES (?, ?, ?, ?, ?, ?, ?)", memberships)


def _actor_record(actor: Actor, own: bool) -> str:
    """An actor as JSON, for `timeline actor`."""
    names = [name for name in dict.fromkeys(actor.names) if name not in (actor.name, actor.id)]
    record = {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "names": names,
        "ambiguous": actor.ambiguous,
        "see": actor.see,
        "existed": actor.existed or None,
        "origin": "data/actors.yaml" if own else "built-in",
    }
    return json.dumps(record, ensure_ascii=True, separators=(",", ":"))
