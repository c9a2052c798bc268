"""The evidence of fields, and fields that an event does not have."""

from tests.checks.conftest import MakeTimeline
from timeline.checks import check


def test_unknown_support_reports_each_spelling_once(timeline_of: MakeTimeline) -> None:
    supports = "date, status, summary.1, actors.JP, actors.japan, actors.Bhutan, actors.Bhutan, place"
    record = "{id: a, title: t, kind: summit, date: 2025, summary: s, actors: [Japan], "
    results = check(timeline_of(f"- {record}curator: [{{note: x, supports: [{supports}]}}]}}\n"))
    assert [(problem.rule, problem.message) for problem in results.problems] == [
        ("unknown-support", 'unknown field "actors.Bhutan" of a'),
        ("unknown-support", 'unknown field "place" of a'),
    ]
    assert results.problems[1].hint == "write one of its fields: date, status, actors.Japan, summary.1"
