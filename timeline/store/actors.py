"""Who is known to a compiled timeline: names, memberships, and who is on it."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from timeline.roles import NOT_THERE
from timeline.store.sql import Clause, marks
from timeline.text.names import fold


class KnownActor(NamedTuple):
    """An actor by id and name."""

    id: str
    name: str


class MemberRow(NamedTuple):
    """A spell of membership: who (`id`, `name`: of the member, or of the group when a member is asked
    about), its EDTF, and its days: possible from `first` to `last`, sure from `sure_first` to `sure_last`.
    """

    id: str
    name: str
    edtf: str
    first: int
    last: int
    sure_first: int
    sure_last: int


class ActorActivity(NamedTuple):
    """How often an actor is on the timeline, with its first and last event: `id` and EDTF of each."""

    id: str
    name: str
    kind: str
    events: int
    first: tuple[str, str]
    last: tuple[str, str]


class StoredActors:
    """The actors of a store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def named(self, name: str) -> tuple[list[KnownActor], bool]:
        """Who bears a name, and whether it resolves: one bearer, and no metonym."""
        rows = self._connection.execute(
            "SELECT a.id, a.name, n.resolves FROM names n JOIN actors a ON a.id = n.actor "
            "WHERE n.folded = ? ORDER BY a.id",
            (fold(name),),
        ).fetchall()
        return [KnownActor(row[0], row[1]) for row in rows], len(rows) == 1 and bool(rows[0][2])

    def names(self) -> list[str]:
        """The names to offer when one is unknown."""
        return [row[0] for row in self._connection.execute("SELECT name FROM actors ORDER BY name")]

    def record(self, actor: str) -> str:
        """What is known of an actor, as one line of JSON: id, name, kind, names, ambiguous, see, existed,
        origin.
        """
        row = self._connection.execute("SELECT record FROM actors WHERE id = ?", (actor,)).fetchone()
        return str(row[0])

    def members(self, group: str) -> list[MemberRow]:
        """Every spell of membership in a group, by the day on which it began."""
        return self._spells("m.member", "m.organisation", group)

    def groups(self, member: str) -> list[MemberRow]:
        """Every spell of membership of an actor, by the day on which it began; `name` is the group's."""
        return self._spells("m.organisation", "m.member", member)

    def _spells(self, of: str, by: str, actor: str) -> list[MemberRow]:
        rows = self._connection.execute(
            f"SELECT {of}, a.name, m.edtf, m.first, m.last, m.sure_first, m.sure_last "
            f"FROM memberships m JOIN actors a ON a.id = {of} WHERE {by} = ? ORDER BY m.first, a.name",
            (actor,),
        )
        return [MemberRow(*row) for row in rows]

    def activity(self, roles: Iterable[str]) -> list[ActorActivity]:
        """Who is on the timeline in one of these roles, the most frequent first."""
        wanted = tuple(roles)
        marks = ", ".join("?" * len(wanted))
        rows = self._connection.execute(
            "SELECT a.id, a.name, a.kind, COUNT(*), MIN(seq), MAX(seq) FROM "
            f"(SELECT DISTINCT actor, event AS seq FROM parts WHERE role IN ({marks})) "
            "JOIN actors a ON a.id = actor GROUP BY a.id ORDER BY COUNT(*) DESC, a.name",
            wanted,
        ).fetchall()
        return [
            ActorActivity(key, name, kind, count, self._event(first), self._event(last))
            for key, name, kind, count, first, last in rows
        ]

    def by_frequency(self) -> list[tuple[str, str]]:
        """Name and kind of everybody who is named on the timeline, the most frequent first."""
        return self._connection.execute(
            "SELECT a.name, a.kind FROM parts p JOIN actors a ON a.id = p.actor "
            "GROUP BY a.id ORDER BY COUNT(*) DESC, a.name"
        ).fetchall()

    def _event(self, seq: int) -> tuple[str, str]:
        row = self._connection.execute(
            "SELECT id, json_extract(document, '$.date.edtf') FROM events JOIN documents USING (number) "
            "WHERE seq = ?",
            (seq,),
        ).fetchone()
        return row[0], row[1]


def count_via_members(groups: tuple[str, ...]) -> Clause:
    """SELECT of the events that name a then-member of one of the groups, and none of the groups."""
    asked, absent = marks(groups), marks(NOT_THERE)
    sql = (
        "SELECT DISTINCT p.event FROM memberships m JOIN parts p ON p.actor = m.member "
        "JOIN events e ON e.seq = p.event AND m.first <= e.last AND m.last >= e.first "
        f"WHERE m.organisation IN ({asked}) AND p.role NOT IN ({absent}) "
        f"AND p.event NOT IN (SELECT event FROM parts WHERE actor IN ({asked}))"
    )
    return Clause(sql, (*groups, *NOT_THERE, *groups))
