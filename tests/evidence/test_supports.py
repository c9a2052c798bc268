"""A support names a field, an actor in any of its spellings."""

import pytest

from tests.evidence.conftest import MakeTimeline

EVENT = (
    "- {id: a, title: t, kind: summit, date: 2025, summary: [One.], "
    "actors: [nippon, ROK, 'Mayor of St. Ives', Korea], "
    "citations: [{source: gazette, quote: Japan and, supports: [SUPPORTS]}], "
    "curator: [{note: n, supports: [SUPPORTS]}]}"
)


@pytest.mark.parametrize(
    ("support", "field"),
    [
        ("date", "date"),
        ("status", "status"),
        ("summary.1", "summary.1"),
        ("actors.nippon", "actors.JP"),
        ("actors.JP", "actors.JP"),
        ("actors.Japan", "actors.JP"),
        ("actors.JAPAN", "actors.JP"),
        ("actors.jpn", "actors.JP"),
        ("actors.South  Korea", "actors.KR"),
        ("actors.U.S. ally", "actors.KR"),
        ("actors.Mayor of St. Ives", "actors.Mayor of St. Ives"),
        ("actors.mayor of st. ives", "actors.Mayor of St. Ives"),
        ("actors.Korea", "actors.Korea"),
        ("actors.KOREA", "actors.Korea"),
    ],
)
def test_a_support_finds_its_field(timeline_of: MakeTimeline, support: str, field: str) -> None:
    (linked,) = timeline_of(EVENT.replace("SUPPORTS", f"'{support}'")).events
    assert (linked.quote_supports, linked.note_supports) == (((field,),), ((field,),))
    assert linked.unknown_supports == ()


@pytest.mark.parametrize(
    "support",
    ["place", "Date", "summary", "summary.0", "summary.2", "actors", "actors.", "actors.KP", "actors.Tokyo",
     "actor.JP", "title", "date.start", "actors.Mayor of St"],
)  # fmt: skip
def test_a_support_without_a_field_is_kept_with_where_it_stands(
    timeline_of: MakeTimeline, support: str
) -> None:
    (linked,) = timeline_of(EVENT.replace("SUPPORTS", f"status, '{support}'")).events
    assert linked.quote_supports == (("status",),)
    assert linked.unknown_supports == (
        ("citations", 0, "supports", support),
        ("curator", 0, "supports", support),
    )
