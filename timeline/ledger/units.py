"""A stored text in its units: title, notices and sentences, each known again when it is repeated."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from timeline.anchors import SearchText
from timeline.records import SourceRecord
from timeline.sentences import Sentence, sentences
from timeline.sources import StoredText

Kind = Literal["text", "title", "notice"]


class Unit(NamedTuple):
    """A sentence, or a line that is a title or a notice. Offsets are code points of the file, half open."""

    kind: Kind
    line: int
    start: int
    end: int
    first: int
    """The index of the first unit with the same words: its own where they are not repeated."""
    repeats: int
    """The earlier line of which its whole line is a repetition, word for word; 0 where it is none."""


def units(text: StoredText, record: SourceRecord) -> list[Unit]:
    """The units of a text in order. Lines without words have none; each line is a paragraph."""
    title = SearchText(record.title or "").normal.strip()
    lines: dict[str, int] = {}
    seen: dict[tuple[Kind, str], int] = {}
    found: list[Unit] = []
    for number, offset, line in _lines(text.text):
        kind = _kind(number, line, title, record)
        original = lines.setdefault(line.strip(), number) if kind != "notice" else number
        for start, end in sentences(line) if kind == "text" else [_whole(line)]:
            first = seen.setdefault((kind, line[start:end]), len(found)) if kind != "notice" else len(found)
            repeats = original if original != number else 0
            found.append(Unit(kind, number, offset + start, offset + end, first, repeats))
    return found


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Number, offset and words of each line that has words; only LF ends a line."""
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, offset, line
        offset += len(line) + 1


def _kind(number: int, line: str, title: str, record: SourceRecord) -> Kind:
    if number in record.not_text:
        return "notice"
    return "title" if title and SearchText(line).normal.strip() == title else "text"


def _whole(line: str) -> Sentence:
    start = len(line) - len(line.lstrip())
    return Sentence(start, start + len(line.strip()))
