"""Decide whether an offset lies inside a word or a number: `5 percent` is not in `3.5 percent`."""

import re
import unicodedata

from timeline.text.words import ZERO_WIDTH

_SEPARATORS = ("", " ", "\n")
_WORD_JOINERS = "'\u2019\u2018-\u2010\u2011"
_NUMBER_JOINERS = ".,:/\u00b7\u2044\u00a0\u2009\u202f"
_SIGN = re.compile(r"(?:^|[\s(\[\"'\u201c\u2018])(?:[-\u2212]\.?|\.)\Z")
_NUMBER_START = re.compile(r"[.$\u00a3\u20ac\u00a5]?\d")


def inside(text: str, offset: int) -> bool:
    """Whether `offset` (in code points) is inside a word or a number, or between a number and its sign."""
    if text[max(0, offset - 1) : offset] in _SEPARATORS or text[offset : offset + 1] in _SEPARATORS:
        return False  # the usual case, decided without looking further
    before, after = _characters_before(text, offset), _characters_after(text, offset)
    if not before or not after:
        return False
    if _is_combining_mark(after[0]):
        return not before[-1].isspace()
    if _is_word_character(before[-1]) and _is_word_character(after[0]):
        return True
    return (
        _is_joined(before, after[0], after[1:])
        or _is_joined(before[:-1], before[-1], after[0])
        or bool(_SIGN.search(before) and _NUMBER_START.match(after))
    )


def _characters_before(text: str, offset: int) -> str:
    """The last three characters before `offset` that are not of zero width."""
    characters = ""
    while offset > 0 and len(characters) < 3:
        offset -= 1
        characters = text[offset].strip(ZERO_WIDTH) + characters
    return characters


def _characters_after(text: str, offset: int) -> str:
    """The first two characters after `offset` that are not of zero width."""
    characters = ""
    while offset < len(text) and len(characters) < 2:
        characters += text[offset].strip(ZERO_WIDTH)
        offset += 1
    return characters


def _is_word_character(character: str) -> bool:
    return character.isalnum() or character == "_" or _is_combining_mark(character)


def _is_combining_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _is_joined(before: str, joiner: str, after: str) -> bool:
    """Whether `joiner` makes its neighbours one word or number: can't, Indo-Pacific, 3.5, U.S.-led, U.S."""
    stem = before.removesuffix(".") if joiner in _WORD_JOINERS else before
    if not stem or not after or not _is_word_character(stem[-1]) or not _is_word_character(after):
        return False
    if joiner in _WORD_JOINERS:
        return True
    if stem[-1].isdigit() and after.isdigit():
        return joiner in _NUMBER_JOINERS
    single_letter = stem[-1].isalpha() and (len(stem) == 1 or not _is_word_character(stem[-2]))
    return joiner == "." and single_letter and after.isalpha()
