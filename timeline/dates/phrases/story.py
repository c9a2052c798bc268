"""What a text tells of: its own day or the past, which year of it, and what is only an aside."""

# ruff: noqa: SIM905  (words read best as words)

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.dates.phrases.frame import Tells
from timeline.dates.phrases.meaning import (
    Beside,
    Changed,
    Expression,
    Fixed,
    InMoved,
    Meaning,
    Moved,
    NearYearless,
    Recent,
    Several,
    Stretch,
    WeekOf,
    Yearless,
)
from timeline.dates.phrases.needs import Need, needs_of
from timeline.dates.phrases.outline import Outline
from timeline.dates.phrases.years import year_edtf
from timeline.dates.values import Date

_BACK_AT_MOST = 2
"""Months that a story may go back without leaving its year in doubt."""
_ESTABLISHED = 5
"""Full dates from which a text is known to narrate, where it hardly ever counts from its own day."""
_NEWS = 3
"""Expressions that count from the day of the text from which it is known to be news."""
_FAR = 10
"""Years over which a story does not jump in the middle of a sentence."""
_MANY = 8
"""Years long past from which a text is known to narrate."""
_LONG_AGO = 2
"""Years before the day of a text from which a year is long past."""
_OWN_DAY_SHARE = 8
"""Of so many full dates at most one expression may count from the day of the text, in a history."""
_A_MONTH = 7
"""Characters of an EDTF month: what is as long names more than a year."""
_REACH = 40
"""Code points before a date in which the words that announce it are looked for."""
_WORD = re.compile(r"[a-z']+|[^\sa-z']")
_LIMIT = re.compile(r"\b(?:until|till|since)\b[^,;.:]*\Z")
"""Words that make what follows a limit: until the fall of Budapest in February 1945."""
_TELLING = frozenset("in during year by and late early mid throughout".split())
"""Words before a year by itself which say that something is told of it."""


class Origin(NamedTuple):
    """From what an expression was counted: a date, and where it stands in the text, if it stands there."""

    edtf: str
    start: int = -1
    end: int = -1


class Kind(NamedTuple):
    """Whether a text counts from its own day or narrates, and whether either is beyond doubt."""

    tells: Tells
    is_history: bool = False
    is_news: bool = False
    is_mixed: bool = False
    """Whether a text that counts from its own day names many years that are long past."""


class Story:
    """The year that a text is telling of, and at which month of it it has come."""

    def __init__(self) -> None:
        self.year: int | None = None
        self.month = 0
        """1 to 12; 0 where only the year is told."""
        self.paragraph = -1
        self.origin: Origin | None = None
        self.is_lost = False
        """Whether the story has gone back since the year was told, so that it may be in the next one."""
        self._aside: tuple[int, int] | None = None

    def tell(self, year: int, month: int, paragraph: int, origin: Origin | None) -> None:
        """Go on to this year, which a date names; without an origin it follows from an earlier date."""
        self.year, self.month, self.paragraph = year, month, paragraph
        self.origin = origin or self.origin
        self.is_lost = False

    def jumps(self, year: int) -> bool:
        """Whether this year lies far from the one told last."""
        return self.year is not None and abs(year - self.year) > _FAR

    def mention(self, year: int, paragraph: int) -> None:
        """Remember the year of an aside, which does not move the story."""
        self._aside = year, paragraph

    def aside_near(self, paragraph: int) -> int | None:
        """The year of an aside in this paragraph or the one before."""
        return self._aside[0] if self._aside and paragraph - self._aside[1] <= 1 else None

    def goes_back(self, month: int) -> bool:
        """Whether this month lies so far before the one told last that it may be in the next year."""
        return bool(self.month and month and self.month - month > _BACK_AT_MOST)


def kind_of(expressions: Sequence[Expression], outline: Outline, said_in: int | None) -> Kind:
    """What a text with these expressions, which was written in this year, tells of.

    `Today` and `last year` are said in histories too; yesterday, last week and a weekday by itself are not.
    """
    strong = weak = full = past = 0
    for expression in expressions:
        meaning = expression.meaning
        if Need.OWN_DAY in needs_of(meaning):
            spoken, loose = outline.is_spoken(expression.start), is_loose(meaning)
            strong, weak = strong + (not spoken and not loose), weak + (not spoken and loose)
        year = year_named(meaning)
        if year is not None:
            full += isinstance(meaning, Fixed) and len(meaning.edtf) >= _A_MONTH
            past += said_in is None or year <= said_in - _LONG_AGO
    is_history = full >= _ESTABLISHED or past >= _MANY
    if strong == 0 and (weak == 0 or past >= _ESTABLISHED):
        return Kind("history", is_history=is_history)
    if is_history and strong * _OWN_DAY_SHARE <= full + past:
        return Kind("history", is_history=True)
    return Kind("own day", is_news=strong >= _NEWS and strong >= past, is_mixed=past >= _NEWS)


