"""Linking: records, sources and actors become documents, with what was found out on the way.

What the rules of `checks/` need to know (where each quote was found, who each name is, what supports
each field) is found once here and kept beside the document.
"""

from timeline.linking.derivation import announced_on
from timeline.linking.link import link, link_batch
from timeline.linking.people import actor_of
from timeline.linking.publish import publish
from timeline.linking.values import CitedQuote, Linked, Material, Support, Timeline, TimeWords, UnknownSupport

__all__ = [
    "CitedQuote",
    "Linked",
    "Material",
    "Support",
    "TimeWords",
    "Timeline",
    "UnknownSupport",
    "actor_of",
    "announced_on",
    "link",
    "link_batch",
    "publish",
]
