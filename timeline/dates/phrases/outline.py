"""The outline of a text: its paragraphs and sentences, its headings, and what is said in quotation marks."""

# ruff: noqa: SIM905  (words read best as words)

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from timeline.text.sentences import sentences

_LINE = re.compile(r"[^\n]+")
_ENDS = (".", "!", "?", ":", ";", '"', "\u201d", ")", "]", ",")
_SENTENCE_ENDS = (".", "!", "?", ":")
_GOING_ON = frozenset(
    "a an the of in on at by to from for with and or but as is was were are he she it they".split()
)
"""Words at the end of a line that the next line goes on with."""
_HEADING = 100
"""Code points of a heading at most."""
_WRAPPED = 50
"""Code points from which a line without a mark at its end is taken for one that goes on in the next."""
_LONGEST = 1000
"""Code points of a sentence at most."""
_SCARE = 3
"""Words within quotation marks up to which nothing is quoted but a name or a term."""


class Stretch(NamedTuple):
    """From one code point to another, half open."""

    start: int
    end: int


class Outline:
    """Where the paragraphs and sentences of a text are; sentences are looked for where they are asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = _paragraphs(text)
        self._starts = [paragraph.start for paragraph in self.paragraphs]
        self._sentences: dict[int, list[Stretch]] = {}
        self._spoken: dict[int, list[Stretch]] = {}

    def paragraph_at(self, place: int) -> int:
        """The number of the paragraph at a code point, from 0."""
        return max(bisect_right(self._starts, place) - 1, 0)

    @cached_property
    def sections(self) -> list[int]:
        """For each paragraph the number of headings before it; a heading belongs to what follows it."""
        numbers, number = [], 0
        for index in range(len(self.paragraphs)):
            number += self.is_heading(index)
            numbers.append(number)
        return numbers

    def is_heading(self, index: int) -> bool:
        """Whether a paragraph is a heading: short, and without the mark of a sentence at its end."""
        start, end = self.paragraphs[index]
        line = self.text[start:end].strip()
        if len(line) > _HEADING or "\n" in line or ": " in line or not line[:1].isalnum():
            return False
        return not line.endswith(_ENDS) and index + 1 < len(self.paragraphs)

    def sentence_at(self, place: int) -> Stretch:
        """The sentence around a code point."""
        number = self.paragraph_at(place)
        found = self._sentences.get(number)
        if found is None:
            start, end = self.paragraphs[number]
            line = self.text[start:end].replace("\n", " ")
            found = [
                piece
                for one in sentences(line)
                for piece in _pieces(Stretch(start + one.start, start + one.end))
            ]
            found = found or [Stretch(start, end)]
            self._sentences[number] = found
        index = max(bisect_right(found, (place, len(self.text) + 1)) - 1, 0)
        return found[index]

    def is_spoken(self, place: int) -> bool:
        """Whether a code point lies within quotation marks that hold more than a few words."""
        number = self.paragraph_at(place)
        found = self._spoken.get(number)
        if found is None:
            found = _spoken(self.text, self.paragraphs[number])
            self._spoken[number] = found
        index = bisect_right(found, (place, len(self.text) + 1)) - 1
        return index >= 0 and found[index].end > place


def _pieces(sentence: Stretch) -> list[Stretch]:
    """A sentence; what is too long for one is cut, so that the time to read it grows as it does."""
    start, end = sentence
    return [Stretch(at, min(at + _LONGEST, end)) for at in range(start, end, _LONGEST)]


def _paragraphs(text: str) -> list[Stretch]:
    """The lines of a text; a line that only was wrapped belongs to the one before it."""
    found: list[Stretch] = []
    for match in _LINE.finditer(text):
        if not match.group().strip():
            continue
        start, end = match.span()
        if found and found[-1].end + 1 == start and _is_wrapped(text, found[-1], match.group()):
            found[-1] = Stretch(found[-1].start, end)
        else:
            found.append(Stretch(start, end))
    return found or [Stretch(0, len(text))]


def _is_wrapped(text: str, before: Stretch, line: str) -> bool:
    """Whether a line goes on with what the one before it began."""
    last = text[before.start : before.end].rpartition("\n")[2].rstrip()
    if line.lstrip()[:1].islower() or last.rpartition(" ")[2] in _GOING_ON:
        return True
    if last.endswith(_SENTENCE_ENDS):
        return False
    return _WRAPPED <= len(last) <= 2 * _WRAPPED and len(line) <= 2 * _WRAPPED


def _spoken(text: str, paragraph: Stretch) -> list[Stretch]:
    """What stands within double quotation marks in a paragraph; one that is not closed goes on to its end."""
    found: list[Stretch] = []
    opened = -1
    for match in re.finditer('["\u201c\u201d\u201e\u00ab\u00bb]', text[paragraph.start : paragraph.end]):
        place, mark = paragraph.start + match.start(), match.group()
        if mark in "\u201c\u201e\u00ab" or (mark == '"' and opened < 0):
            opened = place
        elif opened >= 0:
            if len(text[opened:place].split()) > _SCARE:
                found.append(Stretch(opened, place))
            opened = -1
    if opened >= 0:
        found.append(Stretch(opened, paragraph.end))
    return found
