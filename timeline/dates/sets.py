"""Sets: one of several dates, `[1667,1668,1670..1672]`, or all of them, `{1960,1961-12}`.

"Set representation" (level 2) of the EDTF specification; ISO 8601-2:2019, 6. `..` stands for all values
between two of the same precision, and at the beginning or end of the list for "on or before", "on or after".
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline.dates.intervals import OPEN
from timeline.dates.single import read_point
from timeline.dates.stretches import Stretch, all_of, one_of, spread
from timeline.dates.values import Bound, Date, NotADate, Reach, Span, coarsest


class _Kind(NamedTuple):
    """What the two brackets mean."""

    closing: str
    every: bool
    member: Callable[[Stretch], tuple[Span, Reach]]
    latest_start: Callable[[list[int]], int]
    earliest_end: Callable[[list[int]], int]


# One date alone may be the last of the set; all together begin with the first.
_KINDS = {"[": _Kind("]", True, one_of, max, min), "{": _Kind("}", False, all_of, min, max)}
_COMMA = re.compile(" *, *")
_MOST_MEMBERS = 400


def split_members(text: str) -> list[tuple[str, str]]:
    """The members as written: both ends of each, the same for a single date, empty for `..` without one.

    Raises `NotADate`. Spaces are read around a comma only: see `docs/dates.md`.
    """
    closing = _KINDS[text[0]].closing
    if text[-1] != closing:
        raise NotADate(f"a set that begins with {text[0]} ends with {closing}")
    pieces = _COMMA.split(text[1:-1])
    members: list[tuple[str, str]] = []
    for place, piece in enumerate(pieces):
        first, dots, last = piece.partition("..")
        if not (first or last):
            raise NotADate(f"member {place + 1} of the set is empty")
        if not first and place:
            raise NotADate(f"{piece}: `..` without a date before it stands at the beginning of the set")
        if dots and not last and place < len(pieces) - 1:
            raise NotADate(f"{piece}: `..` without a date after it stands at the end of the set")
        if "T" in piece or "/" in piece:
            raise NotADate(f"{piece}: the members of a set are dates, no intervals and no times of day")
        members.append((first, last if dots else first))
    return members


def read_set(text: str) -> Date:
    """The set that stands in this text, which begins with a bracket. Raises `NotADate`."""
    stretches: list[Stretch] = []
    for first, last in split_members(text):
        stretches += spread(_stretch(first, last), _MOST_MEMBERS - len(stretches))
    points = [point for stretch in stretches for point in stretch if point]
    kind = _KINDS[text[0]]
    members = [kind.member(stretch) for stretch in stretches]
    spans = [span for span, _ in members]
    return Date(
        text=text,
        level=2,
        precision=coarsest([point.precision for point in points]),
        approximate=any(point.approximate for point in points),
        uncertain=any(point.uncertain for point in points),
        start=_start(spans, kind),
        end=_end(spans, kind),
        spans=tuple(spans),
        reaches=tuple(reach for _, reach in members),
        every=kind.every,
    )


def _stretch(first: str, last: str) -> Stretch:
    try:
        begin = read_point(first) if first else None
        end = begin if first == last else read_point(last) if last else None
    except NotADate as reason:
        raise NotADate(f"{first if first == last else f'{first}..{last}'}: {reason}") from None
    if begin and end and begin.precision != end.precision:
        raise NotADate(f"{first}..{last}: a {begin.precision} and a {end.precision}; both must be alike")
    if begin and end and begin.earliest > end.final:
        raise NotADate(f"{first}..{last}: the end lies before the start")
    return Stretch(begin, end)


def _start(spans: list[Span], kind: _Kind) -> Bound:
    if any(span.start is OPEN for span in spans):
        return OPEN
    earliest = [span.start.earliest for span in spans if span.start.earliest is not None]
    latest = [span.start.latest for span in spans if span.start.latest is not None]
    return Bound(min(earliest), kind.latest_start(latest), "known")


def _end(spans: list[Span], kind: _Kind) -> Bound:
    if any(span.end is OPEN for span in spans):
        return OPEN
    earliest = [span.end.earliest for span in spans if span.end.earliest is not None]
    latest = [span.end.latest for span in spans if span.end.latest is not None]
    return Bound(kind.earliest_end(earliest), max(latest), "known")
