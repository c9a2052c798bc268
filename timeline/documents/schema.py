"""The document: a linked event as published. The store keeps it, exporters write it, `--json` prints it.

Keys are never renamed and never change type; new ones may be added. Modules on the warm path import this one
for type checking only, because typing_extensions takes a tenth of the start-up time.
"""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

Evidence = Literal["quoted", "partly", "curator", "unsupported", "unchecked"]
"""The state of a field: backed by a quotation that was found, by a quotation and a curator's note, by a note
alone, by nothing, or not checked because the dataset has no texts.
"""

Verdict = Literal["agrees", "proves a part", "cannot tell", "contradicts"]
"""How the words of time in a quotation compare with the date of the record."""

SCHEMA_VERSION: Literal[1] = 1
"""The version of every JSON output. It changes only when a key is renamed or removed."""


class RunDocument(TypedDict):
    """A run of text, and whether a stored text proves it. `proved` is true when the words were compared with
    a quotation and found, false when no quotation supports them (screens draw square brackets around these),
    and null when they were not compared. `part` names what the run is, where a reader may want to know.
    """

    text: str
    proved: bool | None
    part: NotRequired[Literal["name", "role", "level", "by", "town", "country"]]


class BoundDocument(TypedDict):
    """One end of a date: its first and last possible day (YYYY-MM-DD), null where open or unknown. `time` is
    the time of day as written (`09:30`), `zone` its offset (`Z`, `+02:00`); both are null where none is
    written.
    """

    earliest: str | None
    latest: str | None
    state: Literal["known", "open", "unknown"]
    time: str | None
    zone: str | None


class SpanDocument(TypedDict):
    start: BoundDocument
    end: BoundDocument


class DateDocument(TypedDict):
    """`edtf` is the date verbatim as the record has it (ISO 8601-2), `text` its wording. `start` and `end`
    are the bounds that filters use, also for a set, whose members are `spans`; `set` says whether the event
    took place at one of them or at all of them, and is null for any other date.
    """

    edtf: str
    text: str
    precision: str
    approximate: bool
    uncertain: bool
    set: Literal["one", "all"] | None
    start: BoundDocument
    end: BoundDocument
    spans: list[SpanDocument]


class EventDateDocument(DateDocument):
    """The date of an event. `runs` is its full wording with what the quotations prove of it, `short_runs` the
    same for the shorter wording in `text`.
    """

    runs: list[RunDocument]
    short_runs: list[RunDocument]


class PlaceDocument(TypedDict):
    """`country` is the id of an actor, `country_name` its usual name."""

    name: str
    country: str | None
    country_name: str | None
    runs: list[RunDocument]


class ActorDocument(TypedDict):
    """`kind` is null for a name that no known actor has. `by` is the person who took part for the actor,
    `level` that person's rank. `quoted_parts` are those of role, level and by that a quotation supports.
    """

    id: str
    name: str
    kind: str | None
    roles: list[str]
    by: str | None
    level: str | None
    quoted_parts: list[Literal["role", "level", "by"]]
    evidence: Evidence
    runs: list[RunDocument]


class LinkDocument(TypedDict):
    type: str
    id: str


class SentenceDocument(TypedDict):
    text: str
    evidence: Evidence
    runs: list[RunDocument]


class SourceDocument(TypedDict):
    """A source as its record has it. `retrieved` and `archived` say when it was fetched and where a copy is
    kept, `language` and `rights` are the record's own words.
    """

    id: str
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    url: str | None
    coverage: str | None
    rewrite_of: str | None
    retrieved: str | None
    archived: str | None
    language: str | None
    rights: str | None


class PositionDocument(TypedDict):
    line: int
    column: int


class AnchorDocument(TypedDict):
    """Where a part of a quote was found: a W3C TextPositionSelector (`start`, `end`: code points, half open)
    with its TextQuoteSelector's `prefix` and `suffix`, and the line and column that people look up.
    `other_positions` are the first few further positions of a passage that the text repeats.
    """

    file: str
    start: int
    end: int
    line: int
    column: int
    fidelity: Literal["exact", "typographic"]
    occurrences: int
    other_positions: list[PositionDocument]
    prefix: str
    suffix: str


class CitationDocument(TypedDict):
    """`supports` and `contradicts` are the fields that the quotation proves or disputes. `anchors` is empty
    for a quote that was not found; otherwise it has one entry for each part that `[...]` joins.
    """

    source: SourceDocument
    quote: str
    supports: list[str]
    contradicts: list[str]
    note: str | None
    speaker: str | None
    anchors: list[AnchorDocument]


class CuratorDocument(TypedDict):
    note: str
    supports: list[str]
    see: list[str]


class ReferenceDocument(TypedDict):
    """A source that the event cites or that a curator's note points to. `stored` is true when its text is
    stored.
    """

    id: str
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    url: str | None
    stored: bool


class PartDocument(TypedDict):
    """A part of a field with its own evidence: town and country of a place, role, level and by of
    an actor.
    """

    part: Literal["town", "country", "role", "level", "by"]
    evidence: Evidence


class FieldDocument(TypedDict):
    """A field that needs evidence. `disputed` is true when a quotation contradicts it."""

    field: str
    evidence: Evidence
    disputed: bool
    parts: list[PartDocument]


class ActorMatch(TypedDict):
    """How an actor of the query takes part in an event: `through` lists its groups, and is empty where the
    event names the actor itself.
    """

    certainty: Literal["certain", "possible"]
    through: list[str]


class Match(TypedDict):
    """How an event matches the filters; only in answers to a query with filters."""

    certainty: Literal["certain", "possible"]
    actors: dict[str, ActorMatch]


class CountsFromDocument(TypedDict):
    """The date in a stored text from which words of time count: in EDTF, as written (`text`), and its
    location (FILE:LINE:COLUMN).
    """

    edtf: str
    text: str
    location: str


class TimeWordsDocument(TypedDict):
    """Words of time in a quotation (`text`). `citation` is its number, from 1; `location` is where they are
    in the stored text (FILE:LINE:COLUMN); `edtf` is what they mean, counted from `counts_from` or, where that
    is null, from `reference_date`; it is null where no rule reads them and `why` says so.
    """

    citation: int
    text: str
    location: str
    reference_date: str | None
    edtf: str | None
    rule: str | None
    note: str | None
    why: str | None
    counts_from: CountsFromDocument | None
    verdict: Verdict


class DateEvidenceDocument(TypedDict):
    """What the quotations prove of the date: the words of time in those that support it, and in `unrelated`
    those of the other quotations.
    """

    verdict: Verdict
    words: list[TimeWordsDocument]
    unrelated: list[TimeWordsDocument]


class Document(TypedDict):
    """One event with its evidence. `fields` has every field that needs evidence, in order; `evidence`
    is the same by field. `references` are the sources that the event names.
    """

    schema_version: Literal[1]
    id: str
    title: str
    kind: str
    status: str
    date: EventDateDocument
    places: list[PlaceDocument]
    actors: list[ActorDocument]
    topics: list[str]
    links: list[LinkDocument]
    summary: list[SentenceDocument]
    citations: list[CitationDocument]
    date_evidence: DateEvidenceDocument
    evidence: dict[str, Evidence]
    fields: list[FieldDocument]
    curator: list[CuratorDocument]
    references: list[ReferenceDocument]
    match: NotRequired[Match]
