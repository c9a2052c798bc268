"""Whom a record names as its own: declared actors, who came for them, the countries of its places."""

from collections.abc import Iterator

from timeline.actors import words
from timeline.actors.registry import Actor
from timeline.checks.actor_index import may_meet
from timeline.checks.context import Context
from timeline.checks.prose.spelling import plain
from timeline.evidence import LinkedEvent


def declared(linked: LinkedEvent, context: Context) -> Iterator[Actor]:
    """The actors that a record names, whatever it calls them."""
    resolve = context.registry.resolve
    named = [*linked.actors.values()]
    named += [resolve(part.by) for part in linked.record.actors.values() if part.by]
    named += [resolve(spot.country) for spot in linked.record.place if spot.country]
    return (found for found in named if isinstance(found, Actor))


def with_states(actors: set[str], linked: LinkedEvent, context: Context) -> set[str]:
    """These actors, and those of which some of them held an office then: Vladimir Putin's state is Russia."""
    offices = context.known.offices
    held = [one for person in actors for one in offices.get(person, ())]
    return actors.union(one.of for one in held if one.of and may_meet(one.when, linked))


def words_of(linked: LinkedEvent, context: Context) -> set[str]:
    """The plain words of all names of the declared actors, of the offices that they held then, of who came
    and of the places.
    """
    record = linked.record
    names = [part.by for part in record.actors.values() if part.by]
    names += [*record.actors, *(spot.name for spot in record.place)]
    for actor in declared(linked, context):
        names += (actor.name, *actor.names)
        held = context.known.offices.get(actor.id, ())
        names += [one.office for one in held if may_meet(one.when, linked)]
    return {plain(word) for name in names for word in words(name)}
