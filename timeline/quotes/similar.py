"""The passage that looks most like a quote that was not found: for messages, never an anchor."""

import difflib
from typing import NamedTuple

from timeline.quotes.normalise import SearchText, normalise

_LONGEST = 1000


class Change(NamedTuple):
    """Words that differ: `word` is the index of the first of them in the quote."""

    word: int
    here: str
    there: str
    offset: int
    """Where the words of the text stand in the file (code points)."""


class Nearest(NamedTuple):
    start: int
    end: int
    likeness: float
    """From 0 to 100."""
    changes: tuple[Change, ...]


def nearest(source: SearchText, quote: str, at_least: float = 70.0) -> Nearest | None:
    """The stretch of the text most like `quote`, cut at words, or None where nothing is like it."""
    from rapidfuzz import fuzz  # a listed seam: imported only when something was not found

    wanted, skipped = _suspect(normalise(quote).strip(), source.normal)
    found = fuzz.partial_ratio_alignment(wanted, source.normal, score_cutoff=at_least)
    if found is None or not wanted or found.dest_end <= found.dest_start:
        return None
    start, end = _whole_words(source.normal, found.dest_start, found.dest_end)
    if end <= start:
        return None
    changes = _changes(source, wanted, start, end, skipped)
    file_start, file_end = source.file_range(start, end)
    return Nearest(file_start, file_end, found.score, changes)


def _suspect(wanted: str, text: str) -> tuple[str, int]:
    """Of a very long quote the first stretch that is not in the text, and how many words stand before it:
    comparing takes time with the square of its length.
    """
    start = 0
    while len(wanted) - start > _LONGEST:
        space = wanted.rfind(" ", start, start + _LONGEST)
        end = space if space > start else start + _LONGEST
        if wanted[start:end] not in text:
            return wanted[start:end], wanted.count(" ", 0, start)
        start = end + (space > start)
    return wanted[start:], wanted.count(" ", 0, start)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while start > 0 and text[start - 1] != " ":
        start -= 1
    while end < len(text) and text[end - 1] != " " and text[end] != " ":
        end += 1
    return start, end - (text[end - 1] == " ")


def _changes(source: SearchText, wanted: str, start: int, end: int, skipped: int) -> tuple[Change, ...]:
    """The words that differ, in the quote's order; words before and behind the quote are no difference."""
    here, there = wanted.split(), source.normal[start:end].split()
    matcher = difflib.SequenceMatcher(None, here, there, autojunk=False)
    changes = []
    for tag, i, j, k, m in matcher.get_opcodes():
        outside = tag == "insert" and (i in (0, len(here)))
        if tag == "equal" or outside:
            continue
        offset = start + len(" ".join(there[:k])) + (k > 0)
        position = source.file_range(min(offset, end - 1), min(offset, end - 1) + 1)[0]
        word = skipped + min(i, len(here) - 1)
        changes.append(Change(word, " ".join(here[i:j]), " ".join(there[k:m]), position))
    return tuple(changes)
