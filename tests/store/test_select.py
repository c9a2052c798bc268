"""Queries: each part narrows the answer, any value of a part matches, and the timeline gives the order."""

import json
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.conftest import Compile, Record
from timeline.query import FacetTerm, Query
from timeline.store import Store

KINDS = ("summit", "meeting", "speech")
TOPICS = ("Trade", "war", "Überwachung")
STATUSES = ("held", "planned")


def having(facet: str, value: str) -> Query:
    """The query for the events with this value, folded."""
    return Query(facets=(FacetTerm(facet, (value,)),))


def ids(store: Store, query: Query) -> list[str]:
    """The ids of the answer, in its order."""
    return [json.loads(answer.json)["id"] for answer in store.select(query)]


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


class Event(NamedTuple):
    """The parts of a record that filters use."""

    kind: str
    status: str
    topics: list[str]
    date: str


event_values = st.builds(
    Event,
    kind=st.sampled_from(KINDS),
    status=st.sampled_from(STATUSES),
    topics=st.lists(st.sampled_from(TOPICS), max_size=2, unique=True),
    date=st.sampled_from(["2001", "2001-05", "2002-07-01", "2003/.."]),
)


@given(
    st.lists(event_values, max_size=8),
    some(KINDS),
    some(TOPICS),
    some(STATUSES),
    st.none() | st.integers(0, 9),
    st.booleans(),
)
def test_select_equals_a_filter_in_python(
    compiled: Compile,
    events: list[Event],
    kinds: tuple[str, ...],
    topics: tuple[str, ...],
    statuses: tuple[str, ...],
    limit: int | None,
    reverse: bool,
) -> None:
    by_id = {f"event-{number}": event for number, event in enumerate(events)}
    store = compiled([{"id": key, **event._asdict()} for key, event in by_id.items()])
    folded = tuple(topic.casefold() for topic in topics)
    asked = {"kind": kinds, "topic": folded, "status": statuses}
    facets = tuple(FacetTerm(name, values) for name, values in asked.items() if values)
    query = Query(facets=facets, limit=limit, reverse=reverse)
    expected = [
        key
        for key in (reversed(store.ids()) if reverse else store.ids())
        if (not kinds or by_id[key].kind in kinds)
        and (not topics or set(topics) & set(by_id[key].topics))
        and (not statuses or by_id[key].status in statuses)
    ]
    assert ids(store, query) == expected[:limit]


def test_events_are_sorted_by_earliest_start_then_precision_then_id(compiled: Compile) -> None:
    dates = {
        "day-b": "2001-01-01",
        "day-a": "2001-01-01",
        "month": "2001-01",
        "year": "2001",
        "later": "2001-01-02",
        "before-christ": "-0043-03-15",
        "far": "Y12001",
        "unknown": "/",
        "since": "2000/..",
    }
    store = compiled([{"id": key, "date": when} for key, when in dates.items()])
    in_order = [
        "before-christ", "since", "year", "month", "day-a", "day-b", "later", "far", "unknown",
    ]  # fmt: skip
    assert store.ids() == in_order
    assert ids(store, Query()) == in_order


CONGRESS: Record = {
    "id": "address-2024",
    "title": "Prime Minister Kishida addresses Congress",
    "date": "2024-04-11",
    "place": {"name": "Washington, D.C.", "country": "US"},
    "actors": {"JP": {"role": "speaker", "by": "Fumio Kishida", "level": "leader"}},
    "summary": ["He spoke of “Ukraine of\ttomorrow”."],
    "citations": [{"source": "gazette", "quote": "Today’s Ukraine", "supports": []}],
}
WORLD: list[Record] = [
    {"id": "JP", "name": "Japan", "kind": "country", "codes": ["JPN"], "aliases": ["Nippon"]},
    {"id": "US", "name": "United States", "kind": "country", "aliases": ["USA"], "ambiguous": ["Washington"]},
]


@pytest.mark.parametrize(
    "words",
    ["kishida", "ADDRESSES CONGRESS".casefold(), "ukraine of tomorrow", "today's", "japan", "fumio", "d.c."],
)
def test_text_searches_title_summary_quotes_actors_and_places(compiled: Compile, words: str) -> None:
    store = compiled([CONGRESS, {"id": "other", "date": "2024"}], WORLD)
    assert ids(store, Query(text=words)) == ["address-2024"]


@pytest.mark.parametrize("words", ["kishida speaks", "partner", "gazette", "address-2024"])
def test_text_searches_nothing_else(compiled: Compile, words: str) -> None:
    assert ids(compiled([CONGRESS], WORLD), Query(text=words)) == []


@pytest.mark.parametrize("place", ["washington, d.c.", "us", "united states"])
def test_place_matches_name_and_country(compiled: Compile, place: str) -> None:
    assert ids(compiled([CONGRESS], WORLD), having("place", place)) == ["address-2024"]


def test_place_matches_the_country_as_written(compiled: Compile) -> None:
    spelled = {**CONGRESS, "place": {"name": "Washington, D.C.", "country": "USA"}}
    assert ids(compiled([spelled], WORLD), having("place", "usa")) == ["address-2024"]


def test_source_matches_the_id(compiled: Compile) -> None:
    store = compiled([CONGRESS], WORLD)
    assert ids(store, having("source", "gazette")) == ["address-2024"]
    assert ids(store, having("source", "almanac")) == []


def test_text_narrows_a_facet(compiled: Compile) -> None:
    store = compiled([CONGRESS], WORLD)
    cited = having("source", "gazette")
    assert ids(store, cited._replace(text="kishida")) == ["address-2024"]
    assert ids(store, cited._replace(text="luxon")) == []


def test_a_role_without_an_actor_matches_any_actor(compiled: Compile) -> None:
    store = compiled([CONGRESS, {"id": "other", "date": "2024"}], WORLD)
    assert ids(store, Query(roles=("speaker", "host"))) == ["address-2024"]
    assert ids(store, Query(roles=("host",))) == []
