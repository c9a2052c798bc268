"""One date in digits: its components, its marks, the days that it spans, and what its marks widen.

"Date", "Qualification", "Unspecified digits", "Seasons" and "Sub-year groupings" of the EDTF specification;
ISO 8601-2:2019, 4.6, 4.8, 8 and 9. Of unspecified digits only those count that make a real day: `15XX-02-3X`
is none. `docs/dates.md` says what the codes of seasons mean.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from timeline.dates.calendar import day_number, last_of_month, month_length, months_later
from timeline.dates.values import InvalidDate, Point

_MARK = "([?~%]?)"
_WRITTEN = re.compile(
    f"{_MARK}([-\u2212]?)([0-9X]{{4}}){_MARK}"
    f"(?:-{_MARK}([0-9X]{{2}}){_MARK}(?:-{_MARK}([0-9X]{{2}}){_MARK})?)?"
)

_NO_MARKS = ("", "", "")


class Components(NamedTuple):
    """A date taken apart: digits as written (`month` and `day` empty where left out), marks as they apply."""

    sign: str
    year: str
    month: str
    day: str
    marks: tuple[str, str, str]
    """`""`, `?`, `~` or `%`: what applies to year, month and day."""
    stands: tuple[str, str, str]
    """The same, but what was written at year, month and day."""
    level: int
    """The level of the marks: 0 without, 1 for one at the end, otherwise 2."""

    @property
    def mark(self) -> str:
        """The one mark of the whole date, or nothing where its components differ."""
        present = self.marks[: 3 if self.day else 2 if self.month else 1]
        return present[0] if len(set(present)) == 1 else ""


def both(one: str, other: str) -> str:
    """Two marks on the same component: `?` and `~` together are `%`."""
    if not one or not other or one == other:
        return one or other
    return "%"


def take_apart(text: str) -> Components | None:
    """The components of this date, or nothing where it does not have that shape."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    left_y, sign, year, right_y, left_m, month, right_m, left_d, day, right_d = found.groups("")
    if left_y and right_y:
        raise InvalidDate("one mark beside a year; uncertain and approximate together are %")
    if not (left_y or right_y or left_m or right_m or left_d or right_d):
        return Components(sign, year, month, day, _NO_MARKS, _NO_MARKS, 0)
    stands = both(left_y, right_y), both(left_m, right_m), both(left_d, right_d)
    from_month = both(right_m, right_d)
    marks = (
        both(stands[0], from_month),
        both(stands[1], right_d) if month else "",
        stands[2],
    )
    last = right_d if day else right_m if month else right_y
    level = 1 if last and "".join((left_y, right_y, left_m, right_m, left_d, right_d)) == last else 2
    return Components(sign, year, month, day, marks, stands, level)


_FROM_THE_RIGHT = re.compile("[0-9]{3}X|[0-9]{2}XX|[0-9]{4}-XX|[0-9]{4}-(?:[0-9]{2}|XX)-XX")


def mask_level(year: str, month: str, day: str) -> int:
    """The EDTF level of a date with an `X`: 1 for the four cases that level 1 lists, otherwise 2."""
    written = "-".join(part for part in (year, month, day) if part)
    return 1 if _FROM_THE_RIGHT.fullmatch(written) else 2


@lru_cache(maxsize=512)
def matching(mask: str, highest: int) -> tuple[int, ...]:
    """The numbers from 1 to `highest` that this mask of two characters can be: `1X` is 10 to 19."""
    fits = re.compile(mask.replace("X", "[0-9]"))
    return tuple(number for number in range(1, highest + 1) if fits.fullmatch(f"{number:02d}"))


def years_upward(mask: str, negative: str) -> Iterator[int]:
    """Every year that this mask of four characters can be, the earliest first; there is no year -0000."""
    return _negative(mask, "9876543210") if negative else _years(mask, "0123456789")


def years_downward(mask: str, negative: str) -> Iterator[int]:
    """Every year that this mask can be, the latest first."""
    return _negative(mask, "0123456789") if negative else _years(mask, "9876543210")


def _years(mask: str, digits: str) -> Iterator[int]:
    pattern = mask.replace("X", "%s")
    for chosen in product(digits, repeat=mask.count("X")):
        yield int(pattern % chosen)


