"""Counts of what was checked, which are reported even if there are no problems."""

from operator import add, sub
from typing import NamedTuple

from timeline.checks.context import Context
from timeline.checks.prose import prose_tokens
from timeline.evidence import LinkedEvent
from timeline.quotes import Found


class EventCounts(NamedTuple):
    """Counts of one event, or of several together.

    A quote is `exact` if each of its parts is found with the same characters. `prose_tokens` are the numbers,
    dates, names and quoted phrases of titles and summaries; `date_words` are words of time in quotes.
    """

    events: int = 0
    quotes: int = 0
    found: int = 0
    exact: int = 0
    fields: int = 0
    quoted: int = 0
    partly: int = 0
    curator: int = 0
    unsupported: int = 0
    unchecked: int = 0
    prose_tokens: int = 0
    date_words: int = 0

    def plus(self, other: "EventCounts") -> "EventCounts":
        """The sum of both."""
        return EventCounts(*map(add, self, other))

    def minus(self, other: "EventCounts") -> "EventCounts":
        """The difference of both."""
        return EventCounts(*map(sub, self, other))


class Counts(NamedTuple):
    """Counts of a dataset. `known_sources` are those without a stored text."""

    events: int
    left_out: int
    stored_sources: int
    known_sources: int
    quotes: int
    found: int
    exact: int
    typographic: int
    fields: int
    quoted: int
    partly: int
    curator: int
    unsupported: int
    unchecked: int
    prose_tokens: int
    date_words: int
    accepted: int


def count_event(linked: LinkedEvent, context: Context) -> EventCounts:
    """What is checked in one event."""
    outcomes = [quote.outcome for quote in linked.quotes if isinstance(quote.outcome, Found)]
    evidence = [support.evidence for support in linked.fields.values()]
    return EventCounts(
        events=1,
        quotes=len(linked.quotes),
        found=len(outcomes),
        exact=sum(all(anchor.match == "exact" for anchor in outcome.anchors) for outcome in outcomes),
        fields=len(linked.fields),
        quoted=evidence.count("quoted"),
        partly=evidence.count("partly"),
        curator=evidence.count("curator"),
        unsupported=evidence.count("unsupported"),
        unchecked=evidence.count("unchecked"),
        prose_tokens=prose_tokens(linked, context),
        date_words=len(linked.proof.words),
    )


def count_sources(context: Context) -> tuple[int, int]:
    """The numbers of sources with and without a stored text."""
    stored = sum(1 for source in context.sources.values() if source.record.file)
    return stored, len(context.sources) - stored


def total_counts(events: EventCounts, left_out: int, sources: tuple[int, int], accepted: int = 0) -> Counts:
    """What was checked in a whole dataset. `sources` are the numbers with and without a stored text."""
    stored, known = sources
    return Counts(
        **events._asdict(),
        left_out=left_out,
        stored_sources=stored,
        known_sources=known,
        typographic=events.found - events.exact,
        accepted=accepted,
    )
