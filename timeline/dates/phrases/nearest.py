"""Rules for names that come again: the nearest such day or month to the day on which it was said."""

import re
from datetime import date

from dateutil.relativedelta import relativedelta, weekday

from timeline.dates.phrases.rule import Counted, Words
from timeline.dates.phrases.units import MONDAY, NEAR, WHICH
from timeline.dates.phrases.words import (
    DAY,
    MONTH,
    SEASON,
    SEASONS,
    TO,
    VERB_AHEAD,
    WEEKDAY,
    WEEKDAYS,
    day_digits,
    month_number,
)
from timeline.dates.values import NotADate

# A day of the next weeks is one that is planned; further ahead, the last one is meant.
_SOON = 31
_AHEAD = f"(?P<ahead>{VERB_AHEAD} )?"


def _weekday(words: Words, said: date) -> str:
    """The day it was said, if it is one; else the nearest before, or after where the verb looks ahead."""
    nearest = weekday(WEEKDAYS.index(words["weekday"]))
    return str(said + relativedelta(weekday=nearest(1 if words["ahead"] else -1)))


def _which_weekday(words: Words, said: date) -> str:
    nearest = weekday(WEEKDAYS.index(words["weekday"]))
    if words["which"] in {"this", "current"}:
        return str(said + relativedelta(weekday=MONDAY(-1)) + relativedelta(weekday=nearest(1)))
    step = NEAR[words["which"]]
    return str(said + relativedelta(days=step) + relativedelta(weekday=nearest(step)))


def _month_without_year(words: Words, said: date) -> str:
    """The nearest such month up to the one in which it was said; ahead where the verb looks ahead."""
    number = month_number(words["month"])
    step = 1 if words["ahead"] else -1
    on = said + relativedelta(day=1)
    while on.month != number:
        on += relativedelta(months=step)
    return str(on)[:7]


def _which_month(words: Words, said: date) -> str:
    number, step = month_number(words["month"]), NEAR[words["which"]]
    if not step:
        return f"{said.year:04d}-{number:02d}"
    on = said + relativedelta(day=1, months=step)
    while on.month != number:
        on += relativedelta(months=step)
    return str(on)[:7]


def _days_without_year(words: Words, said: date) -> str:
    """Days of a month that name no year: the last such before it was said, or the next within a month."""
    month = f"{month_number(words['month']):02d}"
    days = [day_digits(day) for day in re.split(TO, words["days"])]
    horizon = said + relativedelta(days=_SOON)
    # A leap day may be eight years away, over a century that has none.
    for year in range(horizon.year, horizon.year - 9, -1):
        first = _real(f"{year:04d}-{month}-{days[0]}")
        if first and first <= horizon:
            return "/".join(f"{year:04d}-{month}-{day}" for day in days)
    raise NotADate("no year has that day")


def _real(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _this_season(words: Words, said: date) -> str:
    return f"{said.year:04d}-{SEASONS[words['season']]}"


_OF_DAY = "(?: morning| afternoon| evening| night)?"
_FORMS = (
    ("weekday", f"{_AHEAD}(?:on )?(?P<weekday>{WEEKDAY}){_OF_DAY}", _weekday),
    ("which-weekday", f"(?:on )?{WHICH} (?P<weekday>{WEEKDAY}){_OF_DAY}", _which_weekday),
    ("month-without-year", f"{_AHEAD}(?:in |during )?(?P<month>{MONTH})", _month_without_year),
    ("which-month", f"(?:in |during )?{WHICH} (?P<month>{MONTH})", _which_month),
    ("day-without-year", f"(?:on |from )?(?:the )?(?P<days>{DAY}(?:{TO}{DAY})?)(?: of)? (?P<month>{MONTH})",
     _days_without_year),
    ("day-without-year", f"(?:on |from )?(?P<month>{MONTH}) (?:the )?(?P<days>{DAY}(?:{TO}{DAY})?)",
     _days_without_year),
    ("this-season", f"(?:in |during )?this (?P<season>{SEASON})", _this_season),
)  # fmt: skip

NEAREST = tuple(Counted(name, re.compile(form), edtf) for name, form, edtf in _FORMS)
