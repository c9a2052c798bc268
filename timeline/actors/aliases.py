"""By which words an actor can be named in prose, and what each of them says."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from timeline.actors.regions import REGIONS
from timeline.records import ActorRecord
from timeline.text.words import words

Sense = Literal["region", "demonym", "name", "metonym"]
"""A `region` holds a state's name and means none; a `metonym` may mean its actors and names none."""

AliasWords = tuple[str, ...]
"""A name as its words and marks."""

_STRENGTH: tuple[Sense, ...] = ("region", "demonym", "name", "metonym")
_NO_PLURAL_IN_S = ("s", "x", "z", "sh", "ch", "ese")


class Alias(NamedTuple):
    """One way to name one actor: as written in its record, what it says, the actor's id."""

    name: str
    sense: Sense
    actor: str


class AliasMeaning(NamedTuple):
    """What a name says in prose, and of whom: ids, several where they share it (Congolese)."""

    sense: Sense
    actors: tuple[str, ...]


def namings(records: Iterable[ActorRecord]) -> Iterator[Alias]:
    """Every name that prose may use. Ids and codes are none: IN, IS and CAN are English words, and those
    that prose does use are among the aliases.
    """
    for record in records:
        for name in (record.name, *record.aliases):
            yield Alias(name, "name", record.id)
        for demonym in record.demonyms:
            yield Alias(demonym, "demonym", record.id)
            if not demonym.endswith(_NO_PLURAL_IN_S):
                yield Alias(_plural(demonym), "demonym", record.id)
        for name in record.ambiguous:
            yield Alias(name, "metonym", record.id)


def _plural(demonym: str) -> str:
    return f"{demonym[:-3]}men" if demonym.endswith(("hman", "hwoman")) else f"{demonym}s"


def bearings(named: Iterable[Alias]) -> dict[AliasWords, AliasMeaning]:
    """What each name says, by its words, in all the spellings in which it may stand."""
    said: dict[AliasWords, tuple[Sense, dict[str, None]]]
    said = {tuple(words(region)): ("region", {}) for region in REGIONS}
    for name, sense, actor in named:
        for spelling in _spellings(name):
            said[spelling] = _joined(said.get(spelling), sense, actor)
    return {spelling: AliasMeaning(sense, tuple(actors)) for spelling, (sense, actors) in said.items()}


def _spellings(name: str) -> set[AliasWords]:
    """The words of a name, also as they stand at the head of a sentence: `The alliance`."""
    spelled = tuple(words(name))
    return {spelled, (spelled[0][0].upper() + spelled[0][1:], *spelled[1:])} if spelled else set()


def _joined(
    before: tuple[Sense, dict[str, None]] | None, sense: Sense, actor: str
) -> tuple[Sense, dict[str, None]]:
    """A name that two bear; who may only be meant by it spoils it for who is called so."""
    if before is None:
        return sense, {actor: None}
    earlier, actors = before
    weaker = _STRENGTH.index(earlier) < _STRENGTH.index(sense)
    if earlier == sense or "metonym" in (earlier, sense):
        actors[actor] = None
        return sense if weaker else earlier, actors
    return (sense, {actor: None}) if weaker else before
