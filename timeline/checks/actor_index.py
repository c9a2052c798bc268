"""What rules about words need of a dataset's actors: who is named where, and who held which office when."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.actors import Mentions
from timeline.actors.registry import Actor, Registry
from timeline.dates import Date, overlap
from timeline.evidence import LinkedEvent
from timeline.records import ActorRecord


class Held(NamedTuple):
    """An office that a person held. `of` is the id of the actor for whom; None where that is not said."""

    office: str
    of: str | None
    when: Date


class Known(NamedTuple):
    """The names of a dataset's actors, indexed for finding them in prose, and the offices of its persons."""

    mentions: Mentions
    offices: dict[str, tuple[Held, ...]]


def index(records: Iterable[ActorRecord], registry: Registry) -> Known:
    """The names and offices of all actors, the built-in ones first."""
    actors = list(records)
    offices = {record.id: tuple(_offices(record, registry)) for record in actors}
    return Known(Mentions(actors), {person: held for person, held in offices.items() if held})


def _offices(record: ActorRecord, registry: Registry) -> Iterator[Held]:
    for office in record.offices:
        found = registry.resolve(office.of) if office.of else None
        yield Held(office.office, found.id if isinstance(found, Actor) else office.of, office.when)


def may_meet(when: Date, linked: LinkedEvent) -> bool:
    """Whether a time and an event may have a day in common. Where either is uncertain (`?`) they always may,
    and so they may while the quoted words contradict the date of the event: one mistake is one problem.
    """
    date = linked.record.date
    sure = all(reach.sure for reach in (*when.reaches, *date.reaches))
    if not sure or linked.proof.verdict == "contradicts":
        return True
    return any(overlap(when, reach.first, reach.last) != "no" for reach in date.reaches)


def belonged(member: str, group: Actor | None, linked: LinkedEvent) -> bool:
    """Whether an actor may have been a member of a group on some day of an event."""
    spells = group.members if group else ()
    return any(spell.member == member and may_meet(spell.when, linked) for spell in spells)
