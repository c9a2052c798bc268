"""The neighbouring words that tell one place from others where the same words stand."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from timeline.quotes.find import MAX_PLACES, Ambiguous, Found, find
from timeline.quotes.normalise import SearchText

_MOST_WORDS = 8
_REACH = 400
"""Code points on each side in which neighbouring words are looked for."""


class SearchBudget:
    """How long it is tried to tell places apart, in places and thousands of letters that are looked at."""

    def __init__(self, left: int = 100_000) -> None:
        self._left = left

    def allows(self, cost: int) -> bool:
        """Whether one more try is worth it."""
        self._left -= cost
        return self._left >= 0


class Choice(NamedTuple):
    """A place (code points, half open) and the fewest words next to it that choose it; none where its own
    typography does.
    """

    start: int
    end: int
    prefix: str
    suffix: str


def choices(
    source: SearchText, quote: str, places: Ambiguous, most: int, budget: SearchBudget | None = None
) -> Iterator[Choice]:
    """The first `most` places of words that stand several times, each with what chooses it; a place that
    nothing chooses is left out. Of places whose lines are the same only the first is one. It ends before when
    the `budget` was too much.
    """
    budget = budget or SearchBudget()
    cost = len(places.starts) + len(source.text) // 1000
    seen: set[tuple[str, str]] = set()
    for start in places.starts if len(places.starts) <= MAX_PLACES else ():
        end = _end(source, quote, start)
        if end is None or len(seen) == most or not budget.allows(cost):
            return
        line = _line(source.text, start, end)
        if line in seen:
            continue
        seen.add(line)
        found = _choice(source, start, end, budget, cost)
        if found:
            yield found


def _end(source: SearchText, quote: str, start: int) -> int | None:
    """Where the words end that begin at `start`; None where only a part of the quote stands there."""
    words = quote.strip()
    if source.text.startswith(words, start):
        return start + len(words)
    wanted, begin = SearchText(words).normal, source.normal_offset(start)
    if not source.normal.startswith(wanted, begin):
        return None
    return source.file_range(begin, begin + len(wanted))[1]


def _line(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands on the line before a place and behind it."""
    stop = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : start], text[end : stop if stop >= 0 else len(text)]


def _choice(source: SearchText, start: int, end: int, budget: SearchBudget, cost: int) -> Choice | None:
    """What chooses a place; None where nothing does. Words of its own line are tried first."""
    words = source.text[start:end]
    before, behind = source.text[max(0, start - _REACH - 1) : start], source.text[end : end + _REACH + 1]
    own = _neighbours(before.rpartition("\n")[2], behind.partition("\n")[0])
    for prefix, suffix in chain([("", "")], own, _neighbours(before, behind)):
        if not budget.allows(cost):
            return None
        outcome = find(source, words, prefix, suffix)
        if isinstance(outcome, Found) and outcome.anchors[0].start == start:
            return Choice(start, end, prefix, suffix)
    return None


def _neighbours(before: str, behind: str) -> Iterator[tuple[str, str]]:
    """Pairs of prefix and suffix to try: the fewest words on one side, then on both."""
    backwards, forwards = _words(before[::-1]), _words(behind)
    counts = range(1, 1 + min(_MOST_WORDS, max(len(backwards), len(forwards))))
    sides = [(" ".join(backwards[:count])[::-1], " ".join(forwards[:count])) for count in counts]
    for prefix, suffix in sides:
        if _says(prefix):
            yield prefix, ""
        if _says(suffix):
            yield "", suffix
    yield from sides


def _words(stretch: str) -> list[str]:
    """The first words of a stretch; one that its end may have cut is none."""
    words = stretch.split()
    return words[:-1] if len(stretch) > _REACH and not stretch[-1].isspace() else words


def _says(words: str) -> bool:
    """Whether there is a word in it, and not only marks."""
    return any(character.isalnum() for character in words)
