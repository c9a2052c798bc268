"""Filters by date and by actor find what the definitions say, here written in plain Python."""

import json
from datetime import date
from math import inf
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from tests.store.conftest import Compile, Record
from timeline.query import ActorTerm, Query, Window
from timeline.roles import ROLES

PEOPLE = ("ann", "ben")
GROUPS = ("guild", "league")
ABSENT = {"absent", "not-invited"}
SOME_ROLES = ("host", "partner", "target", "absent", "not-invited")


class Span(NamedTuple):
    """What is known of a stretch of time, in day numbers."""

    earliest_start: float
    latest_start: float
    earliest_end: float
    latest_end: float
    sure: bool = True

    def is_possible(self, window: Window) -> bool:
        since, until = limits(window)
        return self.earliest_start <= until and self.latest_end >= since

    def is_certain(self, window: Window) -> bool:
        since, until = limits(window)
        return self.sure and self.latest_start <= until and self.earliest_end >= since


class When(NamedTuple):
    """A date as written, and the spans that it may be: one, or the members of a set."""

    text: str
    spans: tuple[Span, ...]

    def is_possible(self, window: Window) -> bool:
        return any(span.is_possible(window) for span in self.spans)

    def is_certain(self, window: Window) -> bool:
        some_or_every = all if self.text.startswith("[") else any
        return some_or_every(span.is_certain(window) for span in self.spans)


def limits(window: Window) -> tuple[float, float]:
    since, until = window
    return (-inf if since is None else since), (inf if until is None else until)


class Unit(NamedTuple):
    """A year, a month or a day as written: its first and last day, as `~` and `?` change them."""

    text: str
    first: int
    last: int
    sure: bool = True


@st.composite
def units(draw: st.DrawFn) -> Unit:
    year, month, day = draw(st.integers(2000, 2004)), draw(st.integers(2, 11)), draw(st.integers(2, 26))
    mark = draw(st.sampled_from(["", "", "", "?", "~"]))
    wide = mark == "~"
    name, first, after = draw(
        st.sampled_from(
            [
                (f"{year}", date(year - wide, 1, 1), date(year + wide + 1, 1, 1)),
                (f"{year}-{month:02}", date(year, month - wide, 1), next_month(year, month + wide)),
                (
                    f"{year}-{month:02}-{day:02}",
                    date(year, month, day - wide),
                    date(year, month, day + 1 + wide),
                ),
            ]
        )
    )
    return Unit(name + mark, first.toordinal(), after.toordinal() - 1, mark != "?")


def next_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)


def within(unit: Unit) -> Span:
    """Some time in the unit: it may start and end on any of its days."""
    return Span(unit.first, unit.last, unit.first, unit.last, unit.sure)


@st.composite
def dates(draw: st.DrawFn) -> When:
    """A date of any kind. An open or unknown end is only known to be after the beginning."""
    first, last = sorted(draw(st.tuples(units(), units())), key=lambda unit: (unit.first, unit.last))
    both_sure = first.sure and last.sure
    from_to = Span(first.first, first.last, last.first, last.last, both_sure)
    kinds = [
        When(first.text, (within(first),)),
        When(f"{first.text}/..", (Span(first.first, first.last, first.last, inf, first.sure),)),
        When(f"{first.text}/", (Span(first.first, first.last, first.last, inf, first.sure),)),
        When(f"../{first.text}", (Span(-inf, first.first, first.first, first.last, first.sure),)),
        When(f"/{first.text}", (Span(-inf, first.first, first.first, first.last, first.sure),)),
        When("/", (Span(-inf, inf, -inf, inf),)),
        When(f"[{first.text},{last.text}]", (within(first), within(last))),
        When(f"{{{first.text},{last.text}}}", (within(first), within(last))),
        When(f"[..{first.text}]", (Span(-inf, first.last, -inf, first.last, first.sure),)),
        When(f"[{first.text}..]", (Span(first.first, inf, first.first, inf, first.sure),)),
    ]
    if first.last < last.first:
        kinds.append(When(f"{first.text}/{last.text}", (from_to,)))
    return draw(st.sampled_from(kinds))


window_days = st.none() | st.integers(date(1999, 6, 1).toordinal(), date(2006, 1, 1).toordinal())
windows = st.builds(Window, window_days, window_days)


@given(st.lists(dates(), min_size=2, max_size=12), st.lists(windows, max_size=2), st.booleans())
def test_windows_match_by_the_bounds_of_a_date(
    compiled: Compile, when: list[When], query_windows: list[Window], certain: bool
) -> None:
    events = {f"event-{number}": written for number, written in enumerate(when)}
    store = compiled([{"id": event, "date": written.text} for event, written in events.items()])
    matched = {}
    for answer in store.select(Query(windows=tuple(query_windows), certain=certain)):
        document = json.loads(answer.json)
        matched[document["id"]] = document["match"]["certainty"] if query_windows else "certain"
    expected = {}
    for event, written in events.items():
        sure = all(map(written.is_certain, query_windows))
        if all(map(written.is_possible, query_windows)) and (sure or not certain):
            expected[event] = "certain" if sure else "possible"
    assert matched == expected


class Days(NamedTuple):
    """From a first to a last day."""

    first: float
    last: float

    def cover(self, other: "Days") -> bool:
        return self.first <= other.first and self.last >= other.last

    def meet(self, other: "Days") -> bool:
        return self.first <= other.last and self.last >= other.first


class Membership(NamedTuple):
    """A membership as written, the days that it may have, and those that it certainly has."""

    group: str
    member: str
    text: str
    possible: Days
    sure: Days


