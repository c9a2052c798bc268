"""A compiled timeline that is open for queries."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from timeline.query import ActorTerm, Query
from timeline.store.fts import Passage, passages_of_events, passages_of_texts
from timeline.store.scans import scans
from timeline.store.select import (
    absent_events,
    events_via_members,
    matching_events,
    row_limit,
    select,
    uncertain_events,
)
from timeline.store.sql import Clause

if TYPE_CHECKING:
    from timeline.store.actors import StoredActors

COUNTED = 1_000
"""Events beside an answer are counted up to this number plus one: counting on would outlast the answer."""

Validate = Callable[[str], str]
"""Returns a document of an untrusted store in canonical form; raises ValueError if it is invalid."""


class Answer(NamedTuple):
    """One event of an answer."""

    stored: str
    """Its document, as stored."""
    match: str
    """The `match` of the document as JSON; empty if the query asked nothing."""

    @property
    def json(self) -> str:
        """The document with its match as one line of ASCII JSON. The stored text is not parsed again."""
        return f'{self.stored[:-1]},"match":{_ascii(self.match)}}}' if self.match else self.stored


class Store:
    """Reads a SQLite database that `build` has filled. Every answer is in the order of the timeline.

    Documents are passed through as stored, or through `validate` if it is given.
    """

    def __init__(self, connection: sqlite3.Connection, validate: Validate | None = None) -> None:
        self._connection = connection
        self._validate = validate

    def meta(self, key: str) -> str:
        """A value that the store was built with; empty if there is none of that name."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def count(self) -> int:
        """The number of events."""
        # Positions have no gaps, and MAX reads one row where COUNT(*) reads all.
        return int(self._connection.execute("SELECT IFNULL(MAX(seq), 0) FROM events").fetchone()[0])

    def select(self, query: Query) -> Iterator[Answer]:
        """The events that match, as rows arrive."""
        clause = select(query, scans(self._connection, query))
        return self._answers(self._connection.execute(clause.sql, clause.values))

    def find(self, event: str) -> Answer | None:
        """The event with that id."""
        sql = "SELECT document FROM documents WHERE number = (SELECT number FROM events WHERE id = ?)"
        rows = self._connection.execute(sql, (event,)).fetchmany(1)
        return next(self._answers((stored, "") for (stored,) in rows), None)

    def _answers(self, rows: Iterable[tuple[str, str]]) -> Iterator[Answer]:
        validate = self._validate
        if validate is None:
            return map(Answer._make, rows)
        return (Answer(validate(stored), match) for stored, match in rows)

    def passages_of_events(self, query: Query) -> Iterator[Passage]:
        """The best passage of each event that matches the query and contains its words, the best first."""
        others = query._replace(text="", limit=None)
        where = matching_events(others, scans(self._connection, others))
        return self._passages(passages_of_events(query.text, where, row_limit(query)))

    def passages_of_texts(self, query: Query) -> Iterator[Passage]:
        """The sentences of stored texts that contain the words of the query, the best first."""
        return self._passages(passages_of_texts(query.text, row_limit(query)))

    def _passages(self, clause: Clause) -> Iterator[Passage]:
        passages = map(Passage._make, self._connection.execute(clause.sql, clause.values))
        validate = self._validate
        if validate is None:
            return passages
        return (
            passage._replace(document=validate(passage.document)) if passage.event else passage
            for passage in passages
        )

    def count_absent(self, query: Query) -> int:
        """How many more events a query without roles finds if being absent counts, at most COUNTED + 1."""
        return self._count(absent_events(query))

    def count_uncertain(self, query: Query) -> int:
        """How many events `certain` leaves out of the answer, at most COUNTED + 1."""
        possible = query._replace(limit=COUNTED + 1, certain=False)
        return self._count(uncertain_events(possible, scans(self._connection, possible)))

    def count_via_members(self, query: Query, term: ActorTerm) -> int:
        """How many events name a then member of a group in `term` but none of these groups, at most
        COUNTED + 1.
        """
        return 0 if query.direct else self._count(events_via_members(term.ids))

    def _count(self, rows: Clause) -> int:
        sql = f"SELECT COUNT(*) FROM (SELECT * FROM ({rows.sql}) LIMIT {COUNTED + 1:d})"
        return int(self._connection.execute(sql, rows.values).fetchone()[0])

    def titles(self) -> list[tuple[str, str]]:
        """The ids of all events with their titles."""
        return self._connection.execute(
            "SELECT e.id, json_extract(d.document, '$.title') FROM events e "
            "JOIN documents d ON d.number = e.number ORDER BY e.seq"
        ).fetchall()

    def ids(self) -> list[str]:
        """The ids of all events."""
        return [row[0] for row in self._connection.execute("SELECT id FROM events ORDER BY seq")]

    @property
    def actors(self) -> "StoredActors":
        """The actors: their names, memberships, and events."""
        from timeline.store.actors import StoredActors  # imported late: few commands need names

        return StoredActors(self._connection)

    def values(self, facet: str) -> list[str]:
        """The values of a facet that occur, each once."""
        rows = self._connection.execute("SELECT value FROM terms WHERE field = ? ORDER BY folded", (facet,))
        return [row[0] for row in rows]


def _ascii(text: str) -> str:
    """JSON as SQLite writes it, with DEL and every non-ASCII character escaped as UTF-16."""
    if text.isascii() and "\x7f" not in text:
        return text
    return "".join(character if character < "\x7f" else _escape(character) for character in text)


def _escape(character: str) -> str:
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
