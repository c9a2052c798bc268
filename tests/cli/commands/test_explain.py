"""`timeline explain`: every rule has a meaning, an example and a fix."""

import json
import re

import pytest

from tests.conftest import Run
from timeline.checks import rule_names


def test_explain_prints_a_page_per_rule(run: Run) -> None:
    answer = run("explain", "quote-not-found")
    assert answer.code == 0
    page = " ".join(answer.out.split())
    assert page.startswith("quote-not-found always: cannot be silenced")
    assert " example " in page
    assert " fix " in page


def test_explain_without_rule_lists_rules_by_tier(run: Run) -> None:
    lines = run("explain").out.splitlines()
    listed = [line.split()[0] for line in lines if re.match("   [a-z]", line)]
    assert sorted(listed) == sorted(rule_names())
    tiers = [line.split(":")[0] for line in lines if re.match(" [a-z]", line)]
    assert tiers == [" always", " default", " strict"]


@pytest.mark.parametrize("rule", rule_names())
def test_every_rule_has_meaning_example_and_fix(run: Run, rule: str) -> None:
    (explained,) = json.loads(run("explain", rule, "--json").out)
    assert explained["rule"] == rule
    assert explained["meaning"].endswith(".")
    assert explained["example"]
    assert explained["fix"].endswith(".")


def test_unknown_rule_is_exit_1(run: Run) -> None:
    answer = run("explain", "quote-not-fund")
    assert (answer.code, answer.out) == (1, "")
    assert 'unknown rule "quote-not-fund"; did you mean quote-not-found' in answer.err
    assert 'run "timeline explain" for a list' in run("explain", "zzzzzz").err


def test_markdown_has_a_section_per_rule(run: Run) -> None:
    manual = run("explain", "--markdown").out
    assert [line[3:] for line in manual.splitlines() if line.startswith("## ")] == rule_names()
