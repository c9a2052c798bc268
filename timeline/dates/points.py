"""From the components of one date to its day numbers: as written, and widened for the overlap tests."""

from timeline.dates.components import Components
from timeline.dates.days import day_number, last_of_month, month_length, months_later
from timeline.dates.masks import (
    first_real_day,
    mask_level,
    matching,
    years_downward,
    years_upward,
)
from timeline.dates.seasons import YEAR_PARTS
from timeline.dates.values import NotADate, Point

MONTHS = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def unmarked(precision: str, level: int, earliest: int, latest: int) -> Point:
    """A point that nothing makes doubtful: the tests ask for the days as written."""
    final = latest if precision == "day" else earliest
    return Point(precision, level, False, False, earliest, latest, final, earliest, latest, earliest, latest)


def point_of(date: Components) -> Point:
    """The day numbers of this date. Raises `NotADate` where the calendar does not have it."""
    if "X" in date.year or "X" in date.month or "X" in date.day:
        point = _masked(date)
    else:
        if date.sign and date.year == "0000":
            raise NotADate("there is no year -0000; year 0 is written 0000")
        year = -int(date.year) if date.sign else int(date.year)
        point = plain_point(year, date.month, date.day)
    if date.sign:
        point = point._replace(level=max(point.level, 1))
    return _marked(point, date) if date.level else point


def plain_point(year: int, month: str, day: str) -> Point:
    """The point of a year, or a month or part of a year, or a day, written in digits only."""
    if not month:
        return unmarked("year", 0, day_number(year, 1, 1), day_number(year, 12, 31))
    number = int(month)
    if not 1 <= number <= 12:
        return _part_of_year(year, year, number, day)
    if not day:
        return unmarked("month", 0, day_number(year, number, 1), last_of_month(year, number))
    if not 1 <= int(day) <= 28 and not 1 <= int(day) <= month_length(year, number):
        raise NotADate(no_such_day(year, number, int(day)))
    on = day_number(year, number, int(day))
    return unmarked("day", 0, on, on)


def no_such_day(year: int, month: int, day: int) -> str:
    """Why this day does not exist: `February 2023 has 28 days`."""
    if day == 0:
        return "days are counted from 01; an unspecified day is written XX"
    if month == 2 and day == 29:
        return f"February {year} has 28 days"
    return f"{MONTHS[month]} {year} has {month_length(year, month)} days"


def _part_of_year(first_year: int, last_year: int, code: int, day: str) -> Point:
    part = YEAR_PARTS.get(code)
    if part is None:
        if code == 0:
            raise NotADate("months are counted from 01; an unspecified month is written XX")
        raise NotADate(f"there is no month {code:02d}, and seasons and quarters are 21 to 41")
    if day:
        raise NotADate(f"{code} is a {part.precision}, which has no day of the month")
    start, end = part.months
    earliest, latest = day_number(first_year, start, 1), last_of_month(last_year, end)
    point = unmarked(part.precision, part.level, earliest, latest)
    point = point._replace(final=day_number(last_year, part.last_start, 1))
    if not part.anywhere:
        return point
    return point._replace(surely_from=day_number(first_year, 1, 1), surely_by=day_number(last_year, 12, 31))


def _masked(date: Components) -> Point:
    """A date with unspecified digits: from the first to the last real day that it can be."""
    oldest = next(years_upward(date.year, date.sign), None)
    newest = next(years_downward(date.year, date.sign), None)
    if oldest is None or newest is None:
        raise NotADate("there is no year -0000; year 0 is written 0000")
    if date.month.isdigit() and int(date.month) > 12:
        point = _part_of_year(oldest, newest, int(date.month), date.day)
        return point._replace(level=2)
    level = mask_level(date.year, date.month, date.day)
    if not date.month:
        point = unmarked("year", level, day_number(oldest, 1, 1), day_number(newest, 12, 31))
        return point._replace(final=day_number(newest, 1, 1))
    months = matching(date.month, 12)
    if not months:
        raise NotADate(f"no month from 01 to 12 fits {date.month}")
    if not date.day:
        earliest, latest = day_number(oldest, months[0], 1), last_of_month(newest, months[-1])
        return unmarked("month", level, earliest, latest)._replace(final=day_number(newest, months[-1], 1))
    days = matching(date.day, 31)
    if not days:
        raise NotADate(f"no day from 01 to 31 fits {date.day}")
    earliest = first_real_day(years_upward(date.year, date.sign), months, days)
    latest = first_real_day(years_downward(date.year, date.sign), months[::-1], days[::-1])
    return unmarked("day", level, earliest, latest)


def _marked(point: Point, date: Components) -> Point:
    """The same point with its marks: `~` and `%` widen what the tests ask by one unit, `?` nothing."""
    point = point._replace(
        level=max(point.level, date.level),
        approximate=any(mark in "~%" for mark in date.marks if mark),
        uncertain=any(mark in "?%" for mark in date.marks if mark),
    )
    if not point.approximate:
        return point
    unit = next(unit for unit, mark in zip(_UNITS, date.stands, strict=True) if mark in {"~", "%"})
    return widened(point, point.precision if unit == "month" and not date.day else unit)


_UNITS = ("year", "month", "day")
_UNIT_IN_MONTHS = {
    "month": 1, "season": 3, "quarter": 3, "quadrimester": 4, "semester": 6,
    "year": 12, "decade": 120, "century": 1200,
}  # fmt: skip


def widened(point: Point, unit: str) -> Point:
    """The same point, one unit wider on both sides in what the overlap tests ask."""
    months = _UNIT_IN_MONTHS.get(unit, 0)
    return point._replace(
        first=_earlier(point.first, months),
        surely_from=_earlier(point.surely_from, months),
        last=_later(point.last, months),
        surely_by=_later(point.surely_by, months),
    )


def _earlier(day: int, months: int) -> int:
    return months_later(day, -months) if months else day - 1


def _later(day: int, months: int) -> int:
    # The day after is moved, so that the end of a month stays the end of a month.
    return months_later(day + 1, months) - 1 if months else day + 1
