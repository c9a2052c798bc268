"""The bounds of plain dates by the standard library's calendar: what the date engine is held against."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

_MASKED = re.compile("(-?)([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?")
_DAYS_IN_400_YEARS = 146_097
# What docs/dates.md and the specification take for the parts of a year: first and last month.
_PARTS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12), 25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (1, 12),
    29: (9, 11), 30: (1, 12), 31: (3, 5), 32: (6, 8), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip


class Days(NamedTuple):
    """The first and the last day that a date can be, in day numbers."""

    first: int
    last: int


def number(year: int, month: int, day: int) -> int:
    """The day number of a day in any year, shifted by whole cycles to where the library counts.

    Raises ValueError where the calendar has no such day.
    """
    cycles, within = divmod(year, 400)
    return datetime.date(within + 400, month, day).toordinal() + (cycles - 1) * _DAYS_IN_400_YEARS


def length(year: int, month: int) -> int:
    """How many days a month has."""
    following = number(year + month // 12, month % 12 + 1, 1)
    return following - number(year, month, 1)


def plainly(text: str) -> Days | None:
    """The days of a date in digits and `X`, by trying every number that its mask can be; None where no day
    is meant. Raises LookupError for what is not of that shape, or has too many digits left open.
    """
    found = _MASKED.fullmatch(text)
    if found is None or found[2].count("X") > 1:
        raise LookupError(text)
    sign, year, month, day = found.groups("")
    years = [-one if sign else one for one in _fitting(year, range(10_000)) if one or not sign]
    if month.isdigit() and int(month) in _PARTS and not day:
        first, last = _PARTS[int(month)]
        stretches = [Days(number(one, first, 1), number(one, last, length(one, last))) for one in years]
    else:
        months = [one for one in range(1, 13) if not month or _fits(month, one)]
        stretches = [_month(one, other, day) for one in years for other in months]
        stretches = [one for one in stretches if one.first <= one.last]
    return (
        Days(min(one.first for one in stretches), max(one.last for one in stretches)) if stretches else None
    )


def _month(year: int, month: int, mask: str) -> Days:
    """The days of a month that fit; the last before the first where none does."""
    days = [one for one in range(1, length(year, month) + 1) if not mask or _fits(mask, one)]
    first = number(year, month, 1) - 1
    return Days(first + days[0], first + days[-1]) if days else Days(1, 0)


def _fits(mask: str, value: int) -> bool:
    return all(wanted in ("X", digit) for wanted, digit in zip(mask, f"{value:02}", strict=True))


def _fitting(mask: str, values: range) -> Iterator[int]:
    """The numbers of four digits that fit a mask, in which at most one digit is open."""
    if "X" in mask:
        yield from (int(mask.replace("X", digit)) for digit in "0123456789")
    elif int(mask) in values:
        yield int(mask)
