"""Honest counts: what was looked at, also when all is well."""

from collections import Counter
from typing import NamedTuple

from timeline.anchors import Found
from timeline.checks.judging import Judged
from timeline.checks.prose import prose_tokens
from timeline.checks.quotes import cited
from timeline.linking import Timeline


class Counts(NamedTuple):
    """Numbers of a dataset. A quote is `exact` when each of its parts stands letter for letter."""

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


def counts(timeline: Timeline, judged: Judged) -> Counts:
    """What `check` has looked at."""
    quotes = [quote for _, quote in cited(timeline)]
    found = [quote.outcome for quote in quotes if isinstance(quote.outcome, Found)]
    exact = sum(all(anchor.match == "exact" for anchor in outcome.anchors) for outcome in found)
    stored = sum(1 for one in timeline.sources.values() if one.record.file)
    evidence = Counter(support.evidence for linked in timeline.events for support in linked.fields.values())
    return Counts(
        events=len(timeline.events),
        left_out=timeline.material.left_out + len(timeline.duplicates),
        stored_sources=stored,
        known_sources=len(timeline.sources) - stored,
        quotes=len(quotes),
        found=len(found),
        exact=exact,
        typographic=len(found) - exact,
        fields=evidence.total(),
        quoted=evidence["quoted"],
        partly=evidence["partly"],
        curator=evidence["curator"],
        unsupported=evidence["unsupported"],
        unchecked=evidence["unchecked"],
        prose_tokens=prose_tokens(timeline),
        date_words=sum(len(linked.proof.words) for linked in timeline.events),
        accepted=len(judged.accepted),
    )
