"""Turn a query into one SELECT: each part of the query becomes one condition."""

from timeline.query import FOREVER, Query
from timeline.roles import NOT_THERE, ROLES
from timeline.store.filters import certain, certainly_matches, matches, member_of, possible, via_groups
from timeline.store.fts import contains_words
from timeline.store.scans import Scan, merged
from timeline.store.sql import Clause, all_of, joined, placeholders


def select(query: Query, scans: list[Scan]) -> Clause:
    """The SELECT for a query. Its rows are a document and the `match`, which is empty for an empty query."""
    match = _match(query) if query.asks else Clause("''")
    parts = [
        Clause("SELECT d.document,"),
        match,
        Clause("FROM events e CROSS JOIN documents d ON d.number = e.number WHERE"),
        matching_events(query, scans),
        Clause(f"ORDER BY e.seq {'DESC' if query.reverse else 'ASC'}"),
        Clause(f"LIMIT {row_limit(query):d}"),
    ]
    return joined(" ", parts)


def row_limit(query: Query) -> int:
    """How many rows the query asks for; -1, which SQLite reads as "all", if it has no limit."""
    return -1 if query.limit is None else min(query.limit, FOREVER)


def matching_events(query: Query, scans: list[Scan]) -> Clause:
    """The events that a query finds, as a condition on `e`."""
    where = [*_filters(query), *_other_actors(query)]
    if not query.actors and not query.windows:
        return all_of(where)
    limited = query.limit is not None
    positions = merged(scans, query, where if limited else [])
    scanned = Clause(f"e.seq IN ({positions.sql})", positions.values)
    return all_of([scanned] if limited else [scanned, *where])


def uncertain_events(query: Query, scans: list[Scan]) -> Clause:
    """SELECT of the positions of events that possibly match but not certainly, up to the query's limit."""
    sure = all_of(_filters(query._replace(certain=True)))
    where = [*_filters(query), *_other_actors(query), Clause(f"NOT ({sure.sql})", sure.values)]
    if query.actors or query.windows:
        return merged(scans, query, where)
    return joined(" ", [Clause("SELECT e.seq FROM events e WHERE"), all_of(where)])


def absent_events(query: Query) -> Clause:
    """SELECT of the events that match only if being absent counts: an actor of the query was absent."""
    ids = tuple(actor for term in query.actors for actor in term.ids)
    if not ids:
        return Clause("SELECT 1 WHERE 0")
    in_any_role, present = all_of(_conditions(query._replace(roles=ROLES))), all_of(_conditions(query))
    where = [in_any_role, Clause(f"NOT ({present.sql})", present.values)]
    # With `member_of`, the absent actor may be another one than those of the query.
    if not query.member_of:
        absent = (
            f"e.seq IN (SELECT event FROM parts INDEXED BY parts_absent WHERE actor IN ({placeholders(ids)}) "
            "AND role IN ('absent', 'not-invited'))"
        )
        where.insert(0, Clause(absent, ids))
    return joined(" ", [Clause("SELECT 1 FROM events e WHERE"), all_of(where)])


def events_via_members(groups: tuple[str, ...]) -> Clause:
    """SELECT of the events that name a then member of one of the groups, but none of the groups."""
    ids, absent = placeholders(groups), placeholders(NOT_THERE)
    sql = (
        "SELECT DISTINCT p.event FROM memberships m JOIN parts p ON p.actor = m.member "
        "JOIN events e ON e.seq = p.event AND m.first <= e.last AND m.last >= e.first "
        f"WHERE m.organisation IN ({ids}) AND p.role NOT IN ({absent}) "
        f"AND p.event NOT IN (SELECT event FROM parts WHERE actor IN ({ids}))"
    )
    return Clause(sql, (*groups, *NOT_THERE, *groups))


def _conditions(query: Query) -> list[Clause]:
    """Every condition of a query."""
    return [*(matches(term, query) for term in query.actors), *_filters(query)]


def _other_actors(query: Query) -> list[Clause]:
    """The conditions for all actors except the first, which the scans have found already."""
    return [matches(term, query) for term in query.actors[1:]]


def _filters(query: Query) -> list[Clause]:
    """Every condition except that the actors of the query match."""
    where = [*_facets(query), *map(possible, query.windows), *_words(query), *_roles(query)]
    where += [member_of(groups, query) for groups in query.member_of]
    if query.certain:
        where += [certain(window) for window in query.windows]
        where += [certainly_matches(term, query) for term in query.actors]
    return where


def _match(query: Query) -> Clause:
    """An expression: how an event matches the windows and each actor of the query, as JSON."""
    certainty = _certainty(all_of([certain(window) for window in query.windows]))
    actors: list[Clause] = []
    for term in query.actors:
        sure, groups = _certainty(certainly_matches(term, query)), via_groups(term, query)
        pairs = joined(", ", [Clause("'certainty'"), sure, Clause("'through'"), groups])
        actors.append(Clause(f"?, json_object({pairs.sql})", (term.name, *pairs.values)))
    by_actor = joined(", ", actors)
    return Clause(
        f"json_object('certainty', {certainty.sql}, 'actors', json_object({by_actor.sql}))",
        certainty.values + by_actor.values,
    )


def _certainty(sure: Clause) -> Clause:
    return Clause(f"CASE WHEN {sure.sql} THEN 'certain' ELSE 'possible' END", sure.values)


def _facets(query: Query) -> list[Clause]:
    return [
        Clause(
            "EXISTS (SELECT 1 FROM facets f WHERE f.event = e.seq AND f.term IN "
            f"(SELECT term FROM terms WHERE field = ? AND folded IN ({placeholders(term.values)})))",
            (term.facet, *term.values),
        )
        for term in query.facets
    ]


def _words(query: Query) -> list[Clause]:
    return [contains_words(query.text)] if query.text else []


def _roles(query: Query) -> list[Clause]:
    """A role without an actor: any actor of the event has it."""
    if not query.roles or query.actors:
        return []
    roles = placeholders(query.roles)
    sql = f"EXISTS (SELECT 1 FROM parts p WHERE p.event = e.seq AND p.role IN ({roles}))"
    return [Clause(sql, query.roles)]
