"""Counts of what was looked at, also when all is well."""

from operator import add, sub
from typing import NamedTuple

from timeline.checks.context import Context
from timeline.checks.prose import prose_tokens
from timeline.evidence import LinkedEvent
from timeline.quotes import Found


class EventCounts(NamedTuple):
    """Numbers of one event, or of several together. A quote is `exact` when each part is there verbatim."""

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
        """What is left without the other."""
        return EventCounts(*map(sub, self, other))


class Counts(NamedTuple):
    """Numbers of a dataset."""

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


def count(linked: LinkedEvent, context: Context) -> EventCounts:
    """What `check` has looked at in one event."""
    found = [quote.outcome for quote in linked.quotes if isinstance(quote.outcome, Found)]
    evidence = [support.evidence for support in linked.fields.values()]
    return EventCounts(
        events=1,
        quotes=len(linked.quotes),
        found=len(found),
        exact=sum(all(anchor.match == "exact" for anchor in outcome.anchors) for outcome in found),
        fields=len(linked.fields),
        quoted=evidence.count("quoted"),
        partly=evidence.count("partly"),
        curator=evidence.count("curator"),
        unsupported=evidence.count("unsupported"),
        unchecked=evidence.count("unchecked"),
        prose_tokens=prose_tokens(linked, context),
        date_words=len(linked.proof.words),
    )


def sources(context: Context) -> tuple[int, int]:
    """How many sources have a stored text, and how many are only known."""
    stored = sum(1 for source in context.sources.values() if source.record.file)
    return stored, len(context.sources) - stored


def counts(events: EventCounts, left_out: int, of_sources: tuple[int, int], accepted: int = 0) -> Counts:
    """What `check` has looked at in a whole dataset."""
    stored, known = of_sources
    return Counts(
        **events._asdict(),
        left_out=left_out,
        stored_sources=stored,
        known_sources=known,
        typographic=events.found - events.exact,
        accepted=accepted,
    )
