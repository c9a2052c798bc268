"""The index scans that find an answer, each in the order of the timeline.

A scan reads one index: the events of one duration bucket, or those of them that name one actor. The scans of
a query are merged by the position of events, so that the first events of an answer come at once, however many
more there are.
"""

import sqlite3
from typing import NamedTuple

from timeline.query import FOREVER, ActorTerm, Query, Window
from timeline.store.filters import bounds, possible, shared_roles
from timeline.store.sql import Clause, all_of, joined, placeholders

DURATION_BUCKETS: tuple[tuple[int, int], ...] = (
    (0, 0),
    (31, 31),
    (366, 366),
    (3660, 3660),
    (366, 4 * FOREVER),
    (4 * FOREVER, 366),
    (4 * FOREVER, 4 * FOREVER),
)
"""How many days the events of each bucket may have before and after the day by which they are sorted.

The events of one bucket that may overlap a window are neighbours in the order of the timeline, so that a
window is a few short ranges of it, however long the timeline is.
"""

_MAX_UNION = 400
"""SELECTs in one UNION; SQLite takes at most 500."""

_NO_EVENTS = Clause("SELECT 0 WHERE 0")


def bucket_of(start: int, first: int, last: int) -> int:
    """The bucket of an event that is sorted by the day `start` and may have days from `first` to `last`."""
    before, after = start - first, last - start
    return next(
        number
        for number, (most_before, most_after) in enumerate(DURATION_BUCKETS)
        if before <= most_before and after <= most_after
    )


def _min_start(bucket: int, since: int) -> int:
    """The earliest start of an event of a bucket that may have a day on or after `since`."""
    return max(-FOREVER, since - DURATION_BUCKETS[bucket][1])


def _max_start(bucket: int, until: int) -> int:
    """The latest start of an event of a bucket that may have a day on or before `until`."""
    return min(FOREVER, until + DURATION_BUCKETS[bucket][0])


class Scan(NamedTuple):
    """The events of a bucket; with `actor`, those that name it.

    With `member`, the actor is a group to which the member belonged from the day `first` to the day `last`.
    """

    bucket: int
    actor: str = ""
    member: str = ""
    first: int = -FOREVER
    last: int = FOREVER


def scans(connection: sqlite3.Connection, query: Query) -> list[Scan]:
    """The scans of a query: by its first actor, else by its windows; empty if it has neither."""
    if query.actors:
        return _scans_of_actor(connection, query.actors[0], query)
    return [Scan(bucket) for bucket in range(len(DURATION_BUCKETS))] if query.windows else []


def _scans_of_actor(connection: sqlite3.Connection, term: ActorTerm, query: Query) -> list[Scan]:
    """The scans of the actors of a term and of their groups, as far as any event names them."""
    if not term.ids:
        return []
    themselves = f"SELECT id AS actor, '' AS member, {-FOREVER} AS first, {FOREVER} AS last FROM ids"
    groups = " UNION SELECT organisation, member, first, last FROM memberships JOIN ids ON id = member"
    buckets = ", ".join(f"({number})" for number in range(len(DURATION_BUCKETS)))
    sql = (
        f"WITH ids (id) AS (VALUES {', '.join(['(?)'] * len(term.ids))}), "
        f"buckets (bucket) AS (VALUES {buckets}) "
        "SELECT bucket, actor, member, first, last "
        f"FROM ({themselves}{groups if shared_roles(query) else ''}) g CROSS JOIN buckets "
        "WHERE EXISTS (SELECT 1 FROM parts p WHERE p.actor = g.actor AND p.bucket = buckets.bucket)"
    )
    return [Scan._make(row) for row in connection.execute(sql, term.ids)]


def merged(scans: list[Scan], query: Query, where: list[Clause]) -> Clause:
    """SELECT of the positions of the events in these scans that fulfil all of `where`.

    If the query has a limit, these are the first ones in the order of the query; else all, in any order.
    """
    if not scans:
        return _NO_EVENTS
    selects = [_select(scan, query, where) for scan in scans]
    if query.limit is None:
        return _union(" UNION ALL ", selects)
    # UNION removes duplicates of an event that names the actor in two roles; it needs two operands to do so.
    union = _union(" UNION ", [*selects, _NO_EVENTS])
    order = f"ORDER BY 1 {'DESC' if query.reverse else 'ASC'} LIMIT {min(query.limit, FOREVER):d}"
    return Clause(f"{union.sql} {order}", union.values)


def _union(operator: str, selects: list[Clause]) -> Clause:
    """One union, of unions if there are more SELECTs than SQLite takes in one."""
    while len(selects) > _MAX_UNION:
        unions = [
            joined(operator, selects[start : start + _MAX_UNION])
            for start in range(0, len(selects), _MAX_UNION)
        ]
        selects = [Clause(f"SELECT * FROM ({union.sql})", union.values) for union in unions]
    return joined(operator, selects)


def _select(scan: Scan, query: Query, where: list[Clause]) -> Clause:
    """SELECT of the events of one scan, in the order of its index."""
    conditions = [*_range(scan, query), *where]
    if not scan.actor:
        table = Clause("FROM events e INDEXED BY events_bucket WHERE e.bucket = ? AND", (scan.bucket,))
        return joined(" ", [Clause("SELECT e.seq AS event"), table, all_of(conditions)])
    roles = shared_roles(query) if scan.member else query.accepted_roles
    table = Clause(
        "FROM parts p CROSS JOIN events e ON e.seq = p.event "
        f"WHERE p.actor = ? AND p.bucket = ? AND p.role IN ({placeholders(roles)}) AND",
        (scan.actor, scan.bucket, *roles),
    )
    if scan.member:
        conditions += _through_group(scan)
    return joined(" ", [Clause("SELECT p.event AS event"), table, all_of(conditions)])


def _through_group(scan: Scan) -> list[Clause]:
    """The member belonged to the group on some day of the event, which does not name the member itself."""
    itself = Clause(
        "NOT EXISTS (SELECT 1 FROM parts own INDEXED BY parts_event "
        "WHERE own.event = p.event AND own.actor = ?)",
        (scan.member,),
    )
    return [possible(Window(scan.first, scan.last)), itself]


def _range(scan: Scan, query: Query) -> list[Clause]:
    """The range of positions in which events may overlap the windows and the membership."""
    windows = [bounds(window) for window in query.windows]
    since = max([scan.first, *(since for since, _ in windows)])
    until = min([scan.last, *(until for _, until in windows)])
    position = "p.event" if scan.actor else "e.seq"
    low, high = _min_start(scan.bucket, since), _max_start(scan.bucket, until)
    conditions = []
    if low > -FOREVER:
        edge = "SELECT seq FROM events WHERE start >= ? ORDER BY start, seq LIMIT 1"
        conditions.append(Clause(f"{position} >= ({edge})", (low,)))
    if high < FOREVER:
        edge = "SELECT seq FROM events WHERE start <= ? ORDER BY start DESC, seq DESC LIMIT 1"
        conditions.append(Clause(f"{position} <= ({edge})", (high,)))
    return conditions
