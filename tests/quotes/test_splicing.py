"""A quote that is two passages put together as if they were one."""

import pytest

from timeline.quotes import SearchText
from timeline.quotes.splice import splice

TEXT = SearchText(
    "The leaders met in the old town hall of Port Example on Monday.\n"
    "Nobody had thought that they would come at all, and few believed it then.\n"
    "They agreed to light \u201call the lamps\u201d of the coast before the year was out.\n"
)


def passages(quote: str) -> list[tuple[int, str]] | None:
    """The word of the quote at which each passage begins, and the passage."""
    pieces = splice(TEXT, quote)
    return None if pieces is None else [(one.word, TEXT.normal[one.start : one.end]) for one in pieces]


def test_two_passages_from_far_apart_are_a_splice() -> None:
    assert passages('The leaders met in the old  town hall to light "all the lamps" of the coast') == [
        (0, "The leaders met in the old town hall"),
        (8, 'to light "all the lamps" of the coast'),
    ]


def test_in_another_order_they_are_one_too() -> None:
    assert passages("They agreed to light leaders met in the old town") == [
        (0, "They agreed to light"),
        (4, "leaders met in the old town"),
    ]


@pytest.mark.parametrize(
    ("quote", "what"),
    [
        ("The leaders met in the old town hall", "one passage"),
        ("The leaders met in the hall of Port Example on Monday", "two words left out"),
        ("Nobody had thought they would come at all", "a word left out further down"),
        ("The leaders met in the old new town hall of Port Example", "a word put in"),
        ("The leaders met in the old town all the", "too short a second passage"),
        ("leaders met in before the year few believed town hall of had thought that", "five passages"),
        ("zebras gallop by", "nothing of the text"),
        ("", "nothing"),
    ],
)  # fmt: skip
def test_what_is_no_splice(quote: str, what: str) -> None:
    assert passages(quote) is None, what
