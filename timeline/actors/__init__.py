"""Actors: who can take part in events, under what names, and the groups they belong to on a given day.

`registry` resolves a name as typed. `aliases` and `mentions` find names in prose: names match exactly, the
longest name wins, and a name that may mean several actors (Korea, the alliance) names none of them.
"""

from timeline.actors import aliases, mentions, registry
from timeline.actors.aliases import AliasMeaning, Sense
from timeline.actors.mentions import Mention, Mentions
from timeline.text.words import Word, words, words_with_offsets

__all__ = [
    "AliasMeaning",
    "Mention",
    "Mentions",
    "Sense",
    "Word",
    "aliases",
    "mentions",
    "registry",
    "words",
    "words_with_offsets",
]
