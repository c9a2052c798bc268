"""A date as documents publish it: letter for letter, in words, and its bounds as days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates import Bound, Date, Span, day_text, say

if TYPE_CHECKING:
    from timeline.documents import BoundDocument, DateDocument, SpanDocument


def date_document(date: Date) -> DateDocument:
    """The published form; bounds that are open or unknown are null."""
    return {
        "edtf": date.text,
        "text": say(date),
        "precision": date.precision,
        "approximate": date.approximate,
        "uncertain": date.uncertain,
        "start": _bound(date.start),
        "end": _bound(date.end),
        "spans": [_span(span) for span in date.spans],
    }


def _span(span: Span) -> SpanDocument:
    return {"start": _bound(span.start), "end": _bound(span.end)}


def _bound(bound: Bound) -> BoundDocument:
    return {"earliest": _day(bound.earliest), "latest": _day(bound.latest), "state": bound.state}


def _day(day: int | None) -> str | None:
    return None if day is None else day_text(day)
