"""Prose as words and marks, in one typography, with their offsets."""

import re
import unicodedata
from typing import NamedTuple

ZERO_WIDTH = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters that do not count: soft hyphen, zero-width space and joiners, direction marks."""

# A letter may stand as a base and a mark, and a word may hide a soft hyphen: neither ends the word.
_PIECE = re.compile(f"\\w[\\w\u0300-\u036f{ZERO_WIDTH}]*|[^\\w\\s{ZERO_WIDTH}]")
_NO_WIDTH = dict.fromkeys(map(ord, ZERO_WIDTH))
_ONE_MARK = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
}


class Word(NamedTuple):
    """A word, or one mark between words, and where it stands: offsets in code points, half open."""

    text: str
    start: int
    end: int


_WORD = Word._make


def words(text: str) -> list[str]:
    """The words and marks of a text: one apostrophe, one hyphen, letters composed, nothing without width."""
    found = _PIECE.findall(text)
    return found if text.isascii() else [piece if piece.isascii() else _plain(piece) for piece in found]


def words_with_offsets(text: str) -> list[Word]:
    """The same, each with its place."""
    if text.isascii():
        return [_WORD((match.group(), *match.span())) for match in _PIECE.finditer(text)]
    return [Word(_plain(one.group()), one.start(), one.end()) for one in _PIECE.finditer(text)]


def _plain(piece: str) -> str:
    if piece.isascii():
        return piece
    return _ONE_MARK.get(piece) or unicodedata.normalize("NFC", piece.translate(_NO_WIDTH))
