"""Rules about the actors that a dataset declares: their members and their names."""

from collections.abc import Iterator
from itertools import pairwise

from timeline.actors.registry import Membership, Registry, membership
from timeline.checks.context import Context
from timeline.checks.facts import Facts
from timeline.checks.locations import entry_place, place_at
from timeline.problems import Location, Problem
from timeline.records import ActorRecord, Located
from timeline.text.names import fold

_MAX_ACTORS_LISTED = 5
"""Actors with the same name that a message lists."""


def self_membership(facts: Facts, context: Context) -> Iterator[Problem]:
    """A group is a member of itself, directly or through its members.

    Example: `id: LEAGUE` with `members: {LEAGUE: 2000/..}`
    Fix: remove the member.
    """
    for actor in context.dataset.actors:
        for member in actor.record.members:
            if actor.record.id in _reachable(context.registry, member):
                direct = member == actor.record.id
                message = (
                    "has itself as a member" if direct else f"has the member {member}, which contains it"
                )
                yield Problem(
                    entry_place(actor, "members", member),
                    "self-membership",
                    f"{actor.record.id} {message}",
                    f"remove the member {member}",
                )


def _reachable(registry: Registry, start: str) -> set[str]:
    """The ids of an actor and of all its members, their members and so on."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached.add(current)
            actor = registry.actors.get(current)
            waiting += [membership.member for membership in actor.members] if actor else []
    return reached


def overlapping_membership(facts: Facts, context: Context) -> Iterator[Problem]:
    """Two memberships of the same member in the same group have a day in common.

    Example: `JP: [2000/2010, 2005/..]`
    Fix: end one before the other begins, or merge them.
    """
    for actor in context.dataset.actors:
        for member, times in actor.record.members.items():
            memberships = sorted((membership(member, when) for when in times), key=_first_and_last_day)
            for earlier, later in pairwise(memberships):
                if later.sure_first <= earlier.sure_last:
                    yield Problem(
                        place_at(actor, ("members", member)),
                        "overlapping-membership",
                        f"the memberships {earlier.when.text} and {later.when.text} of {member} overlap",
                        "end one before the other begins, or merge them into one",
                    )


def _first_and_last_day(period: Membership) -> tuple[int, int]:
    return period.first, period.last


def unknown_member(facts: Facts, context: Context) -> Iterator[Problem]:
    """A member is not the id of an actor, neither of the built-in world nor of data/actors.yaml.

    Example: `members: {XX: 2000/..}`
    Fix: write the id of an actor.
    """
    for actor in context.dataset.actors:
        for member in actor.record.members:
            if member not in context.registry.actors and member not in context.actor_ids:
                hint = context.budget.suggest("unknown-member", member, lambda: _known_ids(context))
                hint = hint or "write the id of an actor, such as JP"
                location = entry_place(actor, "members", member)
                yield Problem(location, "unknown-member", f'unknown member "{member}"', hint)


def _known_ids(context: Context) -> set[str]:
    return {*context.registry.actors, *context.actor_ids}


def duplicate_name(facts: Facts, context: Context) -> Iterator[Problem]:
    """Two actors have the same name, so the name would not resolve to either of them.

    Example: `aliases: [Japan]` on an actor other than JP
    Fix: remove the name, or list it under `ambiguous:` of each of the two.
    """
    last = _last_records_with_name(context)
    for actor in context.dataset.actors:
        for name, location in _names(actor):
            if not context.registry.is_shared(name, actor.record.id):
                continue
            others = (record for key, record in last[fold(name)].items() if key != actor.record.id)
            if any(record > place_at(actor, ()) for record in others):
                continue  # only the later one of two records is reported: one mistake is one problem
            same = [other for other in context.registry.actors_named(name) if other.id != actor.record.id]
            listed = ", ".join(f"{other.name} ({other.id})" for other in same[:_MAX_ACTORS_LISTED])
            rest = len(same) - _MAX_ACTORS_LISTED
            yield Problem(
                location,
                "duplicate-name",
                f'"{name}" is also a name of {listed}' + (f" and {rest:,} more" if rest > 0 else ""),
                "remove it here; or list it under ambiguous: of each actor, so that it never resolves",
            )


def _last_records_with_name(context: Context) -> dict[str, dict[str, Location]]:
    """For each folded name that is shared, the locations of the last two records of a dataset that have it,
    by id.
    """
    last: dict[str, dict[str, Location]] = {
        fold(name): {}
        for actor in context.dataset.actors
        for name in _spellings(actor.record)
        if context.registry.is_shared(name, actor.record.id)
    }
    for actor in context.dataset.actors:
        location = place_at(actor, ())
        for folded in {fold(name) for name in _spellings(actor.record)} & last.keys():
            records = last[folded]
            records[actor.record.id] = max(records.get(actor.record.id, location), location)
            if len(records) > 2:
                records.pop(min(records, key=lambda key: records[key]))
    return last


def _spellings(record: ActorRecord) -> tuple[str, ...]:
    return record.id, record.name, *record.aliases, *record.codes


def _names(actor: Located[ActorRecord]) -> list[tuple[str, Location]]:
    """The names of an actor with their locations, each spelling once."""
    record = actor.record
    names = [(record.id, place_at(actor, ("id",))), (record.name, place_at(actor, ("name",)))]
    names += [(name, place_at(actor, ("aliases", number))) for number, name in enumerate(record.aliases)]
    names += [(name, place_at(actor, ("codes", number))) for number, name in enumerate(record.codes)]
    first: dict[str, tuple[str, Location]] = {}
    for name, location in names:
        first.setdefault(fold(name), (name, location))
    return list(first.values())
