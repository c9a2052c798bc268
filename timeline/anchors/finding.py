"""Find a quote in a text: exactly, or in one typography, or not at all."""

import re
from typing import Literal, NamedTuple

from timeline.anchors.boundaries import inside
from timeline.anchors.normal import SearchText, normalise

Match = Literal["exact", "typographic"]
_JOINT = re.compile(r"\s*\[(?:\.\.\.|\u2026)\]\s*")
_CONTEXT = 32
_MOST_AGAIN = 20


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
    """The quote stands in several places whose lines differ; `starts` are their offsets."""

    starts: tuple[int, ...]


class Lost(NamedTuple):
    """The quote is not in the text. `part` is the part that is missing, `after` the end of what was found
    before it, `cut` whether the words are there but begin or end inside a word or a number.
    """

    part: str
    after: int
    cut: bool


Outcome = Found | Ambiguous | Lost


class Hit(NamedTuple):
    start: int
    end: int
    match: Match


def find(source: SearchText, quote: str, prefix: str = "", suffix: str = "") -> Outcome:
    """Where `quote` stands in the text, by the definition of verbatim and nothing more lenient.

    `prefix` and `suffix` are words that stand directly before and after it and choose among several
    places. A quote that stands several times is found when the rest of its line is the same each time
    (a repeated passage): the first place is its anchor.
    """
    whole = _outcome(source, [quote.strip()], prefix, suffix)
    parts = [part for part in _JOINT.split(quote.strip()) if part]
    if isinstance(whole, Lost) and parts and parts != [quote.strip()]:
        return _outcome(source, parts, prefix, suffix)
    return whole


def _outcome(source: SearchText, parts: list[str], prefix: str, suffix: str) -> Outcome:
    anchors: list[Anchor] = []
    after = 0
    for number, part in enumerate(parts):
        hits = _hits(source, part)
        following = [hit for hit in hits if hit.start >= after]
        chosen = _between(
            source, following, prefix if number == 0 else "", suffix if number == len(parts) - 1 else ""
        )
        if not chosen:
            return Lost(part, after, bool(_raw_hits(source, part)) and not hits)
        if len({_rest_of_line(source.text, hit) for hit in chosen}) > 1:
            return Ambiguous(tuple(hit.start for hit in chosen))
        first = chosen[0]
        again = tuple(hit.start for hit in hits if hit.start != first.start)[:_MOST_AGAIN]
        anchors.append(Anchor(first.start, first.end, first.match, len(hits), again))
        after = first.end
    return Found(tuple(anchors))


def _hits(source: SearchText, part: str) -> list[Hit]:
    """The places of one part at word borders; letter for letter wins over another typography."""
    text = source.text
    for hits in (_exact(text, part), _typographic(source, part)):
        whole = [hit for hit in hits if not inside(text, hit.start) and not inside(text, hit.end)]
        if whole:
            return whole
    return []


def _raw_hits(source: SearchText, part: str) -> list[Hit]:
    return _exact(source.text, part) or _typographic(source, part)


def _exact(text: str, part: str) -> list[Hit]:
    return [Hit(start, start + len(part), "exact") for start in _starts(text, part)]


def _typographic(source: SearchText, part: str) -> list[Hit]:
    wanted = normalise(part)[0].strip()
    ranges = (source.file_range(start, start + len(wanted)) for start in _starts(source.normal, wanted))
    return [Hit(start, end, "typographic") for start, end in ranges]


def _starts(text: str, part: str) -> list[int]:
    starts: list[int] = []
    start = text.find(part) if part else -1
    while start >= 0:
        starts.append(start)
        start = text.find(part, start + 1)
    return starts


def _between(source: SearchText, hits: list[Hit], prefix: str, suffix: str) -> list[Hit]:
    """Those that stand directly behind `prefix` and before `suffix`, in one typography."""
    before, behind = normalise(prefix)[0].strip(), normalise(suffix)[0].strip()
    if not before and not behind:
        return hits
    reach = 2 * max(len(prefix), len(suffix)) + _CONTEXT
    return [
        hit
        for hit in hits
        if normalise(source.text[max(0, hit.start - reach) : hit.start])[0].rstrip().endswith(before)
        and normalise(source.text[hit.end : hit.end + reach])[0].lstrip().startswith(behind)
    ]


def _rest_of_line(text: str, hit: Hit) -> tuple[str, str]:
    line_start = text.rfind("\n", 0, hit.start) + 1
    line_end = text.find("\n", hit.end)
    return text[line_start : hit.start], text[hit.end : line_end if line_end >= 0 else len(text)]
