"""The strands of the order in which the events of an answer can stand.

A strand is what one index has in the order of the timeline: the events of one class of width, or those of
them that name one actor. Merged in that order they give the first events of an answer at once, however
many more there are.
"""

import sqlite3
from typing import NamedTuple

from timeline.query import FOREVER, ActorTerm, Query, Window
from timeline.store.filters import shared_roles
from timeline.store.sql import Clause, every, joined, marks
from timeline.store.widths import WIDTHS, days_from, days_until
from timeline.store.windows import limits, possible

_MOST = 400
"""SELECTs that SQLite takes in one union, with some to spare."""


class Scan(NamedTuple):
    """Events of one width that name `actor`: for its own sake, or for `member`, who belonged to it from the
    day `first` to the day `last`. Without an actor: all events of that width.
    """

    width: int
    actor: str = ""
    member: str = ""
    first: int = -FOREVER
    last: int = FOREVER


def scans(connection: sqlite3.Connection, query: Query) -> list[Scan]:
    """The strands of a query: by its first actor, else by its windows; none where it asks for neither."""
    if query.actors:
        return _of_actor(connection, query.actors[0], query)
    return [Scan(width) for width in range(len(WIDTHS))] if query.windows else []


def _of_actor(connection: sqlite3.Connection, term: ActorTerm, query: Query) -> list[Scan]:
    """Those of the actors of a term and of their groups that are on the timeline at all."""
    if not term.ids:
        return []
    themselves = f"SELECT id AS actor, '' AS member, {-FOREVER} AS first, {FOREVER} AS last FROM ids"
    groups = " UNION SELECT organisation, member, first, last FROM memberships JOIN ids ON id = member"
    sql = (
        f"WITH ids (id) AS (VALUES {', '.join(['(?)'] * len(term.ids))}), "
        f"widths (width) AS (VALUES {', '.join(f'({number})' for number in range(len(WIDTHS)))}) "
        "SELECT width, actor, member, first, last "
        f"FROM ({themselves}{groups if shared_roles(query) else ''}) g CROSS JOIN widths "
        "WHERE EXISTS (SELECT 1 FROM parts p WHERE p.actor = g.actor AND p.width = widths.width)"
    )
    return [Scan._make(row) for row in connection.execute(sql, term.ids)]


def merged(found: list[Scan], query: Query, where: list[Clause]) -> Clause:
    """SELECT of the places of the events on these strands for which all of `where` holds: the first ones in
    the asked order when the query is limited, else all of them in any order.
    """
    if not found:
        return Clause("SELECT 0 WHERE 0")
    if query.limit is None:
        return _union(" UNION ALL ", [_one(strand, query, where) for strand in found])
    # UNION takes an event that names the actor in two roles once, and so needs a second part to unite with.
    nothing = Clause("SELECT 0 WHERE 0")
    union = _union(" UNION ", [*(_one(strand, query, where) for strand in found), nothing])
    order = f"ORDER BY 1 {'DESC' if query.reverse else 'ASC'} LIMIT {min(query.limit, FOREVER):d}"
    return Clause(f"{union.sql} {order}", union.values)


def _union(word: str, selects: list[Clause]) -> Clause:
    """One union, of unions where there are more SELECTs than SQLite takes in one."""
    while len(selects) > _MOST:
        parts = [joined(word, selects[at : at + _MOST]) for at in range(0, len(selects), _MOST)]
        selects = [Clause(f"SELECT * FROM ({part.sql})", part.values) for part in parts]
    return joined(word, selects)


def _one(strand: Scan, query: Query, where: list[Clause]) -> Clause:
    """SELECT of the events of one strand, in the order of its index."""
    conditions = [*_stretch(strand, query), *where]
    if not strand.actor:
        table = Clause("FROM events e INDEXED BY events_width WHERE e.width = ? AND", (strand.width,))
        return joined(" ", [Clause("SELECT e.seq AS event"), table, every(conditions)])
    roles = shared_roles(query) if strand.member else query.accepted_roles
    table = Clause(
        "FROM parts p CROSS JOIN events e ON e.seq = p.event "
        f"WHERE p.actor = ? AND p.width = ? AND p.role IN ({marks(roles)}) AND",
        (strand.actor, strand.width, *roles),
    )
    if strand.member:
        conditions += _belonged(strand)
    return joined(" ", [Clause("SELECT p.event AS event"), table, every(conditions)])


def _belonged(strand: Scan) -> list[Clause]:
    """A member on some day of the event, which does not name the member itself."""
    itself = Clause(
        "NOT EXISTS (SELECT 1 FROM parts own INDEXED BY parts_event "
        "WHERE own.event = p.event AND own.actor = ?)",
        (strand.member,),
    )
    return [possible(Window(strand.first, strand.last)), itself]


def _stretch(strand: Scan, query: Query) -> list[Clause]:
    """From where to where on a strand the events may stand, for their days and the spell of membership."""
    asked = [limits(window) for window in query.windows]
    since = max([strand.first, *(one for one, _ in asked)])
    until = min([strand.last, *(one for _, one in asked)])
    place = "p.event" if strand.actor else "e.seq"
    low, high = days_from(strand.width, since), days_until(strand.width, until)
    found = []
    if low > -FOREVER:
        at = "SELECT seq FROM events WHERE start >= ? ORDER BY start, seq LIMIT 1"
        found.append(Clause(f"{place} >= ({at})", (low,)))
    if high < FOREVER:
        at = "SELECT seq FROM events WHERE start <= ? ORDER BY start DESC, seq DESC LIMIT 1"
        found.append(Clause(f"{place} <= ({at})", (high,)))
    return found
