"""One typography for both sides of a comparison, with a map back to the offsets of the file."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from timeline.text.words import ZERO_WIDTH

_NOTHING = ZERO_WIDTH + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    }
)
_SQUEEZED = re.compile(f"[\\s{ZERO_WIDTH}]{{2,}}|[^\\S ]|[{ZERO_WIDTH}]|\u2026")
# Nothing below U+0300 joins what stands before it, and nothing below it is changed by NFC on its own.
_COMPOSING = re.compile("[^\u0000-\u02ff]+|[\u0000-\u02ff][^\u0000-\u02ff]+")
_LONGEST_CLUSTER = 64
"""Marks beyond it stay as they are: to order a heap of marks takes the square of its height."""

Change = tuple[int, int, str]


class Piece(NamedTuple):
    """A stretch that was rewritten: where it stands now, and where it stood."""

    start: int
    end: int
    old_start: int
    old_end: int


class Rewritten:
    """A text after changes, which come in the order of the text, and the way between old and new."""

    def __init__(self, old: str, changes: Iterable[Change]) -> None:
        out: list[str] = []
        self._pieces: list[Piece] = []
        length = cursor = 0
        for start, end, replacement in changes:
            out += (old[cursor:start], replacement)
            length += start - cursor
            self._pieces.append(Piece(length, length + len(replacement), start, end))
            length += len(replacement)
            cursor = end
        self.text = "".join((*out, old[cursor:]))
        self._starts = [piece.start for piece in self._pieces]
        self._old_starts = [piece.old_start for piece in self._pieces]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Where a non-empty range of the new text stood; a piece counts whole."""
        return self._back(start)[0], self._back(end - 1)[1]

    def _back(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset, offset + 1
        piece = self._pieces[index]
        if offset < piece.end:
            return piece.old_start, piece.old_end
        position = offset - piece.end + piece.old_end
        return position, position + 1

    def forth(self, offset: int) -> int:
        """Where an offset of the old text is in the new one; inside a piece, where the piece begins."""
        index = bisect_right(self._old_starts, offset) - 1
        if index < 0:
            return offset
        piece = self._pieces[index]
        return piece.start if offset < piece.old_end else offset - piece.old_end + piece.end


def normalise(text: str) -> str:
    """The text in one typography: NFC, one space for white space, straight quotation marks, one hyphen
    for all dashes, three full stops for the ellipsis, no zero width.
    """
    return SearchText(text).normal


def trim(text: str) -> str:
    """The text without what does not count at its ends."""
    return text.strip(_NOTHING)


class SearchText:
    """A stored text made ready to be searched: as it lies in the file, and once in one typography."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _squeezed(self) -> Rewritten:
        return Rewritten(self.text, _squeezes(self.text))

    @cached_property
    def _composed(self) -> Rewritten:
        return Rewritten(self._squeezed.text, _compositions(self._squeezed.text))

    @cached_property
    def normal(self) -> str:
        """The text in one typography; made at the first question and kept."""
        return self._composed.text.translate(_ONE_FOR_ONE)

    def file_range(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the file (code points, half open) of a non-empty range of the normalised text."""
        return self._squeezed.back(*self._composed.back(start, end))

    def normal_offset(self, offset: int) -> int:
        """Where an offset of the file is in the normalised text."""
        return self._composed.forth(self._squeezed.forth(offset))


def _squeezes(text: str) -> Iterator[Change]:
    for match in _SQUEEZED.finditer(text):
        stretch = match.group()
        white = any(character.isspace() for character in stretch)
        yield match.start(), match.end(), "..." if stretch == "\u2026" else " " if white else ""


def _compositions(text: str) -> Iterator[Change]:
    """The clusters that NFC rewrites."""
    if unicodedata.is_normalized("NFC", text):
        return
    for match in _COMPOSING.finditer(text):
        if unicodedata.is_normalized("NFC", match.group()):
            continue
        for start, end in _clusters(match.group()):
            cluster = match.group()[start:end]
            composed = unicodedata.normalize("NFC", cluster)
            if composed != cluster:
                yield match.start() + start, match.start() + end, composed


def _clusters(stretch: str) -> Iterator[tuple[int, int]]:
    """Cut where a character neither combines nor composes with what stands before it."""
    start = 0
    for position in range(1, len(stretch)):
        if position - start >= _LONGEST_CLUSTER or _begins(stretch[position], stretch[start:position]):
            yield start, position
            start = position
    yield start, len(stretch)


def _begins(character: str, before: str) -> bool:
    if unicodedata.combining(character):
        return before.isspace()
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", before + character) == apart
