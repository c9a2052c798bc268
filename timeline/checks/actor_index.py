"""The actors of a dataset as rules about words need them: their names, and who held which office when."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.actors import Mentions
from timeline.actors.registry import Actor, Registry
from timeline.dates import Date, overlap
from timeline.evidence import LinkedEvent
from timeline.records import ActorRecord


class HeldOffice(NamedTuple):
    """An office that a person held. `of` is the id of the actor for which it was held, if it is recorded."""

    office: str
    of: str | None
    when: Date


class ActorIndex(NamedTuple):
    """The names of a dataset's actors, indexed for finding them in prose, and the offices of its persons."""

    mentions: Mentions
    offices: dict[str, tuple[HeldOffice, ...]]
    """By the id of the person."""


def index_actors(records: Iterable[ActorRecord], registry: Registry) -> ActorIndex:
    """Index the names and offices of actors; the built-in ones come first."""
    actors = list(records)
    offices = {record.id: tuple(_offices(record, registry)) for record in actors}
    return ActorIndex(Mentions(actors), {person: held for person, held in offices.items() if held})


def _offices(record: ActorRecord, registry: Registry) -> Iterator[HeldOffice]:
    for office in record.offices:
        holder = registry.resolve(office.of) if office.of else None
        yield HeldOffice(office.office, holder.id if isinstance(holder, Actor) else office.of, office.when)


def may_overlap(when: Date, linked: LinkedEvent) -> bool:
    """Whether a time and an event may have a day in common.

    If either is uncertain (`?`) they may. They also may while the quoted words contradict the date of the
    event, because one mistake should be one problem.
    """
    date = linked.record.date
    sure = all(reach.sure for reach in (*when.reaches, *date.reaches))
    if not sure or linked.proof.verdict == "contradicts":
        return True
    return any(overlap(when, reach.first, reach.last) != "no" for reach in date.reaches)


def may_have_belonged(member: str, group: Actor | None, linked: LinkedEvent) -> bool:
    """Whether the actor with the id `member` may have been a member of a group on some day of an event."""
    memberships = group.members if group else ()
    return any(
        membership.member == member and may_overlap(membership.when, linked) for membership in memberships
    )
