"""A store returns its documents unchanged, with their match, and its values, counts and names."""

import json

import pytest

from tests.store.conftest import Compile, Record
from timeline.query import ActorTerm, FacetTerm, Query

WORLD: list[Record] = [
    {"id": "JP", "name": "Japan", "kind": "country", "codes": ["JPN"], "aliases": ["Nippon"]},
    {"id": "US", "name": "United States", "kind": "country", "ambiguous": ["Washington"]},
    {"id": "shigeru-ishiba", "name": "Shigeru Ishiba", "kind": "person"},
]
CONGRESS: Record = {"id": "address-2024", "date": "2024-04-11", "actors": {"JP": "speaker"}}
HAGUE: Record = {
    "id": "hague-2025",
    "date": "2025-06-24/2025-06-25",
    "actors": {"JP": "partner", "shigeru-ishiba": "absent"},
}

TITLE = "Zürich, [sic] “quoted” \u202e\u2028\n\x1b[31m</script> \\u0041"


def test_a_document_comes_back_verbatim_on_one_line_of_ascii(compiled: Compile) -> None:
    store = compiled([{**CONGRESS, "title": TITLE}], WORLD)
    (answer,) = store.select(Query())
    assert json.loads(answer.json)["title"] == TITLE
    assert answer.json.isascii()
    assert "\n" not in answer.json
    assert store.find("address-2024") == answer


def test_match_is_present_only_if_the_query_asks_something(compiled: Compile) -> None:
    store = compiled([CONGRESS], WORLD)
    (answer,) = store.select(Query(reverse=True, limit=3, certain=True, direct=True))
    assert "match" not in json.loads(answer.json)
    (matched,) = store.select(Query(facets=(FacetTerm("kind", ("summit",)),)))
    assert json.loads(matched.json) == {
        **json.loads(answer.json),
        "match": {"certainty": "certain", "actors": {}},
    }


@pytest.mark.parametrize("name", ['Türkiye \U0001f30d "x"', "a\x7fb", "a\x1bb"])
def test_match_is_printable_ascii_for_any_name(compiled: Compile, name: str) -> None:
    store = compiled([CONGRESS], WORLD)
    (answer,) = store.select(Query(actors=(ActorTerm(name, ("JP",)),)))
    assert answer.json.isascii()
    assert answer.json.isprintable()
    assert list(json.loads(answer.json)["match"]["actors"]) == [name]


def test_find_returns_none_for_an_unknown_id(compiled: Compile) -> None:
    assert compiled([CONGRESS], WORLD).find("address-2025") is None


def test_count_and_meta(compiled: Compile) -> None:
    store = compiled([CONGRESS], WORLD)
    assert store.count() == 1
    assert store.meta("problems") == "0"
    assert store.meta("unknown") == ""


def test_values_lists_each_value_once(compiled: Compile) -> None:
    events: list[Record] = [
        {"id": "one", "date": "2001", "topics": ["Trade", "war"]},
        {"id": "two", "date": "2002", "topics": ["trade"]},
    ]
    assert compiled(events).values("topic") == ["Trade", "war"]


@pytest.mark.parametrize("name", ["Japan", "JP", "jpn", "  NIPPON ", "japan"])
def test_an_actor_resolves_by_name_alias_and_code(compiled: Compile, name: str) -> None:
    known, resolves = compiled([CONGRESS], WORLD).actors.named(name)
    assert ([actor.id for actor in known], resolves) == (["JP"], True)


def test_a_metonym_never_resolves(compiled: Compile) -> None:
    known, resolves = compiled([CONGRESS], WORLD).actors.named("Washington")
    assert ([actor.name for actor in known], resolves) == (["United States"], False)


def test_an_unknown_name_has_no_actor(compiled: Compile) -> None:
    assert compiled([CONGRESS], WORLD).actors.named("Atlantis") == ([], False)


def test_any_limit_is_accepted(compiled: Compile) -> None:
    assert len(list(compiled([CONGRESS], WORLD).select(Query(limit=10**30)))) == 1


def test_an_absent_actor_is_left_out_and_counted(compiled: Compile) -> None:
    store = compiled([HAGUE, CONGRESS], WORLD)
    query = Query(actors=(ActorTerm("Shigeru Ishiba", ("shigeru-ishiba",)),))
    assert list(store.select(query)) == []
    assert store.count_absent(query) == 1
    assert store.count_absent(Query(actors=(ActorTerm("Japan", ("JP",)),))) == 0


def test_count_absent_counts_events_where_one_of_two_actors_was_absent(compiled: Compile) -> None:
    store = compiled([HAGUE, CONGRESS], WORLD)
    both = Query(actors=(ActorTerm("Japan", ("JP",)), ActorTerm("Shigeru Ishiba", ("shigeru-ishiba",))))
    assert store.count_absent(both) == 1
