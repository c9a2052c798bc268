"""The expressions of time in a text, as rows of JSON and as a screen."""

import json as jsonlib
from collections.abc import Iterator, Sequence
from typing import TypedDict

from timeline.dates import Date
from timeline.dates.phrases import Origin, TimeExpression, read_text
from timeline.sources import StoredText
from timeline.visible import visible

_WORDS = 30
"""Columns of the words of an expression."""


class OriginRow(TypedDict):
    """The date from which an expression counts; without words it is the day of the text."""

    edtf: str
    text: str | None
    start: int | None
    end: int | None


class ExpressionRow(TypedDict):
    """One expression of time. `start` and `end` are code points of the text, half open, without the
    prepositions before it. `edtf` is null where it is refused: then `why` says why, and `readings` are the
    dates that it may be.
    """

    start: int
    end: int
    line: int
    column: int
    text: str
    edtf: str | None
    rule: str | None
    note: str | None
    counts_from: OriginRow | None
    why: str | None
    readings: list[str]


def expression_rows(text: StoredText, said: Date | None) -> list[ExpressionRow]:
    """The expressions of a text that was written on this day, in order."""
    return [_row(found, text) for found in read_text(text.text, said)]


def _row(found: TimeExpression, text: StoredText) -> ExpressionRow:
    line, column = text.place(found.start)
    return {
        "start": found.start,
        "end": found.end,
        "line": line,
        "column": column,
        "text": found.text,
        "edtf": found.date.text if found.date else None,
        "rule": found.rule or None,
        "note": found.note or None,
        "counts_from": _origin(found.counts_from, text.text) if found.counts_from else None,
        "why": found.why or None,
        "readings": list(found.readings),
    }


def _origin(origin: Origin, text: str) -> OriginRow:
    if origin.start < 0:
        return {"edtf": origin.edtf, "text": None, "start": None, "end": None}
    words = text[origin.start : origin.end]
    return {"edtf": origin.edtf, "text": words, "start": origin.start, "end": origin.end}


def expressions_as_json(rows: Sequence[ExpressionRow]) -> str:
    """One JSON array, a row a line."""
    lines = ",\n ".join(jsonlib.dumps(row, ensure_ascii=True) for row in rows)
    return f"[{lines}]\n"


def expressions_as_text(rows: Sequence[ExpressionRow], text: StoredText) -> Iterator[str]:
    """A line for each expression: its place, its words, its date, and how it was found."""
    places = [f"{row['line']}:{row['column']}" for row in rows]
    width = max(map(len, places), default=0)
    for row, place in zip(rows, places, strict=True):
        words = " ".join(row["text"].split())
        date = row["edtf"] or "no date"
        yield (
            f"{place:<{width}}  {visible(words):<{_WORDS}}  {date}   {visible(_how(row, text))}".rstrip()
            + "\n"
        )
    if not rows:
        yield "no words of time\n"


def _how(row: ExpressionRow, text: StoredText) -> str:
    """The rule, what EDTF cannot say, and the date that it counts from; or why there is none."""
    if row["why"]:
        return row["why"]
    parts = [f"by rule: {row['rule']}"]
    if row["note"]:
        parts.append(row["note"])
    origin = row["counts_from"]
    if origin and origin["start"] is not None:
        line, column = text.place(origin["start"])
        parts.append(f"counts from “{origin['text']}” at {line}:{column}")
    elif origin:
        parts.append(f"counts from {origin['edtf']}, the day of the text")
    return "; ".join(parts)
