"""Unspecified digits: which numbers an `X` may stand for, and the first and last day that come of it.

"Unspecified digit(s) from the right" (level 1) and "Unspecified Digit" (level 2) of the EDTF
specification; ISO 8601-2:2019, 4.6 and 9. Only numbers that make a real day count: `15XX-02-3X` is none.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from timeline.dates.days import day_number, month_length
from timeline.dates.values import NotADate

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

    Raises `NotADate` when it has none of them.
    """
    for year in years:
        for month in months:
            for day in days:
                if day <= month_length(year, month):
                    return day_number(year, month, day)
    raise NotADate("no month and year that fit it have that day")
