"""Intervals: from one date to another, where either end may be open (`..`) or unknown (empty).

"Time Interval" (level 0), "Extended Interval" (level 1) and "Interval" (level 2) of the EDTF specification;
ISO 8601-2:2019, 10.2. An end has a date, never a time of day.
"""

import re

from timeline.dates.points import take_apart
from timeline.dates.single import read_point, why_no_date
from timeline.dates.values import Bound, Date, InvalidDate, Point, Reach, coarsest

_OF_ONE_TABLE = re.compile("2[1-4]2[1-4]|2[5-8]2[5-8]")

OPEN = Bound(None, None, "open")
UNKNOWN = Bound(None, None, "unknown")


def read_interval(text: str) -> Date:
    """The interval that stands in this text, which has a slash. Raises `InvalidDate`."""
    start, _, end = text.partition("/")
    if "/" in end:
        raise InvalidDate(why_no_date(text))
    first = _end_of_interval(start, "start")
    last = _end_of_interval(end, "end")
    if first and last and (first.earliest > last.final or _against_the_seasons(start, end)):
        raise InvalidDate(f"its end, {end}, lies before its start, {start}")
    points = [point for point in (first, last) if point]
    return Date(
        text=text,
        level=_level(points, (start, end)),
        precision=coarsest([point.precision for point in points]),
        approximate=any(point.approximate for point in points),
        uncertain=any(point.uncertain for point in points),
        start=_bound(first, start),
        end=_bound(last, end),
        spans=(),
        reaches=(reach_between(first, last),),
        every=False,
    )


def _against_the_seasons(start: str, end: str) -> bool:
    """Whether both ends are seasons of one year, the later one first.

    Winter, the last of the codes, has the bounds of its whole year, so the days alone do not show it.
    """
    one, other = take_apart(start), take_apart(end)
    if one is None or other is None or one.sign + one.year != other.sign + other.year:
        return False
    codes = one.month + other.month
    return one.month > other.month and (_OF_ONE_TABLE.fullmatch(codes) is not None)


def _end_of_interval(text: str, name: str) -> Point | None:
    if text in {"", ".."}:
        return None
    if "T" in text:
        raise InvalidDate(f"its {name}, {text}, has a time of day; an interval goes from date to date")
    try:
        return read_point(text)
    except InvalidDate as reason:
        raise InvalidDate(f"its {name}, {text}: {reason}") from None


def _level(points: list[Point], ends: tuple[str, str]) -> int:
    if "X" in ends[0] or "X" in ends[1]:
        return 2
    return max([1 if len(points) < 2 else 0, *(point.level for point in points)])


def _bound(point: Point | None, text: str) -> Bound:
    if point is None:
        return OPEN if text else UNKNOWN
    return Bound(point.earliest, point.latest, "known")


def reach_between(first: Point | None, last: Point | None) -> Reach:
    """What the tests ask of a span with these ends, `None` being open or unknown.

    Of an open or unknown end no more is known than that it had begun: earliest end = latest start; of an open
    or unknown start likewise: latest start = earliest end.
    """
    begun = first.surely_by if first else None
    ended = last.surely_from if last else None
    return Reach(
        first=first.first if first else None,
        last=last.last if last else None,
        surely_by=begun if first else ended,
        surely_from=ended if last else begun,
        sure=not ((first and first.uncertain) or (last and last.uncertain)),
    )
