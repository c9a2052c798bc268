"""Find quotations in stored texts: the definition of "verbatim".

Both sides are brought into one typography (`normalise`), a quote must not begin or end inside a word or a
number (`boundaries`), and a match is a W3C TextPositionSelector (`find`). Similarity (`nearest`) is only used
in messages. `diagnose` and `disambiguate` explain a quote that is lost or ambiguous.
"""

from timeline.quotes.find import Ambiguous, Anchor, Found, Lost, Outcome, find
from timeline.quotes.normalise import SearchText
from timeline.quotes.similar import Nearest, nearest

__all__ = [
    "Ambiguous",
    "Anchor",
    "Found",
    "Lost",
    "Nearest",
    "Outcome",
    "SearchText",
    "diagnose",
    "disambiguate",
    "find",
    "nearest",
    "stored_text",
]
