"""From a query to one SELECT: each part of the query is one clause, and the definitions are its words."""

from timeline.forever import FOREVER
from timeline.query import ActorTerm, Query, Window
from timeline.roles import NOT_THERE
from timeline.store.clause import Clause, Value
from timeline.store.words import matching

_OVERLAPS = (
    "m.first <= e.last AND m.last >= e.first AND (e.spans = 'none' OR EXISTS "
    "(SELECT 1 FROM spans s WHERE s.event = e.seq AND m.first <= s.last AND m.last >= s.first))"
)
"""A spell of membership and an event have a day in common; for a set, one of its members has."""
_NOBODY = Clause("SELECT 0 AS event, 0 AS sure, '' AS through WHERE 0")


def select(query: Query) -> Clause:
    """The SELECT for a query: a row is a document and its `match` as JSON, empty where nothing was asked."""
    terms = [_actor_term(term, query) for term in query.actors]
    joins = [f" JOIN ({term.sql}) t{number} ON t{number}.event = e.seq" for number, term in enumerate(terms)]
    where = [*_facets(query), *map(possible, query.windows), *_words(query), *_roles(query)]
    where += [_member_of(groups, query) for groups in query.member_of]
    sure = [certain(window) for window in query.windows]
    if query.certain:
        where += [*sure, *(Clause(f"t{number}.sure") for number in range(len(terms)))]
    match = _match(query, sure) if query.asks else Clause("''")
    direction = "DESC" if query.reverse else "ASC"
    limit = "" if query.limit is None else f" LIMIT {min(query.limit, FOREVER):d}"
    sql = (
        f"SELECT e.document, {match.sql} FROM events e{''.join(joins)} "
        f"WHERE {_all(where)} ORDER BY e.seq {direction}{limit}"
    )
    return Clause(sql, tuple(value for clause in (match, *terms, *where) for value in clause.values))


def _match(query: Query, sure: list[Clause]) -> Clause:
    """How an event matches, as JSON that SQLite makes: for when, and for each asked actor."""
    words = "CASE WHEN {} THEN 'certain' ELSE 'possible' END"
    actors = [
        f"?, json_object('when', {words.format(f't{number}.sure')}, 'through', json(t{number}.through))"
        for number in range(len(query.actors))
    ]
    sql = f"json_object('when', {words.format(_all(sure))}, 'actors', json_object({', '.join(actors)}))"
    names = tuple(term.name for term in query.actors)
    return Clause(sql, (*(value for clause in sure for value in clause.values), *names))


def _all(clauses: list[Clause]) -> str:
    return " AND ".join(clause.sql for clause in clauses) or "1"


def possible(window: Window) -> Clause:
    """Earliest start <= until and latest end >= since; for a set, of any member."""
    a, b = _limits(window)
    member = "EXISTS (SELECT 1 FROM spans s WHERE s.event = e.seq AND s.first <= ? AND s.last >= ?)"
    return Clause(f"(e.first <= ? AND e.last >= ? AND (e.spans = 'none' OR {member}))", (b, a, b, a))


def certain(window: Window) -> Clause:
    """Latest start <= until and earliest end >= since; for `{..}` of any member, for `[..]` of every one."""
    a, b = _limits(window)
    inside = "s.surely_by <= ? AND s.surely_from >= ?"
    some = f"EXISTS (SELECT 1 FROM spans s WHERE s.event = e.seq AND {inside})"
    other = f"EXISTS (SELECT 1 FROM spans s WHERE s.event = e.seq AND NOT ({inside}))"
    sql = (
        "CASE e.spans WHEN 'none' THEN e.surely_by <= ? AND e.surely_from >= ? "
        f"WHEN 'any' THEN {some} ELSE NOT {other} END"
    )
    return Clause(sql, (b, a) * 3)


