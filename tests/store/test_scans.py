"""Merged scans give the first events of the whole answer, in the order of the timeline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.conftest import Compile, Record
from tests.store.test_filters import (
    Membership,
    When,
    dates,
    memberships,
    named_actors,
    queries,
    windows,
    world,
)
from timeline.query import Query, Window
from timeline.roles import ROLES
from timeline.store import Store
from timeline.store.scans import DURATION_BUCKETS, bucket_of

Events = list[tuple[When, dict[str, list[str]]]]
events = st.lists(st.tuples(dates(), named_actors), max_size=12)
query_windows = st.lists(windows, max_size=2).map(tuple)


def records(events: Events) -> list[Record]:
    return [
        {"id": f"event-{number}", "date": when.text, "actors": {**roles}}
        for number, (when, roles) in enumerate(events)
    ]


def answers(store: Store, query: Query) -> list[str]:
    return [answer.json for answer in store.select(query)]


@given(
    events,
    st.lists(memberships(), max_size=4),
    queries(),
    query_windows,
    st.tuples(st.integers(0, 5), st.booleans(), st.booleans()),
)
def test_a_limited_answer_is_the_head_of_the_whole_answer(
    compiled: Compile,
    events: Events,
    members: list[Membership],
    query: Query,
    windows: tuple[Window, ...],
    options: tuple[int, bool, bool],
) -> None:
    limit, reverse, any_actor = options
    store = compiled(records(events), world(members))
    query = query._replace(windows=windows, reverse=reverse)
    if any_actor:
        query = query._replace(actors=(), roles=())
    whole = answers(store, query)
    assert answers(store, query._replace(limit=limit)) == whole[:limit]
    assert answers(store, query._replace(reverse=not reverse)) == whole[::-1]


@given(events, st.lists(memberships(), max_size=4), queries(), query_windows)
def test_count_absent_counts_what_absent_roles_would_add(
    compiled: Compile, events: Events, members: list[Membership], query: Query, windows: tuple[Window, ...]
) -> None:
    store = compiled(records(events), world(members))
    query = query._replace(windows=windows, roles=())
    with_absent = answers(store, query._replace(roles=ROLES))
    assert store.count_absent(query) == len(with_absent) - len(answers(store, query))


@pytest.mark.parametrize(
    ("before", "after", "bucket"),
    [(0, 0, 0), (0, 1, 1), (31, 31, 1), (32, 0, 2), (0, 32, 2), (366, 366, 2), (0, 367, 3), (3660, 3660, 3),
     (0, 3661, 4), (366, 9000, 4), (3661, 0, 5), (9000, 366, 5), (3661, 367, 6)],
)  # fmt: skip
def test_bucket_of_takes_the_first_bucket_that_is_long_enough(before: int, after: int, bucket: int) -> None:
    assert bucket_of(700_000, 700_000 - before, 700_000 + after) == bucket
    assert before <= DURATION_BUCKETS[bucket][0]
    assert after <= DURATION_BUCKETS[bucket][1]
