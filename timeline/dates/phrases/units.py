"""Rules that count in days, weeks, months and years: `last week`, `two days later`, `recent months`."""

import re
from datetime import date

from dateutil.relativedelta import relativedelta, weekday

from timeline.dates.phrases.rule import Counted, Words
from timeline.dates.phrases.words import NUMBER, count

NEAR = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
WHICH = f"(?:the )?(?P<which>{'|'.join(NEAR)})"
MONDAY = weekday(0)
_UNIT = "(?P<unit>day|week|month|quarter|year)"
_DAY_WORDS = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0,
    "tomorrow": 1, "the day after tomorrow": 2, "the day after": 1, "the day before": -1,
}  # fmt: skip


def _by_days(words: Words, said: date) -> str:
    return _iso(said + relativedelta(days=_DAY_WORDS[words["word"]]))


def _iso(day: date) -> str:
    return day.isoformat()


def _month(day: date) -> str:
    return day.isoformat()[:7]


def _year(day: date) -> str:
    return day.isoformat()[:4]


def week(day: date) -> str:
    """The week of this day, Monday to Sunday (ISO 8601-1:2019, 5.2.4): EDTF has no week, so an interval."""
    monday = day + relativedelta(weekday=MONDAY(-1))
    return f"{_iso(monday)}/{_iso(monday + relativedelta(days=6))}"


def _weekend(words: Words, said: date) -> str:
    saturday = said + relativedelta(weekday=MONDAY(-1)) + relativedelta(days=5)
    saturday += relativedelta(weeks=NEAR[words["which"]])
    return f"{_iso(saturday)}/{_iso(saturday + relativedelta(days=1))}"


def _moved(unit: str, number: int, said: date) -> str:
    """The unit of time so many units on from the one in which it was said, as precise as that unit."""
    if unit == "day":
        return _iso(said + relativedelta(days=number))
    if unit == "week":
        return week(said + relativedelta(weeks=number))
    if unit == "month":
        return _month(said + relativedelta(months=number))
    if unit == "year":
        return _year(said + relativedelta(years=number))
    quarter = said + relativedelta(months=3 * number)
    return f"{_year(quarter)}-{33 + (quarter.month - 1) // 3}"


def _which_unit(words: Words, said: date) -> str:
    return _moved(words["unit"], NEAR[words["which"]], said)


def _ago(words: Words, said: date) -> str:
    return _moved(words["unit"], -count(words["number"]), said)


def _ahead(words: Words, said: date) -> str:
    return _moved(words["unit"], count(words["number"]), said)


def _recent(words: Words, said: date) -> str:
    """The units up to the one before it was said; nothing says since when, and the end is vague too."""
    before = _moved(words["unit"], -1, said)
    return f"/{before.rpartition('/')[2]}~"


def _future(_: Words, said: date) -> str:
    """What is still to come, and nothing more."""
    return f"[{_iso(said + relativedelta(days=1))}..]"


_FORMS = (
    ("day-word", f"(?P<word>{'|'.join(_DAY_WORDS)})", _by_days),
    ("weekend", f"(?:on |at |over )?{WHICH} weekend", _weekend),
    ("this-or-next", f"(?:earlier |later )?(?:in |during )?{WHICH} {_UNIT}", _which_unit),
    ("ago", f"(?P<number>{NUMBER}) {_UNIT}s? (?:ago|earlier|before|previously)", _ago),
    ("later", f"(?P<number>{NUMBER}) {_UNIT}s? (?:later|after|on|from now|afterwards|hence)", _ahead),
    ("later", f"in (?P<number>{NUMBER}) {_UNIT}s?'?(?: time)?", _ahead),
    ("recent", f"(?:in |over |during )?(?:the )?(?:recent|(?:past|last) few) {_UNIT}s", _recent),
)

UNITS = tuple(Counted(name, re.compile(form), edtf) for name, form, edtf in _FORMS)
FUTURE = Counted("future", re.compile("will(?: [a-z-]+)*"), _future)
