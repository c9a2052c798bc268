"""What the commands beside `list` and `show` print as JSON: keys are never renamed, new ones may come."""

from timeline.reports.actors import ActorEvent, ActorReport, MemberReport, Presence, PresenceEvent
from timeline.reports.quotes import QuoteReport, Stand
from timeline.reports.reasons import WhyField, WhyNote, WhyQuote, WhyReport, WhySeen
from timeline.reports.sources import (
    CitedRange,
    HashState,
    NoteReport,
    PassageReport,
    QuoteCounts,
    SameAs,
    SentenceCounts,
    SourceReport,
    SourceRow,
    Stretch,
)

__all__ = [
    "ActorEvent",
    "ActorReport",
    "CitedRange",
    "HashState",
    "MemberReport",
    "NoteReport",
    "PassageReport",
    "Presence",
    "PresenceEvent",
    "QuoteCounts",
    "QuoteReport",
    "SameAs",
    "SentenceCounts",
    "SourceReport",
    "SourceRow",
    "Stand",
    "Stretch",
    "WhyField",
    "WhyNote",
    "WhyQuote",
    "WhyReport",
    "WhySeen",
]
