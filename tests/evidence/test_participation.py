"""The parts of a participation that quotations name: role, level and person."""

import pytest

from tests.evidence.conftest import MakeTimeline
from timeline.evidence import publish
from timeline.evidence.participation import Part, quoted_parts
from timeline.records import Participation


@pytest.mark.parametrize(
    ("quote", "parts"),
    [
        ("Japan came.", ["role"]),
        ("Foreign Minister Takeshi Iwaya came.", ["role", "level", "by"]),
        ("Mr Iwaya came.", ["role", "by"]),
        ("Takeshi came.", ["role"]),
        ("Mr Iwayama came.", ["role"]),
        ("the ministers of Japan", ["role", "level"]),
        ("the administers of Japan", ["role"]),
    ],
)
def test_quoted_parts(quote: str, parts: list[Part]) -> None:
    participation = Participation(roles=["partner"], by="Takeshi Iwaya", level="minister")
    assert quoted_parts(participation, [quote]) == parts


def test_without_quotations_no_part_is_quoted() -> None:
    assert quoted_parts(Participation(by="Takeshi Iwaya", level="minister"), []) == []


@pytest.mark.parametrize(
    ("noted", "evidence"),
    [(False, {"role": "quoted", "by": "unsupported"}), (True, {"role": "partly", "by": "curator"})],
)
def test_a_part_that_no_quotation_names_is_the_curators_where_a_note_supports_the_actor(
    timeline_of: MakeTimeline, noted: bool, evidence: dict[str, str]
) -> None:
    notes = "{note: n, supports: [actors.JP]}" if noted else ""
    timeline = timeline_of(
        "- {id: a, title: t, kind: k, date: 2025, summary: s, actors: {JP: {role: host, by: Takeshi Iwaya}}, "
        f"citations: [{{source: gazette, quote: Japan and, supports: [actors.JP]}}], curator: [{notes}]}}"
    )
    document = publish(timeline.events[0], timeline)
    (parts,) = [field["parts"] for field in document["fields"] if field["field"] == "actors.JP"]
    assert {part["part"]: part["evidence"] for part in parts} == evidence
