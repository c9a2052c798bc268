"""The fields of an event and their evidence: quotations, curator's notes, or none."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from timeline.actors.registry import Actor, AmbiguousName
from timeline.documents.schema import Evidence
from timeline.evidence.dates import is_judged
from timeline.evidence.model import CitedQuote, Proof, Support
from timeline.quotes import Ambiguous, Found
from timeline.records import EventRecord
from timeline.text.names import fold

Actors = Mapping[str, Actor | AmbiguousName | None]
Supported = tuple[tuple[str, ...], ...]
"""For each citation, or each curator's note, the fields that it supports."""
Quotes = tuple[CitedQuote, ...]


def fields_of(record: EventRecord, actors: Actors) -> list[str]:
    """The fields of an event that need evidence, as documents name them, in order."""
    places = ["place"] if record.place else []
    people = [f"actors.{actor_key(name, actors)}" for name in record.actors]
    sentences = [f"summary.{number}" for number in range(1, len(record.summary) + 1)]
    return ["date", *places, "status", *people, *sentences]


def actor_key(name: str, actors: Actors) -> str:
    """The id of an actor of this event, or the name as written where it does not resolve."""
    actor = actors.get(name)
    return actor.id if isinstance(actor, Actor) else name


class FieldNames:
    """Finds the field of an event that an entry of `supports` or `contradicts` names."""

    def __init__(self, fields: Iterable[str], actors: Actors) -> None:
        self._fields = frozenset(fields)
        self._actors = actors

    def named(self, support: str) -> str | None:
        """The field that an entry names, with any spelling of an actor; None where there is no such field."""
        if support in self._fields:
            return support
        kind, _, name = support.partition(".")
        if kind != "actors":
            return None
        actor = self._actors.get(name)
        if isinstance(actor, Actor):
            return f"actors.{actor.id}"
        written = self._spellings.get(fold(name))
        return None if written is None else f"actors.{actor_key(written, self._actors)}"

    @cached_property
    def _spellings(self) -> dict[str, str]:
        """The actors as written, by each of their folded names; the first of two with one name has it."""
        spellings: dict[str, str] = {}
        for written, actor in self._actors.items():
            names = (actor.id, actor.name, *actor.names) if isinstance(actor, Actor) else ()
            for name in (written, *names):
                spellings.setdefault(fold(name), written)
        return spellings


class EvidenceResolver:
    """Finds the state of evidence of each field of one event."""

    def __init__(
        self, quotes: Quotes, supported: tuple[Supported, Supported], proof: Proof, *, texts: bool
    ) -> None:
        self._quotes = quotes
        self._by_quote, self._by_note = map(_numbers, supported)
        self._proof = proof
        self._judged = any(
            is_judged(quote.source) for quote in quotes if quote.number in self._by_quote.get("date", ())
        )
        self._texts = texts

    def support(self, field: str) -> Support:
        """The evidence of a field. A quote that was not found in a stored text proves nothing."""
        quotes, notes = self._by_quote.get(field, ()), self._by_note.get(field, ())
        return Support(quotes, notes, self._evidence(field, quotes, notes))

    def _evidence(self, field: str, quotes: tuple[int, ...], notes: tuple[int, ...]) -> Evidence:
        if quotes and not self._texts:
            return "unchecked"
        outcomes = [self._quotes[number].outcome for number in quotes]
        if field == "date" and any(isinstance(outcome, Found) for outcome in outcomes):
            return self._date(noted=bool(notes))
        # An ambiguous quote is in the text, only its position is open; the rule `quote-ambiguous` reports it.
        if any(isinstance(outcome, Found | Ambiguous) for outcome in outcomes):
            return "partly" if notes else "quoted"
        return "curator" if notes else "unsupported"

    def _date(self, *, noted: bool) -> Evidence:
        """A date is quoted as far as the words of its quotes prove it; the rest needs a curator's note."""
        if self._proof.verdict in ("agrees", "contradicts"):
            return "partly" if noted else "quoted"
        if not noted:
            return "unsupported" if self._judged else "unchecked"
        return "partly" if self._proof.verdict == "proves a part" else "curator"


def _numbers(supported: Supported) -> dict[str, tuple[int, ...]]:
    """For each field the numbers of the entries that support it."""
    numbers: dict[str, tuple[int, ...]] = {}
    for number, fields in enumerate(supported):
        for field in fields:
            numbers[field] = (*numbers.get(field, ()), number)
    return numbers
