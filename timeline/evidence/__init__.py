"""Linking: records, sources and actors become documents, with what was found out on the way.

What the rules of `checks/` need to know (where each quote was found, who each name is, what supports
each field) is found once here and kept beside the document.
"""

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
    "link",
    "link_batch",
    "load_timeline",
    "publish",
]
