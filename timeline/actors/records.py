"""From the record of an actor to the actor."""

from timeline.actors.registry import Actor, membership
from timeline.records import ActorRecord


def actor_of(record: ActorRecord) -> Actor:
    """The actor as the registry keeps it; codes and aliases are names like any other."""
    spells = [membership(member, when) for member, times in record.members.items() for when in times]
    return Actor(
        id=record.id,
        name=record.name,
        kind=record.kind,
        names=(*record.codes, *record.aliases),
        demonyms=tuple(record.demonyms),
        ambiguous=tuple(record.ambiguous),
        members=tuple(sorted(spells)),
        see=tuple(record.see),
        existed=record.existed.text if record.existed else "",
    )
