"""`accept:` silences rules of the tiers default and strict, for one event."""

import pytest

from tests.checks.conftest import MakeTimeline
from timeline.checks import RULES, RuleResults, Selection, check, rule_names
from timeline.checks.format_rules import FORMAT_RULES

STRICT = Selection(strict=True)


def results(timeline_of: MakeTimeline, accept: str, supports: str = "date, status") -> RuleResults:
    """The results for an event whose sentence has evidence only if `supports` names it."""
    record = f"accept: {{{accept}}}, curator: [{{note: x, supports: [{supports}]}}]"
    return check(
        timeline_of(f"- {{id: a, title: t, kind: summit, date: 2025, summary: s, {record}}}"), STRICT
    )


def test_an_accepted_problem_is_reported_with_its_reason(timeline_of: MakeTimeline) -> None:
    found = results(timeline_of, "unsupported-field: it is known")
    assert found.problems == ()
    assert [(problem.rule, reason) for problem, reason in found.accepted] == [
        ("unsupported-field", "it is known")
    ]


def test_an_unused_accept_is_a_problem(timeline_of: MakeTimeline) -> None:
    found = results(timeline_of, "unsupported-field: it is known", "date, status, summary.1")
    [problem] = found.problems
    assert (problem.rule, problem.hint) == ("unused-accept", "remove unsupported-field from accept:")


@pytest.mark.parametrize("rule", ["quote-not-found", "bad-date", "unknown-rule"])
def test_a_rule_of_the_tier_always_cannot_be_silenced(timeline_of: MakeTimeline, rule: str) -> None:
    found = results(timeline_of, f"{rule}: no", "date, status, summary.1")
    [problem] = found.problems
    assert problem.message == f'the rule "{rule}" cannot be silenced'


def test_unknown_rule_suggests_a_similar_one(timeline_of: MakeTimeline) -> None:
    [problem] = results(timeline_of, "unsupported-feld: no", "date, status, summary.1").problems
    assert problem.message == 'unknown rule "unsupported-feld"'
    assert "unsupported-field" in problem.hint


def test_a_former_name_is_accepted_and_reported(timeline_of: MakeTimeline) -> None:
    [problem] = results(timeline_of, "needless-accept: no", "date, status, summary.1").problems
    assert (problem.rule, problem.hint) == ("renamed-rule", "write unused-accept")


def test_unused_accept_can_be_accepted_itself(timeline_of: MakeTimeline) -> None:
    accept = "unused-accept: on purpose, unsupported-field: it is known"
    found = results(timeline_of, accept, "date, status, summary.1")
    assert found.problems == ()
    assert [problem.rule for problem, _ in found.accepted] == ["unused-accept"]


def test_rule_names_are_unique() -> None:
    assert len(set(rule_names())) == len(rule_names()) == len(RULES) + len(FORMAT_RULES)
