"""Years of two or three digits, which EDTF reads as centuries and decades and people as years."""

import re

from timeline.dates.parse import parse
from timeline.dates.values import Date, InvalidDate

_SHORT = re.compile(r"(-?)([0-9]{2,3})([?~%]?)")
_BETWEEN_DATES = re.compile(r"[\[\]{},/ ]|\.\.")
_TWO_YEARS = re.compile(r"([0-9]{4})/([0-9]{2})")
_MONTH_FIRST = re.compile(r"(0[1-9]|1[0-2])/([0-9]{4})")
_DAYS = re.compile(r"([0-9]{4}-[0-9]{2})-([0-9]{2})/([0-9]{2})")


def parse_plain(text: str) -> Date:
    """The date that this text is, for records and filters: a year has four digits, or `X`, or follows `Y`.

    `500` is a decade in EDTF, the years 5000 to 5009, but hardly ever means that. Raises `InvalidDate` with
    what it may mean.
    """
    why = why_short(text)
    if why:
        raise InvalidDate(f"{text}: {why}")
    return parse(text)


def why_short(text: str) -> str:
    """The readings of the first year of two or three digits in an EDTF string; empty where there is none."""
    short = next(filter(None, map(_SHORT.fullmatch, _BETWEEN_DATES.split(text))), None)
    if short is None:
        return ""
    sign, digits, mark = short.groups()
    unit, several = (
        ("decade", f"{sign}{digits}X{mark}") if len(digits) == 3 else ("century", f"{sign}{digits}XX{mark}")
    )
    readings = f"{sign}{digits:0>4}{mark} is the year, {several} the {unit}"
    meant = _meant(text)
    return f"a year has four digits: {readings}{f'; or write {meant}' if meant else ''}"


def has_short_year(text: str) -> bool:
    """Whether a year of two or three digits stands in an EDTF string."""
    return bool(why_short(text))


def as_records_write(text: str) -> str:
    """One decade or century as records write it: `193X` for `193`, `19XX` for `19`."""
    found = _SHORT.fullmatch(text)
    return f"{found[1]}{found[2].ljust(4, 'X')}{found[3]}" if found else ""


def four_digits(text: str) -> str:
    """The year of two or three digits as one of four: `0500` for `500`."""
    found = _SHORT.fullmatch(text)
    return f"{found[1]}{found[2]:0>4}{found[3]}" if found else ""


def _meant(text: str) -> str:
    """What was meant, where the digits have a usual meaning: `2023/24`, `07/2024`, `2024-07-09/11`."""
    years = _TWO_YEARS.fullmatch(text)
    if years and int(years[2]) == (int(years[1]) + 1) % 100:
        return f"{years[1]}/{int(years[1]) + 1:04d} for two years"
    month = _MONTH_FIRST.fullmatch(text)
    if month:
        return f"{month[2]}-{month[1]} for the month"
    days = _DAYS.fullmatch(text)
    if days and days[2] < days[3]:
        return f"{days[1]}-{days[2]}/{days[1]}-{days[3]} for the days"
    return ""
