"""The expressions of time in a text: a line for each, with its position, its words and its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.text.escape import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.reports.expressions import ExpressionReport

_WORDS_WIDTH = 30


def write_expressions(rows: Sequence[ExpressionReport]) -> Iterator[str]:
    """A line for each expression: line:column, words, date or "no date", and how the date was found."""
    places = [f"{row['line']}:{row['column']}" for row in rows]
    width = max(map(len, places), default=0)
    for row, place in zip(rows, places, strict=True):
        words = visible(" ".join(row["text"].split()))
        date = row["edtf"] or "no date"
        line = f"{place:<{width}}  {words:<{_WORDS_WIDTH}}  {date}   {visible(_derivation(row))}"
        yield f"{line.rstrip()}\n"
    if not rows:
        yield "no words of time\n"


def _derivation(row: ExpressionReport) -> str:
    """The rule, what EDTF cannot say, and the date that it counts from; or the reason why it has no date."""
    if row["why"]:
        return row["why"]
    parts = [f"by rule: {row['rule']}"]
    if row["note"]:
        parts.append(row["note"])
    origin = row["counts_from"]
    if origin and origin["line"] is not None:
        words = " ".join((origin["text"] or "").split())
        parts.append(f"counts from “{words}” at {origin['line']}:{origin['column']}")
    elif origin:
        parts.append(f"counts from {origin['edtf']}, the day of the text")
    return "; ".join(parts)
