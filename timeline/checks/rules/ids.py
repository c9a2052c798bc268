"""Rules about names that refer to something: ids, actors, links and the references of curator's notes."""

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
    """Two records have the same id. The first is kept; the second is left out until its id is changed.

    Example: two events with `id: hague-2025`
    Fix: change one of the two ids.
    """
    for fact in facts.of("duplicate-id"):
        event, first = fact.values
        if fact.location is not None:
            message = f'the id "{event}" is already used at {first}'
            hint = "change one of the two ids; this record is left out until then"
            yield Problem(fact.location, "duplicate-id", message, hint, event=event)
    yield from _repeated(
        [(source.record.id, place_at(source, ("id",))) for source in context.dataset.sources]
    )
    yield from _repeated([(actor.record.id, place_at(actor, ("id",))) for actor in context.dataset.actors])


def second_record(left_out: Located[EventRecord], kept: Located[EventRecord]) -> Fact:
    """The fact for `duplicate_id` about an event that is left out because another one has its id."""
    event = left_out.record.id
    return Fact((event, str(place_at(kept, ("id",)))), place_at(left_out, ("id",)), event)


def _repeated(ids: list[tuple[str, Location]]) -> Iterator[Problem]:
    first: dict[str, Location] = {}
    for key, location in ids:
        if first.setdefault(key, location) != location:
            message = f'the id "{key}" is already used at {first[key]}'
            yield Problem(location, "duplicate-id", message, "change one of the two ids")


def unknown_actor(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A name is not the name of an actor, neither in the built-in world nor in data/actors.yaml.

    Example: `actors: {Japn: host}`
    Fix: correct the name (the message suggests similar ones), or add the actor to data/actors.yaml.
    """
    if context.actors_unread:
        return
    for name in linked.record.actors:
        if linked.actors[name] is None:
            yield _unknown_actor(entry_place(linked.event, "actors", name), name, linked, context)
    for number, spot in enumerate(linked.record.place):
        if spot.country and not isinstance(context.registry.resolve(spot.country), Actor):
            location = place_at(linked.event, ("place", number, "country"))
            yield _unknown_actor(location, spot.country, linked, context)


def _unknown_actor(location: Location, name: str, linked: LinkedEvent, context: Context) -> Problem:
    hint = context.budget.suggest("unknown-actor", name, lambda: list(context.registry.known_names()))
    hint = hint or "correct the name, or add the actor to data/actors.yaml"
    return Problem(location, "unknown-actor", f'unknown actor "{name}"', hint, event=linked.record.id)


def ambiguous_actor(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A name may mean two actors (Korea), or is a city used for its government (Washington). It never
    resolves.

    Example: `actors: {Korea: host}`
    Fix: write the full name of the actor that is meant.
    """
    for name, actor in linked.actors.items():
        if isinstance(actor, AmbiguousName):
            candidates = ", ".join(f"{candidate.name} ({candidate.id})" for candidate in actor.candidates)
            yield Problem(
                entry_place(linked.event, "actors", name),
                "ambiguous-actor",
                f'"{name}" may mean {candidates}' if candidates else f'"{name}" is not the name of one actor',
                "write the full name of the actor that is meant",
                event=linked.record.id,
            )


def duplicate_actor(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """An event has the same actor twice, under two spellings of its name.

    Example: `actors: {Japan: host, JP: partner}`
    Fix: write the actor once, with a list of roles.
    """
    seen: dict[str, str] = {}
    for name in linked.record.actors:
        first = seen.setdefault(actor_key(name, linked.actors), name)
        if first != name:
            yield Problem(
                entry_place(linked.event, "actors", name),
                "duplicate-actor",
                f'"{name}" and "{first}" are the same actor',
                "write the actor once, with a list of roles",
                event=linked.record.id,
            )


def unknown_link(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A link to an event that is not on the timeline, or to the event itself.

    Example: `links: {follows: [hage-2025]}`
    Fix: correct the id, or remove the link.
    """
    links = locate(linked.event.node, ("links",))
    for kind, targets in linked.record.links.items():
        for number, target in enumerate(targets):
            itself = target == linked.record.id
            if (target in context.event_ids or context.events_unread) and not itself:
                continue
            yield Problem(
                place(linked.event.tree.file, locate(links, (kind, number))),
                "unknown-link",
                f'"{target}" is a link to the event itself' if itself else f'unknown event "{target}"',
                _suggest_event(target, linked, context) or "correct the id, or remove the link",
                event=linked.record.id,
            )


def _suggest_event(target: str, linked: LinkedEvent, context: Context) -> str:
    return context.budget.suggest("unknown-link", target, lambda: context.event_ids, linked.record.id)


def unknown_reference(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """`see:` of a curator's note has something that is neither the id of a source nor a URL.

    Example: `see: [the summit page]`
    Fix: write the id of a source, or a URL that begins with https://.
    """
    if context.texts is None or context.sources_unread:
        return
    for index, note in enumerate(linked.record.curator):
        for number, target in enumerate(note.see):
            if target not in context.source_ids and not is_web(target):
                yield Problem(
                    place_at(linked.event, ("curator", index, "see", number)),
                    "unknown-reference",
                    f'"{target}" is neither a source id nor a URL',
                    _reference_hint(target, context),
                    event=linked.record.id,
                )


def _reference_hint(target: str, context: Context) -> str:
    if target.startswith(("https://", "http://")):
        return "write the URL without a user name, spaces, quotation marks, < > \\ and invisible characters"
    hint = context.budget.suggest("unknown-reference", target, lambda: context.source_ids)
    return hint or "write a URL, or add the source to data/sources.yaml with its id, title, publisher and url"
