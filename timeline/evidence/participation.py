"""Which parts of an actor's participation its quotes say: the role, at what level, and who came."""

import re
from typing import Literal

from timeline.evidence.model import CitedQuote, LinkedEvent
from timeline.quotes import Found
from timeline.records import Participation

Part = Literal["role", "level", "by"]
_LEVELS = {
    "leader": "leaders?|presidents?|prime ministers?|chancellors?|premiers?|heads? of (?:state|government)",
    "deputy": r"deput(?:y|ies)|vice[- ]presidents?",
    "minister": r"ministers?|secretar(?:y|ies) of state",
    "official": r"officials?|advis[eo]rs?|spokes(?:man|woman|person)|envoys?|ambassadors?",
}
_LEVEL = {level: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for level, words in _LEVELS.items()}


def quoted_parts(part: Participation, field: str, linked: LinkedEvent) -> list[Part]:
    """Those of `role`, `level` and `by` that a found quotation which supports the actor says.

    A role counts when a quotation supports the actor at all; a level by its own words; a person by the last
    part of the name.
    """
    quotes = [quote.citation.quote for quote in linked.quotes if _proves(quote, field, linked)]
    parts: list[Part] = ["role"] if quotes else []
    if part.level and any(_LEVEL[part.level].search(quote) for quote in quotes):
        parts.append("level")
    if part.by:
        surname = re.compile(rf"\b{re.escape(part.by.split()[-1])}\b")
        if any(part.by in quote or surname.search(quote) for quote in quotes):
            parts.append("by")
    return parts


def _proves(quote: CitedQuote, field: str, linked: LinkedEvent) -> bool:
    return field in linked.quote_supports[quote.number] and isinstance(quote.outcome, Found)
