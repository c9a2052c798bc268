"""The registry of actors: which actor has a name, and who belonged to which group when."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.dates import Date
from timeline.query import FOREVER
from timeline.records import ActorRecord
from timeline.text.names import fold


class Membership(NamedTuple):
    """A period of membership in day numbers: possible from `first` to `last`, certain from `sure_first` to
    `sure_last`. All ends are inclusive. A membership with an open end (`..`) has not ended, so it is certain
    for all later days.
    """

    member: str
    when: Date
    first: int
    last: int
    sure_first: int
    sure_last: int


class Actor(NamedTuple):
    """An actor that can take part in events. `names` resolve; `ambiguous` ones never do by themselves."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    members: tuple[Membership, ...] = ()
    see: tuple[str, ...] = ()
    existed: str = ""
    """The lifetime of a historical state, in EDTF; empty where the record has none."""


class AmbiguousName(NamedTuple):
    """A name that does not resolve by itself, with the actors that it may mean."""

    name: str
    candidates: tuple[Actor, ...]


def actor_of(record: ActorRecord) -> Actor:
    """The actor of a record. Codes and aliases become names like any other."""
    memberships = [membership(member, when) for member, times in record.members.items() for when in times]
    return Actor(
        id=record.id,
        name=record.name,
        kind=record.kind,
        names=(*record.codes, *record.aliases),
        demonyms=tuple(record.demonyms),
        ambiguous=tuple(record.ambiguous),
        members=tuple(sorted(memberships)),
        see=tuple(record.see),
        existed=record.existed.text if record.existed else "",
    )


def membership(member: str, when: Date) -> Membership:
    """A membership from its EDTF interval; `~` widens both ends by one unit, as it does for events."""
    reach = when.reaches[0]
    first = -FOREVER if reach.first is None else reach.first
    last = FOREVER if reach.last is None else reach.last
    sure_first = FOREVER if reach.surely_by is None or not reach.sure else reach.surely_by
    sure_last = -FOREVER if reach.surely_from is None or not reach.sure else reach.surely_from
    sure_last = FOREVER if when.end.state == "open" else sure_last
    return Membership(member, when, first, last, sure_first, sure_last)


class Registry:
    """All actors of the world and of a dataset. A later actor replaces an earlier one of the same id."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self.actors: dict[str, Actor] = {actor.id: actor for actor in actors}
        self._by_name: dict[str, dict[str, Actor]] = {}
        self._by_metonym: dict[str, dict[str, Actor]] = {}
        for actor in self.actors.values():
            for name in (actor.id, actor.name, *actor.names):
                self._by_name.setdefault(fold(name), {})[actor.id] = actor
            for name in actor.ambiguous:
                self._by_metonym.setdefault(fold(name), {})[actor.id] = actor

    def resolve(self, name: str) -> Actor | AmbiguousName | None:
        """The one actor with this name, compared after folding; `AmbiguousName` for a name that several have
        and for a metonym; None for an unknown name.
        """
        folded = fold(name)
        named = self._by_name.get(folded, {})
        meant = self._by_metonym.get(folded, {})
        if len(named) == 1 and not meant:
            return next(iter(named.values()))
        candidates = {**named, **meant}
        return (
            AmbiguousName(name, tuple(candidates[key] for key in sorted(candidates))) if candidates else None
        )

    def actors_named(self, name: str) -> list[Actor]:
        """All actors with this name, whether it resolves or not; metonyms do not count."""
        return list(self._by_name.get(fold(name), {}).values())

    def is_shared(self, name: str, key: str) -> bool:
        """Whether an actor other than the one with this id has the name, too; metonyms do not count."""
        named = self._by_name.get(fold(name), {})
        return len(named) > (key in named)

    def spellings(self) -> Iterator[tuple[str, str]]:
        """Every folded name except metonyms, with the id of each actor that has it."""
        return ((name, key) for name, actors in self._by_name.items() for key in actors)

    def metonyms(self) -> Iterator[tuple[str, str]]:
        """Every folded name that does not resolve by itself, with the id of each candidate."""
        return ((name, key) for name, candidates in self._by_metonym.items() for key in candidates)

    def known_names(self) -> Iterator[str]:
        """The names to suggest for a misspelt one; short codes are left out."""
        for actor in self.actors.values():
            yield actor.name
            yield from (name for name in actor.names if len(name) > 3)

    def members(self, group: str, first: int, last: int) -> list[Membership]:
        """The memberships of `group` that are possible on some day from `first` to `last` (day numbers)."""
        actor = self.actors.get(group)
        if actor is None:
            return []
        return [each for each in actor.members if each.first <= last and each.last >= first]
