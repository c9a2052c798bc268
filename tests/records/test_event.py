"""The short forms of an event record, and its defaults."""

from typing import Any

import pytest

from tests.records.conftest import Validate
from timeline.records import EventRecord, Participation, Place


def event(validated: Validate, fields: str) -> EventRecord:
    top = "format: 1\nevents:\n- id: a\n  title: t\n  kind: summit\n  date: 2025\n"
    summary = "" if "summary" in fields else "  summary: They met.\n"
    (located,), problems = validated(f"{top}{summary}  {fields}\n")
    assert problems == []
    assert isinstance(located.record, EventRecord)
    return located.record


@pytest.mark.parametrize(
    ("written", "roles"),
    [
        ("[Japan]", ["participant"]),
        ("{Japan: host}", ["host"]),
        ("{Japan: [host, speaker]}", ["host", "speaker"]),
        ("{Japan: {role: host}}", ["host"]),
        ("{Japan: {role: [host, absent]}}", ["host", "absent"]),
        ("{Japan: {roles: [host, not-invited]}}", ["host", "not-invited"]),
        ("{Japan: {roles: host}}", ["host"]),
        ("{Japan: {by: Takeshi Iwaya}}", ["participant"]),
        ("{Japan: {}}", ["participant"]),
    ],
)
def test_the_short_forms_of_roles(validated: Validate, written: str, roles: list[str]) -> None:
    assert event(validated, f"actors: {written}").actors["Japan"].roles == roles


def test_a_participation_with_person_and_level(validated: Validate) -> None:
    part = event(validated, "actors: {Japan: {role: partner, by: Takeshi Iwaya, level: minister}}").actors[
        "Japan"
    ]
    assert part == Participation(roles=["partner"], by="Takeshi Iwaya", level="minister")


def test_actors_keep_their_order_and_spelling(validated: Validate) -> None:
    assert list(event(validated, "actors: [U.S., NATO, \u65e5\u672c, 'NO']").actors) == [
        "U.S.",
        "NATO",
        "\u65e5\u672c",
        "NO",
    ]


@pytest.mark.parametrize(
    ("written", "field", "value"),
    [
        ("summary: One sentence.", "summary", ["One sentence."]),
        ("summary: [One., Two.]", "summary", ["One.", "Two."]),
        ("place: {name: Port}", "place", [Place(name="Port")]),
        (
            "place: [{name: Port}, {name: Oslo, country: NO}]",
            "place",
            [Place(name="Port"), Place(name="Oslo", country="NO")],
        ),
        ("links: {follows: b}", "links", {"follows": ["b"]}),
        ("links: {follows: [b, c], about: d}", "links", {"follows": ["b", "c"], "about": ["d"]}),
    ],
)
def test_a_single_value_means_a_list_of_one(
    validated: Validate, written: str, field: str, value: Any
) -> None:
    assert getattr(event(validated, written), field) == value


def test_one_reference_means_a_list_of_one(validated: Validate) -> None:
    written = "curator: [{note: n, supports: [date], see: 'https://example.org'}]"
    assert event(validated, written).curator[0].see == ["https://example.org"]


def test_defaults(validated: Validate) -> None:
    record = event(validated, "topics: []")
    assert (record.status, record.place, record.actors, record.links) == ("held", [], {}, {})
    assert (record.citations, record.curator) == ([], [])


def test_a_record_is_frozen(validated: Validate) -> None:
    with pytest.raises(ValueError, match="frozen"):
        event(validated, "topics: []").title = "another"  # type: ignore[misc]
