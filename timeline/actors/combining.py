"""Names made of names: two states at once, a body that is called after its organisation."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations

from timeline.actors.aliases import Alias, AliasMeaning, AliasWords, Sense, bearings, namings
from timeline.records import ActorRecord

_POINTS = ("North", "South", "East", "West")


def all_bearings(records: Iterable[ActorRecord]) -> dict[AliasWords, AliasMeaning]:
    """Every name and what it says. A later record replaces an earlier one of the same id."""
    known = {record.id: record for record in records}
    named = list(namings(known.values()))
    said = bearings((*named, *_together(named), *_unions(named)))
    _name_organisations(said, known)
    return {spelled: bearing for spelled, bearing in said.items() if not _adds_nothing(spelled, said)}


def _together(named: list[Alias]) -> Iterator[Alias]:
    """The names of two at once: `North and South Korea`, `both Koreas`."""
    beside: dict[tuple[str, Sense], dict[str, str]] = {}
    for name, sense, actor in named:
        point, _, rest = name.partition(" ")
        if rest and point in _POINTS:
            beside.setdefault((rest, sense), {})[point] = actor
    for (rest, sense), points in beside.items():
        for one, other in permutations(points, 2):
            yield Alias(f"{one} and {other} {rest}", sense, points[one])
            yield Alias(f"{one} and {other} {rest}", sense, points[other])
            for lead in ("both", "two", "the") if sense == "name" else ():
                yield Alias(f"{lead} {rest}s", sense, points[one])


def _unions(named: list[Alias]) -> Iterator[Alias]:
    """A union called after its parts (`Serbia and Montenegro`) is, in prose of today, mostly the parts."""
    by_name = {name: actor for name, sense, actor in named if sense == "name"}
    for name in by_name:
        one, _, other = name.partition(" and ")
        if one in by_name and other in by_name:
            yield Alias(name, "name", by_name[one])
            yield Alias(name, "name", by_name[other])


def _name_organisations(said: dict[AliasWords, AliasMeaning], known: Mapping[str, ActorRecord]) -> None:
    """A body's name that holds its organisation's name says both: `UN Security Council` names the UN."""
    for spelled, bearing in list(said.items()):
        if bearing.sense == "name" and all(known[actor].kind == "body" for actor in bearing.actors):
            inside = [actor for part in _parts(spelled, said) for actor in part.actors]
            owners = [actor for actor in inside if known[actor].kind == "organisation"]
            said[spelled] = AliasMeaning("name", tuple(dict.fromkeys((*bearing.actors, *owners))))


def _parts(spelled: AliasWords, said: Mapping[AliasWords, AliasMeaning]) -> Iterator[AliasMeaning]:
    for start in range(len(spelled)):
        for end in range(start + 1, len(spelled) + 1):
            found = said.get(spelled[start:end])
            if found and found.sense == "name" and end - start < len(spelled):
                yield found


def _adds_nothing(spelled: AliasWords, said: Mapping[AliasWords, AliasMeaning]) -> bool:
    """Whether a name says no more than a shorter one in it: `the US` than `US`, which it must not keep from
    being found in `the US Chamber of Commerce`; and `NATO allies`, though it may mean others, than `NATO`.
    """
    if spelled[0] in ("the", "The"):
        return said.get(spelled[1:]) == said[spelled]
    end = len(spelled)
    while end and spelled[end - 1].islower():
        end -= 1
    plain = said.get(spelled[:end]) if end < len(spelled) else None
    return said[spelled].sense == "metonym" and plain is not None and plain.sense == "name"
