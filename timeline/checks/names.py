"""Rules about names: ids, actors, links and what curators point to."""

from collections.abc import Iterator

from timeline.actors import Actor, Several
from timeline.checks.guessing import Guesses
from timeline.checks.places import entry_place, ids_written, place_at, unread
from timeline.linking import Linked, Timeline
from timeline.linking.evidence import actor_key
from timeline.problems import Location, Problem
from timeline.records.fields import is_web
from timeline.tree import locate, place


def duplicate_id(timeline: Timeline) -> Iterator[Problem]:
    """Two records have one id. The first is kept; the second is left out until it has an id of its own.

    Example: two events with `id: hague-2025`
    Mend: give one of them another id.
    """
    for left_out, kept in timeline.duplicates:
        first = place_at(kept, ("id",))
        yield Problem(
            place_at(left_out, ("id",)),
            "duplicate-id",
            f'"{left_out.record.id}" is the id of another event, at {first}',
            "give one of them another id; this one is left out until then",
            event=left_out.record.id,
        )
    yield from _repeated([(one.record.id, place_at(one, ("id",))) for one in timeline.material.sources])
    yield from _repeated([(one.record.id, place_at(one, ("id",))) for one in timeline.material.actors])


def _repeated(ids: list[tuple[str, Location]]) -> Iterator[Problem]:
    first: dict[str, Location] = {}
    for key, where in ids:
        if first.setdefault(key, where) != where:
            message = f'"{key}" is an id already, at {first[key]}'
            yield Problem(where, "duplicate-id", message, "give one of them another id")


def unknown_actor(timeline: Timeline) -> Iterator[Problem]:
    """A name that is nobody's: neither in the built-in world nor in data/actors.yaml.

    Example: `actors: {Japn: host}`
    Mend: correct the name (near ones are offered), or add the actor to data/actors.yaml.
    """
    if unread(timeline, "actors"):
        return
    guesses = Guesses(timeline.registry.known_names)
    for linked in timeline.events:
        for name in linked.record.actors:
            if linked.actors[name] is None:
                where = entry_place(linked.event, "actors", name)
                yield _unknown(guesses, linked, name)._replace(location=where)
        for number, spot in enumerate(linked.record.place):
            if spot.country and not isinstance(timeline.registry.resolve(spot.country), Actor):
                where = place_at(linked.event, ("place", number, "country"))
                yield _unknown(guesses, linked, spot.country)._replace(location=where)


def _unknown(guesses: Guesses, linked: Linked, name: str) -> Problem:
    hint = guesses.near(name) or "correct the name, or add the actor to data/actors.yaml"
    where = place_at(linked.event, ("id",))
    return Problem(where, "unknown-actor", f'nobody is called "{name}"', hint, event=linked.record.id)


def ambiguous_actor(timeline: Timeline) -> Iterator[Problem]:
    """A name that two actors bear (Korea), or that stands for a government (Washington): never resolved.

    Example: `actors: {Korea: host}`
    Mend: write the name of the one that is meant.
    """
    for linked in timeline.events:
        for name, found in linked.actors.items():
            if isinstance(found, Several):
                candidates = ", ".join(f"{actor.name} ({actor.id})" for actor in found.candidates)
                yield Problem(
                    entry_place(linked.event, "actors", name),
                    "ambiguous-actor",
                    f'"{name}" may mean {candidates}' if candidates else f'"{name}" is no actor by itself',
                    "write the name of the one that is meant",
                    event=linked.record.id,
                )


def duplicate_actor(timeline: Timeline) -> Iterator[Problem]:
    """One actor stands twice in an event, under two spellings of its name.

    Example: `actors: {Japan: host, JP: partner}`
    Mend: write it once, with a list of roles.
    """
    for linked in timeline.events:
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


def unknown_link(timeline: Timeline) -> Iterator[Problem]:
    """A link to an event that is not on this timeline, or to itself.

    Example: `links: {follows: [hage-2025]}`
    Mend: correct the id, or take the link out.
    """
    known = ids_written(timeline, "events")
    partly = unread(timeline, "events")
    guesses = Guesses(lambda: known)
    for linked in timeline.events:
        links = locate(linked.event.node, ("links",))
        for kind, targets in linked.record.links.items():
            for number, target in enumerate(targets):
                itself = target == linked.record.id
                if (target in known or partly) and not itself:
                    continue
                message = f'"{target}" is this event itself' if itself else f'there is no event "{target}"'
                yield Problem(
                    place(linked.event.tree.file, locate(links, (kind, number))),
                    "unknown-link",
                    message,
                    guesses.near(target, but=linked.record.id) or "correct the id, or take the link out",
                    event=linked.record.id,
                )


_ADD = "add it to data/sources.yaml: id, title, publisher, url"
_NO_ADDRESS = "write it without user, spaces, quotation marks, < > \\ and what nobody sees"


def unknown_reference(timeline: Timeline) -> Iterator[Problem]:
    """A curator's note points to a source that the ledger does not know and that is no web address.

    Example: `see: [the summit page]`
    Mend: write the id of a source, or a web address that begins with https://.
    """
    if timeline.material.texts is None or unread(timeline, "sources"):
        return
    known = ids_written(timeline, "sources")
    guesses = Guesses(lambda: known)
    for linked in timeline.events:
        for index, note in enumerate(linked.record.curator):
            for number, target in enumerate(note.see):
                if target in known or is_web(target):
                    continue
                claims = target.startswith(("https://", "http://"))
                yield Problem(
                    place_at(linked.event, ("curator", index, "see", number)),
                    "unknown-reference",
                    f'"{target}" is no source of data/sources.yaml and no web address',
                    _NO_ADDRESS if claims else guesses.near(target) or _ADD,
                    event=linked.record.id,
                )
