"""Of many problems of one rule the first are kept and all are counted; a budget limits expensive work."""

from tests.checks.conftest import MakeTimeline
from timeline.checks import MAX_PROBLEMS_PER_RULE, Budget, check
from timeline.checks.limits import MAX_COMPARISONS_PER_RULE, MAX_SUGGESTIONS_PER_RULE, FirstProblems
from timeline.problems import Location, Problem


def problem(line: int) -> Problem:
    return Problem(Location("x.yaml", line, 1), "unknown-link", "no", "fix it")


def test_first_problems_keeps_the_first_of_the_file_in_any_order() -> None:
    number = 3 * MAX_PROBLEMS_PER_RULE
    kept = FirstProblems()
    for line in range(number, 0, -1):
        kept.add(problem(line))
        kept.add(problem(line))
    assert kept.number == number
    assert kept.dropped == number - MAX_PROBLEMS_PER_RULE
    assert [problem.location.line for problem in kept] == [*range(1, MAX_PROBLEMS_PER_RULE + 1)]


def test_check_counts_the_problems_that_are_not_kept(timeline_of: MakeTimeline) -> None:
    summary = ", ".join(["It was so."] * 1000)
    records = "".join(
        f"- {{id: e-{number}, title: t, kind: summit, date: 2025, summary: [{summary}]}}\n"
        for number in range(6)
    )
    results = check(timeline_of(records))
    assert results.number == 6 * 1002
    assert results.more == {"unsupported-field": 6 * 1002 - MAX_PROBLEMS_PER_RULE}
    assert len(results.problems) == MAX_PROBLEMS_PER_RULE


def test_budget_looks_for_similar_names_a_limited_number_of_times() -> None:
    budget = Budget()
    for number in range(MAX_SUGGESTIONS_PER_RULE):
        assert budget.suggest("unknown-actor", f"Japn{number}", lambda: ["Norway"]) == ""
    assert not budget.exhausted
    assert budget.suggest("unknown-actor", "Japn", lambda: ["Japan"]) == ""
    assert budget.exhausted


def test_budget_has_a_limit_for_each_rule() -> None:
    budget = Budget({"suggestions of unknown-actor": MAX_SUGGESTIONS_PER_RULE})
    assert "Japan" in budget.suggest("unknown-link", "Japn", lambda: ["Japan"])
    assert budget.suggest("unknown-actor", "Japn", lambda: ["Japan"]) == ""


def test_budget_looks_up_a_name_once() -> None:
    budget = Budget()
    first = budget.suggest("unknown-actor", "Japn", lambda: ["Japan"])
    assert "Japan" in first
    assert budget.suggest("unknown-actor", "Japn", list) == first
    assert budget.spent["suggestions of unknown-actor"] == 1


def test_budget_does_not_suggest_the_excluded_name() -> None:
    assert Budget().suggest("unknown-link", "one-2025", lambda: ["one-2025"], "one-2025") == ""


def test_budget_limits_comparisons() -> None:
    budget = Budget({"comparisons of unknown-actor": MAX_COMPARISONS_PER_RULE - 1})
    assert "Japan" in budget.closest("unknown-actor", "Japn", ["Japan", "Norway"])
    assert budget.closest("unknown-actor", "Japn", ["Japan"]) == ""
    assert budget.exhausted


def test_budget_copy_is_independent() -> None:
    budget = Budget()
    copied = budget.copy()
    assert copied.spend("work", 1, 1)
    assert not copied.spend("work", 1, 1)
    assert (budget.exhausted, budget.spent["work"]) == (False, 0)
