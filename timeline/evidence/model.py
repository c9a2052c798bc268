"""What linking takes and gives."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from timeline.actors.registry import Actor, AmbiguousName, Registry
from timeline.dataset.read import LoadedDataset
from timeline.dates import Date
from timeline.documents.schema import Evidence
from timeline.quotes import Lost, Outcome
from timeline.quotes.stored_text import StoredText
from timeline.readers.nodes import Mapping as MappingNode
from timeline.readers.nodes import Scalar
from timeline.records import Citation, EventRecord, Located, SourceRecord


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


class TimeWords(NamedTuple):
    """Words of time in a quote. `number` is the citation's, from 0, `offset` where they stand in the quote
    (code points), `said` the date from which they count; `date` is what they come to, by `rule`, and None
    where no rule reads them and `why` says so.
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


class Proof(NamedTuple):
    """What the quotes that support a date prove of it; `cannot tell` where no rule reads a word of them."""

    verdict: Verdict
    words: tuple[TimeWords, ...]

    @property
    def dates(self) -> list[Date]:
        """The dates that prove something."""
        return [one.date for one in self.words if one.date and one.verdict in ("agrees", "proves a part")]


class UnknownSupport(NamedTuple):
    """An entry of `supports` or `contradicts` that names no field of its event."""

    within: Literal["citations", "curator"]
    number: int
    key: Literal["supports", "contradicts"]
    written: str


class LinkedEvent(NamedTuple):
    """An event with all that was found out about it."""

    event: Located[EventRecord]
    actors: Mapping[str, Actor | AmbiguousName | None]
    """By the name that the record uses."""
    quotes: tuple[CitedQuote, ...]
    fields: Mapping[str, Support]
    quote_supports: tuple[tuple[str, ...], ...]
    """For each citation the fields that it supports, as documents name them."""
    note_supports: tuple[tuple[str, ...], ...]
    """The same for each curator's note."""
    quote_contradicts: tuple[tuple[str, ...], ...]
    """For each citation the fields that it contradicts."""
    unknown_supports: tuple[UnknownSupport, ...]
    proof: Proof

    @property
    def record(self) -> EventRecord:
        return self.event.record

    @property
    def disputed(self) -> frozenset[str]:
        """The fields that a quotation contradicts; one that is in no stored text contradicts nothing."""
        return frozenset(
            field
            for quote, fields in zip(self.quotes, self.quote_contradicts, strict=True)
            if not isinstance(quote.outcome, Lost)
            for field in fields
        )


class Timeline(NamedTuple):
    """A dataset linked: what the store publishes and the rules judge. `events` stand in their order."""

    events: tuple[LinkedEvent, ...]
    duplicates: tuple[tuple[Located[EventRecord], Located[EventRecord]], ...]
    """(left out, kept) of events with one id."""
    registry: Registry
    sources: Mapping[str, Located[SourceRecord]]
    material: LoadedDataset
