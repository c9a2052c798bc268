"""Words that stand several times: repeated passages, places that differ, prefix and suffix."""

import pytest

from timeline.quotes import Ambiguous, Found, SearchText, find

REPEATED = "A notice.\nThe lights burn by day.\n\nThe lights burn by day.\n"
DIFFERENT = "The lights burn by day.\nThe lights burn by night, and the \u201cguards\u201d sleep.\n"


def starts(text: str, quote: str, prefix: str = "", suffix: str = "") -> list[int]:
    outcome = find(SearchText(text), quote, prefix, suffix)
    assert isinstance(outcome, Found)
    return [one.start for one in outcome.anchors]


def test_a_repeated_passage_is_anchored_at_the_first_and_counted() -> None:
    outcome = find(SearchText(REPEATED), "lights burn")
    assert isinstance(outcome, Found)
    (anchor,) = outcome.anchors
    assert (anchor.start, anchor.end, anchor.occurrences, anchor.again) == (14, 25, 2, (39,))


def test_only_the_first_few_further_places_are_kept() -> None:
    outcome = find(SearchText("The lights burn.\n" * 50), "The lights burn.")
    assert isinstance(outcome, Found)
    assert (outcome.anchors[0].occurrences, len(outcome.anchors[0].again)) == (50, 20)


@pytest.mark.parametrize("text", [DIFFERENT, "The lights burn, they say, and the lights burn."])
def test_places_whose_lines_differ_are_ambiguous(text: str) -> None:
    outcome = find(SearchText(text), "lights burn")
    assert isinstance(outcome, Ambiguous)
    assert [text[start : start + 11] for start in outcome.starts] == ["lights burn", "lights burn"]


def test_a_line_that_only_ends_the_file_without_its_end_is_the_same() -> None:
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
def test_neighbouring_words_choose(prefix: str, suffix: str, start: int) -> None:
    assert starts(DIFFERENT, "lights burn", prefix, suffix) == [start]


def test_neighbours_may_be_far_away_in_white_space_and_of_many_marks() -> None:
    text = "By day" + " \n" * 500 + "they burn. " + "e\u0301\u0323" * 50 + "\u200b they burn."
    assert starts(text, "they burn", "by day".capitalize()) == [1006]
    assert starts(text, "they burn", "\u1eb9\u0301" * 50) == [text.rindex("they")]


@pytest.mark.parametrize(("prefix", "suffix"), [("A", ""), ("", "by noon"), ("The", "and the")])
def test_neighbours_that_are_not_there_choose_nothing(prefix: str, suffix: str) -> None:
    outcome = find(SearchText(DIFFERENT), "lights burn", prefix, suffix)
    assert (type(outcome).__name__, outcome[2:]) == ("Lost", ("neighbours",))


def test_a_prefix_belongs_to_the_first_part_and_a_suffix_to_the_last() -> None:
    text = "So they met in May. Then they met in June. There they parted. Then they parted."
    assert starts(text, "they met [...] they parted", "Then", ". Then") == [25, 49]


def test_letter_for_letter_wins_over_another_typography() -> None:
    text = 'He said \u201cyes\u201d in May.\nHe said "yes" in June.\n'
    outcome = find(SearchText(text), 'He said "yes"')
    assert isinstance(outcome, Found)
    assert [(one.start, one.match, one.occurrences) for one in outcome.anchors] == [(22, "exact", 1)]


def test_neighbours_may_choose_another_typography() -> None:
    text = 'He said \u201cyes\u201d in May.\nHe said "yes" in June.\n'
    outcome = find(SearchText(text), 'He said "yes"', suffix="in May")
    assert isinstance(outcome, Found)
    assert [(one.start, one.match) for one in outcome.anchors] == [(0, "typographic")]
