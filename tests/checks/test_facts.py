"""Facts are stored once, sorted, and the same in memory and in a temporary file."""

import pytest

from timeline.checks import Fact, Facts, facts
from timeline.problems import Location

HERE = Location("b.yaml", 3, 5, 2)


@pytest.fixture(params=[50_000, 2], ids=["in memory", "in a file"], autouse=True)
def limit(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many facts are held in memory."""
    monkeypatch.setattr(facts, "MAX_IN_MEMORY", request.param)


def test_equal_facts_of_a_rule_are_stored_once() -> None:
    stored = Facts()
    for _ in range(3):
        stored.add("a-rule", Fact(("x",)))
        stored.add("another-rule", Fact(("x",)))
    assert list(stored.of("a-rule")) == [Fact(("x",))]


def test_facts_are_sorted_by_value_then_by_location() -> None:
    stored = Facts()
    given = [
        Fact(("b",), HERE, "one"),
        Fact(("a",), HERE, "two"),
        Fact(("a",), HERE._replace(line=1), "three"),
    ]
    for fact in given:
        stored.add("a-rule", fact)
    assert list(stored.of("a-rule")) == [given[2], given[1], given[0]]


def test_forget_removes_the_facts_of_one_line() -> None:
    stored = Facts()
    for line in (1, 2, 3):
        stored.add("a-rule", Fact(("x",), HERE._replace(line=line), "one"))
    stored.forget("b.yaml", 2)
    stored.forget("a.yaml", 1)
    assert [fact.location and fact.location.line for fact in stored.of("a-rule")] == [1, 3]


def test_close_removes_all_facts() -> None:
    stored = Facts()
    for value in "abc":
        stored.add("a-rule", Fact((value,)))
    stored.close()
    assert list(stored.of("a-rule")) == []
