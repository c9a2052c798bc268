"""Whom a record names as its own: declared actors, who came for them, the countries of its places."""

from collections.abc import Iterator

from timeline.actors import Actor
from timeline.checks.known import known, may_meet
from timeline.checks.prose.spelling import plain
from timeline.linking import Linked, Timeline
from timeline.mentions import words


def declared(linked: Linked, timeline: Timeline) -> Iterator[Actor]:
    """The actors that a record names, whatever it calls them."""
    resolve = timeline.registry.resolve
    named = [*linked.actors.values()]
    named += [resolve(part.by) for part in linked.record.actors.values() if part.by]
    named += [resolve(spot.country) for spot in linked.record.place if spot.country]
    return (found for found in named if isinstance(found, Actor))


def with_states(actors: set[str], linked: Linked, timeline: Timeline) -> set[str]:
    """These actors, and those of which some of them held an office then: Vladimir Putin's state is Russia."""
    offices = known(timeline).offices
    held = [one for person in actors for one in offices.get(person, ())]
    return actors.union(one.of for one in held if one.of and may_meet(one.when, linked))


def words_of(linked: Linked, timeline: Timeline) -> set[str]:
    """The plain words of all names of the declared actors, of the offices that they held then, of who came
    and of the places.
    """
    record = linked.record
    names = [part.by for part in record.actors.values() if part.by]
    names += [*record.actors, *(spot.name for spot in record.place)]
    for actor in declared(linked, timeline):
        names += (actor.name, *actor.names)
        held = known(timeline).offices.get(actor.id, ())
        names += [one.office for one in held if may_meet(one.when, linked)]
    return {plain(word) for name in names for word in words(name)}
