"""Bring texts into one typography, with a map back to the offsets of the file."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from timeline.text.words import ZERO_WIDTH

_IGNORED = ZERO_WIDTH + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_UNIFORM_CHARACTERS = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    }
)
_SPACING = re.compile(f"[\\s{ZERO_WIDTH}]{{2,}}|[^\\S ]|[{ZERO_WIDTH}]|\u2026")
# No character below U+0300 combines with the one before it, and NFC changes none of them on its own.
_COMPOSABLE = re.compile("[^\u0000-\u02ff]+|[\u0000-\u02ff][^\u0000-\u02ff]+")
_MAX_CLUSTER = 64
"""Code points that are composed together. Ordering combining marks takes quadratic time, so longer runs of
them are cut."""

_Replacement = tuple[int, int, str]
"""The range [start, end) of a text, and what replaces it."""


class _Piece(NamedTuple):
    """A replaced range: its offsets in the new text and in the old one."""

    start: int
    end: int
    old_start: int
    old_end: int


class _RewrittenText:
    """A text after replacements, which are given in order, with a map between new and old offsets."""

    def __init__(self, old: str, replacements: Iterable[_Replacement]) -> None:
        out: list[str] = []
        self._pieces: list[_Piece] = []
        length = cursor = 0
        for start, end, replacement in replacements:
            out += (old[cursor:start], replacement)
            length += start - cursor
            self._pieces.append(_Piece(length, length + len(replacement), start, end))
            length += len(replacement)
            cursor = end
        self.text = "".join((*out, old[cursor:]))
        self._starts = [piece.start for piece in self._pieces]
        self._old_starts = [piece.old_start for piece in self._pieces]

    def old_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the old offsets of a non-empty range of the new text; a replaced range counts whole."""
        return self._old_character(start)[0], self._old_character(end - 1)[1]

    def _old_character(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset, offset + 1
        piece = self._pieces[index]
        if offset < piece.end:
            return piece.old_start, piece.old_end
        old_offset = offset - piece.end + piece.old_end
        return old_offset, old_offset + 1

    def new_offset(self, offset: int) -> int:
        """Return the new offset of an old one; inside a replaced range, its beginning."""
        index = bisect_right(self._old_starts, offset) - 1
        if index < 0:
            return offset
        piece = self._pieces[index]
        return piece.start if offset < piece.old_end else offset - piece.old_end + piece.end


class SearchText:
    """A text prepared for searching: as it is in the file, and normalised on first use."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _respaced(self) -> _RewrittenText:
        return _RewrittenText(self.text, _spacing_replacements(self.text))

    @cached_property
    def _composed(self) -> _RewrittenText:
        return _RewrittenText(self._respaced.text, _compositions(self._respaced.text))

    @cached_property
    def normal(self) -> str:
        """The text in one typography, as `normalise` returns it."""
        return self._composed.text.translate(_UNIFORM_CHARACTERS)

    def file_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the file of a non-empty range [start, end) of the normalised text."""
        return self._respaced.old_range(*self._composed.old_range(start, end))

    def normal_offset(self, offset: int) -> int:
        """Return the offset in the normalised text of an offset in the file."""
        return self._composed.new_offset(self._respaced.new_offset(offset))


def normalise(text: str) -> str:
    """Return the text in one typography.

    NFC, a single space for any white space, straight quotation marks, a hyphen for any dash, three full
    stops for an ellipsis, and no zero-width characters.
    """
    return SearchText(text).normal


def trim(text: str) -> str:
    """Return the text without white space and zero-width characters at its ends."""
    return text.strip(_IGNORED)


def _spacing_replacements(text: str) -> Iterator[_Replacement]:
    for match in _SPACING.finditer(text):
        run = match.group()
        has_space = any(character.isspace() for character in run)
        yield match.start(), match.end(), "..." if run == "\u2026" else " " if has_space else ""


def _compositions(text: str) -> Iterator[_Replacement]:
    """The clusters of characters that NFC changes."""
    if unicodedata.is_normalized("NFC", text):
        return
    for match in _COMPOSABLE.finditer(text):
        if unicodedata.is_normalized("NFC", match.group()):
            continue
        for start, end in _clusters(match.group()):
            cluster = match.group()[start:end]
            composed = unicodedata.normalize("NFC", cluster)
            if composed != cluster:
                yield match.start() + start, match.start() + end, composed


def _clusters(run: str) -> Iterator[tuple[int, int]]:
    """Split a run before each character that neither combines nor composes with the ones before it."""
    start = 0
    for position in range(1, len(run)):
        if position - start >= _MAX_CLUSTER or _begins_cluster(run[position], run[start:position]):
            yield start, position
            start = position
    yield start, len(run)


def _begins_cluster(character: str, before: str) -> bool:
    if unicodedata.combining(character):
        return before.isspace()
    separate = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", before + character) == separate
