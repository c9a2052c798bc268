"""Find a quote in a text: exactly, or in one typography, or not at all."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from timeline.quotes.boundaries import inside
from timeline.quotes.normalise import SearchText, normalise, trim

Match = Literal["exact", "typographic"]
_JOINT = re.compile(r"\[(?:\.\.\.|\u2026)\]")
_MOST_AGAIN = 20
MAX_PLACES = 1000
"""Places of one part in one text that are told apart: what stands in more is too common to be quoted."""
_MOST_RAW = 2 * MAX_PLACES
"""Places that are looked at, those inside of words among them."""


class Anchor(NamedTuple):
    """Where one part of a quote stands: a W3C TextPositionSelector (code points, half open)."""

    start: int
    end: int
    match: Match
    occurrences: int
    again: tuple[int, ...]
    """The starts of the first few further places where the text repeats it."""


class Found(NamedTuple):
    """The quote is in the text: one anchor for each part that `[...]` joins, in the order of the text."""

    anchors: tuple[Anchor, ...]


class Ambiguous(NamedTuple):
    """The quote stands in several places whose lines differ, or in more than are told apart; `starts` are
    the offsets of the first of them.
    """

    starts: tuple[int, ...]


class Lost(NamedTuple):
    """The quote is not in the text. `part` is the part that is missing, `after` the end of what was found
    before it. Its words are not there (`absent`), or they are: parted inside a word or a number (`cut`),
    only before what stands before them in the quote (`order`), or without the words that prefix and suffix
    name (`neighbours`).
    """

    part: str
    after: int
    why: Literal["absent", "cut", "order", "neighbours"]


Outcome = Found | Ambiguous | Lost


class Hit(NamedTuple):
    start: int
    end: int
    match: Match


@lru_cache(maxsize=1024)
def find(source: SearchText, quote: str, prefix: str = "", suffix: str = "") -> Outcome:
    """Where `quote` stands in the text, by the definition of verbatim and nothing more lenient.

    `prefix` and `suffix` are words that stand directly before and after it and choose among several
    places. A quote that stands several times is found when the rest of its line is the same each time
    (a repeated passage): the first place is its anchor.
    """
    whole = _outcome(source, [trim(quote)], prefix, suffix)
    if not isinstance(whole, Lost):
        return whole
    parts = [trim(part) for part in _JOINT.split(quote) if trim(part)]
    return _outcome(source, parts, prefix, suffix) if parts and parts != [trim(quote)] else whole


def _outcome(source: SearchText, parts: list[str], prefix: str, suffix: str) -> Outcome:
    anchors: list[Anchor] = []
    after = 0
    for number, part in enumerate(parts):
        before = prefix if number == 0 else ""
        behind = suffix if number == len(parts) - 1 else ""
        hits, chosen, common = _hits(source, part, after, before, behind)
        if not chosen:
            return Lost(part, after, _why_lost(source, part, after, hits))
        first = chosen[0]
        if common:
            return Ambiguous(tuple(hit.start for hit in hits))
        rest = _rest_of_line(source.text, first)
        if any(_rest_of_line(source.text, hit) != rest for hit in chosen):
            return Ambiguous(tuple(hit.start for hit in chosen))
        again = tuple(hit.start for hit in hits if hit.start != first.start)[:_MOST_AGAIN]
        anchors.append(Anchor(first.start, first.end, first.match, len(hits), again))
        after = first.end
    return Found(tuple(anchors))


def _hits(
    source: SearchText, part: str, after: int, prefix: str, suffix: str
) -> tuple[list[Hit], list[Hit], bool]:
    """The places of one part at word borders, those of them that are wanted, and whether there are too many
    to look at all; letter for letter wins over another typography.
    """
    hits: list[Hit] = []
    for raw in _raw_hits(source, part):
        hits, looked = [], 0
        for looked, hit in enumerate(raw, 1):
            if _is_whole(source.text, hit):
                hits.append(hit)
            if len(hits) > MAX_PLACES or looked == _MOST_RAW:
                return hits, hits, True
        chosen = _between(source, [hit for hit in hits if hit.start >= after], prefix, suffix)
        if chosen:
            return hits, chosen, False
    return hits, [], False


def _is_whole(text: str, hit: Hit) -> bool:
    start, end = hit.start, hit.end
    if start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        return False  # what most are that are none
    return not inside(text, start) and not inside(text, end)


def _why_lost(
    source: SearchText, part: str, after: int, hits: list[Hit]
) -> Literal["absent", "cut", "order", "neighbours"]:
    if hits:
        return "neighbours" if any(hit.start >= after for hit in hits) else "order"
    return "cut" if any(True for raw in _raw_hits(source, part) for _ in raw) else "absent"


def _raw_hits(source: SearchText, part: str) -> Iterator[Iterator[Hit]]:
    """The places of one part, inside words too: letter for letter, then in one typography."""
    yield (Hit(start, start + len(part), "exact") for start in _starts(source.text, part))
    wanted = normalise(part)
    if wanted == part and source.normal == source.text:
        return
    ranges = (source.file_range(start, start + len(wanted)) for start in _starts(source.normal, wanted))
    # A range may begin or end inside what is one character of the file, as a full stop does in an ellipsis.
    yield (
        Hit(start, end, "typographic") for start, end in ranges if normalise(source.text[start:end]) == wanted
    )


def _starts(text: str, part: str) -> Iterator[int]:
    start = text.find(part) if part else -1
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


def _between(source: SearchText, hits: list[Hit], prefix: str, suffix: str) -> list[Hit]:
    """Those that stand directly behind `prefix` and before `suffix`, in one typography."""
    if not prefix and not suffix:
        return hits  # most quotes: to normalise two empty texts took as long as to find the words
    before, behind = normalise(prefix).strip(), normalise(suffix).strip()
    if not before and not behind:
        return hits
    text = source.normal
    chosen = []
    for hit in hits:
        stop, start = source.normal_offset(hit.start), source.normal_offset(hit.end)
        stop -= text[stop - 1 : stop] == " "
        start += text[start : start + 1] == " "
        if text.endswith(before, 0, stop) and text.startswith(behind, start):
            chosen.append(hit)
    return chosen


def _rest_of_line(text: str, hit: Hit) -> tuple[str, str]:
    line_start = text.rfind("\n", 0, hit.start) + 1
    line_end = text.find("\n", hit.end)
    return text[line_start : hit.start], text[hit.end : line_end if line_end >= 0 else len(text)]