def is_loose(meaning: Meaning) -> bool:
    """Whether words that count from the day of the text are said in histories too: today, this century."""
    if isinstance(meaning, Changed):
        return is_loose(meaning.date)
    if isinstance(meaning, Recent | InMoved):
        return True
    if not isinstance(meaning, Moved):
        return False
    return meaning.unit in {"year", "decade", "century"} or (meaning.unit == "day" and not meaning.number)


def moves_the_story(meaning: Meaning, before: str) -> bool:
    """Whether a date moves the story on to its year, by the words before it in its sentence."""
    if is_aside(meaning) or before.count("(") > before.count(")"):
        return False
    words = _WORD.findall(before[-_REACH:].lower())
    last = words[-1] if words else ""
    if _LIMIT.search(before[-_REACH:]):
        return False
    if last in {"the", "a"} or (last == "in" and words[-2:-1] in (["as"], ["than"])):
        return False
    return not (_is_year(meaning) and last and last not in _TELLING)


def is_told(meaning: Meaning, before: str) -> bool:
    """Whether something is told of a date, by the words before it; of `a forecast for 2014` it is not."""
    return not (_is_year(meaning) and _WORD.findall(before[-_REACH:].lower())[-1:] == ["for"])


def _is_year(meaning: Meaning) -> bool:
    inner = meaning.date if isinstance(meaning, Changed) else meaning
    return isinstance(inner, Fixed) and inner.rule == "year"


def is_aside(meaning: Meaning) -> bool:
    """Whether words look away from where the story is: since 1990, until March, a year earlier."""
    if isinstance(meaning, Changed):
        return meaning.change in {"since", "until", "before"} or is_aside(meaning.date)
    return is_digression(meaning)


def is_digression(meaning: Meaning) -> bool:
    """Whether words look back from where the story is: a month earlier, the previous year."""
    if isinstance(meaning, Changed):
        return is_digression(meaning.date)
    if isinstance(meaning, NearYearless):
        return meaning.which in {"last", "previous"}
    return (
        isinstance(meaning, Moved)
        and meaning.number < 0
        and meaning.unit != "day"
        and meaning.origin != "said"
    )


def in_years(date: Yearless, *years: int) -> tuple[str, ...]:
    """A date without a year in each of these years, in EDTF."""
    return tuple(date.template.replace("{}", year_edtf(year)) for year in years)


def yearless_in(meaning: Meaning) -> Yearless:
    """The date without a year in a meaning that has one."""
    if isinstance(meaning, Yearless):
        return meaning
    if isinstance(meaning, Changed | Beside):
        return yearless_in(meaning.date)
    if isinstance(meaning, WeekOf):
        return yearless_in(meaning.day)
    if isinstance(meaning, Stretch):
        return yearless_in(meaning.first if Need.YEAR in needs_of(meaning.first) else meaning.last)
    if isinstance(meaning, Several):
        return yearless_in(meaning.dates[0])
    raise TypeError("no date without a year")


def year_named(meaning: Meaning) -> int | None:
    """The one year of a date that is named in full."""
    if isinstance(meaning, Changed) and meaning.change in {"since", "until"}:
        return None
    inner = meaning.date if isinstance(meaning, Changed | Beside) else meaning
    if not isinstance(inner, Fixed) or inner.rule in {"decade", "century", "years"}:
        return None
    return int(inner.edtf[:4]) if inner.edtf[:4].isdecimal() else None


def month_told(date: Date, meaning: Meaning, month: int) -> int:
    """The month at which the story is: of a whole year none, of a late one the end."""
    if date.precision not in {"year", "none"}:
        return month
    return {"late": 10, "end": 10, "mid": 6, "early": 1}.get(getattr(meaning, "rule", ""), 0)
