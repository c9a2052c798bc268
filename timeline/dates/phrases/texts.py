"""`read_text`: every expression of time in a text, each resolved where it stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.dates.calendar import calendar_day
from timeline.dates.parse import parse
from timeline.dates.phrases.clause_side import side_of
from timeline.dates.phrases.counting import is_near, yearless_sides
from timeline.dates.phrases.evaluate import evaluate
from timeline.dates.phrases.frame import Frame, Side, Tells, TwoReadings, Value
from timeline.dates.phrases.grammar import scan
from timeline.dates.phrases.meaning import Expression, Refused, Yearless
from timeline.dates.phrases.needs import Need, needs_of
from timeline.dates.phrases.outline import Outline
from timeline.dates.phrases.story import (
    Origin,
    Story,
    in_years,
    is_digression,
    is_told,
    kind_of,
    month_told,
    moves_the_story,
    year_named,
    yearless_in,
)
from timeline.dates.values import Date, InvalidDate

_TEXTS_KEPT = 512
_NOWHERE = -2
_A_YEAR = 4
"""Characters of a year by itself."""
_GAP = 2
"""Code points before a sentence at which the one before it ends."""
_AROUND = 20
"""Expressions before and after one that may be in the same sentence."""
_YEAR_LIKE = re.compile(r"(?<![\d.,$€£])(?:1[89]|20)\d\d(?![\d%]|[.,]\d)")
_NAMES_A_WEEKDAY = re.compile("Mon|Tue|Wed|Thu|Fri|Sat|Sun")


class TimeExpression(NamedTuple):
    """Words of time in a text and what they come to. Places are code points, half open."""

    start: int
    end: int
    text: str
    date: Date | None
    rule: str
    note: str
    why: str
    """Why it has no date; empty if it has one."""
    readings: tuple[str, ...]
    """The dates that it may be, where there are two."""
    counts_from: Origin | None
    vague: bool = False
    """Whether the words are about no date at all: recently, for the third year in a row."""


def read_text(text: str, said: Date | None) -> tuple[TimeExpression, ...]:
    """Every expression of time in a text that was written on this day, in order."""
    expressions = scan(text)
    return tuple(_Walk(text, expressions, said).all()) if expressions else ()


@lru_cache(maxsize=_TEXTS_KEPT)
def read_stored_text(text: str, said: Date | None) -> tuple[TimeExpression, ...]:
    """The same, kept: the quotations of one text are asked for one after another."""
    return read_text(text, said)


def within(expressions: Sequence[TimeExpression], start: int, end: int) -> Sequence[TimeExpression]:
    """Those of the expressions that touch a passage, in code points, half open."""
    first = bisect_right(expressions, start, key=lambda one: one.end)
    last = bisect_left(expressions, end, key=lambda one: one.start)
    return expressions[first:last]


class _Before(NamedTuple):
    """The nearest date before an expression."""

    date: Date
    origin: Origin
    paragraph: int
    counts_from_said: bool


class _Walk:
    """Goes through the expressions of a text in order and remembers what the next ones may count from."""

    def __init__(self, text: str, expressions: Sequence[Expression], said: Date | None) -> None:
        self._text = text
        self._expressions = expressions
        self._said = said
        self._outline = Outline(text)
        day = said.start.earliest if said else None
        self._kind = kind_of(expressions, self._outline, None if day is None else calendar_day(day)[0])
        self._story = Story()
        self._before: _Before | None = None
        self._unclear_paragraph = _NOWHERE
        """The paragraph of the last words that came to no date, where no date followed them."""

    def all(self) -> Iterator[TimeExpression]:
        """The expressions, each resolved after those before it."""
        for index, expression in enumerate(self._expressions):
            found, named = self._resolve(index, expression)
            if not found.vague and not self._outline.is_spoken(expression.start):
                self._remember(expression, found, named)
            yield found

    def _resolve(self, index: int, expression: Expression) -> tuple[TimeExpression, Date | None]:
        """What an expression comes to, and the date that is named in it: 1940 in `by 1940`."""
        start, end, text, meaning = expression
        try:
            value = evaluate(meaning, self._frame(index, expression))
            date = parse(value.edtf)
        except TwoReadings as both:
            return TimeExpression(start, end, text, None, "", "", str(both), both.readings, None), None
        except InvalidDate as error:
            vague = isinstance(meaning, Refused) and meaning.vague
            return TimeExpression(start, end, text, None, "", "", str(error), (), None, vague), None
        found = TimeExpression(start, end, text, date, value.rule, value.note, "", (), self._origin(value))
        return found, parse(value.named) if value.named else date

    def _origin(self, value: Value) -> Origin | None:
        if value.origin == "said" and self._said:
            return Origin(self._said.text)
        if value.origin == "before" and self._before:
            return self._before.origin
        return self._story.origin if value.origin == "year" else None

    def _frame(self, index: int, expression: Expression) -> Frame:
        """What is known at an expression. Raises `InvalidDate` where nothing can be."""
        needs = needs_of(expression.meaning)
        if not needs:
            return Frame(self._said, Side.UNKNOWN)
        if self._outline.is_spoken(expression.start):
            raise InvalidDate("is spoken: it counts from the day on which the speaker said it")
        side = self._side(expression) if Need.SIDE in needs else Side.UNKNOWN
        paragraph = self._outline.paragraph_at(expression.start)
        near = self._before if self._before and paragraph - self._before.paragraph <= 1 else None
        frame = Frame(self._said, side, before=near.date if near else None)
        if side is Side.AFTER and not self._kind.is_history:
            return frame  # what will happen is counted from the day on which that is written
        if Need.EITHER in needs:
            if near is None and paragraph - self._unclear_paragraph <= 1:
                raise InvalidDate("may count from words before it that come to no date")
            return frame._replace(tells="history" if self._kind.is_history else "unsure")
        if Need.YEAR in needs:
            tells, year = self._year_at(index, expression, paragraph)
            return frame._replace(tells=tells, year=year)
        if Need.WEEKDAY in needs and near:
            return frame._replace(tells=self._tells_weekday(expression, near))
        return frame._replace(tells=self._kind.tells)

    def _side(self, expression: Expression) -> Side:
        start, end = self._outline.sentence_at(expression.start)
        sentence = self._text[start:end].replace("\n", " ")
        return side_of(sentence, expression.start - start, expression.end - start)

    def _tells_weekday(self, expression: Expression, before: _Before) -> Tells:
        """Whether a weekday counts from a date before it: `Monday, 3 June 2013` in its own sentence."""
        if self._kind.tells == "history" or before.date.precision != "day":
            return self._kind.tells
        if before.counts_from_said:
            return "own day"
        if before.origin.start >= self._outline.sentence_at(expression.start).start:
            words = self._text[before.origin.start : before.origin.end]
            return "history" if _NAMES_A_WEEKDAY.search(words) else "unsure"
        return "own day" if self._kind.is_news else "unsure"

    def _year_at(self, index: int, expression: Expression, paragraph: int) -> tuple[Tells, int | None]:
        """The year of the text here, and how certain it is. Raises `InvalidDate` where it is unknown."""
        if self._is_beside_a_number(index, expression):
            raise InvalidDate("is read beside a number that may be its year and is not understood")
        beside = self._other_year(index, expression)
        if self._kind.tells == "own day":
            year = self._story.year if self._is_background(expression, paragraph) else beside
            if year is None and self._kind.is_mixed and not self._kind.is_news:
                self._check_recent(yearless_in(expression.meaning))
            return ("own day", None) if year is None else ("unsure", year)
        if self._story.year is None:
            return self._untold(beside, paragraph)
        return self._told(yearless_in(expression.meaning), self._story.year, beside, paragraph)

    def _check_recent(self, date: Yearless) -> None:
        """Refuse a date that is not recent in a text that names many other years."""
        if not self._is_recent(date):
            raise InvalidDate("names no year, in a text that names years long past")

    def _untold(self, beside: int | None, paragraph: int) -> tuple[Tells, int | None]:
        """Where no year has been told yet, an aside may still be meant."""
        if self._kind.is_history:
            raise InvalidDate("names no year, and the text has not told one yet")
        year = beside if beside is not None else self._story.aside_near(paragraph)
        return ("own day", None) if year is None else ("unsure", year)

    def _told(self, date: Yearless, year: int, beside: int | None, paragraph: int) -> tuple[Tells, int]:
        """The year told last, as long as the story goes on in it."""
        sections = self._outline.sections
        if beside is not None:
            raise TwoReadings(in_years(date, year, beside))
        if sections[paragraph] != sections[self._story.paragraph]:
            raise InvalidDate("names no year, and a new section has begun since one was told")
        if self._story.is_lost or self._story.goes_back(date.month):
            self._story.is_lost = True
            raise TwoReadings(in_years(date, year, year + 1))
        return ("unsure" if not self._kind.is_history and self._is_recent(date) else "history"), year

    def _is_background(self, expression: Expression, paragraph: int) -> bool:
        """Whether the year told last may still hold in a text that counts from its own day.

        A full date does so up to the next paragraph, a year by itself up to the next sentence.
        """
        origin = self._story.origin
        if origin is None or paragraph - self._story.paragraph > 1:
            return False
        if len(origin.edtf) > _A_YEAR:
            return True
        start = self._outline.sentence_at(expression.start).start
        return origin.start >= self._outline.sentence_at(max(start - _GAP, 0)).start

    def _is_recent(self, date: Yearless) -> bool:
        """Whether the nearest reading lies within 31 days before the day of the text."""
        day = self._said.start.earliest if self._said else None
        before = yearless_sides(date, day).before if day is not None and date.day else ""
        return bool(before) and day is not None and is_near(before, day)

    def _is_beside_a_number(self, index: int, expression: Expression) -> bool:
        """Whether a number that looks like a year, and was not read as one, stands in the same sentence."""
        start, end = self._outline.sentence_at(expression.start)
        around = self._expressions[max(index - _AROUND, 0) : index + _AROUND]
        return any(
            not any(one.start <= number.start() < one.end for one in around)
            for number in _YEAR_LIKE.finditer(self._text, start, end)
        )

    def _other_year(self, index: int, expression: Expression) -> int | None:
        """A year that is named in full in the same sentence, and is not the one being told."""
        sentence = self._outline.sentence_at(expression.start)
        for step in (-1, 1):
            other = index + step
            while 0 <= other < len(self._expressions) and abs(other - index) <= _AROUND:
                one = self._expressions[other]
                if not sentence.start <= one.start < sentence.end:
                    break
                year = year_named(one.meaning)
                full = len(one.text) > _A_YEAR or is_told(one.meaning, self._before_in_sentence(one))
                if year not in {None, self._story.year} and full:
                    return year
                other += step
        return None

    def _looks_away(self, expression: Expression, year: int, words: str) -> bool:
        """Whether a later year in the middle of a sentence is an outlook and no step of the story."""
        told = self._story.year
        if told is None or year <= told or not words.strip():
            return False
        if self._story.jumps(year):
            return True
        side = self._side(expression)
        if side is not Side.BEFORE:
            self._story.is_lost = side in {Side.UNKNOWN, Side.PRESENT}
        return side is not Side.BEFORE

    def _before_in_sentence(self, expression: Expression) -> str:
        """The words before an expression in its sentence."""
        return self._text[self._outline.sentence_at(expression.start).start : expression.start]

    def _remember(self, expression: Expression, found: TimeExpression, date: Date | None) -> None:
        """What the next expressions may count from. After words that are not understood that is not known."""
        paragraph = self._outline.paragraph_at(expression.start)
        first, last = (date.start.earliest, date.end.latest) if date else (None, None)
        if date is None or first is None or last is None:
            self._before, self._unclear_paragraph = None, paragraph
            return
        meaning = expression.meaning
        words = self._before_in_sentence(expression)
        origin = Origin(date.text, found.start, found.end)
        said = found.counts_from is not None and found.counts_from.start < 0
        if not is_digression(meaning) and is_told(meaning, words):
            self._before, self._unclear_paragraph = _Before(date, origin, paragraph, said), _NOWHERE
        year, month, _ = calendar_day(first)
        if said or year != calendar_day(last)[0]:
            return
        if moves_the_story(meaning, words) and not self._looks_away(expression, year, words):
            own = origin if found.counts_from is None else None
            self._story.tell(year, month_told(date, meaning, month), paragraph, own)
        else:
            self._story.mention(year, paragraph)
