"""Filters as typed become a query; every filter has an effect."""

import pytest

from tests.store.conftest import Compile, Record
from tests.store.conftest import compiled as compiled
from tests.store.conftest import linked as linked
from timeline.dates import day_number, day_text
from timeline.filters import FACETS, Filters
from timeline.filters.rows import AnyRow, Count, Flag, Text, rows
from timeline.query import ActorTerm, FacetTerm, InvalidQuery, Query
from timeline.resolve import read_query, window_of

WORLD: list[Record] = [
    {"id": "JP", "name": "Japan", "kind": "country", "ambiguous": ["Tokyo"]},
    {"id": "KR", "name": "South Korea", "kind": "country", "ambiguous": ["Korea"]},
    {"id": "KP", "name": "North Korea", "kind": "country", "ambiguous": ["Korea"]},
]
EVENTS: list[Record] = [
    {"id": "one", "date": "2024", "kind": "summit", "topics": ["Trade, and tariffs"], "actors": ["JP"]},
    {"id": "two", "date": "2025", "kind": "visit"},
]
TODAY = "2025-06-24"


def value_of(row: AnyRow) -> object:
    """Some value that a filter accepts."""
    if isinstance(row, Flag):
        return True
    if isinstance(row, Count):
        return 1
    return "2024" if isinstance(row, Text) else "host"


@pytest.mark.parametrize("row", [*rows(Filters)], ids=lambda row: row.name)
def test_every_filter_changes_the_query(compiled: Compile, row: AnyRow) -> None:
    filters = Filters.from_values({row.name: value_of(row)})
    assert read_query(filters, compiled(EVENTS, WORLD), TODAY).query != Query()


def test_no_filter_is_the_empty_query(compiled: Compile) -> None:
    assert read_query(Filters(), compiled(EVENTS, WORLD), TODAY) == (Query(), (), ())


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.name)
def test_the_values_of_a_facet_are_folded(compiled: Compile, facet: AnyRow) -> None:
    filters = Filters.from_values({facet.name: ["Some  VALUE", "other,third"]})
    read = read_query(filters, compiled(EVENTS, WORLD), TODAY)
    assert read.query == Query(facets=(FacetTerm(facet.name, ("some value", "other", "third")),))
    assert read.unknown[0] == f'no events of {facet.name} "Some  VALUE"'


def test_a_value_that_occurs_is_not_split_at_its_comma(compiled: Compile) -> None:
    read = read_query(Filters(topic="trade, and Tariffs"), compiled(EVENTS, WORLD), TODAY)
    assert read.query.facets == (FacetTerm("topic", ("trade, and tariffs",)),)
    assert read.unknown == ()


def test_an_unknown_value_gets_a_message_with_similar_ones(compiled: Compile) -> None:
    read = read_query(Filters(kind="sumit", actor="Jpan"), compiled(EVENTS, WORLD), TODAY)
    assert read.unknown == (
        'unknown actor "Jpan"; did you mean Japan?',
        'no events of kind "sumit"; did you mean summit or visit?',
    )


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        (Filters(actor="Korea"), '"Korea" is ambiguous: North Korea (KP) or South Korea (KR)?'),
        (Filters(member_of="Tokyo"), '"Tokyo" is ambiguous: Japan (JP)?'),
        (Filters(role="hosst"), '--role: unknown role "hosst"; did you mean host?'),
        (Filters(since="2025", until="2024"), "no day lies between them"),
        (Filters(on=""), "--on: "),
    ],
)
def test_a_query_that_cannot_be_read_is_invalid(compiled: Compile, filters: Filters, message: str) -> None:
    with pytest.raises(InvalidQuery) as raised:
        read_query(filters, compiled(EVENTS, WORLD), TODAY)
    assert message in str(raised.value)


def test_words_count_from_today_and_a_note_shows_the_date(compiled: Compile) -> None:
    read = read_query(Filters(since="last year"), compiled(EVENTS, WORLD), TODAY)
    assert read.notes == ('--since "last year" is read as 2024',)
    assert read.unknown == ()


def test_two_names_of_one_actor_are_one_term(compiled: Compile) -> None:
    read = read_query(Filters(actor=("Japan", "JP")), compiled(EVENTS, WORLD), TODAY)
    assert read.query.actors == (ActorTerm("Japan", ("JP",)),)


def test_an_actor_term_has_the_usual_name_where_the_whole_value_resolves(compiled: Compile) -> None:
    world = [*WORLD, {"id": "DK", "name": "Korea, Port", "kind": "country", "aliases": ["Port, Korea"]}]
    read = read_query(Filters(actor=("port, korea", "JP, KR")), compiled(EVENTS, world), TODAY)
    assert read.query.actors == (ActorTerm("Korea, Port", ("DK",)), ActorTerm("JP, KR", ("JP", "KR")))


@pytest.mark.parametrize(
    ("option", "since", "until"),
    [("since", "2024-02-01", None), ("until", None, "2024-02-29"), ("on", "2024-02-01", "2024-02-29")],
)
def test_the_window_of_a_month(option: str, since: str | None, until: str | None) -> None:
    read = window_of(option, "2024-02", TODAY)
    days = [None if day is None else day_text(day) for day in read.window]
    assert (days, read.edtf, read.echo) == ([since, until], "2024-02", "")


def test_since_and_until_may_share_one_day(compiled: Compile) -> None:
    read = read_query(Filters(since="2024-02-01", until="2024-02-01"), compiled(EVENTS, WORLD), TODAY)
    (window,) = read.query.windows
    assert window.since == window.until == day_number(2024, 2, 1)
