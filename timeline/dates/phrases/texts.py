"""`read_text`: every expression of time in a text, each resolved where it stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.dates.calendar import calendar_day
from timeline.dates.parse import parse
from timeline.dates.phrases.counting import is_near, yearless_sides
from timeline.dates.phrases.evaluate import evaluate
from timeline.dates.phrases.frame import Frame, Side, TwoReadings, Value
from timeline.dates.phrases.grammar import scan
from timeline.dates.phrases.meaning import (
    Changed,
    Expression,
    Fixed,
    Refused,
    Yearless,
)
from timeline.dates.phrases.needs import needs_of
from timeline.dates.phrases.outline import Outline
from timeline.dates.phrases.story import (
    Origin,
    Story,
    Tells,
    in_years,
    is_aside,
    is_digression,
    month_told,
    what_it_tells,
    year_named,
    yearless_of,
)
from timeline.dates.values import Date, NotADate
from timeline.text.clauses import Tense, read_clause


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
    vague: bool = False
    """Whether the words are about no date at all: recently, for the third year in a row."""


_YEAR_LIKE = re.compile(r"(?<![\d.,$€£])(?:1[89]|20)\d\d(?![\d%]|[.,]\d)")
_TEXTS_KEPT = 512
_A_YEAR = 4
_GAP = 2
"""Code points before a sentence at which the one before it ends."""
_AROUND = 20
"""Expressions before and after one that may be in the same sentence."""
_NAMES_A_WEEKDAY = re.compile("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")


def read_text(text: str, said: Date | None) -> tuple[TimeExpression, ...]:
    """Every expression of time in a text that was written on this day, in order."""
    expressions = scan(text)
    return _Walk(text, expressions, said).all() if expressions else ()


@lru_cache(maxsize=_TEXTS_KEPT)
def read_stored_text(text: str, said: Date | None) -> tuple[TimeExpression, ...]:
    """The same, kept: the quotations of one text are asked for one after another."""
    return read_text(text, said)


def within(expressions: Sequence[TimeExpression], start: int, end: int) -> Sequence[TimeExpression]:
    """Those of the expressions that touch a passage, in code points, half open."""
    first = bisect_right(expressions, start, key=lambda one: one.end)
    last = bisect_left(expressions, end, key=lambda one: one.start)
    return expressions[first:last]


class _Walk:
    """Goes through the expressions of a text in order and remembers what the next ones may count from."""

    def __init__(self, text: str, expressions: Sequence[Expression], said: Date | None) -> None:
        self._text = text
        self._expressions = expressions
        self._said = said
        self._outline = Outline(text)
        self._tells, self._established, self._is_news = what_it_tells(expressions, self._outline)
        self._before_counts_from_said = False
        self._before: tuple[Date, Origin] | None = None
        self._before_paragraph = -1
        self._story = Story()

    def all(self) -> tuple[TimeExpression, ...]:
        found = []
        for index, expression in enumerate(self._expressions):
            resolved, named = self._resolve(index, expression)
            self._remember(expression, resolved, named)
            found.append(resolved)
        return tuple(found)

    def _resolve(self, index: int, expression: Expression) -> tuple[TimeExpression, Date | None]:
        start, end, text, meaning = expression
        try:
            value = evaluate(meaning, self._frame(index, expression))
            date = parse(value.edtf)
        except TwoReadings as both:
            return TimeExpression(start, end, text, None, "", "", str(both), both.readings, None), None
        except NotADate as error:
            vague = isinstance(meaning, Refused) and meaning.vague
            return TimeExpression(start, end, text, None, "", "", str(error), (), None, vague), None
        found = TimeExpression(start, end, text, date, value.rule, value.note, "", (), self._origin(value))
        return found, parse(value.named) if value.named else date

    def _origin(self, value: Value) -> Origin | None:
        if value.origin == "said" and self._said:
            return Origin(self._said.text)
        if value.origin == "before" and self._before:
            return self._before[1]
        return self._story.origin if value.origin == "year" else None

    def _frame(self, index: int, expression: Expression) -> Frame:
        """What is known at an expression. Raises `NotADate` where nothing can be."""
        needs = needs_of(expression.meaning)
        if not needs:
            return Frame(self._said, Side.UNKNOWN)
        if self._outline.is_spoken(expression.start):
            raise NotADate("is spoken: it counts from the day on which the speaker said it")
        paragraph = self._outline.paragraph_at(expression.start)
        near = self._before is not None and paragraph - self._before_paragraph <= 1
        before = self._before[0] if near and self._before else None
        side = self._side(expression) if "side" in needs else Side.UNKNOWN
        if side is Side.AFTER and not self._established:
            return Frame(self._said, side, before=before)
        if "either" in needs:
            return Frame(self._said, side, before=before, tells="history" if self._established else "unsure")
        tells, year = self._year_at(index, expression, paragraph) if "year" in needs else (self._tells, None)
        if "weekday" in needs and before is not None:
            tells = self._tells_weekday(expression)
        return Frame(self._said, side, before=before, year=year, tells=tells)

    def _tells_weekday(self, expression: Expression) -> Tells:
        """Whether a weekday counts from the date before it: from `Monday, 3 June 2013` in its own sentence."""
        if self._tells == "history" or self._before is None or self._before[0].precision != "day":
            return self._tells
        if self._before[1].edtf != self._before[0].text or self._before_counts_from_said:
            return "own day"
        sentence = self._outline.sentence_at(expression.start)
        start, end = self._before[1].start, self._before[1].end
        if start >= sentence.start:
            return "history" if _NAMES_A_WEEKDAY.search(self._text[start:end]) else "unsure"
        return "own day" if self._is_news else "unsure"

    def _year_at(self, index: int, expression: Expression, paragraph: int) -> tuple[Tells, int | None]:
        """The year that the text tells of here, and how sure that is. Raises `NotADate` where it is lost."""
        story, date = self._story, yearless_of(expression.meaning)
        if self._is_beside_a_number(index, expression):
            raise NotADate("is read beside a number that may be its year and is not understood")
        beside = self._other_year(index, expression)
        if self._tells == "own day":
            near = story.year is not None and self._is_background(expression, paragraph)
            if near or beside is not None:
                return "unsure", story.year if near else beside
            return "own day", None
        if story.year is None and self._established:
            raise NotADate("names no year, and the text has not told one yet")
        if story.year is None:
            year = beside if beside is not None else story.aside_near(paragraph)
            return ("own day", None) if year is None else ("unsure", year)
        if beside is not None and beside != story.year:
            raise TwoReadings(in_years(date, story.year, beside))
        if self._new_section(paragraph):
            raise NotADate("names no year, and a new section has begun since one was told")
        if story.lost or story.goes_back(date.month):
            story.lost = True
            raise TwoReadings(in_years(date, story.year, story.year + 1))
        if not self._established and self._is_recent(date):
            return "unsure", story.year
        return "history", story.year

    def _is_background(self, expression: Expression, paragraph: int) -> bool:
        """Whether the year told last may still hold in a text that counts from its own day.

        A full date does so up to the next paragraph, a year by itself up to the next sentence.
        """
        origin = self._story.origin
        if paragraph - self._story.paragraph > 1 or origin is None:
            return False
        if len(origin.edtf) > _A_YEAR:
            return True
        start = self._outline.sentence_at(expression.start).start
        return origin.start >= self._outline.sentence_at(max(start - _GAP, 0)).start

    def _new_section(self, paragraph: int) -> bool:
        sections = self._outline.sections
        return SECTIONS and sections[paragraph] != sections[self._story.paragraph]

    def _is_beside_a_number(self, index: int, expression: Expression) -> bool:
        """Whether a number that looks like a year, and was not read as one, stands in the same sentence."""
        start, end = self._outline.sentence_at(expression.start)
        return any(
            not any(one.start <= start + found.start() < one.end for one in self._near(index))
            for found in _YEAR_LIKE.finditer(self._text[start:end])
        )

    def _near(self, index: int) -> Sequence[Expression]:
        return self._expressions[max(index - _AROUND, 0) : index + _AROUND]

    def _other_year(self, index: int, expression: Expression) -> int | None:
        """A year that is named in full in the same sentence, and is not the one being told."""
        start, end = self._outline.sentence_at(expression.start)
        for step in (-1, 1):
            other = index + step
            while 0 <= other < len(self._expressions) and start <= self._expressions[other].start < end:
                one = self._expressions[other]
                year = year_named(one.meaning)
                if (
                    year is not None
                    and year != self._story.year
                    and (len(one.text) > _A_YEAR or self._is_told(one))
                ):
                    return year
                other += step
        return None

    def _is_recent(self, date: Yearless) -> bool:
        """Whether the nearest reading lies within 31 days before the day of the text."""
        day = self._said.start.earliest if self._said else None
        if day is None or not date.day:
            return False
        before = yearless_sides(date, day).before
        return bool(before) and is_near(before, day)

    def _side(self, expression: Expression) -> Side:
        start, end = self._outline.sentence_at(expression.start)
        sentence = self._text[start:end].replace("\n", " ")
        if is_attributive(sentence, expression.start - start, expression.end - start):
            return Side.UNKNOWN
        clause = read_clause(sentence, expression.start - start)
        if clause.tense is not Tense.FUTURE and _SCHEDULED.search(sentence, 0, expression.start - start):
            return Side.AFTER_PAST
        if clause.tense is Tense.PAST:
            return Side.BEFORE
        if clause.tense is Tense.FUTURE:
            return Side.AFTER_PAST if clause.seen_from is Tense.PAST else Side.AFTER
        # What comes from an event has seen it happen: results from Sunday's vote.
        return Side.BEFORE if sentence.endswith(" from ", 0, expression.start - start) else Side.UNKNOWN

    def _remember(self, expression: Expression, resolved: TimeExpression, date: Date | None) -> None:
        if date is None or self._outline.is_spoken(resolved.start):
            return
        first, last = date.start.earliest, date.end.latest
        if first is None or last is None:
            return
        paragraph = self._outline.paragraph_at(expression.start)
        origin = Origin(date.text, resolved.start, resolved.end)
        said = resolved.counts_from is not None and resolved.counts_from.start < 0
        if not is_digression(expression.meaning) and self._is_told(expression):
            self._before, self._before_paragraph = (date, origin), paragraph
            self._before_counts_from_said = said
        year, month, _ = calendar_day(first)
        if year != calendar_day(last)[0] or said:
            return
        if not self._tells_year(expression):
            self._story.aside = (year, paragraph)
        else:
            own = resolved.counts_from is None
            self._story.tell(
                year, month_told(date, expression.meaning, month), paragraph, origin if own else None
            )

    def _is_told(self, expression: Expression) -> bool:
        """Whether something is told of this date; of `a forecast for 2014` it is not."""
        meaning = expression.meaning
        inner = meaning.date if isinstance(meaning, Changed) else meaning
        if not isinstance(inner, Fixed) or inner.rule != "year":
            return True
        sentence = self._outline.sentence_at(expression.start)
        words = _WORD.findall(
            self._text[max(sentence.start, expression.start - 40) : expression.start].lower()
        )
        return not words or words[-1] != "for"

    def _tells_year(self, expression: Expression) -> bool:
        """Whether a date moves the story on to its year, and is no aside."""
        meaning = expression.meaning
        if is_aside(meaning):
            return False
        sentence = self._outline.sentence_at(expression.start)
        before = self._text[sentence.start : expression.start]
        if before.count("(") > before.count(")"):
            return False
        words = _WORD.findall(before[-40:].lower())
        last = words[-1] if words else ""
        if last == "the" or words[-1:] == ["a"] or (last == "in" and words[-2:-1] in (["as"], ["than"])):
            return False
        inner = meaning.date if isinstance(meaning, Changed) else meaning
        return not (isinstance(inner, Fixed) and inner.rule == "year" and last and last not in _TELLING)


_TELLING = frozenset(("in", "during", "year", "by", "and", "late", "early", "mid", "throughout"))
_WORD = re.compile(r"[a-z']+|[^\sa-z']")
SECTIONS = True


_SCHEDULED = re.compile(
    r"\b(?:(?:due|scheduled|planned|slated|set)(?: to [a-z]+)?|(?:was|were) to [a-z]+)(?: (?:for|on|in))? (?:the )?\Z"
)
_ATTRIBUTED = re.compile(r"\s[a-z]+")
_FUNCTION_WORDS = frozenset(
    [
        "and",
        "or",
        "but",
        "to",
        "until",
        "till",
        "through",
        "as",
        "at",
        "in",
        "on",
        "of",
        "by",
        "for",
        "from",
        "with",
        "without",
        "when",
        "while",
        "where",
        "after",
        "before",
        "since",
        "was",
        "were",
        "is",
        "are",
        "has",
        "had",
        "have",
        "will",
        "would",
        "could",
        "may",
        "might",
        "must",
        "can",
        "said",
        "says",
        "met",
        "they",
        "he",
        "she",
        "it",
        "who",
        "which",
        "that",
        "this",
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "not",
        "also",
        "only",
        "between",
        "during",
        "because",
        "over",
    ]
)


def is_attributive(sentence: str, start: int, end: int) -> bool:
    """Whether a date stands before a noun: `the Sept. 11 attacks`, whose year its clause does not tell."""
    if not sentence[:start].lower().endswith(("the ", "this ", "its ")):
        return False
    following = _ATTRIBUTED.match(sentence, end)
    return following is not None and following.group().strip() not in _FUNCTION_WORDS
