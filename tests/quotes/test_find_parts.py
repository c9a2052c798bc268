"""`[...]` in a quote joins parts that are in the text in this order, each with its anchor."""

import pytest

from timeline.quotes import Ambiguous, Found, Lost, SearchText, find

TEXT = "Leaders met in Port Example, after a long night, and agreed on the lights.\nThe lights burn.\n"


def parts(text: str, quote: str) -> list[str]:
    """The parts of a quote as they are in the text."""
    outcome = find(SearchText(text), quote)
    assert isinstance(outcome, Found)
    return [text[anchor.start : anchor.end] for anchor in outcome.anchors]


@pytest.mark.parametrize(
    "quote",
    [
        "Leaders met in Port Example [...] and agreed on the lights.",
        "Leaders met in Port Example[...]and agreed on the lights.",
        "Leaders met in Port Example \u200b[\u2026]\n  and agreed on the lights.",
        "[...] Leaders met in Port Example [...] [...] and agreed on the lights. [...]",
    ],
)
def test_parts_are_joined(quote: str) -> None:
    assert parts(TEXT, quote) == ["Leaders met in Port Example", "and agreed on the lights."]


def test_parts_may_be_lines_apart() -> None:
    quote = "Leaders met [...] after a long night [...] The lights burn."
    assert parts(TEXT, quote) == ["Leaders met", "after a long night", "The lights burn."]


def test_each_part_has_its_own_typography() -> None:
    outcome = find(SearchText('He said \u201cyes\u201d and "no" then.'), 'He said "yes" [...] "no" then.')
    assert isinstance(outcome, Found)
    assert [anchor.match for anchor in outcome.anchors] == ["typographic", "exact"]


def test_an_exact_match_elsewhere_does_not_hide_a_typographic_match_in_order() -> None:
    assert parts('"No" he said, and so \u201cNo\u201d.', 'and so [...] "No"') == ["and so", "\u201cNo\u201d"]


@pytest.mark.parametrize(
    ("quote", "lost"),
    [
        ("agreed on the lights [...] Leaders met", Lost("Leaders met", 73, "order")),
        ("Leaders met [...] and quarrelled [...] lights burn", Lost("and quarrelled", 11, "absent")),
        ("Leaders met [...] in Port Exam", Lost("in Port Exam", 11, "cut")),
        ("Leaders met in Port [...] Port Example", Lost("Port Example", 19, "order")),
        ("Leaders met [..] and agreed", Lost("Leaders met [..] and agreed", 0, "absent")),
        ("[...]", Lost("[...]", 0, "absent")),
    ],
)
def test_lost_names_the_missing_part_and_the_end_of_the_part_before(quote: str, lost: Lost) -> None:
    assert find(SearchText(TEXT), quote) == lost


@pytest.mark.parametrize("text", ["a pledge [...] was made", "a pledge [\u2026] was made"])
def test_an_ellipsis_in_brackets_may_be_part_of_the_text(text: str) -> None:
    assert parts(f"So {text}.", "a pledge [...] was made") == [text]


def test_a_part_on_different_lines_is_ambiguous() -> None:
    text = "The lights burn in May.\nThe lights burn in June.\nThen all met.\n"
    assert find(SearchText(text), "The lights burn [...] Then all met") == Ambiguous((0, 24))


def test_a_part_is_searched_after_the_previous_one() -> None:
    text = "All met.\nThen the lights burned.\nAll met.\n"
    outcome = find(SearchText(text), "the lights burned [...] All met.")
    assert isinstance(outcome, Found)
    assert [(anchor.start, anchor.occurrences, anchor.other_starts) for anchor in outcome.anchors] == [
        (14, 1, ()),
        (33, 2, (0,)),
    ]
