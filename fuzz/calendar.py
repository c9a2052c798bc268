"""The bounds of plain dates by the standard library's calendar, to compare the date engine with."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

_MASKED = re.compile("(-?)([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?")
_DAYS_IN_400_YEARS = 146_097
# The parts of a year by docs/dates.md and the specification: first and last month.
_PARTS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12), 25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (1, 12),
    29: (9, 11), 30: (1, 12), 31: (3, 5), 32: (6, 8), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip


class Days(NamedTuple):
    """The first and last possible day of a date, as day numbers."""

    first: int
    last: int


def number(year: int, month: int, day: int) -> int:
    """The day number of a day in any year, shifted by whole cycles into the range of the library.

    Raises ValueError if the calendar has no such day.
    """
    cycles, within = divmod(year, 400)
    return datetime.date(within + 400, month, day).toordinal() + (cycles - 1) * _DAYS_IN_400_YEARS


def length(year: int, month: int) -> int:
    """The number of days of a month."""
    following = number(year + month // 12, month % 12 + 1, 1)
    return following - number(year, month, 1)


def plainly(text: str) -> Days | None:
    """The days of a date in digits and `X`, found by trying every number that fits its mask; None if no day
    fits. Raises LookupError if the text has another form, or too many unspecified digits.
    """
    match = _MASKED.fullmatch(text)
    if match is None or match[2].count("X") > 1:
        raise LookupError(text)
    sign, year, month, day = match.groups("")
    years = [-value if sign else value for value in _fitting(year, range(10_000)) if value or not sign]
    if month.isdigit() and int(month) in _PARTS and not day:
        first, last = _PARTS[int(month)]
        periods = [Days(number(value, first, 1), number(value, last, length(value, last))) for value in years]
    else:
        months = [value for value in range(1, 13) if not month or _fits(month, value)]
        periods = [_month(value, fitting, day) for value in years for fitting in months]
        periods = [period for period in periods if period.first <= period.last]
    if not periods:
        return None
    return Days(min(period.first for period in periods), max(period.last for period in periods))


def _month(year: int, month: int, mask: str) -> Days:
    """The days of a month that fit; the last is before the first if none does."""
    days = [day for day in range(1, length(year, month) + 1) if not mask or _fits(mask, day)]
    first = number(year, month, 1) - 1
    return Days(first + days[0], first + days[-1]) if days else Days(1, 0)


def _fits(mask: str, value: int) -> bool:
    return all(masked in ("X", digit) for masked, digit in zip(mask, f"{value:02}", strict=True))


def _fitting(mask: str, values: range) -> Iterator[int]:
    """The numbers of four digits that fit a mask, in which at most one digit is unspecified."""
    if "X" in mask:
        yield from (int(mask.replace("X", digit)) for digit in "0123456789")
    elif int(mask) in values:
        yield int(mask)
