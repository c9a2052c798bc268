"""What `why` prints as JSON."""

import sys

from timeline.documents import Evidence, ProofDocument, SourceDocument

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:  # pydantic makes a schema of typing_extensions' TypedDict only
    from typing_extensions import TypedDict


class WhyQuote(TypedDict):
    """A quotation that supports a field, where it stands, and what is known of its source."""

    number: int
    quote: str
    place: str | None
    again: list[str]
    prefix: str
    suffix: str
    note: str | None
    source: SourceDocument


class WhySeen(TypedDict):
    id: str
    stored: bool | None


class WhyNote(TypedDict):
    """What the curator says of a field. `stored` is null for a web address."""

    mark: str
    note: str
    see: list[WhySeen]


class WhyField(TypedDict):
    """Who says so: the value of a field, its state, the quotations, the curator's notes, for a date what
    the words of time come to, the verdict, and how to prove more.
    """

    field: str
    name: str
    value: str
    shown: str
    evidence: Evidence
    quotes: list[WhyQuote]
    notes: list[WhyNote]
    proof: ProofDocument | None
    verdict: str
    advice: str


class WhyReport(TypedDict):
    id: str
    title: str
    fields: list[WhyField]
