"""A limited answer is the head of the whole one: strands are merged in the order of the timeline."""

from hypothesis import given
from hypothesis import strategies as st

from tests.store.conftest import Compile
from tests.store.test_when import When, dates, windows
from tests.store.test_who import Spell, cast, queries, spells, world
from timeline.query import Query, Window
from timeline.roles import ROLES
from timeline.store import Store

asked_windows = st.lists(windows, max_size=2).map(tuple)


def answers(store: Store, query: Query) -> list[str]:
    return [answer.json for answer in store.select(query)]


@given(
    st.lists(st.tuples(dates(), cast), max_size=12),
    st.lists(spells(), max_size=4),
    queries(),
    asked_windows,
    st.tuples(st.integers(0, 5), st.booleans(), st.booleans()),
)
def test_a_limited_answer_is_the_head_of_the_whole_one(
    compiled: Compile,
    events: list[tuple[When, dict[str, list[str]]]],
    membership: list[Spell],
    query: Query,
    asked: tuple[Window, ...],
    how: tuple[int, bool, bool],
) -> None:
    limit, reverse, anybody = how
    records = [
        {"id": f"event-{number}", "date": when.text, "actors": {**roles}}
        for number, (when, roles) in enumerate(events)
    ]
    store = compiled(records, world(membership))
    query = query._replace(windows=asked, reverse=reverse)
    if anybody:
        query = query._replace(actors=(), roles=())
    whole = answers(store, query)
    assert answers(store, query._replace(limit=limit)) == whole[:limit]
    assert answers(store, query._replace(reverse=not reverse)) == whole[::-1]


@given(
    st.lists(st.tuples(dates(), cast), max_size=8), st.lists(spells(), max_size=4), queries(), asked_windows
)
def test_those_set_aside_are_those_that_absence_would_add(
    compiled: Compile,
    events: list[tuple[When, dict[str, list[str]]]],
    membership: list[Spell],
    query: Query,
    asked: tuple[Window, ...],
) -> None:
    records = [
        {"id": f"event-{number}", "date": when.text, "actors": {**roles}}
        for number, (when, roles) in enumerate(events)
    ]
    store = compiled(records, world(membership))
    query = query._replace(windows=asked, roles=())
    with_the_absent = answers(store, query._replace(roles=ROLES))
    assert store.count_absent(query) == len(with_the_absent) - len(answers(store, query))
