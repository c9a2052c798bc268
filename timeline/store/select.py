"""From a query to one SELECT: each part of the query is one clause, and the definitions are its words."""

from timeline.query import FOREVER, Query
from timeline.roles import ROLES
from timeline.store.filters import certainly_matches, member_of, there, via_groups
from timeline.store.fts import matching
from timeline.store.scans import Scan, merged
from timeline.store.sql import Clause, every, joined, marks
from timeline.store.windows import certain, possible


def select(query: Query, scans: list[Scan]) -> Clause:
    """The SELECT for a query: a row is a document and its `match` as JSON, empty where nothing was asked."""
    match = _match(query) if query.asks else Clause("''")
    parts = [
        Clause("SELECT d.document,"),
        match,
        Clause("FROM events e CROSS JOIN documents d ON d.number = e.number WHERE"),
        wanted(query, scans),
        Clause(f"ORDER BY e.seq {'DESC' if query.reverse else 'ASC'}"),
        Clause(f"LIMIT {most(query):d}"),
    ]
    return joined(" ", parts)


def most(query: Query) -> int:
    """How many rows the query asks for: -1, as SQLite has it, for all."""
    return -1 if query.limit is None else min(query.limit, FOREVER)


def wanted(query: Query, scans: list[Scan]) -> Clause:
    """The events that a query finds, as a clause over `e`."""
    where = [*_filters(query), *(there(term, query) for term in query.actors[1:])]
    if not query.actors and not query.windows:
        return every(where)
    limited = query.limit is not None
    places = merged(scans, query, where if limited else [])
    among = Clause(f"e.seq IN ({places.sql})", places.values)
    return every([among] if limited else [among, *where])


def count_uncertain(query: Query, scans: list[Scan]) -> Clause:
    """SELECT of the places of events that may match and are not certain to, as many as the limit says."""
    sure = every(_filters(query._replace(certain=True)))
    where = [*_filters(query), *(there(term, query) for term in query.actors[1:])]
    where.append(Clause(f"NOT ({sure.sql})", sure.values))
    if query.actors or query.windows:
        return merged(scans, query, where)
    return joined(" ", [Clause("SELECT e.seq FROM events e WHERE"), every(where)])


def count_absent(query: Query) -> Clause:
    """The events that would match if being absent counted, and do not: an asked actor was not there."""
    ids = tuple(key for term in query.actors for key in term.ids)
    if not ids:
        return Clause("0")
    anyhow, counted = every(_all(query._replace(roles=ROLES))), every(_all(query))
    where = [anyhow, Clause(f"NOT ({counted.sql})", counted.values)]
    if query.member_of:
        return every(where)
    absent = Clause(
        f"e.seq IN (SELECT event FROM parts INDEXED BY parts_absent WHERE actor IN ({marks(ids)}) "
        "AND role IN ('absent', 'not-invited'))",
        ids,
    )
    return every([absent, *where])


def _all(query: Query) -> list[Clause]:
    """Every condition of a query."""
    return [*(there(term, query) for term in query.actors), *_filters(query)]


def _filters(query: Query) -> list[Clause]:
    """All that narrows, but for the actors being there."""
    where = [*_facets(query), *map(possible, query.windows), *_words(query), *_roles(query)]
    where += [member_of(groups, query) for groups in query.member_of]
    if query.certain:
        where += [certain(window) for window in query.windows]
        where += [certainly_matches(term, query) for term in query.actors]
    return where


def _match(query: Query) -> Clause:
    """How an event matches, as JSON that SQLite makes: for when, and for each asked actor."""
    when = _surely(every([certain(window) for window in query.windows]))
    actors: list[Clause] = []
    for term in query.actors:
        sure, through = _surely(certainly_matches(term, query)), via_groups(term, query)
        one = joined(", ", [Clause("'certainty'"), sure, Clause("'through'"), through])
        actors.append(Clause(f"?, json_object({one.sql})", (term.name, *one.values)))
    found = joined(", ", actors)
    return Clause(
        f"json_object('certainty', {when.sql}, 'actors', json_object({found.sql}))",
        when.values + found.values,
    )


def _surely(sure: Clause) -> Clause:
    return Clause(f"CASE WHEN {sure.sql} THEN 'certain' ELSE 'possible' END", sure.values)


def _facets(query: Query) -> list[Clause]:
    return [
        Clause(
            "EXISTS (SELECT 1 FROM facets f WHERE f.event = e.seq AND f.term IN "
            f"(SELECT term FROM terms WHERE field = ? AND folded IN ({marks(term.values)})))",
            (term.facet, *term.values),
        )
        for term in query.facets
    ]


def _words(query: Query) -> list[Clause]:
    return [matching(query.text)] if query.text else []


def _roles(query: Query) -> list[Clause]:
    """A role without an actor: somebody had it."""
    if not query.roles or query.actors:
        return []
    sql = f"EXISTS (SELECT 1 FROM parts p WHERE p.event = e.seq AND p.role IN ({marks(query.roles)}))"
    return [Clause(sql, query.roles)]
