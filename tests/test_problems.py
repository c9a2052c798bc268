"""Problems show their location and have a fixed order."""

from timeline.problems import Location, Problem


def test_a_problem_is_shown_as_file_line_column_rule_message() -> None:
    problem = Problem(Location("data/events.yaml", 31, 9, 4), "bad-date", "no month 13", "correct it")
    assert str(problem) == "data/events.yaml:31:9: bad-date: no month 13"
    assert (problem.details, problem.event, problem.unread) == ((), "", False)


def test_problems_sort_by_file_then_position_then_rule() -> None:
    locations = [
        Location("a.yaml", 2, 1),
        Location("a.yaml", 10, 1),
        Location("a.yaml", 10, 3),
        Location("b.yaml", 1, 1),
    ]
    problems = [
        Problem(location, rule, "", "") for location in locations for rule in ("bad-date", "unknown-key")
    ]
    backwards = problems[::-1]
    assert sorted(backwards) == problems
