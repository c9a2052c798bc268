"""One typography for both sides of a comparison, with a map back to the offsets of the file."""

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

ZERO_WIDTH = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters that do not count: soft hyphen, zero-width space and joiners, direction marks."""
_ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    }
)
# Longer than one, or of another length when normalised: white space and zero width, the ellipsis
# character, and whatever stands near a character that NFC may change.
_CHANGES = re.compile(f"[\\s{ZERO_WIDTH}]{{2,}}|[^\\S ]|[{ZERO_WIDTH}]|\u2026")
_COMPOSING = re.compile("[^\u0000-\u02ff]+|[\u0000-\u02ff][^\u0000-\u02ff]+")


class Piece(NamedTuple):
    """A stretch whose length changed: from here to there in the normalised text, and in the file."""

    start: int
    end: int
    file_start: int
    file_end: int


def normalise(text: str) -> tuple[str, list[Piece]]:
    """The text in one typography and the pieces that moved: NFC, one space for white space, straight
    quotation marks, one hyphen for all dashes, three full stops for the ellipsis, no zero width.
    """
    out: list[str] = []
    pieces: list[Piece] = []
    length = cursor = 0
    for start, end, replacement in _changes(text):
        out.append(text[cursor:start])
        length += start - cursor
        pieces.append(Piece(length, length + len(replacement), start, end))
        out.append(replacement)
        length += len(replacement)
        cursor = end
    out.append(text[cursor:])
    return "".join(out).translate(_ONE_FOR_ONE), pieces


def _changes(text: str) -> list[tuple[int, int, str]]:
    """Every stretch to be replaced, in order: (start, end, by what)."""
    changes = [(m.start(), m.end(), _replacement(m.group())) for m in _CHANGES.finditer(text)]
    if not unicodedata.is_normalized("NFC", text):
        changes += _compositions(text)
        changes.sort()
    return changes


def _replacement(stretch: str) -> str:
    if stretch == "\u2026":
        return "..."
    return " " if any(character.isspace() for character in stretch) else ""


def _compositions(text: str) -> list[tuple[int, int, str]]:
    """The clusters that NFC rewrites. Nothing below U+0300 joins what stands before it."""
    changes = []
    for match in _COMPOSING.finditer(text):
        if unicodedata.is_normalized("NFC", match.group()):
            continue
        for start, end in _clusters(match.group()):
            cluster = match.group()[start:end]
            composed = unicodedata.normalize("NFC", cluster)
            if composed != cluster and not _CHANGES.search(cluster):
                changes.append((match.start() + start, match.start() + end, composed))
    return changes


def _clusters(stretch: str) -> list[tuple[int, int]]:
    """Cut where a character neither combines nor composes with what stands before it."""
    cuts = [0]
    for position in range(1, len(stretch)):
        head, character = stretch[cuts[-1] : position], stretch[position]
        joined = unicodedata.normalize("NFC", head + character)
        if not unicodedata.combining(character) and joined == unicodedata.normalize("NFC", head) + character:
            cuts.append(position)
    return list(zip(cuts, [*cuts[1:], len(stretch)], strict=True))


class SearchText:
    """A stored text made ready to be searched: as it lies in the file, and once in one typography."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _normalised(self) -> tuple[str, list[Piece]]:
        return normalise(self.text)

    @property
    def normal(self) -> str:
        """The text in one typography; made at the first question and kept."""
        return self._normalised[0]

    @cached_property
    def _piece_starts(self) -> list[int]:
        return [piece.start for piece in self._normalised[1]]

    def file_range(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the file (code points, half open) of a non-empty range of the normalised text."""
        return self._at(start)[0], self._at(end - 1)[1]

    def _at(self, offset: int) -> tuple[int, int]:
        """Where one normalised character stands in the file: start and end."""
        index = bisect_right(self._piece_starts, offset) - 1
        if index < 0:
            return offset, offset + 1
        piece = self._normalised[1][index]
        if offset < piece.end:
            return piece.file_start, piece.file_end
        position = offset - piece.end + piece.file_end
        return position, position + 1
