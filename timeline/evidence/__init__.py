"""Link events with actors, sources and quotations, weigh the evidence of each field, publish documents.

What the rules of `checks/` need (where each quote was found, which actor each name means, what supports each
field) is computed once here, as a `LinkedEvent`.
"""

from timeline.evidence import batches, date_document, dates, fields, model, runs
from timeline.evidence.link import link, link_batch, load_timeline
from timeline.evidence.model import CitedQuote, LinkedEvent, Support, Timeline, TimeWords, UnknownSupport
from timeline.evidence.publish import publish

__all__ = [
    "CitedQuote",
    "LinkedEvent",
    "Support",
    "TimeWords",
    "Timeline",
    "UnknownSupport",
    "batches",
    "date_document",
    "dates",
    "fields",
    "link",
    "link_batch",
    "load_timeline",
    "model",
    "publish",
    "runs",
]
