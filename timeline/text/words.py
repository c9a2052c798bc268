"""Text as a list of words and punctuation marks, in uniform typography, with their offsets."""

import re
import unicodedata
from typing import NamedTuple

ZERO_WIDTH = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters that comparisons ignore: soft hyphen, zero-width space and joiners, direction marks."""

# Combining marks and zero-width characters continue a word, so that decomposed letters do not split it.
_TOKEN = re.compile(f"\\w[\\w\u0300-\u036f{ZERO_WIDTH}]*|[^\\w\\s{ZERO_WIDTH}]")
_REMOVE_ZERO_WIDTH = dict.fromkeys(map(ord, ZERO_WIDTH))
_UNIFORM_MARK = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
}


class Word(NamedTuple):
    """A word, or one punctuation mark, at the offsets [start, end) in code points."""

    text: str
    start: int
    end: int


_make_word = Word._make


def words(text: str) -> list[str]:
    """Return the words and punctuation marks of a text.

    Apostrophes, quotation marks and dashes become their ASCII forms, letters are composed (NFC), and
    zero-width characters are removed.
    """
    tokens = _TOKEN.findall(text)
    if text.isascii():
        return tokens
    return [token if token.isascii() else _uniform(token) for token in tokens]


def words_with_offsets(text: str) -> list[Word]:
    """Return the same words as `words`, each with its offsets in `text`."""
    if text.isascii():
        return [_make_word((match.group(), *match.span())) for match in _TOKEN.finditer(text)]
    return [Word(_uniform(match.group()), *match.span()) for match in _TOKEN.finditer(text)]


def _uniform(token: str) -> str:
    if token.isascii():
        return token
    return _UNIFORM_MARK.get(token) or unicodedata.normalize("NFC", token.translate(_REMOVE_ZERO_WIDTH))
