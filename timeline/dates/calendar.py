"""Day numbers: the proleptic Gregorian calendar as one row of integers, in any year.

Day 1 is 0001-01-01, as `datetime.date.toordinal` counts; year 0 is 1 BC and years go on below it
(ISO 8601-1:2019, 5.2.2; "Negative calendar year" in the EDTF specification).
"""

from functools import lru_cache

_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_IN_400_YEARS = 146_097
_DAYS_IN_100_YEARS = 36_524
_DAYS_IN_4_YEARS = 1_461


def is_leap(year: int) -> bool:
    """Whether February of this year has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days the month (1 to 12) has in this year."""
    return 29 if month == 2 and is_leap(year) else _LENGTH[month]


def day_number(year: int, month: int, day: int) -> int:
    """The number of this day, which must exist: in days, 1 for 0001-01-01, 0 and below before it."""
    past = year - 1
    before = _BEFORE[month] + (1 if month > 2 and is_leap(year) else 0)
    return past * 365 + past // 4 - past // 100 + past // 400 + before + day


def calendar_day(number: int) -> tuple[int, int, int]:
    """The year, month and day with this day number: the inverse of `day_number`."""
    cycles, rest = divmod(number - 1, _DAYS_IN_400_YEARS)
    hundreds = min(rest // _DAYS_IN_100_YEARS, 3)
    rest -= hundreds * _DAYS_IN_100_YEARS
    fours, rest = divmod(rest, _DAYS_IN_4_YEARS)
    ones = min(rest // 365, 3)
    rest -= ones * 365
    year = cycles * 400 + hundreds * 100 + fours * 4 + ones + 1
    month = min(rest // 28 + 1, 12)
    while rest < _day_of_year(year, month):
        month -= 1
    return year, month, rest - _day_of_year(year, month) + 1


def _day_of_year(year: int, month: int) -> int:
    """How many days of the year stand before this month."""
    return _BEFORE[month] + (1 if month > 2 and is_leap(year) else 0)


@lru_cache(maxsize=1 << 14)  # forty years of days
def day_text(number: int) -> str:
    """The day as text: `2024-07-09`, and before year 0 `-0043-03-15`.

    Beyond four digits it is `Y12345-01-01` and `-12345-01-01`, with all digits and the sign in front;
    EDTF itself has no days in such years.
    """
    year, month, day = calendar_day(number)
    if year < 0:
        return f"-{-year:04d}-{month:02d}-{day:02d}"
    letter = "Y" if year > 9999 else ""
    return f"{letter}{year:04d}-{month:02d}-{day:02d}"


def months_later(number: int, months: int) -> int:
    """The same day of the month so many months later; where that month is shorter, its last day."""
    year, month, day = calendar_day(number)
    year, month = shift_month(year, month, months)
    return day_number(year, month, min(day, month_length(year, month)))


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and month (1 to 12) so many months later, or earlier where `months` is negative."""
    years, month = divmod(month - 1 + months, 12)
    return year + years, month + 1


def last_of_month(year: int, month: int) -> int:
    """The number of the last day of this month."""
    return day_number(year, month, month_length(year, month))
