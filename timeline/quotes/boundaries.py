"""Whether a cut falls inside a word or a number: `5 percent` is not in `3.5 percent`."""

import re
import unicodedata

from timeline.text.words import ZERO_WIDTH

_APART = ("", " ", "\n")
_IN_WORDS = "'\u2019\u2018-\u2010\u2011"
_IN_NUMBERS = ".,:/\u00b7\u2044\u00a0\u2009\u202f"
_SIGN = re.compile(r"(?:^|[\s(\[\"'\u201c\u2018])(?:[-\u2212]\.?|\.)\Z")
_FIGURE = re.compile(r"[.$\u00a3\u20ac\u00a5]?\d")


def inside(text: str, offset: int) -> bool:
    """True where a cut at `offset` (code points) would part a word, a number, or a number and its sign."""
    if text[max(0, offset - 1) : offset] in _APART or text[offset : offset + 1] in _APART:
        return False  # most cuts
    before, after = _before(text, offset), _after(text, offset)
    if not before or not after:
        return False
    if _is_mark(after[0]):
        return not before[-1].isspace()
    if _wordy(before[-1]) and _wordy(after[0]):
        return True
    return (
        _joined(before, after[0], after[1:])
        or _joined(before[:-1], before[-1], after[0])
        or bool(_SIGN.search(before) and _FIGURE.match(after))
    )


def _before(text: str, offset: int) -> str:
    """The last three characters before a cut that count."""
    found = ""
    while offset > 0 and len(found) < 3:
        offset -= 1
        found = text[offset].strip(ZERO_WIDTH) + found
    return found


def _after(text: str, offset: int) -> str:
    """The first two characters behind a cut that count."""
    found = ""
    while offset < len(text) and len(found) < 2:
        found += text[offset].strip(ZERO_WIDTH)
        offset += 1
    return found


def _wordy(character: str) -> bool:
    return character.isalnum() or character == "_" or _is_mark(character)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _joined(before: str, joiner: str, after: str) -> bool:
    """True where `joiner` holds together what stands around it: can't, Indo-Pacific, 3.5, U.S.-led, U.S."""
    stem = before.removesuffix(".") if joiner in _IN_WORDS else before
    if not stem or not after or not _wordy(stem[-1]) or not _wordy(after):
        return False
    if joiner in _IN_WORDS:
        return True
    if stem[-1].isdigit() and after.isdigit():
        return joiner in _IN_NUMBERS
    single_letter = stem[-1].isalpha() and (len(stem) == 1 or not _wordy(stem[-2]))
    return joiner == "." and single_letter and after.isalpha()
