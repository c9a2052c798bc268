"""The store finds by actor what the definitions say: design, section 3, read out loud in plain Python."""

import json
from datetime import date
from math import inf
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from tests.store.conftest import Compile, Record
from timeline.query import ActorTerm, Query
from timeline.roles import ROLES

PEOPLE = ("ann", "ben")
GROUPS = ("guild", "league")
ABSENT = {"absent", "not-invited"}
SOME_ROLES = ("host", "partner", "target", "absent", "not-invited")


class Days(NamedTuple):
    """From a first to a last day."""

    first: float
    last: float

    def cover(self, other: "Days") -> bool:
        return self.first <= other.first and self.last >= other.last

    def meet(self, other: "Days") -> bool:
        return self.first <= other.last and self.last >= other.first


class Spell(NamedTuple):
    """A membership as written, the days on which it may have been, and those on which it surely was."""

    group: str
    member: str
    text: str
    possible: Days
    sure: Days


class Event(NamedTuple):
    """What happened on some days, and in what roles who is named."""

    id: str
    text: str
    days: Days
    roles: dict[str, list[str]]


def day(number: int) -> date:
    return date.fromordinal(date(2001, 1, 1).toordinal() + number)


@st.composite
def spells(draw: st.DrawFn) -> Spell:
    """One stretch of membership; a year that began or ended it leaves its days in doubt."""
    one, other = sorted(draw(st.tuples(st.integers(0, 800), st.integers(0, 800))))
    first, last = day(one), day(other)
    a, b = first.toordinal(), last.toordinal()
    new_year = date(first.year, 1, 1).toordinal()
    old_year = date(first.year, 12, 31).toordinal()
    text, possible, sure = draw(
        st.sampled_from(
            [
                (f"{first}/{last}", Days(a, b), Days(a, b)),
                (f"{first}/..", Days(a, inf), Days(a, inf)),
                (f"{first}/", Days(a, inf), Days(a, a)),
                (f"{first.year}/..", Days(new_year, inf), Days(old_year, inf)),
                (f"{first}?/..", Days(a, inf), Days(inf, -inf)),
            ]
        )
    )
    return Spell(draw(st.sampled_from(GROUPS)), draw(st.sampled_from(PEOPLE)), text, possible, sure)


roles = st.lists(st.sampled_from(SOME_ROLES), min_size=1, max_size=2, unique=True)
cast = st.fixed_dictionaries({}, optional=dict.fromkeys((*PEOPLE, *GROUPS), roles))


@st.composite
def timelines(draw: st.DrawFn) -> list[Event]:
    events = []
    for number in range(draw(st.integers(3, 6))):
        one, length = draw(st.integers(0, 800)), draw(st.integers(0, 200))
        first, last = day(one), day(one + length)
        days = Days(first.toordinal(), last.toordinal())
        events.append(Event(f"event-{number}", f"{first}/{last}", days, draw(cast)))
    return events


def answer(event: Event, term: ActorTerm, query: Query, membership: list[Spell]) -> dict[str, object] | None:
    """How one event matches one `--actor`, or None: any of its actors will do."""
    accepted = set(query.roles) if query.roles else set(ROLES) - ABSENT
    sure, through, named = False, set(), False
    for actor in term.ids:
        if actor in event.roles:  # an actor that the event names is judged by that alone
            named |= bool(accepted & set(event.roles[actor]))
            continue
        for spell in membership if not query.direct else []:
            group_counts = bool((accepted - ABSENT) & set(event.roles.get(spell.group, ())))
            if spell.member == actor and group_counts and spell.possible.meet(event.days):
                through.add(spell.group)
                sure |= spell.sure.cover(event.days)
    if not named and not through:
        return None
    return {"certainty": "certain" if named or sure else "possible", "through": sorted(through)}


terms = st.lists(st.sampled_from((*PEOPLE, "guild")), min_size=1, max_size=2, unique=True).map(
    lambda ids: ActorTerm(",".join(ids), tuple(ids))
)
some_roles = st.lists(st.sampled_from(SOME_ROLES), min_size=1, max_size=3, unique=True)
some_terms = st.lists(terms, min_size=1, max_size=2, unique=True)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    rarely = st.sampled_from([False, False, False, True])
    asked = Query(actors=tuple(draw(some_terms)), direct=draw(rarely), certain=draw(rarely))
    return asked._replace(roles=tuple(draw(st.just([]) | some_roles)))


def world(membership: list[Spell]) -> list[Record]:
    people: list[Record] = [{"id": person, "name": person, "kind": "person"} for person in PEOPLE]
    groups: list[Record] = []
    for group in GROUPS:
        members: dict[str, list[str]] = {}
        for spell in membership:
            if spell.group == group:
                members.setdefault(spell.member, []).append(spell.text)
        groups.append({"id": group, "name": group, "kind": "group", "members": members})
    return people + groups


@given(timelines(), st.lists(spells(), min_size=2, max_size=5), queries())
def test_an_actor_is_found_by_name_and_through_the_groups_of_those_days(
    compiled: Compile, events: list[Event], membership: list[Spell], query: Query
) -> None:
    records = [{"id": one.id, "date": one.text, "actors": {**one.roles}} for one in events]
    store = compiled(records, world(membership))
    documents = [json.loads(found.json) for found in store.select(query)]
    expected = {}
    for event in events:
        matched = {term.name: answer(event, term, query, membership) for term in query.actors}
        held = [match for match in matched.values() if match is not None]
        sure = all(match["certainty"] == "certain" for match in held)
        if len(held) == len(query.actors) and (sure or not query.certain):
            expected[event.id] = matched
    assert {document["id"]: document["match"]["actors"] for document in documents} == expected
