"""The names under which actors occur in prose, and what each of them means."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from typing import Literal, NamedTuple

from timeline.records import ActorRecord
from timeline.text.words import words

Sense = Literal["region", "demonym", "name", "metonym"]
"""A `region` contains the name of a state and means none; a `metonym` may mean its actors and names none."""

AliasWords = tuple[str, ...]
"""A name, split into words and punctuation marks."""

_STRENGTH: tuple[Sense, ...] = ("region", "demonym", "name", "metonym")
_NO_PLURAL_IN_S = ("s", "x", "z", "sh", "ch", "ese")
_COMPASS = ("North", "South", "East", "West")

_REGIONS = (
    # Waters are called after a shore, and belong to no state by their name.
    "South China Sea", "East China Sea", "Sea of Japan", "Philippine Sea", "Norwegian Sea", "Irish Sea",
    "Greenland Sea", "Solomon Sea", "Timor Sea", "Indian Ocean", "Gulf of Mexico", "Gulf of America",
    "Gulf of Oman", "Gulf of Guinea", "Gulf of Thailand", "Gulf of Finland", "Gulf of Panama",
    "Gulf of Honduras", "Taiwan Strait", "Taiwan Straits", "Korea Strait", "Mozambique Channel",
    "Lake Chad", "Jordan River", "River Jordan", "Niger River", "River Niger", "Congo River", "River Congo",
    # A continent is not the state of that name.
    "North America", "South America", "Latin America", "Central America", "North American",
    "South American", "Latin American", "Central American", "Pan-American",
    # "Korean" may mean either state, and the peninsula is shared.
    "Korean Peninsula", "Korea Peninsula", "Indian subcontinent", "Indian Subcontinent", "New Guinea",
    "West Indies", "West Indian", "West Indians",
    # Parts of other states, which the longer name tells apart.
    "Northern Ireland", "Inner Mongolia", "New Mexico", "New Jersey", "British Columbia", "French Canadian",
)  # fmt: skip


class Alias(NamedTuple):
    """A name of one actor: as written in its record, its sense, the id of the actor."""

    name: str
    sense: Sense
    actor: str


class AliasMeaning(NamedTuple):
    """What a name means in prose: its sense, and the ids of its actors; several where they share the name
    (Congolese).
    """

    sense: Sense
    actors: tuple[str, ...]


def alias_meanings(records: Iterable[ActorRecord]) -> dict[AliasWords, AliasMeaning]:
    """The meaning of every name of these actors, by its words. A later record replaces an earlier one of the
    same id.
    """
    known = {record.id: record for record in records}
    aliases = list(_aliases(known.values()))
    meanings = _meanings((*aliases, *_pairs(aliases), *_unions(aliases)))
    _add_organisations(meanings, known)
    return {name: meaning for name, meaning in meanings.items() if not _is_redundant(name, meanings)}


def _aliases(records: Iterable[ActorRecord]) -> Iterator[Alias]:
    """Every name that prose may use. Ids and codes are left out: IN, IS and CAN are English words, and the
    codes that prose does use are repeated among the aliases.
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


def _pairs(aliases: list[Alias]) -> Iterator[Alias]:
    """Names of two actors at once: `North and South Korea`, `both Koreas`."""
    by_rest: dict[tuple[str, Sense], dict[str, str]] = {}
    for name, sense, actor in aliases:
        point, _, rest = name.partition(" ")
        if rest and point in _COMPASS:
            by_rest.setdefault((rest, sense), {})[point] = actor
    for (rest, sense), points in by_rest.items():
        for first, second in permutations(points, 2):
            yield Alias(f"{first} and {second} {rest}", sense, points[first])
            yield Alias(f"{first} and {second} {rest}", sense, points[second])
            for determiner in ("both", "two", "the") if sense == "name" else ():
                yield Alias(f"{determiner} {rest}s", sense, points[first])


def _unions(aliases: list[Alias]) -> Iterator[Alias]:
    """A union named after its parts (`Serbia and Montenegro`) mostly means the parts in prose of today."""
    by_name = {name: actor for name, sense, actor in aliases if sense == "name"}
    for name in by_name:
        first, _, second = name.partition(" and ")
        if first in by_name and second in by_name:
            yield Alias(name, "name", by_name[first])
            yield Alias(name, "name", by_name[second])


def _meanings(aliases: Iterable[Alias]) -> dict[AliasWords, AliasMeaning]:
    """The meaning of each name, by its words, in every spelling that prose uses."""
    meanings: dict[AliasWords, tuple[Sense, dict[str, None]]]
    meanings = {tuple(words(region)): ("region", {}) for region in _REGIONS}
    for name, sense, actor in aliases:
        for spelling in _spellings(name):
            meanings[spelling] = _merged(meanings.get(spelling), sense, actor)
    return {spelling: AliasMeaning(sense, tuple(actors)) for spelling, (sense, actors) in meanings.items()}


def _spellings(name: str) -> set[AliasWords]:
    """The words of a name, also with a capital as at the start of a sentence: `The alliance`."""
    spelling = tuple(words(name))
    return {spelling, (spelling[0][0].upper() + spelling[0][1:], *spelling[1:])} if spelling else set()


def _merged(
    before: tuple[Sense, dict[str, None]] | None, sense: Sense, actor: str
) -> tuple[Sense, dict[str, None]]:
    """The meaning of a name that one more actor has. A metonym of one actor makes the name ambiguous for all
    others; otherwise the stronger sense wins.
    """
    if before is None:
        return sense, {actor: None}
    earlier, actors = before
    weaker = _STRENGTH.index(earlier) < _STRENGTH.index(sense)
    if earlier == sense or "metonym" in (earlier, sense):
        actors[actor] = None
        return sense if weaker else earlier, actors
    return (sense, {actor: None}) if weaker else before


def _add_organisations(meanings: dict[AliasWords, AliasMeaning], known: Mapping[str, ActorRecord]) -> None:
    """The name of a body that contains the name of its organisation means both: `UN Security Council` also
    names the UN.
    """
    for name, meaning in list(meanings.items()):
        if meaning.sense == "name" and all(known[actor].kind == "body" for actor in meaning.actors):
            inside = [actor for part in _names_inside(name, meanings) for actor in part.actors]
            owners = [actor for actor in inside if known[actor].kind == "organisation"]
            meanings[name] = AliasMeaning("name", tuple(dict.fromkeys((*meaning.actors, *owners))))


def _names_inside(name: AliasWords, meanings: Mapping[AliasWords, AliasMeaning]) -> Iterator[AliasMeaning]:
    for start in range(len(name)):
        for end in range(start + 1, len(name) + 1):
            meaning = meanings.get(name[start:end])
            if meaning and meaning.sense == "name" and end - start < len(name):
                yield meaning


def _is_redundant(name: AliasWords, meanings: Mapping[AliasWords, AliasMeaning]) -> bool:
    """Whether a shorter name inside of this one means the same: `the US` must not hide `US` in `the US
    Chamber of Commerce`. `NATO allies` is dropped for `NATO` too, although it is a metonym.
    """
    if name[0] in ("the", "The"):
        return meanings.get(name[1:]) == meanings[name]
    end = len(name)
    while end and name[end - 1].islower():
        end -= 1
    shorter = meanings.get(name[:end]) if end < len(name) else None
    return meanings[name].sense == "metonym" and shorter is not None and shorter.sense == "name"
