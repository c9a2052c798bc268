"""Publish a date: verbatim, in words, and with its bounds as days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from timeline.dates import Bound, Date, Reach, Span, day_text, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.documents.schema import BoundDocument, DateDocument, SpanDocument

_TIME = re.compile(r"T([0-9:.]+)(.*)")


class _TimeOfDay(NamedTuple):
    """A time of day and its zone, as written; None where the date has none."""

    time: str | None
    zone: str | None


_NO_TIME = _TimeOfDay(None, None)


def date_document(date: Date) -> DateDocument:
    """The published form of a date; bounds that are open or unknown are null."""
    start, end = _bounds(date)
    clock = _time_of_day(date.text)
    return {
        "edtf": date.text,
        "text": say(date),
        "precision": date.precision,
        "approximate": date.approximate,
        "uncertain": date.uncertain,
        "set": ("one" if date.every else "all") if date.spans else None,
        "start": _bound(start, clock),
        "end": _bound(end, clock),
        "spans": [_span(span) for span in date.spans],
    }


def _bounds(date: Date) -> tuple[Bound, Bound]:
    """The bounds that filters use: for a set those of all its members, for a year with significant digits
    (ISO 8601-2, 4.7) those of every year that it may be.
    """
    if date.spans:
        members = [*map(_member, date.spans, date.reaches)]
        return _of_one(members) if date.every else _of_all(members)
    if "S" in date.text:
        return _as_compared(date.start, date.end, date.reaches[0])
    return date.start, date.end


def _member(span: Span, reach: Reach) -> tuple[Bound, Bound]:
    """A member of a set. One with an open end may be any day up to its other end."""
    if span.start.state == span.end.state == "known":
        return span.start, span.end
    return _as_compared(span.start, span.end, reach)


def _as_compared(start: Bound, end: Bound, reach: Reach) -> tuple[Bound, Bound]:
    first, last, surely_by, surely_from, _ = reach
    return Bound(first, surely_by, start.state), Bound(surely_from, last, end.state)


def _of_one(members: list[tuple[Bound, Bound]]) -> tuple[Bound, Bound]:
    """The bounds of an event at one of these members: certain is only what is true of each."""
    starts, ends = zip(*members, strict=True)
    return (
        Bound(
            _least(bound.earliest for bound in starts),
            _greatest(bound.latest for bound in starts),
            _state(starts),
        ),
        Bound(
            _least(bound.earliest for bound in ends), _greatest(bound.latest for bound in ends), _state(ends)
        ),
    )


def _of_all(members: list[tuple[Bound, Bound]]) -> tuple[Bound, Bound]:
    """The bounds of an event at all of these members: it began with the first and ended with the last."""
    starts, ends = zip(*members, strict=True)
    latest_start = min((bound.latest for bound in starts if bound.latest is not None), default=None)
    earliest_end = max((bound.earliest for bound in ends if bound.earliest is not None), default=None)
    return (
        Bound(_least(bound.earliest for bound in starts), latest_start, _state(starts)),
        Bound(earliest_end, _greatest(bound.latest for bound in ends), _state(ends)),
    )


def _least(days: Iterable[int | None]) -> int | None:
    """The first of these days; None where one of them is unbounded."""
    known = [*days]
    return None if None in known else min(day for day in known if day is not None)


def _greatest(days: Iterable[int | None]) -> int | None:
    """The last of these days; None where one of them is unbounded."""
    known = [*days]
    return None if None in known else max(day for day in known if day is not None)


def _state(bounds: tuple[Bound, ...]) -> Literal["known", "open", "unknown"]:
    states = {bound.state for bound in bounds}
    return "open" if "open" in states else "unknown" if "unknown" in states else "known"


def _time_of_day(text: str) -> _TimeOfDay:
    """The time of day and the zone in an EDTF string."""
    written = _TIME.search(text)
    return _TimeOfDay(written[1], written[2] or None) if written else _NO_TIME


def _span(span: Span) -> SpanDocument:
    return {"start": _bound(span.start), "end": _bound(span.end)}


def _bound(bound: Bound, clock: _TimeOfDay = _NO_TIME) -> BoundDocument:
    return {
        "earliest": _day(bound.earliest),
        "latest": _day(bound.latest),
        "state": bound.state,
        "time": clock.time,
        "zone": clock.zone,
    }


def _day(day: int | None) -> str | None:
    return None if day is None else day_text(day)
