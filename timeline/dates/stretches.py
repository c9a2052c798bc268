"""A stretch of a set: one date, all from one date to another, or all before or after one."""

from typing import NamedTuple

from timeline.dates.days import calendar_day, day_number, last_of_month, shift_month
from timeline.dates.intervals import OPEN
from timeline.dates.points import unmarked
from timeline.dates.values import Bound, Point, Reach, Span

_MONTHS_IN = {"month": 1, "year": 12}


class Stretch(NamedTuple):
    """From one date to another: the same twice for a single date, `None` for `..` without one."""

    first: Point | None
    last: Point | None


def spread(stretch: Stretch, most: int) -> list[Stretch]:
    """The single dates of a stretch from one plain date to another, where they are not too many."""
    first, last = stretch
    if first is None or last is None or first is last or not (_is_plain(first) and _is_plain(last)):
        return [stretch]
    if first.precision == "day":
        days = range(first.earliest, last.earliest + 1)
        return [_day(number) for number in days] if len(days) <= most else [stretch]
    year, month, _ = calendar_day(first.earliest)
    last_year, last_month, _ = calendar_day(last.earliest)
    step = _MONTHS_IN[first.precision]
    count = ((last_year - year) * 12 + last_month - month) // step + 1
    if count > most:
        return [stretch]
    return [_months(first.precision, *shift_month(year, month, step * nth)) for nth in range(count)]


def _is_plain(point: Point) -> bool:
    """A day, a month or a year without mark and without `X`: a unit that can be counted on from."""
    counted = point.precision == "day" or point.precision in _MONTHS_IN
    return counted and point.final == point.earliest and not point.approximate and not point.uncertain


def _day(number: int) -> Stretch:
    point = unmarked("day", 0, number, number)
    return Stretch(point, point)


def _months(precision: str, year: int, month: int) -> Stretch:
    last = shift_month(year, month, _MONTHS_IN[precision] - 1)
    point = unmarked(precision, 0, day_number(year, month, 1), last_of_month(*last))
    return Stretch(point, point)


def one_of(stretch: Stretch) -> tuple[Span, Reach]:
    """A member of `[..]`: of the date only is known that it lies somewhere in the stretch."""
    first, last = stretch
    if first and last:
        somewhere = Bound(first.earliest, last.latest, "known")
        span = Span(somewhere, somewhere)
    else:
        span = Span(_bound(first), _bound(last))
    reach = Reach(
        first=first.first if first else None,
        last=last.last if last else None,
        surely_by=last.surely_by if last else None,
        surely_from=first.surely_from if first else None,
        sure=_sure(stretch),
    )
    return span, reach


def all_of(stretch: Stretch) -> tuple[Span, Reach]:
    """A member of `{..}`: of a stretch that is not spread, the date named first is sure for the tests."""
    first, last = stretch
    named = first or last
    reach = Reach(
        first=first.first if first else None,
        last=last.last if last else None,
        surely_by=named.surely_by if named else None,
        surely_from=named.surely_from if named else None,
        sure=_sure(stretch),
    )
    return Span(_bound(first), _bound(last)), reach


def _bound(point: Point | None) -> Bound:
    return Bound(point.earliest, point.latest, "known") if point else OPEN


def _sure(stretch: Stretch) -> bool:
    return not any(point.uncertain for point in stretch if point)
