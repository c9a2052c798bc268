"""Find passages that resemble a lost quote. They are only used in messages and never become anchors."""

import difflib
from typing import NamedTuple

from timeline.quotes.normalise import SearchText, normalise

_MAX_COMPARED = 1000
"""Code points of a quote that are compared; comparing takes quadratic time."""
_MIN_PASSAGE = 12
"""Code points of each passage of a spliced quote; shorter passages occur anywhere by chance."""
_MAX_PASSAGES = 4


class Change(NamedTuple):
    """Words that differ: `word` is the index, in the quote, of the first of them."""

    word: int
    in_quote: str
    in_text: str
    offset: int
    """The offset of the text's words in the file, in code points."""


class Nearest(NamedTuple):
    """The passage [start, end) of the file, in code points, that is most similar to a quote."""

    start: int
    end: int
    similarity: float
    """From 0 to 100."""
    changes: tuple[Change, ...]


class Passage(NamedTuple):
    """A passage of a spliced quote: the index of its first word in the quote, and its normalised offsets."""

    word: int
    start: int
    end: int


def nearest(source: SearchText, quote: str, min_similarity: float = 70.0) -> Nearest | None:
    """Return the passage most similar to `quote`, extended to whole words; None if nothing is similar.

    `min_similarity` is a percentage.
    """
    from rapidfuzz import fuzz  # imported late: only needed when a quote was not found

    stretch, skipped = _first_difference(normalise(quote).strip(), source.normal)
    alignment = fuzz.partial_ratio_alignment(stretch, source.normal, score_cutoff=min_similarity)
    if alignment is None or not stretch or alignment.dest_end <= alignment.dest_start:
        return None
    start, end = _whole_words(source.normal, alignment.dest_start, alignment.dest_end)
    if end <= start:
        return None
    changes = _changes(source, stretch, start, end, skipped)
    file_start, file_end = source.file_range(start, end)
    return Nearest(file_start, file_end, alignment.score, changes)


def _first_difference(quote: str, text: str) -> tuple[str, int]:
    """The first stretch of a long quote that is not in the text, and the number of words before it."""
    start = 0
    while len(quote) - start > _MAX_COMPARED:
        space = quote.rfind(" ", start, start + _MAX_COMPARED)
        end = space if space > start else start + _MAX_COMPARED
        if quote[start:end] not in text:
            return quote[start:end], quote.count(" ", 0, start)
        start = end + (space > start)
    return quote[start:], quote.count(" ", 0, start)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while start > 0 and text[start - 1] != " ":
        start -= 1
    while end < len(text) and text[end - 1] != " " and text[end] != " ":
        end += 1
    return start, end - (text[end - 1] == " ")


def _changes(source: SearchText, quote: str, start: int, end: int, skipped: int) -> tuple[Change, ...]:
    """The words that differ, in the order of the quote; words around the passage are not a difference."""
    quote_words, text_words = quote.split(), source.normal[start:end].split()
    matcher = difflib.SequenceMatcher(None, quote_words, text_words, autojunk=False)
    changes = []
    for tag, i, j, k, m in matcher.get_opcodes():
        outside = tag == "insert" and i in (0, len(quote_words))
        if tag == "equal" or outside:
            continue
        offset = min(start + len(" ".join(text_words[:k])) + (k > 0), end - 1)
        word = skipped + min(i, len(quote_words) - 1)
        in_quote, in_text = " ".join(quote_words[i:j]), " ".join(text_words[k:m])
        changes.append(Change(word, in_quote, in_text, source.file_range(offset, offset + 1)[0]))
    return tuple(changes)


def splice(source: SearchText, quote: str) -> list[Passage] | None:
    """Return the passages that a quote joins as if they were one; None if it is not such a quote.

    Each passage is as long as the text allows. Passages that are only a few words apart are not a splice
    but a quote from which words are missing.
    """
    words = normalise(quote).split()
    passages: list[Passage] = []
    first = 0
    while first < len(words):
        passage = _longest_passage(source, words, first) if len(passages) < _MAX_PASSAGES else None
        if passage is None or passage.end - passage.start < _MIN_PASSAGE:
            return None
        passages.append(passage)
        first += source.normal[passage.start : passage.end].count(" ") + 1
    return passages if len(passages) > 1 and _are_apart(passages) else None


def _longest_passage(source: SearchText, words: list[str], first: int) -> Passage | None:
    """The longest run of words from index `first` that is in the text, found by bisection."""
    low, high = first, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if source.normal.find(" ".join(words[first:middle])) >= 0:
            low = middle
        else:
            high = middle - 1
    if low == first:
        return None
    run = " ".join(words[first:low])
    start = source.normal.find(run)
    return Passage(first, start, start + len(run))


def _are_apart(passages: list[Passage]) -> bool:
    """Whether the passages are further apart than a few omitted words."""
    span = max(passage.end for passage in passages) - min(passage.start for passage in passages)
    return span > sum(passage.end - passage.start for passage in passages) + 3 * _MIN_PASSAGE
