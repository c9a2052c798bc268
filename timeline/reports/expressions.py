"""The expressions of time in a text: where each one is, and what it means there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict

from timeline.dates import InvalidDate, parse_plain
from timeline.dates.phrases import read_text
from timeline.documents.schema import SCHEMA_VERSION
from timeline.query import InvalidQuery, UnknownName
from timeline.quotes.stored_text import StoredText

if TYPE_CHECKING:
    from timeline.dates import Date
    from timeline.dates.phrases import Origin, TimeExpression
    from timeline.evidence import Timeline


class OriginReport(TypedDict):
    """The date from which an expression counts: another one in the text, or, where all keys but `edtf` are
    null, the reference date of the text.
    """

    edtf: str
    text: str | None
    start: int | None
    end: int | None
    line: int | None
    column: int | None


class ExpressionReport(TypedDict):
    """An expression of time. `start` and `end` are offsets in the text (code points), without
    prepositions before it.
    """

    schema_version: Literal[1]
    start: int
    end: int
    line: int
    column: int
    text: str
    edtf: str | None
    """What the words mean, in EDTF; null where they are refused."""
    rule: str | None
    """The rule that resolved the words; null where they are refused."""
    note: str | None
    """What the words say beyond what EDTF can say."""
    counts_from: OriginReport | None
    why: str | None
    """Why the words are refused; null where they are not."""
    readings: list[str]


def expressions(text: StoredText, reference: Date | None) -> list[ExpressionReport]:
    """The expressions of a text with this reference date, in order."""
    return [_report(expression, text) for expression in read_text(text.text, reference)]


def expressions_in(text: str, as_of: str) -> list[ExpressionReport]:
    """The expressions of a text that was written on `as_of` (EDTF). Raises InvalidQuery where that is no
    date.
    """
    try:
        reference = parse_plain(as_of)
    except InvalidDate as error:
        raise InvalidQuery(f"as_of: {error}") from None
    return expressions(StoredText("", text, ""), reference)


def expressions_of_source(timeline: Timeline, key: str) -> list[ExpressionReport]:
    """The expressions of the stored text of a source. Raises UnknownName for a source that has none, or one
    in another language than English.
    """
    from timeline.evidence.dates import is_judged, said_on  # imported late: it needs pydantic and YAML
    from timeline.reports.sources import source_record  # imported late, for the same reason

    source = source_record(timeline, key)
    text = (timeline.material.texts or {}).get(source.file or "")
    if text is None:
        raise UnknownName(f"{key} has no stored text")
    if not is_judged(source):
        raise UnknownName(f"{key} is in {source.language}; words of time are read in English only")
    return expressions(text, said_on(source))


def _report(expression: TimeExpression, text: StoredText) -> ExpressionReport:
    line, column = text.place(expression.start)
    return {
        "schema_version": SCHEMA_VERSION,
        "start": expression.start,
        "end": expression.end,
        "line": line,
        "column": column,
        "text": expression.text,
        "edtf": expression.date.text if expression.date else None,
        "rule": expression.rule or None,
        "note": expression.note or None,
        "counts_from": _origin(expression.counts_from, text) if expression.counts_from else None,
        "why": expression.why or None,
        "readings": list(expression.readings),
    }


def _origin(origin: Origin, text: StoredText) -> OriginReport:
    if origin.start < 0:
        return {"edtf": origin.edtf, "text": None, "start": None, "end": None, "line": None, "column": None}
    line, column = text.place(origin.start)
    return {
        "edtf": origin.edtf,
        "text": text.text[origin.start : origin.end],
        "start": origin.start,
        "end": origin.end,
        "line": line,
        "column": column,
    }
