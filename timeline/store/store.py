"""A compiled timeline that is open: ask it."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator

from timeline.query import ActorTerm, Query
from timeline.store.actors import StoredActors, count_via_members
from timeline.store.answer import Answer
from timeline.store.fts import Passage, passages_of_events, passages_of_texts
from timeline.store.scans import scans
from timeline.store.select import count_absent, count_uncertain, most, select, wanted
from timeline.store.sql import Clause

COUNTED = 1_000
"""So many events are counted beside an answer, and one more: counting on takes longer than the answer."""


Sound = Callable[[str], str]
"""Looks at a document of a stranger and gives it anew; raises ValueError where it is none."""


class Store:
    """Reads one SQLite database that `build` has filled. Every answer stands in the order of the timeline.

    Documents are passed through as they are stored, but through `sound` where it is given.
    """

    def __init__(self, connection: sqlite3.Connection, sound: Sound | None = None) -> None:
        self._connection = connection
        self._sound = sound

    def meta(self, key: str) -> str:
        """One of the words that the store was built with; empty where it has none of that name."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def count(self) -> int:
        """How many events there are."""
        # Their places are numbered without a gap; counting rows takes longer the more there are.
        return int(self._connection.execute("SELECT IFNULL(MAX(seq), 0) FROM events").fetchone()[0])

    def select(self, query: Query) -> Iterator[Answer]:
        """The events that match, as rows arrive."""
        clause = select(query, scans(self._connection, query))
        rows = self._connection.execute(clause.sql, clause.values)
        return self._answers(rows)

    def _answers(self, rows: Iterable[tuple[str, str]]) -> Iterator[Answer]:
        sound = self._sound
        if sound is None:
            return map(Answer._make, rows)
        return (Answer(sound(stored), match) for stored, match in rows)

    def passages_of_events(self, query: Query) -> Iterator[Passage]:
        """The best passage of each event that matches and holds the words of the query, the best first."""
        others = query._replace(text="", limit=None)
        where = wanted(others, scans(self._connection, others))
        return self._passages(passages_of_events(query.text, where, most(query)))

    def passages_of_texts(self, query: Query) -> Iterator[Passage]:
        """The sentences of stored texts that hold the words of the query, the best first."""
        return self._passages(passages_of_texts(query.text, most(query)))

    def _passages(self, clause: Clause) -> Iterator[Passage]:
        found = map(Passage._make, self._connection.execute(clause.sql, clause.values))
        sound = self._sound
        if sound is None:
            return found
        return (one._replace(document=sound(one.document)) if one.event else one for one in found)

    def find(self, event: str) -> Answer | None:
        """The event of that id."""
        sql = "SELECT document FROM documents WHERE number = (SELECT number FROM events WHERE id = ?)"
        rows = self._connection.execute(sql, (event,)).fetchmany(1)
        return next(self._answers((stored, "") for (stored,) in rows), None)

    def count_absent(self, query: Query) -> int:
        """How many events more a query without roles would find if being absent counted: an asked actor was
        expected and not there. At most COUNTED + 1.
        """
        clause = count_absent(query)
        return self._count(Clause(f"SELECT 1 FROM events e WHERE {clause.sql}", clause.values))

    def count_uncertain(self, query: Query) -> int:
        """How many events `certain` leaves out of the answer, at most COUNTED + 1."""
        everything = query._replace(limit=COUNTED + 1, certain=False)
        return self._count(count_uncertain(everything, scans(self._connection, everything)))

    def count_via_members(self, query: Query, term: ActorTerm) -> int:
        """How many events name a then-member of an asked actor and not the actor, at most COUNTED + 1."""
        return 0 if query.direct else self._count(count_via_members(term.ids))

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
    def actors(self) -> StoredActors:
        """Who is known: names, memberships, and who is on the timeline."""
        return StoredActors(self._connection)

    def values(self, facet: str) -> list[str]:
        """The values of a facet that occur, each once."""
        rows = self._connection.execute("SELECT value FROM terms WHERE field = ? ORDER BY folded", (facet,))
        return [row[0] for row in rows]
