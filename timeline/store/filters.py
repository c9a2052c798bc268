"""The definitions of an actor's part in an event, as clauses over an event `e`.

An event names an actor, or a group to which the actor belonged at some time of the event; an actor that
the event names itself is judged by that alone.
"""

from timeline.query import ActorTerm, Query
from timeline.roles import NOT_THERE
from timeline.store.sql import Clause, joined, marks

OVERLAPS = (
    "m.first <= e.last AND m.last >= e.first AND (e.spans = 'none' OR EXISTS "
    "(SELECT 1 FROM spans s WHERE s.event = e.seq AND m.first <= s.last AND m.last >= s.first))"
)
"""A spell of membership and an event have a day in common; for a set, one of its members has."""
COVERS = "m.sure_first <= e.first AND m.sure_last >= e.last"
"""Surely a member all through the event: one spell covers all days that it may have had."""


def there(term: ActorTerm, query: Query) -> Clause:
    """The event matches the term, by name or through a group."""
    ways = [_named(term, query), *(_exists(way) for way in _through(term, query))]
    return joined(" OR ", ways)._replace(sql=f"({joined(' OR ', ways).sql})")


def certainly_matches(term: ActorTerm, query: Query) -> Clause:
    """The same without doubt: named, or through a group in which it surely was all the time."""
    ways = [_named(term, query)]
    ways += [_exists(way._replace(sql=f"{way.sql} AND {COVERS}")) for way in _through(term, query)]
    return joined(" OR ", ways)._replace(sql=f"({joined(' OR ', ways).sql})")


def via_groups(term: ActorTerm, query: Query) -> Clause:
    """The names of the groups through which the event matches, as a JSON list in the order of names."""
    ways = _through(term, query)
    if not ways:
        return Clause("json('[]')")
    names = f"SELECT DISTINCT a.name AS name {ways[0].sql} ORDER BY a.name"
    return Clause(f"(SELECT json_group_array(name) FROM ({names}))", ways[0].values)


def shared_roles(query: Query) -> tuple[str, ...]:
    """The roles that count for a group's members: that a group was absent says nothing of them."""
    return () if query.direct else tuple(role for role in query.accepted_roles if role not in NOT_THERE)


def member_of(groups: tuple[str, ...], query: Query) -> Clause:
    """Somebody took part who was a member of a group at some time of the event, by name or through it."""
    roles = query.accepted_roles
    days = COVERS if query.certain else OVERLAPS
    named = (
        f"SELECT 1 FROM memberships m JOIN parts p ON p.actor = m.member AND p.event = e.seq "
        f"AND p.role IN ({marks(roles)}) WHERE m.organisation IN ({marks(groups)}) AND {days}"
    )
    values = (*roles, *groups)
    if query.direct:
        return Clause(f"EXISTS ({named})", values)
    itself = (
        f"SELECT 1 FROM parts p JOIN memberships m ON m.organisation = p.actor AND {days} "
        f"WHERE p.event = e.seq AND p.actor IN ({marks(groups)}) AND p.role IN ({marks(roles)})"
    )
    return Clause(f"(EXISTS ({named}) OR EXISTS ({itself}))", (*values, *groups, *roles))


def _named(term: ActorTerm, query: Query) -> Clause:
    roles = query.accepted_roles
    if not term.ids:
        return Clause("0")
    sql = (
        "EXISTS (SELECT 1 FROM parts p INDEXED BY parts_event WHERE p.event = e.seq "
        f"AND p.actor IN ({marks(term.ids)}) AND p.role IN ({marks(roles)}))"
    )
    return Clause(sql, (*term.ids, *roles))


def _through(term: ActorTerm, query: Query) -> list[Clause]:
    """The rest of a SELECT over the groups between the term and the event; nothing where none counts."""
    roles = shared_roles(query)
    if not roles or not term.ids:
        return []
    sql = (
        "FROM parts p INDEXED BY parts_event CROSS JOIN memberships m INDEXED BY memberships_member "
        f"ON m.member IN ({marks(term.ids)}) AND m.organisation = p.actor "
        f"CROSS JOIN actors a ON a.id = p.actor "
        f"WHERE p.event = e.seq AND p.role IN ({marks(roles)}) AND {OVERLAPS} AND NOT EXISTS "
        "(SELECT 1 FROM parts own INDEXED BY parts_event WHERE own.event = e.seq AND own.actor = m.member)"
    )
    return [Clause(sql, (*term.ids, *roles))]


def _exists(way: Clause) -> Clause:
    return Clause(f"EXISTS (SELECT 1 {way.sql})", way.values)
