"""Which sentences of a stored text are quoted. A repeated sentence is counted once."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from typing_extensions import TypedDict

from timeline.documents.schema import PositionDocument
from timeline.quotes import SearchText
from timeline.quotes.stored_text import StoredText
from timeline.records import SourceRecord
from timeline.text.sentences import Sentence, sentences

Kind = Literal["text", "title", "notice"]
State = Literal["cited", "part", "uncited"]
_WORD_CHARACTER = re.compile(r"[^\W_]")
_SENTENCE_END = re.compile(r"(?:(?<![.…])[.]|[!?。！？])[\"'”’»)\]」』）]*\Z")


class CitedRange(TypedDict):
    """The range that an event quotes, in code points of the file, half open."""

    event: str
    start: int
    end: int


class TextRange(TypedDict):
    """A range of code points of the file, half open."""

    start: int
    end: int


class SentenceCounts(TypedDict):
    """Sentences of a text without its title and notices: quoted whole, in part, or not at all. A repeated
    sentence is counted once; `repeated` is the number of repetitions.
    """

    total: int
    cited: int
    part: int
    uncited: int
    repeated: int


class Unit(NamedTuple):
    """A sentence, or a line that is a title or a notice. Offsets are code points of the file, half open."""

    kind: Kind
    line: int
    start: int
    end: int
    first: int
    """The index of the first unit with the same words; its own index if it is the first."""
    repeats: int
    """The earlier line that its whole line repeats verbatim; 0 if there is none."""


def units(text: StoredText, record: SourceRecord) -> list[Unit]:
    """The units of a text in order. Each line is a paragraph; a blank line has no units."""
    title = SearchText(record.title or "").normal.strip()
    lines: dict[str, int] = {}
    firsts: dict[tuple[Kind, str], int] = {}
    found: list[Unit] = []
    for number, offset, line in _lines(text.text):
        kind = _kind(number, line, title, record)
        # Equal notices are not repetitions: a page has its copyright line at the top and at the bottom.
        original = lines.setdefault(line.strip(), number) if kind != "notice" else number
        for start, end in sentences(line) if kind == "text" else [_whole(line)]:
            first = firsts.setdefault((kind, line[start:end]), len(found)) if kind != "notice" else len(found)
            repeats = original if original != number else 0
            found.append(Unit(kind, number, offset + start, offset + end, first, repeats))
    return found


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Number, offset and text of each line that is not blank. Only LF ends a line."""
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


class Quoted(NamedTuple):
    """The range that one quotation of an event covers: code points of the file, half open."""

    start: int
    end: int
    event: str


class Coverage(NamedTuple):
    """The units of a text, and by their index: the ranges that are quoted, and the numbers of the quotations
    that contain the whole unit. What is quoted of a repetition is counted at the first unit with its words.
    """

    text: StoredText
    units: list[Unit]
    cited: list[list[CitedRange]]
    holders: list[set[int]]

    def state(self, index: int) -> State:
        """Whether all words of a unit are quoted, some, or none. Punctuation does not count."""
        first = self.units[index].first
        if not self.cited[first]:
            return "uncited"
        unit, end = self.units[first], self.units[first].start
        for start, stop in spans(self.cited[first]):
            if _WORD_CHARACTER.search(self.text.text, end, start):
                return "part"
            end = stop
        return "part" if _WORD_CHARACTER.search(self.text.text, end, unit.end) else "cited"

    def counts(self) -> SentenceCounts:
        """How many sentences there are, and how many of them are quoted."""
        text = [index for index, unit in enumerate(self.units) if unit.kind == "text"]
        states = [self.state(index) for index in text if self.units[index].first == index]
        return {
            "total": len(states),
            "cited": states.count("cited"),
            "part": states.count("part"),
            "uncited": states.count("uncited"),
            "repeated": len(text) - len(states),
        }

    def truncated_at(self) -> PositionDocument | None:
        """The last position of a text that ends in mid-sentence; None if its last sentence is complete."""
        last = next((unit for unit in reversed(self.units) if unit.kind == "text"), None)
        if last is None or _SENTENCE_END.search(self.text.text, max(last.start, last.end - 12), last.end):
            return None
        line, column = self.text.place(last.end - 1)
        return {"line": line, "column": column}


def coverage(text: StoredText, record: SourceRecord, quoted: Iterable[Quoted]) -> Coverage:
    """Which words of a text the quotations cover."""
    found = units(text, record)
    covered = Coverage(text, found, [[] for _ in found], [set() for _ in found])
    starts = [unit.start for unit in found]
    for number, quote in enumerate(quoted):
        index = max(0, bisect_right(starts, quote.start) - 1)
        while index < len(found) and found[index].start < quote.end:
            _mark(covered, index, number, quote)
            index += 1
    return covered


def _mark(covered: Coverage, index: int, number: int, quote: Quoted) -> None:
    """Add what a quotation covers of a unit, at the first unit with these words."""
    unit = covered.units[index]
    start, end = max(unit.start, quote.start), min(unit.end, quote.end)
    if start >= end:
        return
    words = covered.text.text
    if not _WORD_CHARACTER.search(words, unit.start, start) and not _WORD_CHARACTER.search(
        words, end, unit.end
    ):
        covered.holders[unit.first].add(number)
    shift = covered.units[unit.first].start - unit.start
    covered.cited[unit.first].append({"event": quote.event, "start": start + shift, "end": end + shift})


def spans(cited: Iterable[CitedRange]) -> list[tuple[int, int]]:
    """The quoted ranges, joined where they overlap or touch."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((quoted["start"], quoted["end"]) for quoted in cited):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
