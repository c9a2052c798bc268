"""Whether words name an actor or a place of an event, by what is known of the day of the event."""

from typing import NamedTuple

from timeline.actors import words
from timeline.actors.registry import Actor
from timeline.checks.actor_index import belonged, may_meet
from timeline.checks.context import Context
from timeline.evidence import LinkedEvent
from timeline.records import Participation, Place


class Said(NamedTuple):
    """A text, and the ids of those whom it names: at all, and by a name that is no demonym."""

    text: str
    named: frozenset[str]
    by_name: frozenset[str]


def said_in(text: str, context: Context) -> Said:
    """Whom a text names. What may mean several, or stands for a government, names nobody."""
    found = context.known.mentions.meanings(text)
    by_name = frozenset(one for bearing in found if bearing.sense == "name" for one in bearing.actors)
    demonyms = (one for bearing in found if bearing.sense == "demonym" for one in bearing.actors)
    return Said(text, by_name.union(demonyms), by_name)


def names_actor(said: Said, actor: Actor, linked: LinkedEvent, context: Context) -> bool:
    """Whether a text names an actor of an event: by a name or a demonym, by the person who came for it, or
    by one who held an office of it then.
    """
    if actor.id in said.named:
        return True
    offices = context.known.offices
    for held in (one for person in said.named for one in offices.get(person, ())):
        if held.of == actor.id and may_meet(held.when, linked):
            return True
    return any(part.by is not None and holds(said.text, part.by) for part in _parts_of(actor, linked))


def _parts_of(actor: Actor, linked: LinkedEvent) -> list[Participation]:
    return [
        part
        for name, part in linked.record.actors.items()
        if isinstance(found := linked.actors[name], Actor) and found.id == actor.id
    ]


def names_its_group(said: Said, actor: Actor, linked: LinkedEvent, context: Context) -> bool:
    """Whether a text names a group of which an actor was, for all that is known, a member then."""
    return any(belonged(actor.id, context.registry.actors.get(one), linked) for one in said.named)


def names_place(said: Said, linked: LinkedEvent, context: Context) -> bool:
    """Whether a text names one of the places of an event, or the country in which it lies."""
    return any(_names_spot(said, spot, context) for spot in linked.record.place)


def _names_spot(said: Said, spot: Place, context: Context) -> bool:
    country = context.registry.resolve(spot.country) if spot.country else None
    in_country = isinstance(country, Actor) and country.id in said.by_name
    # "Washington, D.C." is written "Washington" too: what follows a comma tells towns of one name apart.
    return in_country or holds(said.text, spot.name.partition(",")[0])


def holds(text: str, name: str) -> bool:
    """Whether a name stands in a text, as whole words in any case."""
    return f" {' '.join(words(name))} ".casefold() in f" {' '.join(words(text))} ".casefold()
