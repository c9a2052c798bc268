"""`read_text`: every expression of time in a text, each resolved where it stands."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from timeline.dates.days import calendar_day
from timeline.dates.parsing import parse
from timeline.dates.phrases.counting import is_near
from timeline.dates.phrases.evaluate import Frame, Side, TwoReadings, Value, evaluate
from timeline.dates.phrases.grammar import scan
from timeline.dates.phrases.meaning import (
    Beside,
    Changed,
    DayOfMonth,
    Expression,
    Fixed,
    InMoved,
    Meaning,
    Moved,
    Near,
    NearYearless,
    Recent,
    Refused,
    Several,
    ShortYear,
    Stretch,
    Weekday,
    WeekOf,
    Yearless,
)
from timeline.dates.phrases.outline import Outline
from timeline.dates.values import Date, NotADate
from timeline.text.clauses import Tense, read_clause


class Origin(NamedTuple):
    """From what an expression was counted: a date, and where it stands in the text, if it stands there."""

    edtf: str
    start: int = -1
    end: int = -1


class TimeExpression(NamedTuple):
    """Words of time in a text and what they come to. Places are code points, half open."""

    start: int
    end: int
    text: str
    date: Date | None
    rule: str
    note: str
    why: str
    """Why there is no date; empty where there is one."""
    readings: tuple[str, ...]
    """The dates that it may be, where there are two."""
    counts_from: Origin | None


Tells = Literal["own day", "history", "unsure"]
_YEAR_LIKE = re.compile(r"(?<![\d.,$€£])(?:1[89]|20)\d\d(?![\d%]|[.,]\d)")
_ESTABLISHED = 5
"""Full dates from which a text is known to narrate, where it hardly ever counts from its own day."""
_OWN_DAY_SHARE = 8
"""Of so many full dates at most one expression may count from the day of the text, in a history."""


def read_text(text: str, said: Date | None) -> tuple[TimeExpression, ...]:
    """Every expression of time in a text that was written on this day, in order."""
    expressions = scan(text)
    return _Walk(text, expressions, said).all() if expressions else ()


class _Walk:
    """Goes through the expressions of a text in order and remembers what the next ones may count from."""

    def __init__(self, text: str, expressions: Sequence[Expression], said: Date | None) -> None:
        self._text = text
        self._expressions = expressions
        self._said = said
        self._outline = Outline(text)
        self._tells, self._established = _what_it_tells(expressions, self._outline)
        self._before: TimeExpression | None = None
        self._before_paragraph = -1
        self._year: int | None = None
        self._year_paragraph = -1
        self._year_from: Origin | None = None

    def all(self) -> tuple[TimeExpression, ...]:
        found = []
        for index, expression in enumerate(self._expressions):
            resolved = self._resolve(index, expression)
            self._remember(expression, resolved)
            found.append(resolved)
        return tuple(found)

    def _resolve(self, index: int, expression: Expression) -> TimeExpression:
        if isinstance(expression.meaning, Fixed):
            return _dated(expression, lambda: Value(expression.meaning.edtf, expression.meaning.rule), None)  # type: ignore[union-attr]
        frame = self._frame(index, expression)
        if isinstance(frame, str):
            return _refused(expression, frame)
        return _dated(expression, lambda: evaluate(expression.meaning, frame), self)

    def origin(self, value: Value) -> Origin | None:
        if value.origin == "said" and self._said:
            return Origin(self._said.text)
        if value.origin == "before" and self._before and self._before.date:
            return Origin(self._before.date.text, self._before.start, self._before.end)
        return self._year_from if value.origin == "year" else None

    def _frame(self, index: int, expression: Expression) -> Frame | str:
        """What is known at an expression, or why nothing can be."""
        needs = needs_of(expression.meaning)
        if "context" in needs and self._outline.is_spoken(expression.start):
            return "is spoken: it counts from the day on which the speaker said it"
        paragraph = self._outline.paragraph_at(expression.start)
        near = self._before is not None and paragraph - self._before_paragraph <= 1
        before = self._before.date if near and self._before else None
        tells, year = self._year_for(index, expression, paragraph)
        if year is UNCLEAR:
            return "stands beside a number that may be its year"
        side = self._side(expression) if "side" in needs else Side.UNKNOWN
        return Frame(self._said, side, before=before, year=year, tells=self._telling(expression, tells, needs))

    def _telling(self, expression: Expression, tells: Tells, needs: frozenset[str]) -> Tells:
        return tells

    def _year_for(self, index: int, expression: Expression, paragraph: int) -> "tuple[Tells, int | None]":
        """The year that the text tells of here, and how sure that is."""
        tells = self._tells
        year = self._year
        if tells == "own day":
            near = paragraph - self._year_paragraph <= 1
            return ("unsure", year) if year is not None and near else ("own day", None)
        if year is not None and self._outline.sections[paragraph] != self._outline.sections[self._year_paragraph]:
            pass
        if tells == "history" and not self._established and year is not None and self._is_near(expression, year):
            return "unsure", year
        return tells, year

    def _is_near(self, expression: Expression, year: int) -> bool:
        """Whether the nearest reading lies within 31 days of the day of the text."""
        date = expression.meaning
        while isinstance(date, Changed):
            date = date.date
        if not isinstance(date, Yearless) or self._said is None or self._said.start.earliest is None or not date.day:
            return False
        day = self._said.start.earliest
        from timeline.dates.phrases.counting import yearless_sides
        sides = yearless_sides(date, day)
        return bool(sides.before) and is_near(sides.before, day)

    def _side(self, expression: Expression) -> Side:
        start, end = self._outline.sentence_at(expression.start)
        sentence = self._text[start:end].replace("\n", " ")
        clause = read_clause(sentence, expression.start - start)
        if clause.tense is Tense.PAST:
            return Side.BEFORE
        if clause.tense is Tense.FUTURE and clause.seen_from is not Tense.PAST:
            return Side.AFTER
        return Side.UNKNOWN

    def _remember(self, expression: Expression, resolved: TimeExpression) -> None:
        if resolved.date is None or self._outline.is_spoken(resolved.start):
            return
        date = resolved.date
        first, last = date.start.earliest, date.end.latest
        paragraph = self._outline.paragraph_at(expression.start)
        if first is None or last is None:
            return
        self._before, self._before_paragraph = resolved, paragraph
        year = calendar_day(first)[0]
        if year == calendar_day(last)[0] and not _is_loose(expression.meaning):
            self._year, self._year_paragraph = year, paragraph
            self._year_from = Origin(date.text, resolved.start, resolved.end)


UNCLEAR = -(10**9)


def _is_loose(meaning: Meaning) -> bool:
    return isinstance(meaning, Changed) and meaning.change in {"since", "before"}


def _dated(expression: Expression, value_of, walk) -> TimeExpression:  # type: ignore[no-untyped-def]
    start, end, text, _ = expression
    try:
        value = value_of()
        date = parse(value.edtf)
    except TwoReadings as both:
        return TimeExpression(start, end, text, None, "", "", str(both), both.readings, None)
    except NotADate as error:
        return _refused(expression, str(error))
    return TimeExpression(start, end, text, date, value.rule, value.note, "", (), walk.origin(value) if walk else None)


def _refused(expression: Expression, why: str) -> TimeExpression:
    start, end, text, _ = expression
    return TimeExpression(start, end, text, None, "", "", why, (), None)


def _what_it_tells(expressions: Sequence[Expression], outline: Outline) -> tuple[Tells, bool]:
    """Whether a text counts from its own day or narrates, and whether that is beyond doubt."""
    own = full = 0
    for expression in expressions:
        needs = needs_of(expression.meaning)
        if "own day" in needs:
            own += not outline.is_spoken(expression.start)
        elif isinstance(expression.meaning, Fixed) and len(expression.meaning.edtf) >= 7:
            full += 1
    if own == 0:
        return "history", full >= _ESTABLISHED
    if full >= _ESTABLISHED and own * _OWN_DAY_SHARE <= full:
        return "history", True
    return "own day", False


def needs_of(meaning: Meaning) -> frozenset[str]:
    """What a meaning needs: `side`, any `context`, and whether it shows that the text counts from its `own day`."""
    if isinstance(meaning, Fixed | Refused):
        return frozenset()
    if isinstance(meaning, Weekday):
        return frozenset(("context", "own day")) | ({"side"} if not meaning.which and meaning.week is None else set())
    if isinstance(meaning, Yearless):
        return frozenset(("context", "side")) if "{}" in meaning.template else frozenset()
    if isinstance(meaning, Near):
        return frozenset(("context", "side", "own day"))
    if isinstance(meaning, Moved):
        own = meaning.origin == "said"
        return frozenset(("context", "own day")) if own else frozenset(("context",))
    if isinstance(meaning, Recent | NearYearless | ShortYear | DayOfMonth):
        return frozenset(("context",))
    if isinstance(meaning, InMoved):
        return needs_of(meaning.year)
    if isinstance(meaning, Changed | Beside):
        return needs_of(meaning.date)
    if isinstance(meaning, WeekOf):
        return needs_of(meaning.day)
    if isinstance(meaning, Stretch):
        return needs_of(meaning.first) | needs_of(meaning.last)
    if isinstance(meaning, Several):
        return frozenset().union(*map(needs_of, meaning.dates))
    return frozenset(("context",))
