"""Find the neighbouring words that tell the positions of an ambiguous quote apart."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from timeline.quotes.find import MAX_PLACES, Ambiguous, Found, find, rest_of_line
from timeline.quotes.normalise import SearchText

_MAX_WORDS = 8
_REACH = 400
"""Code points on each side in which neighbouring words are looked for."""


class SearchBudget:
    """Limits the work of `choices`, counted in positions and in thousands of code points examined."""

    def __init__(self, left: int = 100_000) -> None:
        self._left = left

    def allows(self, cost: int) -> bool:
        """Spend `cost`; return whether it was still within the budget."""
        self._left -= cost
        return self._left >= 0


class Choice(NamedTuple):
    """A position [start, end), in code points, and the fewest neighbouring words that select it.

    Prefix and suffix are empty if the typography of the position already selects it.
    """

    start: int
    end: int
    prefix: str
    suffix: str


def choices(
    source: SearchText, quote: str, outcome: Ambiguous, limit: int, budget: SearchBudget | None = None
) -> Iterator[Choice]:
    """Yield the first `limit` positions of an ambiguous quote, each with the words that select it.

    A position that no neighbouring words select is left out. Of positions on identical lines only the first
    counts. The search ends early when the budget is used up.
    """
    budget = budget or SearchBudget()
    cost = len(outcome.starts) + len(source.text) // 1000
    lines: set[tuple[str, str]] = set()
    for start in outcome.starts if len(outcome.starts) <= MAX_PLACES else ():
        end = _end(source, quote, start)
        if end is None or len(lines) == limit or not budget.allows(cost):
            return
        line = rest_of_line(source.text, start, end)
        if line in lines:
            continue
        lines.add(line)
        choice = _choice(source, start, end, budget, cost)
        if choice:
            yield choice


def _end(source: SearchText, quote: str, start: int) -> int | None:
    """The end of the quote that begins at `start`; None if only one of its parts is there."""
    words = quote.strip()
    if source.text.startswith(words, start):
        return start + len(words)
    normal_words, normal_start = SearchText(words).normal, source.normal_offset(start)
    if not source.normal.startswith(normal_words, normal_start):
        return None
    return source.file_range(normal_start, normal_start + len(normal_words))[1]


def _choice(source: SearchText, start: int, end: int, budget: SearchBudget, cost: int) -> Choice | None:
    """The words that select a position, preferably of its own line; None if there are none."""
    words = source.text[start:end]
    before, after = source.text[max(0, start - _REACH - 1) : start], source.text[end : end + _REACH + 1]
    same_line = _neighbours(before.rpartition("\n")[2], after.partition("\n")[0])
    for prefix, suffix in chain([("", "")], same_line, _neighbours(before, after)):
        if not budget.allows(cost):
            return None
        outcome = find(source, words, prefix, suffix)
        if isinstance(outcome, Found) and outcome.anchors[0].start == start:
            return Choice(start, end, prefix, suffix)
    return None


def _neighbours(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Pairs of prefix and suffix to try: the fewest words on one side first, then words on both."""
    backwards, forwards = _whole_words(before[::-1]), _whole_words(after)
    counts = range(1, 1 + min(_MAX_WORDS, max(len(backwards), len(forwards))))
    sides = [(" ".join(backwards[:count])[::-1], " ".join(forwards[:count])) for count in counts]
    for prefix, suffix in sides:
        if _has_word(prefix):
            yield prefix, ""
        if _has_word(suffix):
            yield "", suffix
    yield from sides


def _whole_words(stretch: str) -> list[str]:
    """The words of a stretch, without a last one that may continue beyond it."""
    words = stretch.split()
    return words[:-1] if len(stretch) > _REACH and not stretch[-1].isspace() else words


def _has_word(words: str) -> bool:
    """Whether the text contains a word, not only punctuation."""
    return any(character.isalnum() for character in words)
