"""What a text tells of: its own day or the past, which year of it, and what is only an aside."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from timeline.dates.phrases.meaning import (
    Beside,
    Changed,
    Expression,
    Fixed,
    Meaning,
    Moved,
    NearYearless,
    Several,
    Stretch,
    WeekOf,
    Yearless,
)
from timeline.dates.phrases.needs import needs_of
from timeline.dates.phrases.outline import Outline
from timeline.dates.phrases.years import year_edtf
from timeline.dates.values import Date


class Origin(NamedTuple):
    """From what an expression was counted: a date, and where it stands in the text, if it stands there."""

    edtf: str
    start: int = -1
    end: int = -1


Tells = Literal["own day", "history", "unsure"]
_BACK_AT_MOST = 2
"""Months that a story may go back without leaving its year in doubt."""
_ESTABLISHED = 5
"""Full dates from which a text is known to narrate, where it hardly ever counts from its own day."""
_NEWS = 3
"""Expressions that count from the day of the text from which it is known to be news."""
_OWN_DAY_SHARE = 8
"""Of so many full dates at most one expression may count from the day of the text, in a history."""


class Story:
    """The year that a text is telling of, and at which month of it it has come."""

    def __init__(self) -> None:
        self.year: int | None = None
        self.month = 0
        self.lost = False
        self.paragraph = -1
        self.origin: Origin | None = None
        self.aside: tuple[int, int] | None = None
        """The year that an aside has named last, and its paragraph."""

    def tell(self, year: int, month: int, paragraph: int, origin: Origin | None) -> None:
        self.year, self.month, self.lost, self.paragraph = year, month, False, paragraph
        self.origin = origin or self.origin

    def aside_near(self, paragraph: int) -> int | None:
        """The year of an aside in this paragraph or the one before."""
        return self.aside[0] if self.aside and paragraph - self.aside[1] <= 1 else None

    def goes_back(self, month: int) -> bool:
        """Whether this month lies so far before the one told last that it may be in the next year."""
        return bool(self.month and month and self.month - month > _BACK_AT_MOST)


def in_years(date: Yearless, *years: int) -> tuple[str, ...]:
    return tuple(date.template.replace("{}", year_edtf(year)) for year in years)


def yearless_of(meaning: Meaning) -> Yearless:
    """The date without a year in a meaning that has one."""
    if isinstance(meaning, Yearless):
        return meaning
    if isinstance(meaning, Changed | Beside):
        return yearless_of(meaning.date)
    if isinstance(meaning, WeekOf):
        return yearless_of(meaning.day)
    if isinstance(meaning, Stretch):
        return yearless_of(meaning.first if "year" in needs_of(meaning.first) else meaning.last)
    if isinstance(meaning, Several):
        return yearless_of(meaning.dates[0])
    raise TypeError("no date without a year")


def year_named(meaning: Meaning) -> int | None:
    """The one year of a date that is named in full."""
    inner = meaning.date if isinstance(meaning, Changed) else meaning
    if not isinstance(inner, Fixed) or (
        isinstance(meaning, Changed) and meaning.change in {"since", "until"}
    ):
        return None
    if inner.rule in {"decade", "century", "years"} or not inner.edtf[:4].isdecimal():
        return None
    return int(inner.edtf[:4])


def month_told(date: Date, meaning: Meaning, month: int) -> int:
    """The month at which the story is: of a whole year none, of a late one the end."""
    if date.precision not in {"year", "none"}:
        return month
    return {"late": 10, "end": 10, "mid": 6, "early": 1}.get(getattr(meaning, "rule", ""), 0)


def is_aside(meaning: Meaning) -> bool:
    if isinstance(meaning, Changed):
        return meaning.change in {"since", "until", "before"} or is_aside(meaning.date)
    return is_digression(meaning)


def is_digression(meaning: Meaning) -> bool:
    """Whether words look back from where the story is: a month earlier, the previous year."""
    if isinstance(meaning, Changed):
        return is_digression(meaning.date)
    if isinstance(meaning, NearYearless):
        return meaning.which in {"last", "previous"}
    back = isinstance(meaning, Moved) and meaning.number < 0 and meaning.unit != "day"
    return back and isinstance(meaning, Moved) and meaning.origin != "said"


def what_it_tells(expressions: Sequence[Expression], outline: Outline) -> tuple[Tells, bool, bool]:
    """Whether a text counts from its own day or narrates, and whether either is beyond doubt."""
    own = full = 0
    for expression in expressions:
        needs = needs_of(expression.meaning)
        if "own day" in needs:
            own += not outline.is_spoken(expression.start)
        elif isinstance(expression.meaning, Fixed) and len(expression.meaning.edtf) >= 7:
            full += 1
    if own == 0:
        return "history", full >= _ESTABLISHED, False
    if full >= _ESTABLISHED and own * _OWN_DAY_SHARE <= full:
        return "history", True, False
    return "own day", False, own >= _NEWS and own >= full
