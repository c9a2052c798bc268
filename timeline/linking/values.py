"""What linking takes and gives."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from timeline.actors import Actor, Registry, Several
from timeline.anchors import Outcome
from timeline.dates import Date
from timeline.documents import Evidence
from timeline.problems import Problem
from timeline.records import ActorRecord, Admitted, Citation, EventRecord, SourceRecord
from timeline.sources import StoredText
from timeline.tree import Mapping as MappingNode
from timeline.tree import Scalar, Tree


class Material(NamedTuple):
    """A dataset as read: admitted records, the texts by file name, and what was wrong so far.

    `texts` is None where the dataset carries none (one events file, standard input): then no quote
    can be looked up, and nothing is said against it.
    """

    events: tuple[Admitted[EventRecord], ...]
    actors: tuple[Admitted[ActorRecord], ...]
    sources: tuple[Admitted[SourceRecord], ...]
    world: tuple[Admitted[ActorRecord], ...]
    texts: Mapping[str, StoredText] | None
    trees: Mapping[str, Tree]
    problems: tuple[Problem, ...]
    left_out: int
    """How many records of events are left out for what is wrong with them."""
    ids: set[str] | None = None
    """The ids of all events as written, where these are only some of them; None where they are all here."""


class CitedQuote(NamedTuple):
    """One citation of an event: where it stands, its text, and what came of looking for the quote."""

    number: int
    """From 0, in the order of the record."""
    citation: Citation
    node: MappingNode
    source: SourceRecord | None
    text: StoredText | None
    outcome: Outcome | None
    """None where there was no text to look in."""

    @property
    def quote_node(self) -> Scalar:
        """The quote as it stands in the file of records."""
        node = self.node.get("quote")
        if not isinstance(node, Scalar):
            raise TypeError("a quote is a text")
        return node


class Support(NamedTuple):
    """Who answers for a field: indices of the citations and of the curator's notes."""

    quotes: tuple[int, ...]
    notes: tuple[int, ...]
    evidence: Evidence


Verdict = Literal["agrees", "proves a part", "cannot tell", "contradicts"]
"""What words of time say of the date of a record."""


class CountedFrom(NamedTuple):
    """The date in the stored text from which words of time count: in EDTF, as written, and its place."""

    edtf: str
    words: str
    place: int


class TimeWords(NamedTuple):
    """Words of time in a quote. `number` is the citation's, from 0, `offset` their place in the part of the
    quote that they are in (code points), `said` the day on which the source speaks; `date` is what they come
    to, by `rule`, and None where no rule reads them and `why` says so.
    """

    number: int
    words: str
    offset: int
    said: Date | None
    date: Date | None
    rule: str
    note: str
    why: str
    verdict: Verdict
    place: int = -1
    """Where they begin in the stored text, in code points; -1 without one."""
    readings: tuple[Date, ...] = ()
    """The dates that they may be, where nothing tells which of two."""
    vague: bool = False
    """Whether they are about no date at all: recently, for the third year in a row."""
    counts_from: CountedFrom | None = None
    """The date of the text from which they count; None where they count from `said`, or from nothing."""


class Proof(NamedTuple):
    """What the quotes that support a date prove of it; `cannot tell` where no rule reads a word of them."""

    verdict: Verdict
    words: tuple[TimeWords, ...]

    @property
    def dates(self) -> list[Date]:
        """The dates that prove something."""
        return [one.date for one in self.words if one.date and one.verdict in ("agrees", "proves a part")]


class UnknownSupport(NamedTuple):
    """A support that names no field of its event."""

    within: Literal["citations", "curator"]
    number: int
    written: str


class Linked(NamedTuple):
    """An event with all that was found out about it."""

    event: Admitted[EventRecord]
    actors: Mapping[str, Actor | Several | None]
    """By the name that the record uses."""
    quotes: tuple[CitedQuote, ...]
    fields: Mapping[str, Support]
    quote_supports: tuple[tuple[str, ...], ...]
    """For each citation the fields that it supports, as documents name them."""
    note_supports: tuple[tuple[str, ...], ...]
    """The same for each curator's note."""
    unknown_supports: tuple[UnknownSupport, ...]
    proof: Proof

    @property
    def record(self) -> EventRecord:
        return self.event.record


class Timeline(NamedTuple):
    """A dataset linked: what the store publishes and the rules judge. `events` stand in their order."""

    events: tuple[Linked, ...]
    duplicates: tuple[tuple[Admitted[EventRecord], Admitted[EventRecord]], ...]
    """(left out, kept) of events with one id."""
    registry: Registry
    sources: Mapping[str, Admitted[SourceRecord]]
    material: Material
