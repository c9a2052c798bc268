"""The actors of a compiled timeline: their names, memberships, and the events that name them."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from timeline.store.sql import placeholders
from timeline.text.names import fold


class KnownActor(NamedTuple):
    """An actor by id and name."""

    id: str
    name: str


class MemberRow(NamedTuple):
    """One membership, with `id` and `name` of the member, or of the group in the memberships of an actor.

    It may have days from `first` to `last`, and certainly has those from `sure_first` to `sure_last`.
    """

    id: str
    name: str
    edtf: str
    first: int
    last: int
    sure_first: int
    sure_last: int


class ActorActivity(NamedTuple):
    """The number of events that name an actor, with id and EDTF date of the first and the last one."""

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
        """The actors with a name, and whether it resolves: to one actor, and not as a metonym."""
        rows = self._connection.execute(
            "SELECT a.id, a.name, n.resolves FROM names n JOIN actors a ON a.id = n.actor "
            "WHERE n.folded = ? ORDER BY a.id",
            (fold(name),),
        ).fetchall()
        return [KnownActor(row[0], row[1]) for row in rows], len(rows) == 1 and bool(rows[0][2])

    def names(self) -> list[str]:
        """The names of all actors, for suggestions."""
        return [row[0] for row in self._connection.execute("SELECT name FROM actors ORDER BY name")]

    def record(self, actor: str) -> str:
        """The record of an actor as one line of JSON."""
        row = self._connection.execute("SELECT record FROM actors WHERE id = ?", (actor,)).fetchone()
        return str(row[0])

    def members(self, group: str) -> list[MemberRow]:
        """Every membership in a group, sorted by its first day."""
        return self._memberships("m.member", "m.organisation", group)

    def groups(self, member: str) -> list[MemberRow]:
        """Every membership of an actor, sorted by its first day; `id` and `name` are the group's."""
        return self._memberships("m.organisation", "m.member", member)

    def _memberships(self, listed: str, given: str, actor: str) -> list[MemberRow]:
        rows = self._connection.execute(
            f"SELECT {listed}, a.name, m.edtf, m.first, m.last, m.sure_first, m.sure_last "
            f"FROM memberships m JOIN actors a ON a.id = {listed} WHERE {given} = ? ORDER BY m.first, a.name",
            (actor,),
        )
        return [MemberRow(*row) for row in rows]

    def activity(self, roles: Iterable[str]) -> list[ActorActivity]:
        """The actors with one of these roles in an event, the most frequent first."""
        accepted = tuple(roles)
        rows = self._connection.execute(
            "SELECT a.id, a.name, a.kind, COUNT(*), MIN(seq), MAX(seq) FROM "
            f"(SELECT DISTINCT actor, event AS seq FROM parts WHERE role IN ({placeholders(accepted)})) "
            "JOIN actors a ON a.id = actor GROUP BY a.id ORDER BY COUNT(*) DESC, a.name",
            accepted,
        ).fetchall()
        return [
            ActorActivity(actor, name, kind, count, self._event(first), self._event(last))
            for actor, name, kind, count, first, last in rows
        ]

    def by_frequency(self) -> list[tuple[str, str]]:
        """Name and kind of every actor that an event names, the most frequent first."""
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
