"""The one definition of verbatim: where a quote stands in a text, letter for letter but for typography.

Both sides are brought to one typography (`normal`), a quote may not begin or end inside a word or a
number (`boundaries`), and what is found is a W3C TextPositionSelector with its line (`finding`).
Likeness (`nearest`) only ever feeds a message.
"""

from timeline.quotes.find import Ambiguous, Anchor, Found, Lost, Outcome, find
from timeline.quotes.normalise import SearchText
from timeline.quotes.similar import Nearest, nearest

__all__ = ["Ambiguous", "Anchor", "Found", "Lost", "Nearest", "Outcome", "SearchText", "find", "nearest"]
