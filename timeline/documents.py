"""The document: a linked event as published. The store keeps it, the writers print it, `--json` is it.

Keys are never renamed and never change type; new ones may come. Rooms on the warm path import this
module for type checking only, since it costs the start of pydantic's own typing on Python 3.11.
"""

import sys
from typing import Literal

if sys.version_info >= (3, 12):
    from typing import NotRequired, TypedDict
else:  # pydantic makes a schema of typing_extensions' TypedDict only
    from typing_extensions import NotRequired, TypedDict

Evidence = Literal["quoted", "partly", "curator", "unsupported", "unchecked"]
"""Who says so: a found quote, a quote and the curator, the curator, nobody; or there was no text."""


class BoundDocument(TypedDict):
    """One end of a date: its first and last possible day (YYYY-MM-DD), null where open or unknown."""

    earliest: str | None
    latest: str | None
    state: Literal["known", "open", "unknown"]


class SpanDocument(TypedDict):
    start: BoundDocument
    end: BoundDocument


class DateDocument(TypedDict):
    """`edtf` is the date letter for letter as the record has it (ISO 8601-2), `text` its wording."""

    edtf: str
    text: str
    precision: str
    approximate: bool
    uncertain: bool
    start: BoundDocument
    end: BoundDocument
    spans: list[SpanDocument]


class PlaceDocument(TypedDict):
    """`country` is the id of an actor, `country_name` what people call it."""

    name: str
    country: str | None
    country_name: str | None


class ActorDocument(TypedDict):
    """`kind` is null for a name that no actor bears. `by` came for it, at `level`; `said` are those of role,
    level and by that a quotation says.
    """

    id: str
    name: str
    kind: str | None
    roles: list[str]
    by: str | None
    level: str | None
    said: list[str]
    evidence: Evidence


class LinkDocument(TypedDict):
    type: str
    id: str


class SentenceDocument(TypedDict):
    text: str
    evidence: Evidence


class SourceDocument(TypedDict):
    id: str
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    url: str | None
    coverage: str | None
    rewrite_of: str | None


class PositionDocument(TypedDict):
    line: int
    column: int


class AnchorDocument(TypedDict):
    """Where a part of a quote stands: a W3C TextPositionSelector (`start`, `end`: code points, half open)
    with its TextQuoteSelector's `prefix` and `suffix`, and the line and column that people look up.
    `again` holds the first few further places of a passage that the text repeats.
    """

    file: str
    start: int
    end: int
    line: int
    column: int
    match: Literal["exact", "typographic"]
    occurrences: int
    again: list[PositionDocument]
    prefix: str
    suffix: str


class CitationDocument(TypedDict):
    """`anchors` is empty for a quote that was not found; else it has one for each part that `[...]` joins."""

    source: SourceDocument
    quote: str
    supports: list[str]
    note: str | None
    speaker: str | None
    anchors: list[AnchorDocument]


class CuratorDocument(TypedDict):
    note: str
    supports: list[str]
    see: list[str]


class SeenDocument(TypedDict):
    """What is known of a source that a curator's note points to."""

    title: str | None
    publisher: str | None
    url: str | None
    stored: bool


class ActorMatch(TypedDict):
    when: Literal["certain", "possible"]
    through: list[str]


class Match(TypedDict):
    when: Literal["certain", "possible"]
    actors: dict[str, ActorMatch]


class CountsFromDocument(TypedDict):
    """The date in a stored text from which words of time count: in EDTF, as written, and its place
    (FILE:LINE:COLUMN).
    """

    edtf: str
    words: str
    place: str


class TimeWordsDocument(TypedDict):
    """Words of time in a quotation. `citation` is its number, from 1; `place` where they are in the stored
    text (FILE:LINE:COLUMN); `edtf` what they come to, counted from `counts_from` or, where that is null, from
    `said`; null where no rule reads them and `why` says so.
    """

    citation: int
    words: str
    place: str
    said: str | None
    edtf: str | None
    rule: str | None
    note: str | None
    why: str | None
    counts_from: CountsFromDocument | None
    verdict: Literal["agrees", "proves a part", "cannot tell", "contradicts"]


class ProofDocument(TypedDict):
    """What the quotations prove of the date. In `text` and `long` the date is worded, short and long, and
    what stands in square brackets is the curator's and in no stored text. `unused` are words of time in
    quotations that do not support the date.
    """

    verdict: Literal["agrees", "proves a part", "cannot tell", "contradicts"]
    text: str
    long: str
    words: list[TimeWordsDocument]
    unused: list[TimeWordsDocument]


class Document(TypedDict):
    id: str
    title: str
    kind: str
    status: str
    date: DateDocument
    places: list[PlaceDocument]
    actors: list[ActorDocument]
    topics: list[str]
    links: list[LinkDocument]
    summary: list[SentenceDocument]
    citations: list[CitationDocument]
    proof: ProofDocument
    evidence: dict[str, Evidence]
    curator: list[CuratorDocument]
    seen: dict[str, SeenDocument]
    match: NotRequired[Match]
