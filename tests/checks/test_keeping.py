"""Of many problems of one rule the first are kept, and all are counted."""

from tests.checks.conftest import MakeTimeline
from timeline.checks import check
from timeline.checks.kept import MOST, Kept
from timeline.problems import Location, Problem


def problem(line: int) -> Problem:
    return Problem(Location("x.yaml", line, 1), "unknown-link", "no", "fix it")


def test_the_first_of_the_file_are_kept_in_whatever_order_they_come() -> None:
    number = 3 * MOST
    kept = Kept()
    for line in range(number, 0, -1):
        kept.add(problem(line))
        kept.add(problem(line))
    assert kept.number == number
    assert [one.location.line for one in kept] == [*range(1, MOST + 1)]


def test_all_are_counted(timeline_of: MakeTimeline) -> None:
    summary = ", ".join(["It was so."] * 1000)
    records = "".join(
        f"- {{id: e-{number}, title: t, kind: summit, date: 2025, summary: [{summary}]}}\n"
        for number in range(6)
    )
    judged = check(timeline_of(records))
    assert judged.number == 6 * 1002
    assert judged.more == {"unsupported-field": 6 * 1002 - MOST}
    assert len(judged.problems) == MOST


def test_a_field_is_named_once_for_each_spelling(timeline_of: MakeTimeline) -> None:
    supports = "date, status, summary.1, actors.JP, actors.japan, actors.Nobody, actors.Nobody, place"
    record = "{id: a, title: t, kind: summit, date: 2025, summary: s, actors: [Japan], "
    judged = check(timeline_of(f"- {record}curator: [{{note: x, supports: [{supports}]}}]}}\n"))
    assert [(one.rule, one.message) for one in judged.problems] == [
        ("unknown-support", '"actors.Nobody" is no field of a'),
        ("unknown-support", '"place" is no field of a'),
    ]
    assert judged.problems[1].hint == "its fields: date, status, actors.Japan, summary.1"
