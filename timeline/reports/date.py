"""What a text says as a date: EDTF as written, English words by rule, or the reason why it is neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict

from timeline.dates import InvalidDate, day_text, parse, parse_plain
from timeline.dates.phrases import read
from timeline.documents.schema import SCHEMA_VERSION, DateDocument
from timeline.evidence.date_document import date_document
from timeline.query import InvalidQuery

if TYPE_CHECKING:
    from timeline.dates import Date
    from timeline.dates.phrases import Reading


class ReadDate(DateDocument):
    """A text that is a date in EDTF."""

    schema_version: Literal[1]
    """The version of this schema."""
    input: str
    """The text, verbatim."""
    valid: bool
    """Whether the text itself is EDTF; false for words that were resolved to EDTF."""
    earliest: str | None
    """The first day that the date can mean (YYYY-MM-DD), null where it has none."""
    latest: str | None
    """The last day that the date can mean (YYYY-MM-DD), null where it has none."""
    edtf_level: int
    """The lowest level of EDTF that can say it: 0, 1 or 2."""


class ResolvedWords(ReadDate):
    """English words that a rule resolves to EDTF."""

    phrase: str
    """The words that were resolved."""
    rule: str
    """The rule that resolved them."""
    note: str | None
    """What the words say beyond what EDTF can say."""
    why: str
    """Why the text itself is not EDTF."""


class RefusedDate(TypedDict):
    """A text that is not a date."""

    schema_version: Literal[1]
    """The version of this schema."""
    input: str
    """The text, verbatim."""
    valid: Literal[False]
    """Always false."""
    why: str
    """Why it is not a date."""


DateReport = ResolvedWords | ReadDate | RefusedDate
"""One line of `date --json`."""


def read_date(text: str, as_of: str) -> DateReport:
    """How a text reads as a date; words are counted from `as_of` (EDTF). Raises InvalidQuery if
    `as_of` is not a date.
    """
    try:
        reference = parse_plain(as_of)
    except InvalidDate as error:
        raise InvalidQuery(f"as_of: {error}") from None
    try:
        return date_report(text, read(text, reference), "")
    except InvalidDate as error:
        return date_report(text, None, str(error))


def date_report(text: str, reading: Reading | None, why: str) -> DateReport:
    """What a text says as a date. `why` is the reason where there is no reading."""
    if reading is None:
        return {"schema_version": SCHEMA_VERSION, "input": text, "valid": False, "why": why}
    if reading.rule == "edtf":
        return _read(text, reading.date, valid=True)
    return {
        **_read(text, reading.date, valid=False),
        "phrase": reading.phrase,
        "rule": reading.rule,
        "note": reading.note or None,
        "why": _why_not_edtf(text),
    }


def _read(text: str, date: Date, *, valid: bool) -> ReadDate:
    return {
        "schema_version": SCHEMA_VERSION,
        "input": text,
        "valid": valid,
        "earliest": None if date.start.earliest is None else day_text(date.start.earliest),
        "latest": None if date.end.latest is None else day_text(date.end.latest),
        "edtf_level": date.level,
        **date_document(date),
    }


def _why_not_edtf(text: str) -> str:
    try:
        parse(text)
    except InvalidDate as error:
        return str(error)
    return ""
