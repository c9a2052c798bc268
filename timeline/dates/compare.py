"""What can be asked of dates: do they lie in a window, which comes first, in what order do they stand."""

from collections.abc import Iterable
from typing import Literal

from timeline.dates.values import COARSENESS, Date, Reach

Overlap = Literal["certain", "possible", "no"]
Comparison = Literal[
    "certainly before",
    "possibly before",
    "certainly together",
    "possibly together",
    "possibly after",
    "certainly after",
    "cannot tell",
]

# Beyond every day that can be written, and within 64 bits: unknown dates come last.
UNDATED = 2**62
_SECONDS_OF_A_DAY = 86_400


def possible(reach: Reach, since: int | None, until: int | None) -> bool:
    """Whether this span may lie in the window: it can start by its end, and end no earlier than its start."""
    first, last = reach.first, reach.last
    return (first is None or until is None or first <= until) and (
        last is None or since is None or last >= since
    )


def certain(reach: Reach, since: int | None, until: int | None) -> bool:
    """Whether this span surely lies in the window: begun by its last day, not over before its first."""
    begun, going_on = reach.surely_by, reach.surely_from
    return (
        reach.sure
        and (until is None or (begun is not None and begun <= until))
        and (since is None or (going_on is not None and going_on >= since))
    )


def overlap(date: Date, since: int | None, until: int | None) -> Overlap:
    """How surely the date lies in the window from `since` to `until`, both included; `None` is no limit.

    Day numbers, as `Bound` has them. A set is possible when any member is; `[..]` is certain when all members
    are, `{..}` when any is (ISO 8601-2:2019, 6).
    """
    reaches = date.reaches
    if not any(possible(reach, since, until) for reach in reaches):
        return "no"
    sure = [certain(reach, since, until) for reach in reaches]
    return "certain" if (all(sure) if date.every else any(sure)) else "possible"


def window(date: Date) -> tuple[int | None, int | None]:
    """Earliest start and latest end as written, in day numbers: the window that a date asks for."""
    return date.start.earliest, date.end.latest


def order(date: Date) -> tuple[int, int]:
    """The place of a date on a timeline, for sorting; the same on every machine.

    First the earliest start, or where it is unknown the latest start, in day numbers; then the coarser
    precision first, as a heading stands over what it covers, and times of one day by the clock.
    """
    return _place(date), _rank(date)


def _place(date: Date) -> int:
    if date.start.earliest is not None:
        return date.start.earliest
    if date.end.earliest is not None:
        return date.end.earliest
    known = [span.end.earliest for span in date.spans if span.end.earliest is not None]
    return min(known, default=UNDATED)


def _rank(date: Date) -> int:
    if date.precision not in {"second", "minute"}:
        return (len(COARSENESS) - COARSENESS.index(date.precision)) * _SECONDS_OF_A_DAY
    time = date.text.partition("T")[2]
    second = int(time[6:8]) if date.precision == "second" else 0
    return len(COARSENESS) * _SECONDS_OF_A_DAY + int(time[:2]) * 3600 + int(time[3:5]) * 60 + second


def compare(one: Date, other: Date) -> Comparison:
    """What is known of the order of two dates, by whole days.

    `before` and `after` mean without a day in common, `together` with at least one. `certainly` needs both
    dates without `?`; `possibly before` means that it may be before and cannot be after; if both may
    be, the result is `cannot tell`.
    """
    first, last, begun, over = _limits(one)
    other_first, other_last, other_begun, other_over = _limits(other)
    sure = all(reach.sure for reach in (*one.reaches, *other.reaches))
    if last < other_first:
        return "certainly before" if sure else "possibly before"
    if other_last < first:
        return "certainly after" if sure else "possibly after"
    before, after = over < other_begun, other_over < begun
    if before and after:
        return "cannot tell"
    if before or after:
        return "possibly before" if before else "possibly after"
    return "certainly together" if sure else "possibly together"


def _limits(date: Date) -> tuple[float, float, float, float]:
    """Earliest start, latest end, latest start and earliest end over the whole date, infinite where none."""
    reaches = date.reaches
    infinite = float("inf")
    first = min(-infinite if reach.first is None else reach.first for reach in reaches)
    last = max(infinite if reach.last is None else reach.last for reach in reaches)
    begun: Iterable[float] = [infinite if reach.surely_by is None else reach.surely_by for reach in reaches]
    over: Iterable[float] = [
        -infinite if reach.surely_from is None else reach.surely_from for reach in reaches
    ]
    if date.every:
        return first, last, max(begun), min(over)
    return first, last, min(begun), max(over)
