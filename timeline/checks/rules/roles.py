"""Rules about roles: was it a member of that group on that day, did the person hold office for it?"""

from collections.abc import Iterator

from timeline.actors.registry import Actor, Membership
from timeline.checks.actor_index import Held, belonged, may_meet
from timeline.checks.context import Context
from timeline.checks.locations import place_at
from timeline.dates import say
from timeline.evidence import LinkedEvent
from timeline.problems import Problem


def role_contradicted(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A role that the world denies: a `member` that on no day of the event belonged to the group which
    organised it, or somebody who came (`by`) for a state and on no day of it held an office of that state.

    Example: `Sweden: member` at a NATO summit of July 2023; Sweden joined in March 2024
    Mend: correct the role, the name or the date; or correct the membership or the office in data/actors.yaml.
    """
    for name, found in linked.actors.items():
        if isinstance(found, Actor):
            yield from _not_a_member(name, found, linked)
            yield from _not_in_office(name, found, linked, context)


def _not_a_member(name: str, actor: Actor, linked: LinkedEvent) -> Iterator[Problem]:
    if "member" not in linked.record.actors[name].roles or actor.kind in ("person", "body"):
        return
    groups = _organisers(linked)
    if not groups:
        return
    if not any(belonged(actor.id, group, linked) for group in groups):
        group = groups[0]
        yield Problem(
            place_at(linked.event, ("actors", name, "roles", "member")),
            "role-contradicted",
            f"{actor.name} was no member of {group.name} on {say(linked.record.date)}{_when(actor, group)}",
            "write another role (partner, invitee, ...), or correct the membership in data/actors.yaml",
            event=linked.record.id,
        )


def _organisers(linked: LinkedEvent) -> list[Actor]:
    """The groups with known members that organised an event."""
    return [
        found
        for name, found in linked.actors.items()
        if isinstance(found, Actor) and found.members and "organiser" in linked.record.actors[name].roles
    ]


def _when(actor: Actor, group: Actor) -> str:
    spells: list[Membership] = [spell for spell in group.members if spell.member == actor.id]
    return f"; its membership: {' and '.join(say(spell.when) for spell in spells)}" if spells else ""


def _not_in_office(name: str, actor: Actor, linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    by = linked.record.actors[name].by
    person = context.registry.resolve(by) if by else None
    offices = context.known.offices.get(person.id, ()) if isinstance(person, Actor) else ()
    if not offices or any(_speaks_for(held, actor, linked, context) for held in offices):
        return
    yield Problem(
        place_at(linked.event, ("actors", name, "by")),
        "role-contradicted",
        f"{by} held no office of {actor.name} on {say(linked.record.date)}",
        "name who came, or correct the date; or correct the office in data/actors.yaml",
        tuple(f"{held.office}{f' of {held.of}' if held.of else ''}: {held.when.text}" for held in offices),
        linked.record.id,
    )


def _speaks_for(held: Held, actor: Actor, linked: LinkedEvent, context: Context) -> bool:
    """Whether the holder of an office may have come for an actor: an office of its own, of one of its
    members (a presidency that goes round), of a body, whose owner nobody records, or of nobody that is said.
    """
    if not may_meet(held.when, linked):
        return False
    holder = context.registry.actors.get(held.of) if held.of else None
    own = holder is None or holder.id == actor.id or holder.kind == "body"
    return own or belonged(held.of or "", actor, linked)
