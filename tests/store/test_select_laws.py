"""Laws of every query: its parts narrow each other, a limit takes the head, and counts agree with answers."""

import json
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.conftest import Compile, Record
from timeline.dates import parse, window
from timeline.query import ActorTerm, FacetTerm, Query, Window
from timeline.roles import ROLES
from timeline.store import Store

SOME_ROLES = ("host", "partner", "target", "absent", "not-invited")
GUILD = {"ann": "2001/2003", "ben": "2002-05-01/.."}
LEAGUE = {"ben": "2000/2001-06", "guild": "2001/.."}
WORLD: list[Record] = [
    {"id": "ann", "name": "Ann", "kind": "person"},
    {"id": "ben", "name": "Ben", "kind": "person"},
    {"id": "guild", "name": "Guild", "kind": "group", "members": GUILD},
    {"id": "league", "name": "League", "kind": "group", "members": LEAGUE},
]
# One or more for each duration bucket, so that every kind of scan is used.
DATES = (
    "2001-05-07", "2002-05-01", "2001-06", "2001", "2001/2002", "2001-05-07~", "200X", "1901/2100",
    "2001-03-01/..", "../2002-01-01", "/", "[2001,2003]", "{2001-05-07,2004}", "[..2002]", "Y-30000/2002",
    "2003?", "2001-05-07/2001-05-09",
)  # fmt: skip
roles = st.lists(st.sampled_from(SOME_ROLES), min_size=1, max_size=2, unique=True)
parts = st.fixed_dictionaries({}, optional=dict.fromkeys(("ann", "ben", "guild", "league"), roles))


event_values = st.tuples(st.sampled_from(DATES), parts, st.sampled_from("xy"))


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    return [
        {"id": f"event-{number}", "date": date, "actors": actors, "kind": kind}
        for number, (date, actors, kind) in enumerate(draw(st.lists(event_values, min_size=3, max_size=9)))
    ]


def windows() -> st.SearchStrategy[Window]:
    days = [window(parse(date))[0] for date in ("2001-01-01", "2001-05-08", "2002-01-01", "2003", "1900")]
    edge = st.none() | st.sampled_from([day for day in days if day is not None])
    return st.builds(Window, edge, edge)


terms = st.lists(st.sampled_from(("ann", "ben", "guild")), min_size=1, max_size=2, unique=True).map(
    lambda ids: ActorTerm(",".join(ids), tuple(ids))
)


some_roles = st.lists(st.sampled_from(SOME_ROLES), min_size=1, max_size=3, unique=True)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    rarely = st.sampled_from([False, False, False, True])
    return Query(
        actors=tuple(draw(st.lists(terms, max_size=2, unique=True))),
        member_of=tuple(draw(st.lists(st.sampled_from([("guild",), ("league", "guild")]), max_size=1))),
        roles=tuple(
            draw(st.just([]) | st.lists(st.sampled_from(ROLES), min_size=1, max_size=4, unique=True))
        ),
        windows=tuple(draw(st.lists(windows(), max_size=2))),
        facets=tuple(draw(st.lists(st.just(FacetTerm("kind", ("x",))), max_size=1))),
        certain=draw(rarely),
        direct=draw(rarely),
    )


def ids(store: Store, query: Query) -> list[str]:
    """The ids of the answer, in its order."""
    return [json.loads(answer.json)["id"] for answer in store.select(query)]


@given(records(), queries())
def test_the_parts_of_a_query_narrow_each_other(
    compiled: Compile, events: Sequence[Record], query: Query
) -> None:
    store = compiled(events, WORLD)
    nothing = Query(roles=query.roles, certain=query.certain, direct=query.direct)
    roles = nothing._replace(roles=query.roles if not query.actors and not query.member_of else ())
    alone = [nothing._replace(actors=(term,)) for term in query.actors]
    alone += [nothing._replace(member_of=(groups,)) for groups in query.member_of]
    alone += [roles._replace(roles=(), windows=(window,)) for window in query.windows]
    alone += [roles, Query(facets=query.facets)]
    each = [set(ids(store, part)) for part in alone]
    assert ids(store, query) == [key for key in store.ids() if all(key in answer for answer in each)]


@settings(max_examples=50)
@given(records(), queries(), st.integers(0, 5))
def test_a_limit_takes_the_head_and_reverse_turns_the_order(
    compiled: Compile, events: Sequence[Record], query: Query, limit: int
) -> None:
    store = compiled(events, WORLD)
    everything = ids(store, query)
    assert ids(store, query._replace(limit=limit)) == everything[:limit]
    backwards = query._replace(reverse=True)
    assert ids(store, backwards) == everything[::-1]
    assert ids(store, backwards._replace(limit=limit)) == everything[::-1][:limit]


@settings(max_examples=50)
@given(records(), queries())
def test_counts_agree_with_answers(compiled: Compile, events: Sequence[Record], query: Query) -> None:
    store = compiled(events, WORLD)
    everything = ids(store, query._replace(certain=False))
    certain = ids(store, query._replace(certain=True))
    assert set(certain) <= set(everything)
    assert store.count_uncertain(query) == len(everything) - len(certain)
    with_absent = ids(store, query._replace(roles=ROLES))
    without_roles = query._replace(roles=())
    expected = len(set(with_absent) - set(ids(store, without_roles))) if query.actors else 0
    assert store.count_absent(without_roles) == expected
