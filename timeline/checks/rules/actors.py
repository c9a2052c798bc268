"""Rules about the actors that a dataset declares: who is a member of what, and who bears a name."""

from collections.abc import Iterator
from itertools import pairwise

from timeline.actors.registry import Membership, Registry, membership
from timeline.checks.context import Context
from timeline.checks.facts import Facts
from timeline.checks.locations import entry_place, place_at
from timeline.problems import Location, Problem
from timeline.records import ActorRecord, Located
from timeline.text.names import fold

_SHOWN = 5
"""Actors of one name that a message lists."""


def self_membership(facts: Facts, context: Context) -> Iterator[Problem]:
    """A group contains itself, by itself or through its members.

    Example: `id: LEAGUE` with `members: {LEAGUE: 2000/..}`
    Mend: take the member out.
    """
    for one in context.material.actors:
        for member in one.record.members:
            if one.record.id in _reached(context.registry, member):
                how = "itself" if member == one.record.id else f"{member}, which contains it"
                yield Problem(
                    entry_place(one, "members", member),
                    "self-membership",
                    f"{one.record.id} has as a member {how}",
                    "take the member out: a group is not among its own members",
                )


def _reached(registry: Registry, start: str) -> set[str]:
    """An actor and all that are members of it, or of its members."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached.add(current)
            actor = registry.actors.get(current)
            waiting += [one.member for one in actor.members] if actor else []
    return reached


def overlapping_membership(facts: Facts, context: Context) -> Iterator[Problem]:
    """Two spells of one membership share a day: a member that came again had left before.

    Example: `JP: [2000/2010, 2005/..]`
    Mend: let one spell end before the other begins.
    """
    for one in context.material.actors:
        for member, times in one.record.members.items():
            spells = sorted((membership(member, when) for when in times), key=_days)
            for earlier, later in pairwise(spells):
                if later.sure_first <= earlier.sure_last:
                    yield Problem(
                        place_at(one, ("members", member)),
                        "overlapping-membership",
                        f"{member} is a member twice: {earlier.when.text} and {later.when.text} overlap",
                        "let one end before the other begins, or make one of the two",
                    )


def _days(one: Membership) -> tuple[int, int]:
    return one.first, one.last


def unknown_member(facts: Facts, context: Context) -> Iterator[Problem]:
    """A member that is no actor: neither of the built-in world nor of data/actors.yaml.

    Example: `members: {XX: 2000/..}`
    Mend: write the id of an actor.
    """
    known = {*context.registry.actors, *context.actor_ids}
    for one in context.material.actors:
        for member in one.record.members:
            if member not in known:
                near = context.budget.near("unknown-member", member, lambda: known)
                hint = near or "write the id of an actor, such as JP"
                message = f'there is no actor with the id "{member}"'
                yield Problem(entry_place(one, "members", member), "unknown-member", message, hint)


def duplicate_name(facts: Facts, context: Context) -> Iterator[Problem]:
    """Two actors bear one name, so that it would resolve to neither.

    Example: `aliases: [Japan]` on another actor than JP
    Mend: take it out, or list it under `ambiguous:` of each.
    """
    last = _last_to_say(context)
    for one in context.material.actors:
        for name, where in _names(one):
            later = (found for key, found in last[fold(name)].items() if key != one.record.id)
            if any(found > place_at(one, ()) for found in later):
                continue  # of two records with one name the later is the problem: one mistake is one problem
            others = [actor for actor in context.registry.actors_named(name) if actor.id != one.record.id]
            if others:
                actors_named = ", ".join(f"{actor.name} ({actor.id})" for actor in others[:_SHOWN])
                actors_named += f" and of {len(others) - _SHOWN:,} more" if len(others) > _SHOWN else ""
                yield Problem(
                    where,
                    "duplicate-name",
                    f'"{name}" is also a name of {actors_named}',
                    "take it out here, or list it under ambiguous: of each: then it never resolves by itself",
                )


def _last_to_say(context: Context) -> dict[str, dict[str, Location]]:
    """For each name, folded, the last two ids of a dataset that bear it, with the place of the record."""
    last: dict[str, dict[str, Location]] = {}
    for one in context.material.actors:
        where = place_at(one, ())
        for name, _ in _names(one):
            found = last.setdefault(fold(name), {})
            found[one.record.id] = max(found.get(one.record.id, where), where)
            if len(found) > 2:
                found.pop(min(found, key=lambda key: found[key]))
    return last


def _names(one: Located[ActorRecord]) -> list[tuple[str, Location]]:
    record = one.record
    named = [(record.id, place_at(one, ("id",))), (record.name, place_at(one, ("name",)))]
    named += [(name, place_at(one, ("aliases", number))) for number, name in enumerate(record.aliases)]
    named += [(name, place_at(one, ("codes", number))) for number, name in enumerate(record.codes)]
    first: dict[str, tuple[str, Location]] = {}
    for name, where in named:
        first.setdefault(fold(name), (name, where))
    return list(first.values())
