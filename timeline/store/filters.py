"""The definitions of filters, as conditions on an event `e`: its date and windows, its actors and groups.

An event matches an actor if it names the actor, or a group to which the actor belonged at some time of the
event. If it names the actor itself, only that counts: an absent member is not present through its group.
"""

from timeline.query import FOREVER, ActorTerm, Query, Window
from timeline.roles import NOT_THERE
from timeline.store.sql import Clause, any_of, placeholders

OVERLAPS = (
    "m.first <= e.last AND m.last >= e.first AND (e.spans = 'none' OR EXISTS "
    "(SELECT 1 FROM spans s WHERE s.event = e.seq AND m.first <= s.last AND m.last >= s.first))"
)
"""A membership `m` and the event may share a day; for a set, one of its members may."""
COVERS = "m.sure_first <= e.first AND m.sure_last >= e.last"
"""The membership `m` certainly lasted for all days that the event may have had."""


def possible(window: Window) -> Clause:
    """Earliest start <= until and latest end >= since; for a set, of any member."""
    since, until = bounds(window)
    member = "EXISTS (SELECT 1 FROM spans s WHERE s.event = e.seq AND s.first <= ? AND s.last >= ?)"
    sql = f"(e.first <= ? AND e.last >= ? AND (e.spans = 'none' OR {member}))"
    return Clause(sql, (until, since, until, since))


def certain(window: Window) -> Clause:
    """Latest start <= until and earliest end >= since; for a set of any or every member."""
    since, until = bounds(window)
    inside = "s.surely_by <= ? AND s.surely_from >= ?"
    some = f"EXISTS (SELECT 1 FROM spans s WHERE s.event = e.seq AND {inside})"
    other = f"EXISTS (SELECT 1 FROM spans s WHERE s.event = e.seq AND NOT ({inside}))"
    sql = (
        "CASE e.spans WHEN 'none' THEN e.surely_by <= ? AND e.surely_from >= ? "
        f"WHEN 'any' THEN {some} ELSE NOT {other} END"
    )
    return Clause(sql, (until, since) * 3)


def bounds(window: Window) -> tuple[int, int]:
    """The first and last day of a window as numbers.

    An open side is FOREVER, and a given day is always less: a date without a latest start is certain only in
    a window without an end.
    """
    since = -FOREVER if window.since is None else max(1 - FOREVER, window.since)
    until = FOREVER if window.until is None else min(FOREVER - 1, window.until)
    return since, until


def matches(term: ActorTerm, query: Query) -> Clause:
    """The event may match the term, by name or through a group."""
    return any_of([_is_named(term, query), *map(_exists, _groups(term, query))])


def certainly_matches(term: ActorTerm, query: Query) -> Clause:
    """The event certainly matches the term: by name, or through a group that it surely belonged to."""
    sure = [group._replace(sql=f"{group.sql} AND {COVERS}") for group in _groups(term, query)]
    return any_of([_is_named(term, query), *map(_exists, sure)])


def via_groups(term: ActorTerm, query: Query) -> Clause:
    """An expression: the names of the groups through which the event matches, as a sorted JSON list."""
    groups = _groups(term, query)
    if not groups:
        return Clause("json('[]')")
    names = f"SELECT DISTINCT a.name AS name {groups[0].sql} ORDER BY a.name"
    return Clause(f"(SELECT json_group_array(name) FROM ({names}))", groups[0].values)


def shared_roles(query: Query) -> tuple[str, ...]:
    """The roles of a group that count for its members too; a group's absence says nothing about them."""
    return () if query.direct else tuple(role for role in query.accepted_roles if role not in NOT_THERE)


def member_of(groups: tuple[str, ...], query: Query) -> Clause:
    """A then member of one of the groups took part, or one of the groups itself did."""
    roles = query.accepted_roles
    days = COVERS if query.certain else OVERLAPS
    named = (
        f"SELECT 1 FROM memberships m JOIN parts p ON p.actor = m.member AND p.event = e.seq "
        f"AND p.role IN ({placeholders(roles)}) WHERE m.organisation IN ({placeholders(groups)}) AND {days}"
    )
    values = (*roles, *groups)
    if query.direct:
        return Clause(f"EXISTS ({named})", values)
    itself = (
        f"SELECT 1 FROM parts p JOIN memberships m ON m.organisation = p.actor AND {days} "
        f"WHERE p.event = e.seq AND p.actor IN ({placeholders(groups)}) AND p.role IN ({placeholders(roles)})"
    )
    return Clause(f"(EXISTS ({named}) OR EXISTS ({itself}))", (*values, *groups, *roles))


def _is_named(term: ActorTerm, query: Query) -> Clause:
    roles = query.accepted_roles
    if not term.ids:
        return Clause("0")
    sql = (
        "EXISTS (SELECT 1 FROM parts p INDEXED BY parts_event WHERE p.event = e.seq "
        f"AND p.actor IN ({placeholders(term.ids)}) AND p.role IN ({placeholders(roles)}))"
    )
    return Clause(sql, (*term.ids, *roles))


def _groups(term: ActorTerm, query: Query) -> list[Clause]:
    """The FROM and WHERE of a SELECT of the groups between term and event; empty if groups do not count."""
    roles = shared_roles(query)
    if not roles or not term.ids:
        return []
    sql = (
        "FROM parts p INDEXED BY parts_event CROSS JOIN memberships m INDEXED BY memberships_member "
        f"ON m.member IN ({placeholders(term.ids)}) AND m.organisation = p.actor "
        f"CROSS JOIN actors a ON a.id = p.actor "
        f"WHERE p.event = e.seq AND p.role IN ({placeholders(roles)}) AND {OVERLAPS} AND NOT EXISTS "
        "(SELECT 1 FROM parts own INDEXED BY parts_event WHERE own.event = e.seq AND own.actor = m.member)"
    )
    return [Clause(sql, (*term.ids, *roles))]


def _exists(select: Clause) -> Clause:
    return Clause(f"EXISTS (SELECT 1 {select.sql})", select.values)
