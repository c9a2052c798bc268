"""The neighbouring words that choose among places of the same words."""

from timeline.quotes import Ambiguous, Found, SearchText, find
from timeline.quotes.disambiguate import Choice, choices


def chosen(text: str, quote: str, most: int = 10) -> list[Choice]:
    """What chooses each place; each choice leads to its place and nowhere else."""
    source = SearchText(text)
    outcome = find(source, quote)
    assert isinstance(outcome, Ambiguous)
    found = list(choices(source, quote, outcome, most))
    for one in found:
        again = find(source, text[one.start : one.end], one.prefix, one.suffix)
        assert isinstance(again, Found)
        assert (again.anchors[0].start, again.anchors[0].end) == (one.start, one.end)
    return found


def test_the_fewest_words_choose() -> None:
    assert chosen("Japan came. But Japan left.", "Japan") == [
        Choice(0, 5, "", "came."),
        Choice(16, 21, "But", ""),
    ]


def test_more_words_where_one_is_the_same() -> None:
    found = chosen("In May Japan came.\nIn June, May Japan came.", "Japan")
    assert [(one.prefix, one.suffix) for one in found] == [("In May", ""), ("June, May", "")]


def test_places_in_lines_that_are_the_same_are_one() -> None:
    found = chosen("Japan came.\nSo Japan left.\nJapan came.", "Japan")
    assert [one.start for one in found] == [0, 15]


def test_the_typography_of_a_place_may_choose_it() -> None:
    assert chosen('A "yes" came. A “yes” left.', "”yes”") == [
        Choice(2, 7, "", ""),
        Choice(16, 21, "", ""),
    ]


def test_words_of_the_line_before_choose_too() -> None:
    found = chosen("One\nJapan\nTwo\nJapan\nOne Japan", "Japan")
    assert found == [Choice(4, 9, "", "Two"), Choice(24, 29, "Japan One", "")]


def test_words_of_its_own_line_come_before_fewer_words_of_another() -> None:
    found = chosen("One.\nJapan came late.\nTwo.\nJapan came early.", "Japan")
    assert [(one.prefix, one.suffix) for one in found] == [("", "came late."), ("", "came early.")]
    found = chosen("May met Japan\nOne.\nJune met Japan\nTwo.", "Japan")
    assert [(one.prefix, one.suffix) for one in found] == [("May met", ""), ("June met", "")]


def test_a_word_that_may_go_on_beyond_what_is_looked_at_chooses_nothing() -> None:
    assert chosen(f"{'a' * 399} Japan\n{'b' * 500} Japan", "Japan") == [Choice(400, 405, "a" * 399, "")]


def test_no_choice_of_a_part() -> None:
    """`[...]` joins parts: neighbouring words choose no part in the middle."""
    text = "A came. B left. A came! B stayed."
    outcome = find(SearchText(text), "A came [...] B")
    if isinstance(outcome, Ambiguous):
        assert list(choices(SearchText(text), "A came [...] B", outcome, 10)) == []


def test_at_most_so_many() -> None:
    text = " ".join(f"Number {number} of it." for number in range(50))
    assert len(chosen(text, "of it.", most=3)) == 3


def test_where_nothing_chooses_it_is_soon_over() -> None:
    """Two thousand places, and the same words around each."""
    assert chosen("Japan " * 2_000, "Japan", most=3) == []
