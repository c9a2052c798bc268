"""The definitions of a date in a window, as clauses over an event `e`."""

from timeline.query import FOREVER, Window
from timeline.store.sql import Clause


def possible(window: Window) -> Clause:
    """Earliest start <= until and latest end >= since; for a set, of any member."""
    a, b = limits(window)
    member = "EXISTS (SELECT 1 FROM spans s WHERE s.event = e.seq AND s.first <= ? AND s.last >= ?)"
    return Clause(f"(e.first <= ? AND e.last >= ? AND (e.spans = 'none' OR {member}))", (b, a, b, a))


def certain(window: Window) -> Clause:
    """Latest start <= until and earliest end >= since; for `{..}` of any member, for `[..]` of every one."""
    a, b = limits(window)
    inside = "s.surely_by <= ? AND s.surely_from >= ?"
    some = f"EXISTS (SELECT 1 FROM spans s WHERE s.event = e.seq AND {inside})"
    other = f"EXISTS (SELECT 1 FROM spans s WHERE s.event = e.seq AND NOT ({inside}))"
    sql = (
        "CASE e.spans WHEN 'none' THEN e.surely_by <= ? AND e.surely_from >= ? "
        f"WHEN 'any' THEN {some} ELSE NOT {other} END"
    )
    return Clause(sql, (b, a) * 3)


def limits(window: Window) -> tuple[int, int]:
    """No limit is for ever: what has no latest start is sure of no day, but of a window without end."""
    since = -FOREVER if window.since is None else max(1 - FOREVER, window.since)
    until = FOREVER if window.until is None else min(FOREVER - 1, window.until)
    return since, until
