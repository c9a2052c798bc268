"""Sets: one of several dates, `[1667,1668,1670..1672]`, or all of them, `{1960,1961-12}`.

"Set representation" (level 2) of the EDTF specification; ISO 8601-2:2019, 6. `..` stands for all values
between two of the same precision, and at the beginning or end of the list for "on or before", "on or after".
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline.dates.calendar import calendar_day, day_number, last_of_month, shift_month
from timeline.dates.intervals import OPEN
from timeline.dates.points import unmarked
from timeline.dates.single import read_point
from timeline.dates.values import Bound, Date, InvalidDate, Point, Reach, Span, coarsest

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


class _Kind(NamedTuple):
    """What the two brackets mean."""

    closing: str
    every: bool
    member: Callable[[Stretch], tuple[Span, Reach]]
    latest_start: Callable[[list[int]], int]
    earliest_end: Callable[[list[int]], int]


# One date alone may be the last of the set; all together begin with the first.
_KINDS = {"[": _Kind("]", True, one_of, max, min), "{": _Kind("}", False, all_of, min, max)}
_COMMA = re.compile(" *, *")
_MOST_MEMBERS = 400


def split_members(text: str) -> list[tuple[str, str]]:
    """The members as written: both ends of each, the same for a single date, empty for `..` without one.

    Raises `InvalidDate`. Spaces are read around a comma only: see `docs/dates.md`.
    """
    closing = _KINDS[text[0]].closing
    if text[-1] != closing:
        raise InvalidDate(f"a set that begins with {text[0]} ends with {closing}")
    pieces = _COMMA.split(text[1:-1])
    members: list[tuple[str, str]] = []
    for place, piece in enumerate(pieces):
        first, dots, last = piece.partition("..")
        if not (first or last):
            raise InvalidDate(f"member {place + 1} of the set is empty")
        if not first and place:
            raise InvalidDate(f"{piece}: `..` without a date before it stands at the beginning of the set")
        if dots and not last and place < len(pieces) - 1:
            raise InvalidDate(f"{piece}: `..` without a date after it stands at the end of the set")
        if "T" in piece or "/" in piece:
            raise InvalidDate(f"{piece}: the members of a set are dates, no intervals and no times of day")
        members.append((first, last if dots else first))
    return members


def read_set(text: str) -> Date:
    """The set that stands in this text, which begins with a bracket. Raises `InvalidDate`."""
    stretches: list[Stretch] = []
    for first, last in split_members(text):
        stretches += spread(_stretch(first, last), _MOST_MEMBERS - len(stretches))
    points = [point for stretch in stretches for point in stretch if point]
    kind = _KINDS[text[0]]
    members = [kind.member(stretch) for stretch in stretches]
    spans = [span for span, _ in members]
    return Date(
        text=text,
        level=2,
        precision=coarsest([point.precision for point in points]),
        approximate=any(point.approximate for point in points),
        uncertain=any(point.uncertain for point in points),
        start=_start(spans, kind),
        end=_end(spans, kind),
        spans=tuple(spans),
        reaches=tuple(reach for _, reach in members),
        every=kind.every,
    )


def _stretch(first: str, last: str) -> Stretch:
    try:
        begin = read_point(first) if first else None
        end = begin if first == last else read_point(last) if last else None
    except InvalidDate as reason:
        raise InvalidDate(f"{first if first == last else f'{first}..{last}'}: {reason}") from None
    if begin and end and begin.precision != end.precision:
        raise InvalidDate(f"{first}..{last}: a {begin.precision} and a {end.precision}; both must be alike")
    if begin and end and begin.earliest > end.final:
        raise InvalidDate(f"{first}..{last}: the end lies before the start")
    return Stretch(begin, end)


def _start(spans: list[Span], kind: _Kind) -> Bound:
    if any(span.start is OPEN for span in spans):
        return OPEN
    earliest = [span.start.earliest for span in spans if span.start.earliest is not None]
    latest = [span.start.latest for span in spans if span.start.latest is not None]
    return Bound(min(earliest), kind.latest_start(latest), "known")


def _end(spans: list[Span], kind: _Kind) -> Bound:
    if any(span.end is OPEN for span in spans):
        return OPEN
    earliest = [span.end.earliest for span in spans if span.end.earliest is not None]
    latest = [span.end.latest for span in spans if span.end.latest is not None]
    return Bound(kind.earliest_end(earliest), max(latest), "known")
