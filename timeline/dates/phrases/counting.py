"""From a day to the dates that are counted from it. Days are day numbers; weeks go from Monday to Sunday."""

import datetime
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from timeline.dates.calendar import calendar_day, day_number, day_text, month_length
from timeline.dates.parse import parse
from timeline.dates.phrases.about import approximately
from timeline.dates.phrases.meaning import Yearless
from timeline.dates.phrases.vocabulary import MONTH_NAMES, WEEKDAY_NAMES
from timeline.dates.phrases.years import year_edtf
from timeline.dates.say import say
from timeline.dates.values import Date, InvalidDate

_FIRST_YEAR, _LAST_YEAR = -9998, 9999
_CYCLE, _MIDDLE = 400, 4000
_NEAR = 31
"""Days before it was said within which a day without a year must lie, where nothing else tells its year."""


class Sides(NamedTuple):
    """The nearest such date before (or on) a day, and after (or on) it; empty where there is none."""

    before: str
    after: str


def weekday_of(day: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (day - 1) % 7


def week_around(day: int) -> tuple[int, int]:
    """Monday and Sunday of the week of this day (ISO 8601-1:2019, 5.2.4)."""
    monday = day - weekday_of(day)
    return monday, monday + 6


def _interval(first: int, last: int) -> str:
    return f"{day_text(first)}/{day_text(last)}"


def _months_later(day: int, months: int) -> tuple[int, int]:
    """The year and month so many months after the month of a day; before it where `months` is negative.

    `relativedelta` knows the years 1 to 9999. The calendar repeats after 400 years, so years are moved by
    such cycles into its range and back.
    """
    from dateutil.relativedelta import relativedelta  # imported late: few dates count months

    year, month, _ = calendar_day(day)
    cycles, months_in_cycle = divmod(months, 12 * _CYCLE)
    inside = year % _CYCLE + _MIDDLE
    later = datetime.date(inside, month, 1) + relativedelta(months=months_in_cycle)
    return later.year - inside + year + cycles * _CYCLE, later.month


def moved(unit: str, number: int, day: int) -> str:
    """The unit of time so many units on from the one in which this day lies, as precise as that unit."""
    if unit == "day":
        return _checked(day + number, day_text(day + number))
    if unit in {"week", "fortnight"}:
        return _interval(*week_around(day + number * (7 if unit == "week" else 14)))
    if unit in {"month", "quarter"}:
        year, month = _months_later(day, number * (1 if unit == "month" else 3))
        part = f"{month:02d}" if unit == "month" else f"{33 + (month - 1) // 3}"
        return f"{_year(year)}-{part}"
    year = calendar_day(day)[0]
    if unit == "year":
        return _year(year + number)
    return _long_unit(unit, number, year)


def _long_unit(unit: str, number: int, year: int) -> str:
    """The decade or century so many on from that of this year."""
    years = 10 if unit == "decade" else 100
    first = (year // years + number) * years
    if years == 10 and first >= 0:
        return f"{first // 10:03d}X"
    return f"[{_year(first + (years == 100))}..{_year(first + years - (years == 10))}]"


def _year(year: int) -> str:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InvalidDate("is counted in years of four digits only")
    return year_edtf(year)


def _checked(day: int, text: str) -> str:
    _year(calendar_day(day)[0])
    return text


def recent(unit: str, day: int) -> str:
    """Up to about the unit before that of this day; nothing says since when."""
    return f"/{moved(unit, -1, day).rpartition('/')[2]}~"


def weekday_sides(number: int, day: int) -> Sides:
    """The nearest such weekdays on both sides; the day itself is both."""
    return Sides(
        day_text(day - (weekday_of(day) - number) % 7), day_text(day + (number - weekday_of(day)) % 7)
    )


def weekday_in_week(number: int, weeks: int, day: int) -> str:
    """The day with a weekday in the week so many weeks on from that of a day."""
    return day_text(week_around(day)[0] + 7 * weeks + number)


def weekday_past(number: int, step: int, day: int) -> str:
    """The nearest such weekday strictly before (-1) or after (1) the day."""
    sides = weekday_sides(number, day + step)
    return sides.before if step < 0 else sides.after


def night_sides(day: int) -> Sides:
    """The night that ends on the day, and the one that begins on it."""
    return Sides(_interval(day - 1, day), _interval(day, day + 1))


def weekend(weeks: int, day: int) -> str:
    """Saturday and Sunday of the week so many weeks on."""
    sunday = week_around(day)[1] + 7 * weeks
    return _interval(sunday - 1, sunday)


def weekend_sides(day: int) -> Sides:
    """The weekend that has begun last, and the one that ends next."""
    this = weekend(0, day)
    return Sides(this if weekday_of(day) >= 5 else weekend(-1, day), this)


def filled(date: Yearless, year: int) -> str:
    """The date in this year; over New Year its end is in the next. Raises `InvalidDate` where it has no such
    day.
    """
    text = date.template.replace("{}", year_edtf(year))
    first = parse(text).start.earliest
    if date.weekday >= 0 and first is not None and weekday_of(first) != date.weekday:
        real, given = (WEEKDAY_NAMES[number].capitalize() for number in (weekday_of(first), date.weekday))
        raise InvalidDate(f"{text} was a {real}, not a {given}")
    return text


def yearless_sides(date: Yearless, day: int) -> Sides:
    """The nearest such days or months on both sides; a month in which the day lies is both.

    A weekday beside the date that fits only one side leaves that one alone.
    """
    year, month, of_month = calendar_day(day)
    here = (month, of_month) if date.day else (month, 0)
    there = (date.month, date.day)
    before = _real(date, year if there <= here else year - 1, -1)
    after = _real(date, year if there >= here else year + 1, 1)
    return Sides(before, after)


def part_sides(date: Yearless, day: int) -> Sides:
    """The last such quarter or half that has ended before a day, and the next that ends after it.

    Where the day lies in one, what is past may be that one or the one a year before: none is given then.
    """
    year = calendar_day(day)[0]
    for candidate in (year, year - 1):
        text = filled(date, candidate)
        bounds = parse(text)
        if bounds.end.latest is not None and bounds.end.latest < day:
            return Sides(text, filled(date, candidate + 1))
        if bounds.start.earliest is not None and bounds.start.earliest <= day:
            return Sides("", text)
    return Sides("", filled(date, year))


def _real(date: Yearless, year: int, step: int) -> str:
    """The date in this year, or in the nearest that has it: a leap day may be eight years away."""
    for _ in range(9):
        if date.day <= month_length(year, date.month):
            try:
                return filled(date, year)
            except InvalidDate:
                return ""
        year += step
    raise InvalidDate("no year has that day")


def is_near(edtf: str, day: int, step: int = 1) -> bool:
    """Whether the date begins within 31 days before this day or on it; with a step of -1, after it."""
    first = parse(edtf).start.earliest
    return first is not None and 0 <= (day - first) * step <= _NEAR


def is_nearer(one: str, other: str, day: int) -> bool:
    """Whether one date begins nearer to the day than the other; a date that there is is nearer than none."""
    first, second = (parse(text).start.earliest if text else None for text in (one, other))
    return first is not None and (second is None or abs(first - day) < abs(second - day))


def which_month(date: Yearless, which: str, day: int) -> str:
    """`last July`, `this July`, `next July`, from a day. The month just past is refused: it may be two."""
    year, month, _ = calendar_day(day)
    if which == "this":
        return filled(date, year)
    if which == "next":
        return filled(date, year if date.month > month else year + 1)
    if which == "last" and date.month == month - 1:
        name = MONTH_NAMES[date.month - 1].capitalize()
        raise InvalidDate(f"may be {name} {year} or {name} {year - 1}; name its year")
    return filled(date, year if date.month < month else year - 1)


def full_year(digits: int, day: int) -> int:
    """The last year up to that of the day which ends with these two digits."""
    year = calendar_day(day)[0]
    return year - (year - digits) % 100


def week_of(edtf: str) -> str:
    """The week in which a day lies."""
    date = parse(edtf)
    if date.precision != "day" or date.start.earliest is None or date.start != date.end:
        raise InvalidDate("names the week of a day, and no one day")
    return _interval(*week_around(date.start.earliest))


def count_from(count: Callable[[int], str], origin: Date) -> str:
    """What a count gives from every day that the origin can be.

    One answer is the answer, also where the origin is vague. Where it is marked approximate and gives one
    answer as written, the answer is approximate too. Raises `InvalidDate` where there are more.
    """
    first, last = origin.start.earliest, origin.end.latest
    if first is None or last is None:
        raise InvalidDate(f"counts from a day, and {say(origin)} is none")
    lowest = min(first if reach.first is None else reach.first for reach in origin.reaches)
    highest = max(last if reach.last is None else reach.last for reach in origin.reaches)
    answer = count(lowest)
    if answer == count(highest):
        return answer
    answer = count(first)
    if answer != count(last):
        raise InvalidDate(f"counts from a day, and {say(origin)} is not precise enough")
    return approximately(answer)


def day_of_month(number: int, day: int) -> str:
    """The day with this number in the month of a day."""
    year, month, _ = calendar_day(day)
    if number > month_length(year, month):
        raise InvalidDate(
            f"{MONTH_NAMES[month - 1].capitalize()} {year} has {month_length(year, month)} days"
        )
    return day_text(day_number(year, month, number))


def night_from(edtf: str) -> str:
    """A day and the one after it: the night between belongs to both."""
    first = parse(edtf).start.earliest
    if first is None:
        raise InvalidDate("names no day")
    return _interval(first, first + 1)


def in_a_row(dates: list[str]) -> bool:
    """Whether these are days that follow one another."""
    days = [parse(date) for date in dates]
    if any(day.precision != "day" or day.start.earliest is None for day in days):
        return False
    numbers = [day.start.earliest or 0 for day in days]
    return all(one + 1 == other for one, other in pairwise(numbers))


def after_day(day: int) -> str:
    """What is still to come, and nothing more."""
    return f"[{day_text(day + 1)}..]"
