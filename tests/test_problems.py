"""Problems say where they are and come in one order."""

from timeline.problems import Location, Problem


def test_a_problem_reads_as_editors_understand_it() -> None:
    problem = Problem(Location("data/events.yaml", 31, 9, 4), "bad-date", "no month 13", "correct it")
    assert str(problem) == "data/events.yaml:31:9: bad-date: no month 13"
    assert (problem.details, problem.event) == ((), "")


def test_problems_sort_by_file_then_place_then_rule() -> None:
    places = [
        Location("a.yaml", 2, 1),
        Location("a.yaml", 10, 1),
        Location("a.yaml", 10, 3),
        Location("b.yaml", 1, 1),
    ]
    problems = [Problem(place, rule, "", "") for place in places for rule in ("bad-date", "unknown-key")]
    backwards = problems[::-1]
    assert sorted(backwards) == problems
