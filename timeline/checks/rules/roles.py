"""Rules about roles: membership in a group, and offices, on the day of the event."""

from collections.abc import Iterator

from timeline.actors.registry import Actor
from timeline.checks.actor_index import HeldOffice, may_have_belonged, may_overlap
from timeline.checks.context import Context
from timeline.checks.locations import place_at
from timeline.dates import say
from timeline.evidence import LinkedEvent
from timeline.problems import Problem


def role_contradicted(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A role contradicts the records of actors: a `member` did not belong to the group that organised the
    event on any day of it, or the person in `by` held no office of the state on any day of it.

    Example: `Sweden: member` at a NATO summit of July 2023; Sweden joined in March 2024
    Fix: correct the role, the name or the date; or correct the membership or the office in data/actors.yaml.
    """
    for name, actor in linked.actors.items():
        if isinstance(actor, Actor):
            yield from _not_a_member(name, actor, linked)
            yield from _not_in_office(name, actor, linked, context)


def _not_a_member(name: str, actor: Actor, linked: LinkedEvent) -> Iterator[Problem]:
    if "member" not in linked.record.actors[name].roles or actor.kind in ("person", "body"):
        return
    groups = _organisers(linked)
    if groups and not any(may_have_belonged(actor.id, group, linked) for group in groups):
        group = groups[0]
        day = say(linked.record.date)
        yield Problem(
            place_at(linked.event, ("actors", name, "roles", "member")),
            "role-contradicted",
            f"{actor.name} was not a member of {group.name} on {day}{_memberships(actor, group)}",
            "write another role (partner, invitee, ...), or correct the membership in data/actors.yaml",
            event=linked.record.id,
        )


def _organisers(linked: LinkedEvent) -> list[Actor]:
    """The groups with known members that organised an event."""
    return [
        actor
        for name, actor in linked.actors.items()
        if isinstance(actor, Actor) and actor.members and "organiser" in linked.record.actors[name].roles
    ]


def _memberships(actor: Actor, group: Actor) -> str:
    times = [say(membership.when) for membership in group.members if membership.member == actor.id]
    return f"; its membership: {' and '.join(times)}" if times else ""


def _not_in_office(name: str, actor: Actor, linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    by = linked.record.actors[name].by
    person = context.registry.resolve(by) if by else None
    offices = context.actor_index.offices.get(person.id, ()) if isinstance(person, Actor) else ()
    if not offices or any(_may_represent(held, actor, linked, context) for held in offices):
        return
    yield Problem(
        place_at(linked.event, ("actors", name, "by")),
        "role-contradicted",
        f"{by} held no office of {actor.name} on {say(linked.record.date)}",
        "correct by: or the date; or correct the office in data/actors.yaml",
        tuple(f"{held.office}{f' of {held.of}' if held.of else ''}: {held.when.text}" for held in offices),
        linked.record.id,
    )


def _may_represent(held: HeldOffice, actor: Actor, linked: LinkedEvent, context: Context) -> bool:
    """Whether the holder of an office may have represented an actor at an event.

    It may be an office of the actor, of one of its members (a rotating presidency), of a body (whose state is
    not recorded), or of an actor that is not recorded.
    """
    if not may_overlap(held.when, linked):
        return False
    holder = context.registry.actors.get(held.of) if held.of else None
    own = holder is None or holder.id == actor.id or holder.kind == "body"
    return own or may_have_belonged(held.of or "", actor, linked)
