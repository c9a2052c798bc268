"""`timeline explain`: every rule says what it means, with an example and a remedy."""

import json
import re

import pytest

from tests.conftest import Run
from timeline.checks import rule_names


def test_a_rule_has_a_page(run: Run) -> None:
    answer = run("explain", "quote-not-found")
    assert answer.code == 0
    page = " ".join(answer.out.split())
    assert page.startswith("quote-not-found always: cannot be silenced")
    assert " example " in page
    assert " fix " in page


def test_without_a_rule_all_are_listed_by_tier(run: Run) -> None:
    lines = run("explain").out.splitlines()
    listed = [line.split()[0] for line in lines if re.match("   [a-z]", line)]
    assert sorted(listed) == sorted(rule_names())
    tiers = [line.split(":")[0] for line in lines if re.match(" [a-z]", line)]
    assert tiers == [" always", " default", " strict"]


@pytest.mark.parametrize("rule", rule_names())
def test_every_rule_says_what_it_means_and_what_to_do(run: Run, rule: str) -> None:
    (explained,) = json.loads(run("explain", rule, "--json").out)
    assert explained["rule"] == rule
    assert explained["meaning"].endswith(".")
    assert explained["example"]
    assert explained["fix"].endswith(".")


def test_a_rule_that_is_not_there(run: Run) -> None:
    answer = run("explain", "quote-not-fund")
    assert (answer.code, answer.out) == (1, "")
    assert 'there is no rule "quote-not-fund": did you mean quote-not-found' in answer.err
    assert "timeline explain lists them" in run("explain", "zzzzzz").err


def test_the_manual_has_a_chapter_for_every_rule(run: Run) -> None:
    manual = run("explain", "--markdown").out
    assert [line[3:] for line in manual.splitlines() if line.startswith("## ")] == rule_names()