class Event(NamedTuple):
    """An event on some days, and the roles of the actors that it names."""

    id: str
    text: str
    days: Days
    roles: dict[str, list[str]]


def day(number: int) -> date:
    return date.fromordinal(date(2001, 1, 1).toordinal() + number)


@st.composite
def memberships(draw: st.DrawFn) -> Membership:
    """One membership; if it began or ended in a year, the days of that year are uncertain."""
    numbers = sorted(draw(st.tuples(st.integers(0, 800), st.integers(0, 800))))
    first, last = map(day, numbers)
    a, b = first.toordinal(), last.toordinal()
    year_begins, year_ends = date(first.year, 1, 1).toordinal(), date(first.year, 12, 31).toordinal()
    last_year_begins, last_year_ends = date(last.year, 1, 1).toordinal(), date(last.year, 12, 31).toordinal()
    kinds = [
        (f"{first}/{last}", Days(a, b), Days(a, b)),
        (f"{first}/..", Days(a, inf), Days(a, inf)),
        (f"{first}/", Days(a, inf), Days(a, a)),
        (f"{first.year}/..", Days(year_begins, inf), Days(year_ends, inf)),
        (f"{first}?/..", Days(a, inf), Days(inf, -inf)),
    ]
    if first.year < last.year:
        kinds.append((f"{first}/{last.year}", Days(a, last_year_ends), Days(a, last_year_begins)))
    text, possible, sure = draw(st.sampled_from(kinds))
    return Membership(draw(st.sampled_from(GROUPS)), draw(st.sampled_from(PEOPLE)), text, possible, sure)


roles = st.lists(st.sampled_from(SOME_ROLES), min_size=1, max_size=2, unique=True)
named_actors = st.fixed_dictionaries({}, optional=dict.fromkeys((*PEOPLE, *GROUPS), roles))


@st.composite
def timelines(draw: st.DrawFn) -> list[Event]:
    events = []
    for number in range(draw(st.integers(3, 6))):
        start, length = draw(st.integers(0, 800)), draw(st.integers(0, 200))
        first, last = day(start), day(start + length)
        days = Days(first.toordinal(), last.toordinal())
        events.append(Event(f"event-{number}", f"{first}/{last}", days, draw(named_actors)))
    return events


def expected_match(
    event: Event, term: ActorTerm, query: Query, members: list[Membership]
) -> dict[str, object] | None:
    """How an event matches one `--actor`, or None; any actor of the term is enough."""
    accepted = set(query.roles) if query.roles else set(ROLES) - ABSENT
    sure, through, named = False, set(), False
    for actor in term.ids:
        if actor in event.roles:  # if the event names an actor, only that counts
            named |= bool(accepted & set(event.roles[actor]))
            continue
        for membership in members if not query.direct else []:
            group_counts = bool((accepted - ABSENT) & set(event.roles.get(membership.group, ())))
            if membership.member == actor and group_counts and membership.possible.meet(event.days):
                through.add(membership.group)
                sure |= membership.sure.cover(event.days)
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
    query = Query(actors=tuple(draw(some_terms)), direct=draw(rarely), certain=draw(rarely))
    return query._replace(roles=tuple(draw(st.just([]) | some_roles)))


def world(members: list[Membership]) -> list[Record]:
    people: list[Record] = [{"id": person, "name": person, "kind": "person"} for person in PEOPLE]
    groups: list[Record] = []
    for group in GROUPS:
        by_member: dict[str, list[str]] = {}
        for membership in members:
            if membership.group == group:
                by_member.setdefault(membership.member, []).append(membership.text)
        groups.append({"id": group, "name": group, "kind": "group", "members": by_member})
    return people + groups


@given(timelines(), st.lists(memberships(), min_size=2, max_size=5), queries())
def test_actors_match_by_name_and_through_the_groups_of_that_time(
    compiled: Compile, events: list[Event], members: list[Membership], query: Query
) -> None:
    records = [{"id": event.id, "date": event.text, "actors": {**event.roles}} for event in events]
    store = compiled(records, world(members))
    documents = [json.loads(answer.json) for answer in store.select(query)]
    expected = {}
    for event in events:
        matched = {term.name: expected_match(event, term, query, members) for term in query.actors}
        matches = [match for match in matched.values() if match is not None]
        sure = all(match["certainty"] == "certain" for match in matches)
        if len(matches) == len(query.actors) and (sure or not query.certain):
            expected[event.id] = matched
    assert {document["id"]: document["match"]["actors"] for document in documents} == expected


def test_a_membership_with_an_uncertain_end_is_not_certain_in_its_last_year(compiled: Compile) -> None:
    members = {"ann": "2001-01-01/2003"}
    actors: list[Record] = [
        {"id": "ann", "name": "Ann", "kind": "person"},
        {"id": "guild", "name": "Guild", "kind": "group", "members": members},
    ]
    texts = {"surely": "2002-06-01", "perhaps": "2003-06-01", "too-late": "2004-01-01"}
    events: list[Record] = [
        {"id": event, "date": text, "actors": {"guild": "host"}} for event, text in texts.items()
    ]
    store = compiled(events, actors)
    documents = [
        json.loads(answer.json) for answer in store.select(Query(actors=(ActorTerm("Ann", ("ann",)),)))
    ]
    certainty = {document["id"]: document["match"]["actors"]["Ann"]["certainty"] for document in documents}
    assert certainty == {"surely": "certain", "perhaps": "possible"}
    certain = Query(member_of=(("guild",),), certain=True)
    assert [json.loads(answer.stored)["id"] for answer in store.select(certain)] == ["surely"]
