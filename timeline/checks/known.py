"""What rules about words need of a timeline's actors: who is named where, and who held which office when."""

from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from timeline.actors import Actor, Registry
from timeline.dates import Date, overlap
from timeline.linking import Linked, Timeline
from timeline.mentions import Mentions
from timeline.records import ActorRecord


class Held(NamedTuple):
    """An office that a person held. `of` is the id of the actor for whom; None where that is not said."""

    office: str
    of: str | None
    when: Date


class Known(NamedTuple):
    """The names of a timeline's actors, ready to be found in prose, and the offices of its persons."""

    mentions: Mentions
    offices: dict[str, tuple[Held, ...]]


# A timeline does not change: what four rules ask of the same names is made ready once.
_READY: WeakKeyDictionary[Registry, Known] = WeakKeyDictionary()


def known(timeline: Timeline) -> Known:
    """The names and offices of a timeline; made at the first question and kept as long as its registry."""
    ready = _READY.get(timeline.registry)
    if ready is None:
        records = [one.record for one in (*timeline.material.world, *timeline.material.actors)]
        offices = {record.id: tuple(_offices(record, timeline.registry)) for record in records}
        ready = Known(Mentions(records), {person: held for person, held in offices.items() if held})
        _READY[timeline.registry] = ready
    return ready


def _offices(record: ActorRecord, registry: Registry) -> Iterator[Held]:
    for one in record.offices:
        found = registry.resolve(one.of) if one.of else None
        yield Held(one.office, found.id if isinstance(found, Actor) else one.of, one.when)


def may_meet(when: Date, linked: Linked) -> bool:
    """Whether a time and an event may have a day in common. Where either is uncertain (`?`) they always may,
    and so they may while the quoted words contradict the date of the event: one mistake is one problem.
    """
    date = linked.record.date
    sure = all(reach.sure for reach in (*when.reaches, *date.reaches))
    if not sure or linked.proof.verdict == "contradicts":
        return True
    return any(overlap(when, reach.first, reach.last) != "no" for reach in date.reaches)


def belonged(member: str, group: Actor | None, linked: Linked) -> bool:
    """Whether an actor may have been a member of a group on some day of an event."""
    spells = group.members if group else ()
    return any(spell.member == member and may_meet(spell.when, linked) for spell in spells)