def _limits(window: Window) -> tuple[int, int]:
    """No limit is for ever: what has no latest start is sure of no day, but of a window without end."""
    since = -FOREVER if window.since is None else max(1 - FOREVER, window.since)
    until = FOREVER if window.until is None else min(FOREVER - 1, window.until)
    return since, until


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


def _facets(query: Query) -> list[Clause]:
    asked = {
        "kind": query.kinds,
        "topic": query.topics,
        "place": query.places,
        "source": query.sources,
        "status": query.statuses,
    }
    return [
        Clause(
            f"e.seq IN (SELECT event FROM facets WHERE field = ? AND folded IN ({_marks(values)}))",
            (field, *values),
        )
        for field, values in asked.items()
        if values
    ]


def _words(query: Query) -> list[Clause]:
    return [matching(query.text)] if query.text else []


def _roles(query: Query) -> list[Clause]:
    """A role without an actor: somebody had it."""
    if not query.roles or query.actors:
        return []
    return [Clause(f"e.seq IN (SELECT event FROM parts WHERE role IN ({_marks(query.roles)}))", query.roles)]


def _actor_term(term: ActorTerm, query: Query) -> Clause:
    """Events that name an actor, or a group to which it belonged at some time of the event."""
    ways = [way for actor in term.ids for way in _ways(actor, query)] or [_NOBODY]
    union = " UNION ALL ".join(way.sql for way in ways)
    sql = (
        "SELECT event, MAX(sure) AS sure, "
        "json_group_array(DISTINCT through) FILTER (WHERE through <> '') AS through "
        f"FROM (SELECT * FROM ({union}) ORDER BY through) GROUP BY event"
    )
    return Clause(sql, tuple(value for way in ways for value in way.values))


def _ways(actor: str, query: Query) -> list[Clause]:
    roles = query.accepted_roles
    named = Clause(
        f"SELECT event, 1 AS sure, '' AS through FROM parts WHERE actor = ? AND role IN ({_marks(roles)})",
        (actor, *roles),
    )
    shared = tuple(role for role in roles if role not in NOT_THERE)
    return [named] if query.direct or not shared else [named, _through(actor, shared)]


def _through(actor: str, roles: tuple[str, ...]) -> Clause:
    """Through a group; an actor that the event names itself is judged by that alone.

    Certain when surely a member all through the event: one spell covers all days that it may have had.
    """
    covers = "m.sure_first <= e.first AND m.sure_last >= e.last"
    sql = (
        f"SELECT p.event, {covers}, a.name FROM memberships m "
        f"JOIN parts p ON p.actor = m.organisation AND p.role IN ({_marks(roles)}) "
        "JOIN events e ON e.seq = p.event JOIN actors a ON a.id = m.organisation "
        f"WHERE m.member = ? AND {_OVERLAPS} "
        "AND NOT EXISTS (SELECT 1 FROM parts own WHERE own.actor = ? AND own.event = p.event)"
    )
    return Clause(sql, (*roles, actor, actor))


def _member_of(groups: tuple[str, ...], query: Query) -> Clause:
    """Somebody took part who was a member of a group at some time of the event, by name or through it."""
    roles = query.accepted_roles
    days = "m.sure_first <= e.first AND m.sure_last >= e.last" if query.certain else _OVERLAPS
    named = (
        f"SELECT 1 FROM memberships m JOIN parts p ON p.actor = m.member AND p.event = e.seq "
        f"AND p.role IN ({_marks(roles)}) WHERE m.organisation IN ({_marks(groups)}) AND {days}"
    )
    values: tuple[Value, ...] = (*roles, *groups)
    if query.direct:
        return Clause(f"EXISTS ({named})", values)
    itself = (
        f"SELECT 1 FROM parts p JOIN memberships m ON m.organisation = p.actor AND {days} "
        f"WHERE p.event = e.seq AND p.actor IN ({_marks(groups)}) AND p.role IN ({_marks(roles)})"
    )
    return Clause(f"(EXISTS ({named}) OR EXISTS ({itself}))", (*values, *groups, *roles))
