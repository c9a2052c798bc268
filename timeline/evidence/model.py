"""The values of linking: quotes, supports, events and the whole timeline."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from timeline.actors.registry import Actor, AmbiguousName, Registry
from timeline.dataset.read import LoadedDataset
from timeline.dates import Date
from timeline.documents.schema import Evidence
from timeline.quotes import Found, Lost, Outcome
from timeline.quotes.stored_text import StoredText
from timeline.readers.nodes import Mapping as MappingNode
from timeline.readers.nodes import Scalar
from timeline.records import Citation, EventRecord, Located, SourceRecord


class CitedQuote(NamedTuple):
    """One citation of an event, the text of its source, and the result of the search for its quote."""

    number: int
    """From 0, in the order of the record."""
    citation: Citation
    node: MappingNode
    source: SourceRecord | None
    text: StoredText | None
    outcome: Outcome | None
    """None where the source has no stored text."""

    @property
    def quote_node(self) -> Scalar:
        """The quote in the file of records. Raises TypeError for a citation that was not validated."""
        node = self.node.get("quote")
        if not isinstance(node, Scalar):
            raise TypeError("expected the quote as a string")
        return node


class Support(NamedTuple):
    """The evidence of a field: indices (from 0) of its citations and curator's notes, and its state."""

    quotes: tuple[int, ...]
    notes: tuple[int, ...]
    evidence: Evidence


Verdict = Literal["agrees", "proves a part", "cannot tell", "contradicts"]
"""How words of time in a quotation compare with the date of a record."""


class CountedFrom(NamedTuple):
    """The date in the stored text from which words of time count: in EDTF, as written, and its offset in the
    text (code points).
    """

    edtf: str
    words: str
    start: int


class TimeWords(NamedTuple):
    """Words of time in a quote. `number` is that of the citation, from 0, `offset` their position in the part
    of the quote that contains them (code points), `said` the reference date of the source. `date` is their
    meaning by `rule`; it is None where no rule reads them, and then `why` gives the reason.
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
    start: int = -1
    """Their offset in the stored text (code points); -1 without a stored text."""
    readings: tuple[Date, ...] = ()
    """The dates that they can mean, where the text does not decide between two."""
    vague: bool = False
    """Whether they name no date at all: recently, for the third year in a row."""
    counts_from: CountedFrom | None = None
    """The date in the text from which they count; None where they count from `said`, or from nothing."""


class Proof(NamedTuple):
    """What the quotes that support a date prove of it; `cannot tell` where no rule reads their words."""

    verdict: Verdict
    words: tuple[TimeWords, ...]

    @property
    def dates(self) -> list[Date]:
        """The dates that prove the date or a part of it."""
        proving = ("agrees", "proves a part")
        return [words.date for words in self.words if words.date and words.verdict in proving]


class UnknownSupport(NamedTuple):
    """An entry of `supports` or `contradicts` that names no field of its event."""

    within: Literal["citations", "curator"]
    number: int
    key: Literal["supports", "contradicts"]
    written: str


class LinkedEvent(NamedTuple):
    """An event with its actors, quotes and evidence."""

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
        """The fields that a quotation contradicts; a quotation that was not found contradicts nothing."""
        return frozenset(
            field
            for quote, fields in zip(self.quotes, self.quote_contradicts, strict=True)
            if not isinstance(quote.outcome, Lost)
            for field in fields
        )

    def quotes_of(self, field: str) -> list[str]:
        """The quotations that support a field and were found."""
        return [
            quote.citation.quote
            for quote in self.quotes
            if field in self.quote_supports[quote.number] and isinstance(quote.outcome, Found)
        ]


class Timeline(NamedTuple):
    """A linked dataset, the input of the store and of the rules. `events` are in order of date, then id."""

    events: tuple[LinkedEvent, ...]
    duplicates: tuple[tuple[Located[EventRecord], Located[EventRecord]], ...]
    """Pairs (left out, kept) of events with the same id."""
    registry: Registry
    sources: Mapping[str, Located[SourceRecord]]
    material: LoadedDataset
