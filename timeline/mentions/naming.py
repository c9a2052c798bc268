"""By which words an actor can be named in prose, and what each of them says."""

from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import Literal, NamedTuple

from timeline.mentions.regions import REGIONS
from timeline.mentions.words import words
from timeline.records import ActorRecord

Sense = Literal["region", "demonym", "name", "metonym"]
"""A `region` holds a state's name and means none; a `metonym` may mean its actors and names none by itself."""

_STRENGTH: tuple[Sense, ...] = ("region", "demonym", "name", "metonym")
_POINTS = ("North", "South", "East", "West")
_NO_PLURAL_IN_S = ("s", "x", "z", "sh", "ch", "ese")
_Written = tuple[str, Sense, str]


class Bearing(NamedTuple):
    """What a name says in prose, and of whom: ids, several where they share it (Congolese)."""

    sense: Sense
    actors: tuple[str, ...]


def bearings(records: Iterable[ActorRecord]) -> dict[tuple[str, ...], Bearing]:
    """Every name as its words, with what it says. A later record replaces an earlier one of the same id.

    Ids and codes are not among them: IN, IS and CAN are English words. Those that prose uses are aliases.
    """
    known = {record.id: record for record in records}
    written = [one for record in known.values() for one in _written(record)]
    said = {tuple(words(region)): Bearing("region", ()) for region in REGIONS}
    for name, sense, key in (*written, *_together(written)):
        for spelling in _spellings(name):
            said[spelling] = _joined(said.get(spelling), sense, key)
    return said


def _spellings(name: str) -> set[tuple[str, ...]]:
    """The words of a name, also as they stand at the head of a sentence: `The alliance`."""
    spelled = tuple(words(name))
    return {spelled, (spelled[0][0].upper() + spelled[0][1:], *spelled[1:])} if spelled else set()


def _joined(before: Bearing | None, sense: Sense, key: str) -> Bearing:
    """A name that two bear; who may only be meant by it spoils it for who is called so."""
    if before is None:
        return Bearing(sense, (key,))
    weaker = _STRENGTH.index(before.sense) < _STRENGTH.index(sense)
    if before.sense == sense or "metonym" in (before.sense, sense):
        return Bearing(sense if weaker else before.sense, tuple(dict.fromkeys((*before.actors, key))))
    return Bearing(sense, (key,)) if weaker else before


def _written(record: ActorRecord) -> Iterator[_Written]:
    for name in (record.name, *record.aliases):
        yield name, "name", record.id
    for demonym in record.demonyms:
        yield demonym, "demonym", record.id
        if not demonym.endswith(_NO_PLURAL_IN_S):
            yield _plural(demonym), "demonym", record.id
    for name in record.ambiguous:
        yield name, "metonym", record.id


def _plural(demonym: str) -> str:
    return f"{demonym[:-3]}men" if demonym.endswith(("hman", "hwoman")) else f"{demonym}s"


def _together(written: list[_Written]) -> Iterator[_Written]:
    """The names of two at once: `North and South Korea`, `both Koreas`."""
    beside: dict[tuple[str, Sense], dict[str, str]] = {}
    for name, sense, key in written:
        point, _, rest = name.partition(" ")
        if rest and point in _POINTS:
            beside.setdefault((rest, sense), {})[point] = key
    for (rest, sense), points in beside.items():
        for one, other in permutations(points, 2):
            yield f"{one} and {other} {rest}", sense, points[one]
            yield f"{one} and {other} {rest}", sense, points[other]
            for lead in ("both", "two", "the") if sense == "name" else ():
                yield f"{lead} {rest}s", sense, points[one]
