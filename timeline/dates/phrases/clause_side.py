"""On which side of the day of its text a date without a year lies, as its clause tells."""

# ruff: noqa: SIM905  (words read best as words)

import re

from timeline.dates.phrases.frame import Side
from timeline.text.clauses import Tense, read_clause

_SCHEDULED = re.compile(
    r"\b(?:(?:due|scheduled|planned|slated|set)(?: to [a-z]+)?|(?:was|were) to [a-z]+)"
    r"(?: (?:for|on|in))? (?:the )?\Z"
)
_ARTICLES = ("the ", "this ", "its ")
_NEXT_WORD = re.compile(r"\s([a-z]+)")
_FUNCTION_WORDS = frozenset(
    "and or but to until till through as at in on of by for from with without when while where after "
    "before since was were is are has had have will would could may might must can said says met "
    "they he she it who which that this the a an his her its their not also only between during "
    "because over".split()
)


def side_of(sentence: str, start: int, end: int) -> Side:
    """The side on which a date at these code points of its sentence lies; unknown where nothing tells it."""
    if _is_attributive(sentence, start, end):
        return Side.UNKNOWN
    clause = read_clause(sentence, start)
    if clause.tense is Tense.FUTURE:
        return Side.AFTER_PAST if clause.seen_from is Tense.PAST else Side.AFTER
    if _SCHEDULED.search(sentence, 0, start):
        return Side.AFTER_PAST
    # What comes from an event has seen it happen: results from Sunday's vote.
    if clause.tense is Tense.PRESENT:
        return Side.PRESENT
    is_past = clause.tense is Tense.PAST or sentence.endswith(" from ", 0, start)
    return Side.BEFORE if is_past else Side.UNKNOWN


def _is_attributive(sentence: str, start: int, end: int) -> bool:
    """Whether a date stands before a noun: `the Sept. 11 attacks`, whose year its clause does not tell."""
    following = _NEXT_WORD.match(sentence, end)
    if following is None or following[1] in _FUNCTION_WORDS:
        return False
    return sentence[:start].lower().endswith(_ARTICLES)
