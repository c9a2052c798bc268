"""Words of time inside quotations: what they mean, and what they prove of the event's date."""

from collections.abc import Iterable, Sequence

from timeline.dates import Date, parse, window
from timeline.dates.phrases import TimeExpression, has_words_of_time, read_stored_text, within
from timeline.evidence.clause_of_event import outside_the_event
from timeline.evidence.model import CitedQuote, CountedFrom, LinkedEvent, Proof, TimeWords, Verdict
from timeline.quotes import Anchor, Found
from timeline.quotes.stored_text import StoredText
from timeline.records import EventRecord, SourceRecord


def said_on(source: SourceRecord | None) -> Date | None:
    """The day from which a source's words of time count."""
    return (source.as_of or source.published) if source else None


def announced_on(linked: LinkedEvent) -> int | None:
    """The day number of the earliest reference date of the sources of a planned event; None for any other
    event, or where the reference date of a source is unknown.
    """
    if linked.record.status != "planned":
        return None
    days = [said.start.earliest if (said := said_on(quote.source)) else None for quote in linked.quotes]
    known = [day for day in days if day is not None]
    return min(known) if known and len(known) == len(days) else None


def is_judged(source: SourceRecord | None) -> bool:
    """Whether words of time are read in the language of a source: English, or none in its record."""
    return source is None or source.language is None or source.language.casefold().startswith("en")


def derive(record: EventRecord, quotes: Iterable[CitedQuote]) -> Proof:
    """What the quotes that support a date and were found prove of it."""
    words = tuple(one for quote in quotes for one in words_of_time(quote, record))
    return Proof(_verdict(words, record.date), words)


# One word that agrees outweighs another that does not: a sentence may speak of two days.
_STRONGEST_FIRST: tuple[Verdict, ...] = ("agrees", "proves a part", "contradicts", "cannot tell")


def _verdict(words: Sequence[TimeWords], event: Date) -> Verdict:
    """What all the words together prove of the date of the event.

    The two ends of an interval may be proved by different words. There is no contradiction while other words
    may still agree: those with several readings, those in another clause, and those that no rule reads.
    """
    verdicts = {one.verdict for one in words}
    strongest = next((one for one in _STRONGEST_FIRST if one in verdicts), _STRONGEST_FIRST[-1])
    if strongest == "proves a part" and _proves_both_ends(words, event):
        return "agrees"
    if strongest == "contradicts" and any(_may_agree(one, event) for one in words):
        return "cannot tell"
    return strongest


def _proves_both_ends(words: Sequence[TimeWords], event: Date) -> bool:
    dates = [one.date for one in words if one.date and one.verdict == "proves a part"]
    starts = any(date.start == event.start for date in dates)
    return event.start != event.end and starts and any(date.end == event.end for date in dates)


def _may_agree(one: TimeWords, event: Date) -> bool:
    """Whether words that prove nothing may mean the date of the event."""
    if one.verdict != "cannot tell" or one.vague:
        return False
    if one.date:
        return judge(one.date, event) != "contradicts"
    return not one.readings or any(judge(date, event) != "contradicts" for date in one.readings)


def words_of_time(quote: CitedQuote, record: EventRecord) -> list[TimeWords]:
    """The words of time in a quote that was found, with their meanings in the context of the stored text."""
    if not isinstance(quote.outcome, Found) or quote.text is None or not is_judged(quote.source):
        return []
    text = quote.text
    # Most quotes have no words of time; then the text need not be read.
    anchors = [
        anchor for anchor in quote.outcome.anchors if has_words_of_time(text.text[anchor.start : anchor.end])
    ]
    if not anchors:
        return []
    expressions = read_stored_text(text.text, said_on(quote.source))
    found = [
        _of_expression(quote, text, expression, anchor, record.date)
        for anchor in anchors
        for expression in within(expressions, anchor.start, anchor.end)
    ]
    asides = outside_the_event(found, text.text, record)
    return [words._replace(verdict="cannot tell") if words.start in asides else words for words in found]


def _of_expression(
    quote: CitedQuote, text: StoredText, expression: TimeExpression, anchor: Anchor, event: Date
) -> TimeWords:
    said, date, why = said_on(quote.source), expression.date, expression.why
    if date and not (anchor.start <= expression.start and expression.end <= anchor.end):
        date, why = None, f"the quote cuts “{expression.text}” short"
    return TimeWords(
        number=quote.number,
        words=expression.text,
        offset=expression.start - anchor.start,
        said=said,
        date=date,
        rule=expression.rule if date else "",
        note=expression.note if date else "",
        why=why,
        verdict=judge(date, event) if date else "cannot tell",
        start=expression.start,
        readings=tuple(map(parse, expression.readings)),
        vague=expression.vague,
        counts_from=_counted_from(expression, text) if date else None,
    )


def _counted_from(expression: TimeExpression, text: StoredText) -> CountedFrom | None:
    origin = expression.counts_from
    if origin is None or origin.start < 0:
        return None
    return CountedFrom(origin.edtf, text.text[origin.start : origin.end], origin.start)


def judge(proved: Date, event: Date) -> Verdict:
    """What a date that a text proves says of the date of a record, by their bounds as written.

    They agree when they are the same days. One inside the other proves a part: the month but not the
    day, or the first of several days. They contradict if they have no day in common and neither is
    approximate; in all other cases there is no verdict.
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
    """The words of time in quotes that do not support the date, so that they prove nothing of it."""
    return [
        one
        for quote in linked.quotes
        if "date" not in linked.quote_supports[quote.number]
        for one in words_of_time(quote, linked.record)
    ]


def words_place(quote: CitedQuote, words: TimeWords) -> str:
    """The location of words of time in the stored text: `seeds/FILE:LINE:COLUMN`."""
    if quote.text is None or words.start < 0:
        return quote.citation.source
    return quote.text.location(words.start)
