"""Selections of rules, and results of the selected rules."""

import pytest

from timeline.checks import RuleResults, Selection
from timeline.problems import Location, Problem


def problem(rule: str) -> Problem:
    return Problem(Location("x.yaml", 1, 1), rule, "wrong", "correct it")


@pytest.mark.parametrize(
    ("selection", "included"),
    [
        (Selection(), ["bad-date", "unknown-actor", "unsupported-field"]),
        (Selection(strict=True), ["bad-date", "unknown-actor", "unsupported-field", "unused-source"]),
        (Selection(skip=frozenset(["unsupported-field"])), ["bad-date", "unknown-actor"]),
        (Selection(only=frozenset(["unused-source"])), ["unused-source"]),
        (Selection(only=frozenset(["bad-date"]), strict=True), ["bad-date"]),
    ],
)
def test_selection_includes_rules_by_tier_and_name(selection: Selection, included: list[str]) -> None:
    rules = ["bad-date", "unknown-actor", "unsupported-field", "unused-source"]
    assert [rule for rule in rules if selection.includes(rule)] == included


def test_select_keeps_the_problems_of_the_selected_rules() -> None:
    results = RuleResults(
        (problem("bad-date"), problem("unused-source")),
        ((problem("unsupported-field"), "known"), (problem("unused-source"), "known")),
        {"unsupported-field": 2, "unused-source": 3},
    )
    assert (results.number, results.counts.accepted) == (7, 2)
    selected = results.select(Selection(only=frozenset(["unused-source"])))
    assert selected.problems == (problem("unused-source"),)
    assert selected.accepted == ((problem("unused-source"), "known"),)
    assert (selected.number, selected.counts.accepted) == (4, 1)
