"""Rules for days and months that name their year: `9 July 2024`, `July 9-11, 2024`, `June-August 2024`."""

import re

from timeline.dates.days import day_number
from timeline.dates.parsing import parse
from timeline.dates.phrases.rule import Named, Words
from timeline.dates.phrases.words import (
    AND,
    DAY,
    LIST,
    MONTH,
    OF_YEAR,
    TO,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    day_digits,
    month_number,
    several,
    year_text,
)
from timeline.dates.values import NotADate

_DAYS = f"{DAY}(?:(?:, ?{DAY})*,?{AND}{DAY}|{TO}{DAY})?"


def _day(words: Words) -> str:
    """One day, or several of one month: `9 July 2024`, `July 9-11, 2024`, `9 or 10 July 2024`."""
    month = f"{year_text(words['year'])}-{month_number(words['month']):02d}"
    ends = re.split(TO, words["days"])
    if len(ends) == 2:
        return f"{month}-{day_digits(ends[0])}/{month}-{day_digits(ends[1])}"
    days = [f"{month}-{day_digits(day)}" for day in LIST.split(words["days"])]
    if len(days) > 1:
        return several(days, words["days"])
    _check_weekday(words["weekday"], days[0])
    return days[0]


def _check_weekday(weekday: str | None, day: str) -> None:
    """Refuse a weekday that this day was not: one of the two is a mistake, and nobody can tell which."""
    number = parse(day).start.earliest
    if not weekday or number is None:
        return
    real = WEEKDAYS[(number - day_number(1, 1, 1)) % 7]
    if weekday != real:
        raise NotADate(f"{day} was a {real.capitalize()}, not a {weekday.capitalize()}")


def _days_of_two_months(words: Words) -> str:
    last = year_text(words["year"])
    first = year_text(words["first_year"]) if words["first_year"] else last
    start = f"{first}-{month_number(words['month']):02d}-{day_digits(words['day'])}"
    end = f"{last}-{month_number(words['last_month']):02d}-{day_digits(words['last_day'])}"
    return f"{start}/{end}"


def _months(words: Words) -> str:
    year = year_text(words["year"])
    dates = [f"{year}-{month_number(name):02d}" for name in re.findall(MONTH, words["months"])]
    if re.search(f"{MONTH}{TO}{MONTH}", words["months"]):
        return "/".join(dates)
    return several(dates, words["months"]) if len(dates) > 1 else dates[0]


def _months_of_two_years(words: Words) -> str:
    start = f"{year_text(words['year'])}-{month_number(words['month']):02d}"
    return f"{start}/{year_text(words['last_year'])}-{month_number(words['last_month']):02d}"


def _figures(words: Words) -> str:
    """`25/12/2024` and `12/25/2024` can be read in one way only, `9/7/2024` in two."""
    one, other = int(words["one"]), int(words["other"])
    if one <= 12 and other <= 12 and one != other:
        raise NotADate("day and month may be either way round; write year-month-day, as in 2024-07-09")
    day, month = (one, other) if one > 12 else (other, one)
    return f"{words['year']}-{month:02d}-{day:02d}"


def _year_first(words: Words) -> str:
    return f"{words['year']}-{int(words['month']):02d}-{int(words['day']):02d}"


_WITH_WEEKDAY = f"(?:on )?(?:(?P<weekday>{WEEKDAY}),? ?(?:the )?)?"
_DAY_FIRST = f"(?P<day>{DAY}) (?P<month>{MONTH})(?:,? (?P<first_year>{YEAR}))?"
_MONTH_FIRST = f"(?P<month>{MONTH}) (?P<day>{DAY})(?:,? (?P<first_year>{YEAR}))?"

_FORMS = (
    ("day", f"{_WITH_WEEKDAY}(?:the )?(?P<days>{_DAYS})(?: of)? (?P<month>{MONTH}){OF_YEAR}", _day),
    ("day", f"{_WITH_WEEKDAY}(?P<month>{MONTH}) (?:the )?(?P<days>{_DAYS}){OF_YEAR}", _day),
    ("days", f"{_DAY_FIRST}{TO}(?P<last_day>{DAY}) (?P<last_month>{MONTH}){OF_YEAR}", _days_of_two_months),
    ("days", f"{_MONTH_FIRST}{TO}(?P<last_month>{MONTH}) (?P<last_day>{DAY}){OF_YEAR}", _days_of_two_months),
    ("month", f"(?P<months>{MONTH}(?:(?:, {MONTH})*,?{AND}{MONTH}|{TO}{MONTH})?){OF_YEAR}", _months),
    ("months", f"(?P<month>{MONTH}),? (?P<year>{YEAR}){TO}(?P<last_month>{MONTH}),? (?P<last_year>{YEAR})",
     _months_of_two_years),
    ("figures", "(?P<one>[0-9]{1,2})([/.])(?P<other>[0-9]{1,2})\\2(?P<year>[0-9]{4})", _figures),
    ("figures", "(?P<year>[0-9]{4})([/.])(?P<month>[0-9]{1,2})\\2(?P<day>[0-9]{1,2})", _year_first),
)  # fmt: skip

NAMED_DAYS = tuple(Named(name, re.compile(f"(?:in |during )?{form}"), edtf) for name, form, edtf in _FORMS)
