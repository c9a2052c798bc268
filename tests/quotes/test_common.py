"""Words that stand in very many places are ambiguous, and are not looked at one by one."""

import pytest

from timeline.quotes import Ambiguous, Found, Lost, SearchText, find
from timeline.quotes.disambiguate import SearchBudget, choices
from timeline.quotes.find import MAX_PLACES


@pytest.mark.parametrize(("prefix", "suffix"), [("", ""), ("two", ""), ("first", "")])
def test_what_stands_too_often_is_ambiguous_whatever_stands_beside_it(prefix: str, suffix: str) -> None:
    source = SearchText("first one " + "two one " * (MAX_PLACES + 1))
    outcome = find(source, "one", prefix, suffix)
    assert isinstance(outcome, Ambiguous)
    assert len(outcome.starts) == MAX_PLACES + 1
    assert list(choices(source, "one", outcome, 10)) == []


def test_what_stands_so_often_and_no_more_is_told_apart() -> None:
    source = SearchText("first one " + "two one " * (MAX_PLACES - 1))
    found = find(source, "one", "first")
    assert isinstance(found, Found)
    assert found.anchors[0].start == 6


def test_what_stands_inside_of_words_very_often_is_not_there() -> None:
    assert isinstance(find(SearchText("a" * 100_000), "aaa"), Lost)


def test_trying_ends() -> None:
    source = SearchText("In May one came. In June one left. In July one was gone.")
    outcome = find(source, "one")
    assert isinstance(outcome, Ambiguous)
    assert list(choices(source, "one", outcome, 10, SearchBudget(5))) == []
    assert len(list(choices(source, "one", outcome, 10))) == 3
