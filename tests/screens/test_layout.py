"""Columns, paragraphs and headings."""

import pytest
from rich.console import Console
from rich.text import Text

from timeline.screens.layout import block, heading, labelled, side_by_side, styled, with_right_margin


def console(width: int) -> Console:
    return Console(width=width, markup=False, emoji=False, highlight=False)


def plain(lines: object) -> list[str]:
    return [line.plain for line in lines]  # type: ignore[attr-defined]


def test_styled_shows_control_characters_and_no_markup() -> None:
    text = styled("[red]a\x1b[31m\u202e", "bold")
    assert (text.plain, text.style) == ("[red]a^[[31m<U+202E>", "bold")


def test_cells_are_wrapped_in_their_own_columns() -> None:
    cells = [(Text("one two three"), 5), (Text("four five"), 4), (Text("six"), 3)]
    assert plain(side_by_side(cells, console(80))) == ["one    four  six", "two    five", "three"]


def test_a_long_word_continues_on_the_next_line() -> None:
    assert plain(side_by_side([(Text("abcdefgh"), 3)], console(80))) == ["abc", "def", "gh"]


def test_wide_characters_count_two_cells() -> None:
    assert plain(side_by_side([(Text("東京"), 5), (Text("x"), 1)], console(80))) == ["東京   x"]


def test_a_block_is_indented_and_leaves_the_last_cell_free() -> None:
    assert plain(block(Text("one two three"), 2, console(10))) == ["  one two", "  three"]


def test_labelled_words_are_wrapped_beside_their_label() -> None:
    assert plain(labelled("Verdict", "one two three", 9, console(22))) == [
        " Verdict   one two",
        "           three",
    ]


@pytest.mark.parametrize(
    ("margin", "lines"),
    [("1", ["   one two", "   three    1"]), ("", ["   one two", "   three"])],
)
def test_the_right_margin_is_in_the_last_line(margin: str, lines: list[str]) -> None:
    assert plain(with_right_margin(Text("one two three"), margin, 3, console(20))) == lines


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (16, [" A title     id"]),
        (13, [" A title  id"]),
        (12, [" A title", " id"]),
    ],
)
def test_a_heading_has_one_line_if_it_fits(width: int, lines: list[str]) -> None:
    assert plain(heading("A title", "id", console(width))) == lines
