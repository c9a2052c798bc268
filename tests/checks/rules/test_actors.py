"""Members and names of the actors that a dataset declares."""

import pytest

from tests.checks.conftest import MakeTimeline
from timeline.checks import check

EVENT = (
    "- {id: a, title: t, kind: summit, date: 2025, summary: s, "
    "curator: [{note: n, supports: [date, status, summary.1]}]}"
)


def messages(timeline_of: MakeTimeline, actors: str) -> list[tuple[str, str]]:
    """The rule and the message of each problem of a dataset with these actors."""
    return [(problem.rule, problem.message) for problem in check(timeline_of(EVENT, actors=actors)).problems]


@pytest.mark.parametrize(
    ("times", "overlap"),
    [
        ("2000-01-01/2010-06-30, 2010-06-30/..", True),
        ("2000-01-01/2010-06-30, 2010-07-01/..", False),
        ("2010-07-01/.., 2000-01-01/2010-07-01", True),
    ],
)
def test_memberships_that_share_one_day_overlap(timeline_of: MakeTimeline, times: str, overlap: bool) -> None:
    group = f"- {{id: LEAGUE, name: The League, kind: group, members: {{JP: [{times}]}}}}"
    assert [rule for rule, _ in messages(timeline_of, group)] == ["overlapping-membership"] * overlap


def test_a_group_is_not_a_member_of_its_members(timeline_of: MakeTimeline) -> None:
    groups = """
    - {id: LEAGUE, name: The League, kind: group, members: {COAST: 2000/..}}
    - {id: COAST, name: The Coast, kind: group, members: {LEAGUE: 2000/..}}
    """
    assert messages(timeline_of, groups) == [
        ("self-membership", "LEAGUE has the member COAST, which contains it"),
        ("self-membership", "COAST has the member LEAGUE, which contains it"),
    ]


def test_an_unknown_member_is_reported_with_a_similar_id(timeline_of: MakeTimeline) -> None:
    group = "- {id: LEAGUE, name: The League, kind: group, members: {LEAGE: 2000/..}}"
    [problem] = check(timeline_of(EVENT, actors=group)).problems
    assert problem.message == 'unknown member "LEAGE"'
    assert "LEAGUE" in problem.hint


def test_of_two_records_with_one_name_the_later_is_reported(timeline_of: MakeTimeline) -> None:
    actors = """
    - {id: one, name: The Bureau, kind: body}
    - {id: two, name: The bureau, kind: body}
    """
    [problem] = check(timeline_of(EVENT, actors=actors)).problems
    assert problem.message == '"The bureau" is also a name of The Bureau (one)'
    assert problem.location.line == 4
