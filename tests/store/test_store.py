"""What a store keeps besides its answers, and that its documents come back as they were put in."""

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


def test_the_document_comes_back_letter_for_letter_on_one_line_of_ascii(compiled: Compile) -> None:
    store = compiled([{**CONGRESS, "title": TITLE}], WORLD)
    (answer,) = store.select(Query())
    assert json.loads(answer.json)["title"] == TITLE
    assert answer.json.isascii()
    assert "\n" not in answer.json
    assert store.find("address-2024") == answer


def test_match_is_there_only_when_something_was_asked(compiled: Compile) -> None:
    store = compiled([CONGRESS], WORLD)
    (answer,) = store.select(Query(reverse=True, limit=3, certain=True, direct=True))
    assert "match" not in json.loads(answer.json)
    (asked,) = store.select(Query(facets=(FacetTerm("kind", ("summit",)),)))
    assert json.loads(asked.json) == {
        **json.loads(answer.json),
        "match": {"certainty": "certain", "actors": {}},
    }


def test_match_speaks_ascii_also_of_names_beyond_it(compiled: Compile) -> None:
    store = compiled([CONGRESS], WORLD)
    (answer,) = store.select(Query(actors=(ActorTerm('Türkiye \U0001f30d "x"', ("JP",)),)))
    assert answer.json.isascii()
    assert list(json.loads(answer.json)["match"]["actors"]) == ['Türkiye \U0001f30d "x"']


def test_an_event_that_is_not_there_is_not_found(compiled: Compile) -> None:
    assert compiled([CONGRESS], WORLD).find("address-2025") is None


def test_a_store_counts_its_events_and_knows_what_it_was_built_with(compiled: Compile) -> None:
    store = compiled([CONGRESS], WORLD)
    assert store.count() == 1
    assert store.meta("problems") == "0"
    assert store.meta("nothing of the kind") == ""


def test_the_values_of_a_filter_are_offered_once_each(compiled: Compile) -> None:
    events: list[Record] = [
        {"id": "one", "date": "2001", "topics": ["Trade", "war"]},
        {"id": "two", "date": "2002", "topics": ["trade"]},
    ]
    assert compiled(events).values("topic") == ["Trade", "war"]


@pytest.mark.parametrize("name", ["Japan", "JP", "jpn", "  NIPPON ", "japan"])
def test_an_actor_is_known_by_name_alias_and_code(compiled: Compile, name: str) -> None:
    known, resolves = compiled([CONGRESS], WORLD).actors.named(name)
    assert ([actor.id for actor in known], resolves) == (["JP"], True)


def test_a_metonym_is_known_and_never_resolves(compiled: Compile) -> None:
    known, resolves = compiled([CONGRESS], WORLD).actors.named("Washington")
    assert ([actor.name for actor in known], resolves) == (["United States"], False)


def test_nobody_is_known_by_a_name_that_nobody_bears(compiled: Compile) -> None:
    assert compiled([CONGRESS], WORLD).actors.named("Atlantis") == ([], False)


def test_no_limit_is_too_large(compiled: Compile) -> None:
    assert len(list(compiled([CONGRESS], WORLD).select(Query(limit=10**30)))) == 1


def test_who_was_expected_and_not_there_is_set_aside_and_counted(compiled: Compile) -> None:
    store = compiled([HAGUE, CONGRESS], WORLD)
    asked = Query(actors=(ActorTerm("Shigeru Ishiba", ("shigeru-ishiba",)),))
    assert list(store.select(asked)) == []
    assert store.count_absent(asked) == 1
    assert store.count_absent(Query(actors=(ActorTerm("Japan", ("JP",)),))) == 0


def test_of_two_actors_it_is_enough_that_one_was_not_there(compiled: Compile) -> None:
    store = compiled([HAGUE, CONGRESS], WORLD)
    both = Query(actors=(ActorTerm("Japan", ("JP",)), ActorTerm("Shigeru Ishiba", ("shigeru-ishiba",))))
    assert store.count_absent(both) == 1
