"""The registry: who bears a name, and who belonged to what when."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.dates import Date
from timeline.forever import FOREVER
from timeline.text.names import fold


class Membership(NamedTuple):
    """A time of membership in day numbers: possible from `first` to `last`, sure from `sure_first` to
    `sure_last`. Both ends are inclusive. An open end (`..`) is a member still, so it is sure for ever.
    """

    member: str
    when: Date
    first: int
    last: int
    sure_first: int
    sure_last: int


class Actor(NamedTuple):
    """Somebody who can take part. `names` resolve; `ambiguous` ones never do by themselves."""

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
    """A name that resolves to nobody by itself, and whom it may mean."""

    name: str
    candidates: tuple[Actor, ...]


def membership(member: str, when: Date) -> Membership:
    """A membership from its EDTF interval; `~` widens both ends by one unit, as it does for events."""
    reach = when.reaches[0]
    first = -FOREVER if reach.first is None else reach.first
    last = FOREVER if reach.last is None else reach.last
    sure_first = FOREVER if reach.surely_by is None or not reach.sure else reach.surely_by
    sure_last = -FOREVER if reach.surely_from is None or not reach.sure else reach.surely_from
    return Membership(
        member, when, first, last, sure_first, FOREVER if when.end.state == "open" else sure_last
    )


class Registry:
    """All actors of the world and of a dataset. A later actor replaces an earlier one of the same id."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self.actors: dict[str, Actor] = {actor.id: actor for actor in actors}
        self._bearers: dict[str, dict[str, Actor]] = {}
        self._metonyms: dict[str, dict[str, Actor]] = {}
        for actor in self.actors.values():
            for name in (actor.id, actor.name, *actor.names):
                self._bearers.setdefault(fold(name), {})[actor.id] = actor
            for name in actor.ambiguous:
                self._metonyms.setdefault(fold(name), {})[actor.id] = actor

    def resolve(self, name: str) -> Actor | AmbiguousName | None:
        """Who bears `name`, exactly after folding; Several for a name that two bear and for a metonym."""
        folded = fold(name)
        actors_named = self._bearers.get(folded, {})
        metonym = self._metonyms.get(folded, {})
        if len(actors_named) == 1 and not metonym:
            return next(iter(actors_named.values()))
        several = {**actors_named, **metonym}
        return AmbiguousName(name, tuple(several[key] for key in sorted(several))) if several else None

    def actors_named(self, name: str) -> list[Actor]:
        """Everybody who bears a name, whether it resolves or not; metonyms are nobody's name."""
        return list(self._bearers.get(fold(name), {}).values())

    def spellings(self) -> Iterator[tuple[str, str]]:
        """Every folded name that resolves, with the actor's id."""
        return ((name, key) for name, actors_named in self._bearers.items() for key in actors_named)

    def metonyms(self) -> Iterator[tuple[str, str]]:
        """Every folded name that does not resolve by itself, with each candidate's id."""
        return ((name, key) for name, candidates in self._metonyms.items() for key in candidates)

    def known_names(self) -> Iterator[str]:
        """The names to offer when one is misspelt."""
        for actor in self.actors.values():
            yield actor.name
            yield from (name for name in actor.names if len(name) > 3)

    def members(self, group: str, first: int, last: int) -> list[Membership]:
        """The spells of those who may have belonged to `group` on some day from `first` to `last`."""
        actor = self.actors.get(group)
        return [one for one in actor.members if one.first <= last and one.last >= first] if actor else []