def _negative(mask: str, digits: str) -> Iterator[int]:
    return (-year for year in _years(mask, digits) if year)


def first_real_day(years: Iterable[int], months: tuple[int, ...], days: tuple[int, ...]) -> int:
    """The number of the first day, in the order given, that the calendar has.

    Raises `InvalidDate` when it has none of them.
    """
    for year in years:
        for month in months:
            for day in days:
                if day <= month_length(year, month):
                    return day_number(year, month, day)
    raise InvalidDate("no month and year that fit it have that day")


# What lies around New Year takes in both ends of its year, so its bounds are the whole year.
_WHOLE_YEAR = (1, 12)


class YearPart(NamedTuple):
    """What a code from 21 to 41 means."""

    precision: str
    level: int
    months: tuple[int, int]
    """First and last month, inside the year that is named."""

    length: int
    """How many months one unit has: by so much `~` widens."""
    anywhere: bool
    """True for 21 to 24, which name no hemisphere: only the whole year holds them surely."""

    @property
    def last_start(self) -> int:
        """The month in which it begins for the last time in its year: December where it goes on over it."""
        return 12 if self.months == _WHOLE_YEAR else self.months[0]


_NORTH = ((3, 5), (6, 8), (9, 11), _WHOLE_YEAR)
_SOUTH = ((9, 11), _WHOLE_YEAR, (3, 5), (6, 8))


def _table() -> dict[int, YearPart]:
    parts: dict[int, YearPart] = {}
    for place, months in enumerate(_NORTH):
        parts[21 + place] = YearPart("season", 1, months, 3, anywhere=True)
        parts[25 + place] = YearPart("season", 2, months, 3, anywhere=False)
    for place, months in enumerate(_SOUTH):
        parts[29 + place] = YearPart("season", 2, months, 3, anywhere=False)
    for code, name, length in ((33, "quarter", 3), (37, "quadrimester", 4), (40, "semester", 6)):
        for place in range(12 // length):
            months = (place * length + 1, place * length + length)
            parts[code + place] = YearPart(name, 2, months, length, anywhere=False)
    return parts


YEAR_PARTS = _table()


MONTHS = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def unmarked(precision: str, level: int, earliest: int, latest: int) -> Point:
    """A point that nothing makes doubtful: the tests ask for the days as written."""
    final = latest if precision == "day" else earliest
    return Point(precision, level, False, False, earliest, latest, final, earliest, latest, earliest, latest)


def point_of(date: Components) -> Point:
    """The day numbers of this date. Raises `InvalidDate` where the calendar does not have it."""
    if "X" in date.year or "X" in date.month or "X" in date.day:
        point = _masked(date)
    else:
        if date.sign and date.year == "0000":
            raise InvalidDate("there is no year -0000; year 0 is written 0000")
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
        raise InvalidDate(no_such_day(year, number, int(day)))
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
            raise InvalidDate("months are counted from 01; an unspecified month is written XX")
        raise InvalidDate(f"there is no month {code:02d}, and seasons and quarters are 21 to 41")
    if day:
        raise InvalidDate(f"{code} is a {part.precision}, which has no day of the month")
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
        raise InvalidDate("there is no year -0000; year 0 is written 0000")
    if date.month.isdigit() and int(date.month) > 12:
        point = _part_of_year(oldest, newest, int(date.month), date.day)
        return point._replace(level=2)
    level = mask_level(date.year, date.month, date.day)
    if not date.month:
        point = unmarked("year", level, day_number(oldest, 1, 1), day_number(newest, 12, 31))
        return point._replace(final=day_number(newest, 1, 1))
    months = matching(date.month, 12)
    if not months:
        raise InvalidDate(f"no month from 01 to 12 fits {date.month}")
    if not date.day:
        earliest, latest = day_number(oldest, months[0], 1), last_of_month(newest, months[-1])
        return unmarked("month", level, earliest, latest)._replace(final=day_number(newest, months[-1], 1))
    days = matching(date.day, 31)
    if not days:
        raise InvalidDate(f"no day from 01 to 31 fits {date.day}")
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
