"""Words that occur several times: repeated passages, different positions, prefix and suffix."""

import pytest

from timeline.quotes import Ambiguous, Found, Lost, SearchText, find
from timeline.quotes.find import MAX_PLACES

REPEATED = "A notice.\nThe lights burn by day.\n\nThe lights burn by day.\n"
DIFFERENT = "The lights burn by day.\nThe lights burn by night, and the \u201cguards\u201d sleep.\n"


def starts(text: str, quote: str, prefix: str = "", suffix: str = "") -> list[int]:
    outcome = find(SearchText(text), quote, prefix, suffix)
    assert isinstance(outcome, Found)
    return [anchor.start for anchor in outcome.anchors]


def test_a_repeated_passage_is_anchored_at_its_first_position() -> None:
    outcome = find(SearchText(REPEATED), "lights burn")
    assert isinstance(outcome, Found)
    (anchor,) = outcome.anchors
    assert (anchor.start, anchor.end, anchor.occurrences, anchor.other_starts) == (14, 25, 2, (39,))


def test_only_the_first_other_starts_are_kept() -> None:
    outcome = find(SearchText("The lights burn.\n" * 50), "The lights burn.")
    assert isinstance(outcome, Found)
    assert (outcome.anchors[0].occurrences, len(outcome.anchors[0].other_starts)) == (50, 20)


@pytest.mark.parametrize("text", [DIFFERENT, "The lights burn, they say, and the lights burn."])
def test_positions_on_different_lines_are_ambiguous(text: str) -> None:
    outcome = find(SearchText(text), "lights burn")
    assert isinstance(outcome, Ambiguous)
    assert [text[start : start + 11] for start in outcome.starts] == ["lights burn", "lights burn"]


def test_a_last_line_without_line_feed_equals_one_with_it() -> None:
    assert starts("The lights burn.\nThe lights burn.", "lights burn") == [4]


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [
        ("", "by night", 28),
        ("", " by\nnight,", 28),
        ("", 'by night, and the "guards"', 28),
        ("", "by day", 4),
        ("by day. The", "", 28),
        ("day.\n\u200bThe ", "by night", 28),
        ("\u200b", "by day", 4),
    ],
)
def test_prefix_and_suffix_select_a_position(prefix: str, suffix: str, start: int) -> None:
    assert starts(DIFFERENT, "lights burn", prefix, suffix) == [start]


def test_prefix_and_suffix_may_be_separated_by_white_space_and_have_many_marks() -> None:
    text = "By day" + " \n" * 500 + "they burn. " + "e\u0301\u0323" * 50 + "\u200b they burn."
    assert starts(text, "they burn", "by day".capitalize()) == [1006]
    assert starts(text, "they burn", "\u1eb9\u0301" * 50) == [text.rindex("they")]


@pytest.mark.parametrize(("prefix", "suffix"), [("A", ""), ("", "by noon"), ("The", "and the")])
def test_a_prefix_or_suffix_that_does_not_match_loses_the_quote(prefix: str, suffix: str) -> None:
    outcome = find(SearchText(DIFFERENT), "lights burn", prefix, suffix)
    assert (type(outcome).__name__, outcome[2:]) == ("Lost", ("neighbours",))


def test_prefix_applies_to_the_first_part_and_suffix_to_the_last() -> None:
    text = "So they met in May. Then they met in June. There they parted. Then they parted."
    assert starts(text, "they met [...] they parted", "Then", ". Then") == [25, 49]


def test_an_exact_match_wins_over_a_typographic_one() -> None:
    text = 'He said \u201cyes\u201d in May.\nHe said "yes" in June.\n'
    outcome = find(SearchText(text), 'He said "yes"')
    assert isinstance(outcome, Found)
    assert [(anchor.start, anchor.match, anchor.occurrences) for anchor in outcome.anchors] == [
        (22, "exact", 1)
    ]


def test_a_suffix_can_select_a_typographic_match() -> None:
    text = 'He said \u201cyes\u201d in May.\nHe said "yes" in June.\n'
    outcome = find(SearchText(text), 'He said "yes"', suffix="in May")
    assert isinstance(outcome, Found)
    assert [(anchor.start, anchor.match) for anchor in outcome.anchors] == [(0, "typographic")]


@pytest.mark.parametrize(("prefix", "suffix"), [("", ""), ("two", ""), ("first", "")])
def test_very_frequent_words_are_ambiguous_whatever_prefix_and_suffix(prefix: str, suffix: str) -> None:
    outcome = find(SearchText("first one " + "two one " * (MAX_PLACES + 1)), "one", prefix, suffix)
    assert isinstance(outcome, Ambiguous)
    assert len(outcome.starts) == MAX_PLACES + 1


def test_words_at_the_maximum_of_positions_are_told_apart() -> None:
    outcome = find(SearchText("first one " + "two one " * (MAX_PLACES - 1)), "one", "first")
    assert isinstance(outcome, Found)
    assert outcome.anchors[0].start == 6


def test_words_very_often_inside_other_words_are_lost() -> None:
    assert isinstance(find(SearchText("a" * 100_000), "aaa"), Lost)
