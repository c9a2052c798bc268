"""The shipped dataset: its records are valid, and every quotation is found."""

import json

import pytest

from tests.conftest import REPOSITORY, Run

pytestmark = pytest.mark.shipped_data


def test_check_finds_no_problem(run: Run) -> None:
    answer = run("--dataset", REPOSITORY, "check")
    assert answer.code == 0
    assert "problem" not in answer.out.replace("no problems", "")


def test_it_is_the_built_in_dataset(run: Run) -> None:
    built_in, named = run("list", "--json"), run("--dataset", REPOSITORY, "list", "--json")
    assert json.loads(built_in.out) == json.loads(named.out)
    assert "using the built-in example" in built_in.err


def test_every_quotation_is_found(run: Run) -> None:
    events = json.loads(run("--dataset", REPOSITORY, "list", "--json").out)
    lost = [event["id"] for event in events for quote in event["citations"] if not quote["anchors"]]
    assert events
    assert lost == []
