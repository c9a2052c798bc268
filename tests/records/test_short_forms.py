"""What curators may write shorter, and the record that it is."""

from typing import Any

import pytest

from tests.records.conftest import Admit
from timeline.records import EventRecord, Participation, Place


def event(admitted: Admit, fields: str) -> EventRecord:
    top = "format: 1\nevents:\n- id: a\n  title: t\n  kind: summit\n  date: 2025\n"
    summary = "" if "summary" in fields else "  summary: They met.\n"
    (one,), problems = admitted(f"{top}{summary}  {fields}\n")
    assert problems == []
    assert isinstance(one.record, EventRecord)
    return one.record


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
def test_the_roles_of_an_actor(admitted: Admit, written: str, roles: list[str]) -> None:
    assert event(admitted, f"actors: {written}").actors["Japan"].roles == roles


def test_who_came_and_at_what_level(admitted: Admit) -> None:
    part = event(admitted, "actors: {Japan: {role: partner, by: Takeshi Iwaya, level: minister}}").actors[
        "Japan"
    ]
    assert part == Participation(roles=["partner"], by="Takeshi Iwaya", level="minister")


def test_actors_keep_their_order_and_spelling(admitted: Admit) -> None:
    assert list(event(admitted, "actors: [U.S., NATO, \u65e5\u672c, 'NO']").actors) == [
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
def test_one_stands_for_a_list_of_one(admitted: Admit, written: str, field: str, value: Any) -> None:
    assert getattr(event(admitted, written), field) == value


def test_one_address_stands_for_a_list_of_what_was_seen(admitted: Admit) -> None:
    written = "curator: [{note: n, supports: [date], see: 'https://example.org'}]"
    assert event(admitted, written).curator[0].see == ["https://example.org"]


def test_what_is_left_out(admitted: Admit) -> None:
    record = event(admitted, "topics: []")
    assert (record.status, record.place, record.actors, record.links) == ("held", [], {}, {})
    assert (record.citations, record.curator) == ([], [])


def test_a_record_does_not_change(admitted: Admit) -> None:
    with pytest.raises(ValueError, match="frozen"):
        event(admitted, "topics: []").title = "another"  # type: ignore[misc]
