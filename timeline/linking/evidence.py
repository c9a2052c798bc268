"""Who answers for each field of an event: quotes, the curator, or nobody."""

from collections.abc import Mapping

from timeline.actors import Actor, Several
from timeline.documents import Evidence
from timeline.linking.values import Support
from timeline.names import fold
from timeline.records import EventRecord

Actors = Mapping[str, Actor | Several | None]
Supported = tuple[tuple[str, ...], ...]


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
    folded = fold(name)
    for written, actor in actors.items():
        spellings = [written, *((actor.id, actor.name, *actor.names) if isinstance(actor, Actor) else ())]
        if folded in map(fold, spellings):
            return f"actors.{actor_key(written, actors)}"
    return None


def support(field: str, quotes: Supported, notes: Supported, *, texts: bool) -> Support:
    """The evidence of a field. A quote that was lost still counts: one mistake is one problem."""
    by_quote = tuple(index for index, supported in enumerate(quotes) if field in supported)
    by_note = tuple(index for index, supported in enumerate(notes) if field in supported)
    return Support(by_quote, by_note, _evidence(bool(by_quote), bool(by_note), texts))


def _evidence(quoted: bool, noted: bool, texts: bool) -> Evidence:
    if quoted and not texts:
        return "unchecked"
    if quoted:
        return "partly" if noted else "quoted"
    return "curator" if noted else "unsupported"
