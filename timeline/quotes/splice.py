"""Whether a quote is two or more passages of a text, put together as if they were one."""

from typing import NamedTuple

from timeline.quotes.normalise import SearchText, normalise

_LEAST = 12
"""Code points that each passage must have: shorter ones are anywhere."""
_MOST_PIECES = 4


class Piece(NamedTuple):
    """A passage: the word of the quote (from 0) at its beginning, and its place in the normalised text."""

    word: int
    start: int
    end: int


def splice(source: SearchText, quote: str) -> list[Piece] | None:
    """The passages that make up a quote, each as long as the text allows; None where it is not so made.

    Passages that follow each other in one place with only a few words between are no splice but a quote
    with words left out.
    """
    words = normalise(quote).split()
    pieces: list[Piece] = []
    begin = 0
    while begin < len(words):
        piece = _longest(source, words, begin) if len(pieces) < _MOST_PIECES else None
        if piece is None or piece.end - piece.start < _LEAST:
            return None
        pieces.append(piece)
        begin += source.normal[piece.start : piece.end].count(" ") + 1
    return pieces if len(pieces) > 1 and _apart(pieces) else None


def _longest(source: SearchText, words: list[str], begin: int) -> Piece | None:
    """The longest run of words from `begin` that stands in the text, found by halving."""
    low, high = begin, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if source.normal.find(" ".join(words[begin:middle])) >= 0:
            low = middle
        else:
            high = middle - 1
    if low == begin:
        return None
    run = " ".join(words[begin:low])
    start = source.normal.find(run)
    return Piece(begin, start, start + len(run))


def _apart(pieces: list[Piece]) -> bool:
    """Whether the passages lie further apart than if a few words between them had been left out."""
    stretch = max(piece.end for piece in pieces) - min(piece.start for piece in pieces)
    return stretch > sum(piece.end - piece.start for piece in pieces) + 3 * _LEAST
