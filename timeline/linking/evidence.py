"""Who answers for each field of an event: quotes, the curator, or nobody."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from timeline.actors import Actor, Several
from timeline.anchors import Ambiguous, Found
from timeline.documents import Evidence
from timeline.linking.derivation import is_judged
from timeline.linking.values import CitedQuote, Proof, Support
from timeline.names import fold
from timeline.records import EventRecord

Actors = Mapping[str, Actor | Several | None]
Supported = tuple[tuple[str, ...], ...]
Quotes = tuple[CitedQuote, ...]


def fields_of(record: EventRecord, actors: Actors) -> list[str]:
    """The fields that an event must answer for, as documents name them."""
    places = ["place"] if record.place else []
    people = [f"actors.{actor_key(name, actors)}" for name in record.actors]
    sentences = [f"summary.{number}" for number in range(1, len(record.summary) + 1)]
    return ["date", *places, "status", *people, *sentences]


def actor_key(name: str, actors: Actors) -> str:
    """The id of an actor of this event, or the name as written where it is nobody's."""
    found = actors.get(name)
    return found.id if isinstance(found, Actor) else name


class FieldNames:
    """The fields of one event, by whatever its supports call them."""

    def __init__(self, fields: Iterable[str], actors: Actors) -> None:
        self._fields = frozenset(fields)
        self._actors = actors

    def named(self, support: str) -> str | None:
        """The field that a support names, in any spelling of the actor; None where there is no such field."""
        if support in self._fields:
            return support
        kind, _, name = support.partition(".")
        if kind != "actors":
            return None
        borne = self._actors.get(name)
        if isinstance(borne, Actor):
            return f"actors.{borne.id}"
        written = self._spellings.get(fold(name))
        return None if written is None else f"actors.{actor_key(written, self._actors)}"

    @cached_property
    def _spellings(self) -> dict[str, str]:
        """The actors as written by each of their names, folded; of two the first has the name."""
        found: dict[str, str] = {}
        for written, actor in self._actors.items():
            names = (actor.id, actor.name, *actor.names) if isinstance(actor, Actor) else ()
            for name in (written, *names):
                found.setdefault(fold(name), written)
        return found


class Weigher:
    """Weighs the evidence of the fields of one event."""

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
        """The evidence of a field. A quote that stands in no stored text proves nothing."""
        quotes, notes = self._by_quote.get(field, ()), self._by_note.get(field, ())
        return Support(quotes, notes, self._evidence(field, quotes, notes))

    def _evidence(self, field: str, quotes: tuple[int, ...], notes: tuple[int, ...]) -> Evidence:
        if quotes and not self._texts:
            return "unchecked"
        stand = [self._quotes[number].outcome for number in quotes]
        if field == "date" and any(isinstance(outcome, Found) for outcome in stand):
            return self._date(noted=bool(notes))
        if any(isinstance(outcome, Found | Ambiguous) for outcome in stand):
            return "partly" if notes else "quoted"
        return "curator" if notes else "unsupported"

    def _date(self, *, noted: bool) -> Evidence:
        """A date is quoted as far as the words of its quotes prove it; the rest is the curator's to say."""
        if self._proof.verdict in ("agrees", "contradicts"):
            return "partly" if noted else "quoted"
        if not noted:
            return "unsupported" if self._judged else "unchecked"
        return "partly" if self._proof.verdict == "proves a part" else "curator"


def _numbers(supported: Supported) -> dict[str, tuple[int, ...]]:
    """For each field the numbers of the entries that support it."""
    found: dict[str, tuple[int, ...]] = {}
    for number, fields in enumerate(supported):
        for field in fields:
            found[field] = (*found.get(field, ()), number)
    return found
