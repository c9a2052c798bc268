"""Words of time inside quotations: what they come to, and what they prove of the event's date."""

import re
from collections.abc import Iterable

from timeline.dates import Date, NotADate, parse, window
from timeline.dates.phrases import Reading, find_phrases, read
from timeline.evidence.model import CitedQuote, LinkedEvent, Proof, TimeWords, Verdict
from timeline.quotes import Found
from timeline.records import SourceRecord

_YEAR = re.compile(r"(?<![\d.,])[12]\d{3}(?![\d.,]\d|\d)")
_THAT_YEAR = ("that year", "in that year", "that same year", "the same year")
_NEAR = 240
"""Code points in which an antecedent is looked for."""


def said_on(source: SourceRecord | None) -> Date | None:
    """The day from which a source's words of time count."""
    return (source.as_of or source.published) if source else None


def derive(date: Date, quotes: Iterable[CitedQuote]) -> Proof:
    """What the found ones among the quotes that support a date prove of it."""
    words = tuple(
        one for quote in quotes if isinstance(quote.outcome, Found) for one in words_of_time(quote, date)
    )
    verdicts = {one.verdict for one in words}
    return Proof(next((one for one in _STRONGEST_FIRST if one in verdicts), _STRONGEST_FIRST[-1]), words)


# One word that agrees outweighs another that does not: a sentence may speak of two days.
_STRONGEST_FIRST: tuple[Verdict, ...] = ("agrees", "proves a part", "contradicts", "cannot tell")


def words_of_time(quote: CitedQuote, event: Date) -> list[TimeWords]:
    """The words of time in one quote, each resolved from the day on which its source speaks."""
    return [_resolved(quote, found.text, found.start, event) for found in find_phrases(quote.citation.quote)]


def _resolved(quote: CitedQuote, words: str, offset: int, event: Date) -> TimeWords:
    said = said_on(quote.source)
    try:
        reading = _antecedent(quote, words, offset) or read(words, said)
    except NotADate as error:
        why = str(error).removeprefix(f"{words}: ")
        return TimeWords(quote.number, words, offset, said, None, "", "", why, "cannot tell")
    verdict = judge(reading.date, event)
    return TimeWords(quote.number, words, offset, said, reading.date, reading.rule, reading.note, "", verdict)


def _antecedent(quote: CitedQuote, words: str, offset: int) -> Reading | None:
    """What "that year" points back to: the year named last before it in its paragraph, near enough."""
    if words.casefold() not in _THAT_YEAR or quote.text is None or not isinstance(quote.outcome, Found):
        return None
    start = quote.outcome.anchors[0].start
    before = quote.text.context(start, start, _NEAR)[0] + quote.citation.quote[:offset]
    years = _YEAR.findall(before)
    if not years:
        return None
    return Reading(parse(years[-1]), words, "that-year", f"it points back to {years[-1]}, named before it")


def judge(proved: Date, event: Date) -> Verdict:
    """What a date that a text proves says of the date of a record, by their bounds as written.

    They agree when they are the same days. One inside the other proves a part: the month but not the
    day, or the first of several days. Apart, they contradict; all else cannot be told.
    """
    (a, b), (c, d) = _limits(proved), _limits(event)
    if (a, b) == (c, d):
        return "agrees"
    if b < c or d < a:
        return "cannot tell" if proved.approximate or event.approximate else "contradicts"
    inside = (a <= c and d <= b) or (c <= a and b <= d)
    return "proves a part" if inside else "cannot tell"


def _limits(date: Date) -> tuple[float, float]:
    first, last = window(date)
    return float("-inf") if first is None else first, float("inf") if last is None else last


def unused_words(linked: LinkedEvent) -> list[TimeWords]:
    """The words of time in quotes that do not support the date: they prove nothing of it."""
    return [
        one
        for quote in linked.quotes
        if "date" not in linked.quote_supports[quote.number] and isinstance(quote.outcome, Found)
        for one in words_of_time(quote, linked.record.date)
    ]


def words_place(quote: CitedQuote, one: TimeWords) -> str:
    """Where words of time stand in the stored text: `seeds/FILE:LINE:COLUMN`."""
    if quote.text is None or not isinstance(quote.outcome, Found):
        return quote.citation.source
    # Each part of a quote stands by itself in the text; only in an exact whole are the offsets the same.
    start = quote.outcome.anchors[0].start
    exact = len(quote.outcome.anchors) == 1 and quote.outcome.anchors[0].match == "exact"
    line, column = quote.text.place(start + one.offset if exact else start)
    return f"{quote.text.file}:{line}:{column}"
