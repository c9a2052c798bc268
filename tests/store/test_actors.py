"""The actors of a store: names, memberships, and the events that name them."""

import json

import pytest

from tests.store.conftest import Compile, Record
from timeline.query import ActorTerm, Query
from timeline.store import Store

WORLD: list[Record] = [
    {"id": "JP", "name": "Japan", "kind": "country", "codes": ["JPN"], "ambiguous": ["Tokyo"]},
    {"id": "CL", "name": "Chile", "kind": "country"},
    {"id": "PE", "name": "Peru", "kind": "country"},
    {"id": "guild", "name": "The Guild", "kind": "organisation", "see": ["guild-book"],
     "members": {"PE": "2003/..", "JP": ["2001/2002", "2005/.."], "CL": "2001/2002"}},
    {"id": "league", "name": "A League", "kind": "organisation", "members": {"JP": "2001/.."}},
]  # fmt: skip
EVENTS: list[Record] = [
    {"id": "both", "date": "2001-05", "actors": {"JP": "host", "guild": "member"}},
    {"id": "then-member", "date": "2001-06", "actors": {"JP": ["host", "speaker"], "CL": "partner"}},
    {"id": "between", "date": "2004", "actors": {"JP": "host"}},
    {"id": "not-there", "date": "2006-01", "actors": {"PE": "absent"}},
    {"id": "again", "date": "2006-02", "actors": {"PE": "target"}},
]


@pytest.fixture(scope="module")
def store(compiled: Compile) -> Store:
    """The timeline of these events."""
    return compiled(EVENTS, WORLD)


def test_members_and_groups_are_sorted_by_first_day(store: Store) -> None:
    members = [(row.id, row.name, row.edtf) for row in store.actors.members("guild")]
    assert members == [
        ("CL", "Chile", "2001/2002"),
        ("JP", "Japan", "2001/2002"),
        ("PE", "Peru", "2003/.."),
        ("JP", "Japan", "2005/.."),
    ]
    assert [(row.id, row.name) for row in store.actors.groups("JP")] == [
        ("league", "A League"),
        ("guild", "The Guild"),
        ("guild", "The Guild"),
    ]


def test_count_via_members_leaves_out_events_that_name_the_group(store: Store) -> None:
    guild, league = ActorTerm("Guild", ("guild",)), ActorTerm("League", ("league",))
    assert store.count_via_members(Query(), guild) == 2, "then-member, again: not both, between or not-there"
    assert store.count_via_members(Query(), league) == 3
    assert store.count_via_members(Query(), ActorTerm("Both", ("guild", "league"))) == 3
    assert store.count_via_members(Query(direct=True), guild) == 0


def test_activity_counts_events_and_gives_the_first_and_last(store: Store) -> None:
    assert [tuple(row) for row in store.actors.activity(["host", "speaker", "partner"])] == [
        ("JP", "Japan", "country", 3, ("both", "2001-05"), ("between", "2004")),
        ("CL", "Chile", "country", 1, ("then-member", "2001-06"), ("then-member", "2001-06")),
    ]
    assert store.actors.by_frequency()[:2] == [("Japan", "country"), ("Peru", "country")]


def test_activity_ignores_other_roles(store: Store) -> None:
    assert [row.id for row in store.actors.activity(["target"])] == ["PE"]


def test_names_and_record(store: Store) -> None:
    assert store.actors.names() == ["A League", "Chile", "Japan", "Peru", "The Guild"]
    assert json.loads(store.actors.record("JP")) == {
        "id": "JP",
        "name": "Japan",
        "kind": "country",
        "names": ["JPN"],
        "ambiguous": ["Tokyo"],
        "see": [],
        "existed": None,
        "origin": "built-in",
    }
    assert json.loads(store.actors.record("guild"))["see"] == ["guild-book"]
