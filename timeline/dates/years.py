"""Years that are not four digits: long, exponential and rounded ones, decades and centuries.

"Letter-prefixed calendar year" (level 1), "Exponential year" and "Significant digits" (level 2) of the EDTF
specification; ISO 8601-2:2019, 4.4.3 and 4.7. Decades (`198`) and centuries (`19`) are the reduced
precision of ISO 8601-1:2019, 5.2.2.
"""

import re

from timeline.dates.calendar import day_number
from timeline.dates.points import unmarked, widened
from timeline.dates.values import InvalidDate, Point

_YEAR = re.compile(
    "([?~%]?)(?:"
    "Y([-\u2212]?[0-9]+)(?:E([0-9]+))?(?:S([0-9]+))?"
    "|([-\u2212]?[0-9]{4})S([0-9]+)"
    "|([-\u2212]?)([0-9]{2,3})"
    ")([?~%]?)"
)
_MOST_DIGITS = 15


def year_point(text: str) -> Point | None:
    """The point of such a year, or nothing where the text does not have that shape.

    Raises `InvalidDate` for a year that EDTF writes in another way, or of more than 15 digits: day numbers
    beyond it would not fit into a database.
    """
    found = _YEAR.fullmatch(text)
    if found is None:
        return None
    left, long, power, digits, four, of_four, sign, short, right = found.groups("")
    if short:
        point = _short_year(sign, short)
    elif four:
        point = _rounded(_minus(four), of_four, four)
    else:
        point = _long_year(_minus(long), power, digits)
    return _with_mark(point, left, right)


def _minus(digits: str) -> str:
    return digits.replace("\u2212", "-")


def _with_mark(point: Point, left: str, right: str) -> Point:
    marks = left + right
    if not marks:
        return point
    if left and right:
        raise InvalidDate("one mark beside a year; uncertain and approximate together are %")
    approximate = "~" in marks or "%" in marks
    point = point._replace(
        level=max(point.level, 2 if left else 1),
        approximate=point.approximate or approximate,
        uncertain="?" in marks or "%" in marks,
    )
    return widened(point, point.precision) if approximate else point


def _short_year(sign: str, digits: str) -> Point:
    """A decade or a century; below zero the same digits count away from year 0."""
    precision, years = ("decade", 10) if len(digits) == 3 else ("century", 100)
    nearest = int(digits) * years
    if not sign:
        return years_point(precision, nearest, nearest + years - 1)
    if not nearest:
        raise InvalidDate(f"there is no {precision} -{digits}")
    return years_point(precision, -nearest - years + 1, -nearest)._replace(level=1)


def years_point(precision: str, first: int, last: int) -> Point:
    """The point from the first day of one year to the last day of another."""
    return unmarked(precision, 0, day_number(first, 1, 1), day_number(last, 12, 31))


def _long_year(digits: str, power: str, significant: str) -> Point:
    bare = digits.lstrip("-")
    if bare.startswith("0") or power.startswith("0"):
        raise InvalidDate("a year after Y is written without leading zeros")
    if not power and len(bare) <= 4:
        raise InvalidDate(f"Y is for years beyond four digits; this one is written {_four_digits(digits)}")
    if len(power) > 2 or len(bare) + int(power or 0) > _MOST_DIGITS:
        raise InvalidDate(f"years of more than {_MOST_DIGITS} digits are not kept")
    year = int(digits) * 10 ** int(power or 0)
    if significant:
        return _rounded(str(year), significant, digits)
    return years_point("year", year, year)._replace(level=2 if power else 1)


def _four_digits(digits: str) -> str:
    return f"-{digits[1:]:0>4}" if digits.startswith("-") else f"{digits:0>4}"


def _rounded(digits: str, significant: str, written: str) -> Point:
    """A year known to some digits: its bounds are the estimate, the tests ask for all it may be."""
    if written in {"-0000", "\u22120000"}:
        raise InvalidDate("there is no year -0000; year 0 is written 0000")
    if significant.startswith("0"):
        raise InvalidDate("the number of significant digits is written from 1 on, without leading zeros")
    year = int(digits)
    size = len(str(abs(year)))
    known = int(significant) if len(significant) <= 2 else size
    unit = 10 ** max(size - known, 0)
    nearest = abs(year) // unit * unit
    first, last = (nearest, nearest + unit - 1) if year >= 0 else (1 - nearest - unit, -nearest)
    point, whole = years_point("year", year, year), years_point("year", first, last)
    return point._replace(
        level=2, approximate=True,
        first=whole.first, last=whole.last, surely_from=whole.first, surely_by=whole.last,
    )  # fmt: skip
