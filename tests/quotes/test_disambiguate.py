"""The neighbouring words that tell the positions of a quote apart."""

import pytest

from timeline.quotes import Ambiguous, Found, SearchText, find
from timeline.quotes.disambiguate import Choice, SearchBudget, choices
from timeline.quotes.find import MAX_PLACES


def choices_of(text: str, quote: str, limit: int = 10) -> list[Choice]:
    """The choices for an ambiguous quote; each must lead back to its own position."""
    source = SearchText(text)
    outcome = find(source, quote)
    assert isinstance(outcome, Ambiguous)
    results = list(choices(source, quote, outcome, limit))
    for choice in results:
        selected = find(source, text[choice.start : choice.end], choice.prefix, choice.suffix)
        assert isinstance(selected, Found)
        assert selected.anchors[0][:2] == (choice.start, choice.end)
    return results


def test_choices_use_the_fewest_words() -> None:
    assert choices_of("Japan came. But Japan left.", "Japan") == [
        Choice(0, 5, "", "came."),
        Choice(16, 21, "But", ""),
    ]


def test_choices_use_more_words_if_one_is_not_enough() -> None:
    selected = choices_of("In May Japan came.\nIn June, May Japan came.", "Japan")
    assert [(choice.prefix, choice.suffix) for choice in selected] == [("In May", ""), ("June, May", "")]


@pytest.mark.parametrize(
    ("number", "selected"),
    [(7, [("A" + " w" * 7, ""), ("B" + " w" * 7, "")]), (8, [("", "B")])],
)
def test_choices_use_at_most_eight_words(number: int, selected: list[tuple[str, str]]) -> None:
    results = choices_of(f"A{' w' * number} Japan\nB{' w' * number} Japan", "Japan")
    assert [(choice.prefix, choice.suffix) for choice in results] == selected


def test_positions_on_identical_lines_count_once() -> None:
    selected = choices_of("Japan came.\nSo Japan left.\nJapan came.", "Japan")
    assert [choice.start for choice in selected] == [0, 15]


def test_typography_can_select_a_position() -> None:
    assert choices_of('A "yes" came. A “yes” left.', "”yes”") == [
        Choice(2, 7, "", ""),
        Choice(16, 21, "", ""),
    ]


def test_choices_use_words_of_the_previous_line() -> None:
    selected = choices_of("One\nJapan\nTwo\nJapan\nOne Japan", "Japan")
    assert selected == [Choice(4, 9, "", "Two"), Choice(24, 29, "Japan One", "")]


def test_words_of_the_same_line_are_preferred_to_fewer_words_of_another() -> None:
    selected = choices_of("One.\nJapan came late.\nTwo.\nJapan came early.", "Japan")
    assert [(choice.prefix, choice.suffix) for choice in selected] == [
        ("", "came late."),
        ("", "came early."),
    ]
    selected = choices_of("May met Japan\nOne.\nJune met Japan\nTwo.", "Japan")
    assert [(choice.prefix, choice.suffix) for choice in selected] == [("May met", ""), ("June met", "")]


def test_a_word_that_may_continue_beyond_the_reach_is_not_used() -> None:
    assert choices_of(f"{'a' * 399} Japan\n{'b' * 500} Japan", "Japan") == [Choice(400, 405, "a" * 399, "")]


def test_neighbouring_words_do_not_select_a_part_of_a_quote() -> None:
    text = "A came to town. B left. A came to sea! B stayed."
    quote = "A came to [...] B"
    outcome = find(SearchText(text), quote)
    assert isinstance(outcome, Ambiguous)
    assert list(choices(SearchText(text), quote, outcome, 10)) == []


def test_choices_are_limited() -> None:
    text = " ".join(f"Number {number} of it." for number in range(50))
    assert len(choices_of(text, "of it.", limit=3)) == 3


def test_the_search_ends_early_if_no_words_select_a_position() -> None:
    """Two thousand positions with the same words around each."""
    assert choices_of("Japan " * 2_000, "Japan", limit=3) == []


def test_very_frequent_words_have_no_choices() -> None:
    source = SearchText("two one " * (MAX_PLACES + 1))
    outcome = find(source, "one")
    assert isinstance(outcome, Ambiguous)
    assert list(choices(source, "one", outcome, 10)) == []


def test_choices_end_when_the_budget_is_used_up() -> None:
    source = SearchText("In May one came. In June one left. In July one was gone.")
    outcome = find(source, "one")
    assert isinstance(outcome, Ambiguous)
    assert list(choices(source, "one", outcome, 10, SearchBudget(5))) == []
    assert len(list(choices(source, "one", outcome, 10))) == 3


def test_a_budget_allows_exactly_its_amount() -> None:
    budget = SearchBudget(3)
    assert [budget.allows(2), budget.allows(1), budget.allows(1)] == [True, True, False]
