"""Rules for words that name their date: `9 July 2024`, `July 9-11, 2024`, `Q3 2024`, `the 1980s`, `44 BC`."""

import re

from timeline.dates.days import day_number
from timeline.dates.parsing import parse
from timeline.dates.phrases.rule import Named, Words
from timeline.dates.phrases.words import (
    AND,
    DAY,
    MONTH,
    ORDINALS,
    SEASON,
    SEASONS,
    TO,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    day_digits,
    month_number,
    year_text,
)
from timeline.dates.values import NotADate

_DAYS = f"{DAY}(?:(?:, ?{DAY})*,?{AND}{DAY}|{TO}{DAY})?"
_LIST = re.compile(f",?{AND}|, ?")


def _day(words: Words) -> str:
    """One day, or several of one month: `9 July 2024`, `July 9-11, 2024`, `9 or 10 July 2024`."""
    month = f"{year_text(words['year'])}-{month_number(words['month']):02d}"
    ends = re.split(TO, words["days"])
    if len(ends) == 2:
        return f"{month}-{day_digits(ends[0])}/{month}-{day_digits(ends[1])}"
    days = [f"{month}-{day_digits(day)}" for day in _LIST.split(words["days"])]
    if len(days) > 1:
        return _several(days, words["days"])
    _check_weekday(words["weekday"], days[0])
    return days[0]


def _several(dates: list[str], words: str) -> str:
    return f"[{','.join(dates)}]" if " or " in words else f"{{{','.join(dates)}}}"


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
    return _several(dates, words["months"]) if len(dates) > 1 else dates[0]


def _months_of_two_years(words: Words) -> str:
    start = f"{year_text(words['year'])}-{month_number(words['month']):02d}"
    return f"{start}/{year_text(words['last_year'])}-{month_number(words['last_month']):02d}"


def _years(words: Words) -> str:
    ends = re.split(TO, words["years"])
    if len(ends) == 2:
        suffix = " bc" if "bc" in ends[1] and "ad" not in ends[0] else ""
        return f"{year_text(ends[0] + suffix)}/{year_text(ends[1])}"
    years = [year_text(year) for year in _LIST.split(words["years"])]
    return _several(years, words["years"]) if len(years) > 1 else years[0]


def _season(words: Words) -> str:
    return f"{year_text(words['year'])}-{SEASONS[words['season']]}"


def _winter_over_new_year(words: Words) -> str:
    first = int(words["year"])
    if (first + 1) % 100 != int(words["next"][-2:]):
        raise NotADate("a winter goes from one year into the next")
    return f"{first:04d}-12~/{first + 1:04d}-02~"


def _quarter(words: Words) -> str:
    return f"{year_text(words['year'])}-{32 + _place(words)}"


def _half(words: Words) -> str:
    return f"{year_text(words['year'])}-{39 + _place(words)}"


def _place(words: Words) -> int:
    figure = words["figure"] or words["figure_first"]
    return int(figure) if figure else ORDINALS.index(words["ordinal"])


def _decade(words: Words) -> str:
    if words["decade"][2] == "0":
        raise NotADate(f"{words['decade']}s may be ten years or a hundred; say from which year to which")
    return words["decade"][:3]


def _century(words: Words) -> str:
    century = int(words["century"])
    if words["era"]:
        return f"[-{century * 100 - 1:04d}..-{century * 100 - 100:04d}]".replace("-0000", "0000")
    return f"[{century * 100 - 99:04d}..{century * 100:04d}]"


def _figures(words: Words) -> str:
    """`25/12/2024` and `12/25/2024` can be read in one way only, `9/7/2024` in two."""
    one, other = int(words["one"]), int(words["other"])
    if one <= 12 and other <= 12 and one != other:
        raise NotADate("day and month may be either way round; write year-month-day, as in 2024-07-09")
    day, month = (one, other) if one > 12 else (other, one)
    return f"{words['year']}-{month:02d}-{day:02d}"


def _year_first(words: Words) -> str:
    return f"{words['year']}-{int(words['month']):02d}-{int(words['day']):02d}"


_OF_YEAR = f"(?:,| of|,? in)? ?(?P<year>{YEAR})"
_WITH_WEEKDAY = f"(?:on )?(?:(?P<weekday>{WEEKDAY}),? ?(?:the )?)?"
_DAY_FIRST = f"(?P<day>{DAY}) (?P<month>{MONTH})(?:,? (?P<first_year>{YEAR}))?"
_MONTH_FIRST = f"(?P<month>{MONTH}) (?P<day>{DAY})(?:,? (?P<first_year>{YEAR}))?"
_QUARTER = "(?:q(?P<figure>[1-4])|(?P<figure_first>[1-4])q|(?P<ordinal>first|second|third|fourth) quarter)"
_HALF = "(?:h(?P<figure>[12])|(?P<figure_first>[12])h|(?P<ordinal>first|second) half)"

_FORMS = (
    ("day", f"{_WITH_WEEKDAY}(?:the )?(?P<days>{_DAYS})(?: of)? (?P<month>{MONTH}){_OF_YEAR}", _day),
    ("day", f"{_WITH_WEEKDAY}(?P<month>{MONTH}) (?:the )?(?P<days>{_DAYS}){_OF_YEAR}", _day),
    ("days", f"{_DAY_FIRST}{TO}(?P<last_day>{DAY}) (?P<last_month>{MONTH}){_OF_YEAR}", _days_of_two_months),
    ("days", f"{_MONTH_FIRST}{TO}(?P<last_month>{MONTH}) (?P<last_day>{DAY}){_OF_YEAR}", _days_of_two_months),
    ("month", f"(?P<months>{MONTH}(?:(?:, {MONTH})*,?{AND}{MONTH}|{TO}{MONTH})?){_OF_YEAR}", _months),
    ("months", f"(?P<month>{MONTH}),? (?P<year>{YEAR}){TO}(?P<last_month>{MONTH}),? (?P<last_year>{YEAR})",
     _months_of_two_years),
    ("year", f"(?:the )?(?:years? )?(?P<years>{YEAR}(?:(?:, {YEAR})*,?{AND}{YEAR})?)", _years),
    ("years", f"(?:the )?(?:years )?(?P<years>(?:{YEAR}|[0-9]{{1,4}}){TO}{YEAR})", _years),
    ("winter", "(?:the )?winter(?: of)? (?P<year>[0-9]{4}) ?[-/] ?(?P<next>(?:[0-9]{2}){1,2})",
     _winter_over_new_year),
    ("season", f"(?:the )?(?P<season>{SEASON}){_OF_YEAR}", _season),
    ("quarter", f"(?:the )?{_QUARTER}{_OF_YEAR}", _quarter),
    ("half", f"(?:the )?{_HALF}{_OF_YEAR}", _half),
    ("decade", "(?:the )?(?P<decade>[0-9]{3}0)'?s", _decade),
    ("century", "(?:the )?(?P<century>[1-9][0-9]?)(?:st|nd|rd|th)[ -]century(?: (?P<era>bce?)| ad| ce)?",
     _century),
    ("figures", "(?P<one>[0-9]{1,2})([/.])(?P<other>[0-9]{1,2})\\2(?P<year>[0-9]{4})", _figures),
    ("figures", "(?P<year>[0-9]{4})([/.])(?P<month>[0-9]{1,2})\\2(?P<day>[0-9]{1,2})", _year_first),
)  # fmt: skip

NAMED = tuple(Named(name, re.compile(f"(?:in |during )?{form}"), edtf) for name, form, edtf in _FORMS)
