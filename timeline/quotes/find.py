"""Find a quote in a text: exactly, in another typography, or not at all."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from timeline.quotes.boundaries import inside
from timeline.quotes.normalise import SearchText, normalise, trim

MAX_PLACES = 1000
"""Positions of one part in one text that are told apart; a part that is more frequent is not examined."""
_MAX_CANDIDATES = 2 * MAX_PLACES
"""Positions that are examined, including those inside words."""
_MAX_OTHER_STARTS = 20
_ELLIPSIS = re.compile(r"\[(?:\.\.\.|\u2026)\]")

Match = Literal["exact", "typographic"]


class Anchor(NamedTuple):
    """The position of one part of a quote: a W3C TextPositionSelector [start, end), in code points."""

    start: int
    end: int
    match: Match
    occurrences: int
    other_starts: tuple[int, ...]
    """Where the text repeats the part: the offsets of the first few repetitions."""


class Found(NamedTuple):
    """The quote is in the text: one anchor for each part that `[...]` joins, in the order of the text."""

    anchors: tuple[Anchor, ...]


class Ambiguous(NamedTuple):
    """The quote is at several positions on different lines, or at more than are told apart.

    `starts` are the offsets of the first ones.
    """

    starts: tuple[int, ...]


class Lost(NamedTuple):
    """The quote is not in the text.

    `part` is the missing part, `after` the end offset of the part found before it. `why` is one of:

    - absent: the words are not in the text
    - cut: they are, but they begin or end inside a word or a number
    - order: they are, but only before the previous part of the quote
    - neighbours: they are, but not next to the given prefix and suffix
    """

    part: str
    after: int
    why: Literal["absent", "cut", "order", "neighbours"]


Outcome = Found | Ambiguous | Lost


class _Hit(NamedTuple):
    start: int
    end: int
    match: Match


class _Hits(NamedTuple):
    """The positions of a part at word boundaries, and those of them that the quote can mean."""

    all: list[_Hit]
    eligible: list[_Hit]
    too_many: bool = False


@lru_cache(maxsize=1024)
def find(source: SearchText, quote: str, prefix: str = "", suffix: str = "") -> Outcome:
    """Find `quote` in the text, by the definition of verbatim and nothing more lenient.

    `prefix` and `suffix` are the words immediately before and after the quote; they select one of several
    positions. A quote that occurs several times is found if the rest of its line is the same each time
    (a repeated passage): its anchor is the first position.
    """
    outcome = _find_parts(source, [trim(quote)], prefix, suffix)
    if not isinstance(outcome, Lost):
        return outcome
    parts = [trim(part) for part in _ELLIPSIS.split(quote) if trim(part)]
    return _find_parts(source, parts, prefix, suffix) if parts and parts != [trim(quote)] else outcome


def _find_parts(source: SearchText, parts: list[str], prefix: str, suffix: str) -> Outcome:
    anchors: list[Anchor] = []
    after = 0
    for number, part in enumerate(parts):
        part_prefix = prefix if number == 0 else ""
        part_suffix = suffix if number == len(parts) - 1 else ""
        hits = _hits(source, part, after, part_prefix, part_suffix)
        if not hits.eligible:
            return Lost(part, after, _why_lost(source, part, after, hits.all))
        if hits.too_many or _lines_differ(source.text, hits.eligible):
            return Ambiguous(tuple(hit.start for hit in hits.eligible))
        anchors.append(_anchor(hits))
        after = anchors[-1].end
    return Found(tuple(anchors))


def _anchor(hits: _Hits) -> Anchor:
    first = hits.eligible[0]
    others = tuple(hit.start for hit in hits.all if hit.start != first.start)
    return Anchor(first.start, first.end, first.match, len(hits.all), others[:_MAX_OTHER_STARTS])


def _hits(source: SearchText, part: str, after: int, prefix: str, suffix: str) -> _Hits:
    """Find one part of a quote from offset `after` on; exact matches win over typographic ones."""
    hits: list[_Hit] = []
    for candidates in _candidates(source, part):
        hits, examined = [], 0
        for examined, hit in enumerate(candidates, 1):
            if _is_whole(source.text, hit):
                hits.append(hit)
            if len(hits) > MAX_PLACES or examined == _MAX_CANDIDATES:
                return _Hits(hits, hits, too_many=True)
        eligible = _next_to(source, [hit for hit in hits if hit.start >= after], prefix, suffix)
        if eligible:
            return _Hits(hits, eligible)
    return _Hits(hits, [])


def _is_whole(text: str, hit: _Hit) -> bool:
    """Whether a match begins and ends at a boundary of words and numbers."""
    start, end = hit.start, hit.end
    if start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        return False  # the most frequent reason, decided first
    return not inside(text, start) and not inside(text, end)


def _why_lost(
    source: SearchText, part: str, after: int, hits: list[_Hit]
) -> Literal["absent", "cut", "order", "neighbours"]:
    if hits:
        return "neighbours" if any(hit.start >= after for hit in hits) else "order"
    return "cut" if any(True for candidates in _candidates(source, part) for _ in candidates) else "absent"


def _candidates(source: SearchText, part: str) -> Iterator[Iterator[_Hit]]:
    """The positions of a part, also inside words: first exact ones, then those in another typography."""
    yield (_Hit(start, start + len(part), "exact") for start in _starts(source.text, part))
    normal_part = normalise(part)
    if normal_part == part and source.normal == source.text:
        return
    ranges = (
        source.file_range(start, start + len(normal_part)) for start in _starts(source.normal, normal_part)
    )
    # A range can begin or end inside a single character of the file, such as one full stop of an ellipsis.
    yield (
        _Hit(start, end, "typographic")
        for start, end in ranges
        if normalise(source.text[start:end]) == normal_part
    )


def _starts(text: str, part: str) -> Iterator[int]:
    start = text.find(part) if part else -1
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


def _next_to(source: SearchText, hits: list[_Hit], prefix: str, suffix: str) -> list[_Hit]:
    """The hits immediately after `prefix` and before `suffix`, in any typography."""
    if not prefix and not suffix:
        return hits  # most quotes: normalising two empty texts took as long as finding the words
    normal_prefix, normal_suffix = normalise(prefix).strip(), normalise(suffix).strip()
    if not normal_prefix and not normal_suffix:
        return hits
    text = source.normal
    matching = []
    for hit in hits:
        before, after = source.normal_offset(hit.start), source.normal_offset(hit.end)
        before -= text[before - 1 : before] == " "
        after += text[after : after + 1] == " "
        if text.endswith(normal_prefix, 0, before) and text.startswith(normal_suffix, after):
            matching.append(hit)
    return matching


def _lines_differ(text: str, hits: list[_Hit]) -> bool:
    """Whether the hits are on different lines, so that it matters which one is meant."""
    first = rest_of_line(text, hits[0].start, hits[0].end)
    return any(rest_of_line(text, hit.start, hit.end) != first for hit in hits[1:])


def rest_of_line(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the text before and after [start, end) on the same lines."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    return text[line_start:start], text[end : line_end if line_end >= 0 else len(text)]
