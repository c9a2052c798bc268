"""Capitalised names in prose that are nobody's on this timeline: who knows them only from the event."""

from collections.abc import Iterator, Sequence

from timeline.mentions import Word, words_placed

# Words that a capital makes no name: they begin sentences, or stand inside names (The Hague).
SMALL_WORDS = frozenset(
    "a an the this that these those it its he she they we i you his her their our my who what which when where "
    "in on at by for from with without after before since until till while as if although though because but and "
    "or nor yet so of to into over under about around between among amid during despite against across through "
    "both each every all any some many most several such no not only another other there here then now also "
    "however meanwhile according following including instead still once whether mr mrs ms dr sir lady".split()
)
_JOINING = frozenset("of on for the de la le du des von van der den al el bin ibn e y".split())
_ENDS_A_SENTENCE = frozenset(".!?:;([\"“«‘|")


class Run(tuple[Word, ...]):
    """The words of one capitalised name in their order."""
