"""Who answers for each field of an event: quotes, the curator, or nobody."""

from collections.abc import Mapping

from timeline.actors import Actor, Several
from timeline.anchors import Found
from timeline.documents import Evidence
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


def field_named(support: str, fields: list[str], actors: Actors) -> str | None:
    """The field that a support names, in any spelling of the actor; None where there is no such field."""
    if support in fields:
        return support
    kind, _, name = support.partition(".")
    if kind != "actors":
        return None
    borne = actors.get(name)
    if isinstance(borne, Actor):
        return f"actors.{borne.id}"
    folded = fold(name)
    for written, actor in actors.items():
        spellings = [written, *((actor.id, actor.name, *actor.names) if isinstance(actor, Actor) else ())]
        if folded in map(fold, spellings):
            return f"actors.{actor_key(written, actors)}"
    return None


class Weigher:
    """Weighs the evidence of the fields of one event."""

    def __init__(
        self, quotes: Quotes, supported: tuple[Supported, Supported], proof: Proof, *, texts: bool
    ) -> None:
        self._quotes = quotes
        self._by_quote, self._by_note = map(_numbers, supported)
        self._proof = proof
        self._texts = texts

    def support(self, field: str) -> Support:
        """The evidence of a field. A quote that was lost still counts: one mistake is one problem."""
        quotes, notes = self._by_quote.get(field, ()), self._by_note.get(field, ())
        return Support(quotes, notes, self._evidence(field, quotes, notes))

    def _evidence(self, field: str, quotes: tuple[int, ...], notes: tuple[int, ...]) -> Evidence:
        if quotes and not self._texts:
            return "unchecked"
        found = all(isinstance(self._quotes[number].outcome, Found) for number in quotes)
        if quotes and field == "date" and found:
            return self._date(noted=bool(notes))
        if quotes:
            return "partly" if notes else "quoted"
        return "curator" if notes else "unsupported"

    def _date(self, *, noted: bool) -> Evidence:
        """A date is quoted as far as the words of its quotes prove it; the rest is the curator's to say."""
        if self._proof.verdict in ("agrees", "contradicts"):
            return "partly" if noted else "quoted"
        if not noted:
            return "unsupported"
        return "partly" if self._proof.verdict == "proves a part" else "curator"


def _numbers(supported: Supported) -> dict[str, tuple[int, ...]]:
    """For each field the numbers of the entries that support it."""
    found: dict[str, tuple[int, ...]] = {}
    for number, fields in enumerate(supported):
        for field in fields:
            found[field] = (*found.get(field, ()), number)
    return found
