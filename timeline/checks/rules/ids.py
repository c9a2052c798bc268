"""Rules about names: ids, actors, links and what curators point to."""

from collections.abc import Iterator

from timeline.actors.registry import Actor, AmbiguousName
from timeline.checks.context import Context
from timeline.checks.facts import Fact, Facts
from timeline.checks.locations import entry_place, place_at
from timeline.evidence import LinkedEvent
from timeline.evidence.fields import actor_key
from timeline.problems import Location, Problem
from timeline.readers.nodes import locate, place
from timeline.records import EventRecord, Located
from timeline.records.fields import is_web


def duplicate_id(facts: Facts, context: Context) -> Iterator[Problem]:
    """Two records have one id. The first is kept; the second is left out until it has an id of its own.

    Example: two events with `id: hague-2025`
    Fix: give one of them another id.
    """
    for fact in facts.of("duplicate-id"):
        event, first = fact.values
        if fact.location is not None:
            message = f'"{event}" is the id of another event, at {first}'
            hint = "give one of them another id; this one is left out until then"
            yield Problem(fact.location, "duplicate-id", message, hint, event=event)
    yield from _repeated([(one.record.id, place_at(one, ("id",))) for one in context.material.sources])
    yield from _repeated([(one.record.id, place_at(one, ("id",))) for one in context.material.actors])


def second_record(left_out: Located[EventRecord], kept: Located[EventRecord]) -> Fact:
    """What `duplicate_id` must know of an event that is left out, because another one has its id."""
    event = left_out.record.id
    return Fact((event, str(place_at(kept, ("id",)))), place_at(left_out, ("id",)), event)


def _repeated(ids: list[tuple[str, Location]]) -> Iterator[Problem]:
    first: dict[str, Location] = {}
    for key, where in ids:
        if first.setdefault(key, where) != where:
            message = f'"{key}" is an id already, at {first[key]}'
            yield Problem(where, "duplicate-id", message, "give one of them another id")


def unknown_actor(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A name that is nobody's: neither in the built-in world nor in data/actors.yaml.

    Example: `actors: {Japn: host}`
    Fix: correct the name (near ones are offered), or add the actor to data/actors.yaml.
    """
    if context.actors_unread:
        return
    for name in linked.record.actors:
        if linked.actors[name] is None:
            yield _unknown(entry_place(linked.event, "actors", name), name, linked, context)
    for number, spot in enumerate(linked.record.place):
        if spot.country and not isinstance(context.registry.resolve(spot.country), Actor):
            where = place_at(linked.event, ("place", number, "country"))
            yield _unknown(where, spot.country, linked, context)


def _unknown(where: Location, name: str, linked: LinkedEvent, context: Context) -> Problem:
    near = context.budget.near("unknown-actor", name, lambda: list(context.registry.known_names()))
    hint = near or "correct the name, or add the actor to data/actors.yaml"
    return Problem(where, "unknown-actor", f'nobody is called "{name}"', hint, event=linked.record.id)


def ambiguous_actor(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A name that two actors bear (Korea), or that stands for a government (Washington): never resolved.

    Example: `actors: {Korea: host}`
    Fix: write the name of the one that is meant.
    """
    for name, found in linked.actors.items():
        if isinstance(found, AmbiguousName):
            candidates = ", ".join(f"{actor.name} ({actor.id})" for actor in found.candidates)
            yield Problem(
                entry_place(linked.event, "actors", name),
                "ambiguous-actor",
                f'"{name}" may mean {candidates}' if candidates else f'"{name}" is no actor by itself',
                "write the name of the one that is meant",
                event=linked.record.id,
            )


def duplicate_actor(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """One actor stands twice in an event, under two spellings of its name.

    Example: `actors: {Japan: host, JP: partner}`
    Fix: write it once, with a list of roles.
    """
    seen: dict[str, str] = {}
    for name in linked.record.actors:
        first = seen.setdefault(actor_key(name, linked.actors), name)
        if first != name:
            yield Problem(
                entry_place(linked.event, "actors", name),
                "duplicate-actor",
                f'"{name}" and "{first}" are one actor',
                "write it once, with a list of roles",
                event=linked.record.id,
            )


def unknown_link(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A link to an event that is not on this timeline, or to itself.

    Example: `links: {follows: [hage-2025]}`
    Fix: correct the id, or take the link out.
    """
    links = locate(linked.event.node, ("links",))
    for kind, targets in linked.record.links.items():
        for number, target in enumerate(targets):
            itself = target == linked.record.id
            if (target in context.event_ids or context.events_unread) and not itself:
                continue
            message = f'"{target}" is this event itself' if itself else f'there is no event "{target}"'
            yield Problem(
                place(linked.event.tree.file, locate(links, (kind, number))),
                "unknown-link",
                message,
                _near_event(target, linked, context) or "correct the id, or take the link out",
                event=linked.record.id,
            )


def _near_event(target: str, linked: LinkedEvent, context: Context) -> str:
    return context.budget.near("unknown-link", target, lambda: context.event_ids, linked.record.id)


_ADD = "add it to data/sources.yaml: id, title, publisher, url"
_NO_ADDRESS = "write it without user, spaces, quotation marks, < > \\ and what nobody sees"


def unknown_reference(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A curator's note points to a source that the ledger does not know and that is no web address.

    Example: `see: [the summit page]`
    Fix: write the id of a source, or a web address that begins with https://.
    """
    if context.texts is None or context.sources_unread:
        return
    for index, note in enumerate(linked.record.curator):
        for number, target in enumerate(note.see):
            if target in context.source_ids or is_web(target):
                continue
            claims = target.startswith(("https://", "http://"))
            near = "" if claims else _near_source(target, context)
            yield Problem(
                place_at(linked.event, ("curator", index, "see", number)),
                "unknown-reference",
                f'"{target}" is no source of data/sources.yaml and no web address',
                _NO_ADDRESS if claims else near or _ADD,
                event=linked.record.id,
            )


def _near_source(target: str, context: Context) -> str:
    return context.budget.near("unknown-reference", target, lambda: context.source_ids)
