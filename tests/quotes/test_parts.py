"""`[...]` in a quote joins parts that stand in this order, each with its anchor."""

import pytest

from timeline.quotes import Ambiguous, Found, Lost, SearchText, find

TEXT = "Leaders met in Port Example, after a long night, and agreed on the lights.\nThe lights burn.\n"


def parts(text: str, quote: str) -> list[str]:
    """The parts of a quote as they stand in the text."""
    outcome = find(SearchText(text), quote)
    assert isinstance(outcome, Found)
    return [text[one.start : one.end] for one in outcome.anchors]


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


def test_parts_may_lie_lines_apart_and_be_many() -> None:
    quote = "Leaders met [...] after a long night [...] The lights burn."
    assert parts(TEXT, quote) == ["Leaders met", "after a long night", "The lights burn."]


def test_each_part_has_its_own_typography() -> None:
    outcome = find(SearchText('He said \u201cyes\u201d and "no" then.'), 'He said "yes" [...] "no" then.')
    assert isinstance(outcome, Found)
    assert [one.match for one in outcome.anchors] == ["typographic", "exact"]


def test_letter_for_letter_elsewhere_does_not_hide_another_typography_in_its_place() -> None:
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
def test_the_part_that_is_lost_is_named_with_the_end_of_what_was_found(quote: str, lost: Lost) -> None:
    assert find(SearchText(TEXT), quote) == lost


@pytest.mark.parametrize("text", ["a pledge [...] was made", "a pledge [\u2026] was made"])
def test_brackets_that_stand_in_the_text_are_part_of_it(text: str) -> None:
    assert parts(f"So {text}.", "a pledge [...] was made") == [text]


def test_a_part_that_stands_in_different_lines_is_ambiguous() -> None:
    text = "The lights burn in May.\nThe lights burn in June.\nThen all met.\n"
    assert find(SearchText(text), "The lights burn [...] Then all met") == Ambiguous((0, 24))


def test_a_later_part_is_looked_for_behind_the_one_before() -> None:
    text = "All met.\nThen the lights burned.\nAll met.\n"
    outcome = find(SearchText(text), "the lights burned [...] All met.")
    assert isinstance(outcome, Found)
    assert [(one.start, one.occurrences, one.again) for one in outcome.anchors] == [
        (14, 1, ()),
        (33, 2, (0,)),
    ]
