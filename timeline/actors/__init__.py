"""Mentions: which actors a stretch of prose names.

`naming` and `combining` say by which words an actor can be named in prose, `matching` finds them. Nothing is
guessed: a name counts letter for letter, the longest name wins, and what may mean several (Korea, the
alliance) names nobody.
"""

from timeline.actors.aliases import AliasMeaning, Sense
from timeline.actors.mentions import Mention, Mentions
from timeline.text.words import Word, words, words_with_offsets

__all__ = ["AliasMeaning", "Mention", "Mentions", "Sense", "Word", "words", "words_with_offsets"]
