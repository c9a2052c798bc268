"""Whether a cut falls inside a word or a number: `5 percent` is not in `3.5 percent`."""

import unicodedata

from timeline.anchors.normal import ZERO_WIDTH

_NO_WIDTH = str.maketrans("", "", ZERO_WIDTH)
_JOINERS = "'\u2019\u2018-\u2010\u2011"
_SIGNS = "-\u2212"
_REACH = 12


def _wordy(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def inside(text: str, offset: int) -> bool:
    """True where a cut at `offset` (code points) would part a word, a number, or a number and its sign."""
    before = text[max(0, offset - _REACH) : offset].translate(_NO_WIDTH)[-3:]
    after = text[offset : offset + _REACH].translate(_NO_WIDTH)[:2]
    if not before or not after:
        return False
    if _wordy(before[-1]):
        return _wordy(after[0]) or (len(after) == 2 and _joined(before, after[0], after[1]))
    if not _wordy(after[0]):
        return False
    return _joined(before[:-1], before[-1], after[0]) or _signed(before, after[0])


def _joined(before: str, joiner: str, after: str) -> bool:
    """True where `joiner` holds together what stands around it: can't, Indo-Pacific, 3.5, 1,000, U.S."""
    if not before or not _wordy(before[-1]) or not _wordy(after):
        return False
    if joiner in _JOINERS:
        return True
    if before[-1].isdigit() and after.isdigit():
        return joiner in ".,:"
    single_letter = before[-1].isalpha() and (len(before) == 1 or not _wordy(before[-2]))
    return joiner == "." and single_letter and after.isalpha()


def _signed(before: str, after: str) -> bool:
    """True for the minus of a number that stands free: `at -5 percent`, and not `2022-23`."""
    free = len(before) == 1 or before[-2].isspace() or before[-2] in '(\u201c"'
    return before[-1] in _SIGNS and after.isdigit() and free
