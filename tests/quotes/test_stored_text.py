"""Stored texts: the line and column of an offset, and the text around a passage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.quotes.stored_text import StoredText


def stored(text: str) -> StoredText:
    return StoredText("seeds/gazette.txt", text, "0" * 64)


TEXT = "First line.\n\n\U0001f54a Third\u2028line\r\nLast"


@pytest.mark.parametrize(
    ("offset", "place"),
    [
        (0, (1, 1)),
        (6, (1, 7)),
        (11, (1, 12)),
        (12, (2, 1)),
        (13, (3, 1)),
        (15, (3, 3)),
        (21, (3, 9)),
        (27, (4, 1)),
        (31, (4, 5)),
    ],
)
def test_place_counts_line_feeds_and_code_points(offset: int, place: tuple[int, int]) -> None:
    assert stored(TEXT).place(offset) == place


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (0, ""),
        (1, "First line."),
        (2, ""),
        (3, "\U0001f54a Third\u2028line\r"),
        (4, "Last"),
        (5, ""),
        (-1, ""),
    ],
)
def test_line_has_no_line_feed(number: int, line: str) -> None:
    assert stored(TEXT).line(number) == line


@pytest.mark.parametrize(
    ("passage", "reach", "expected"),
    [
        ("met", 64, ("They ", " in May.")),
        ("met", 3, ("ey ", " in")),
        ("They met in May.", 64, ("", "")),
        ("May.\nThen", 64, ("They met in ", " all left")),
        ("all left", 64, ("Then ", "")),
    ],
)
def test_context_stays_on_the_lines_of_the_passage(
    passage: str, reach: int, expected: tuple[str, str]
) -> None:
    text = "A notice.\nThey met in May.\nThen all left"
    start = text.index(passage)
    assert stored(text).context(start, start + len(passage), reach) == expected


@given(st.text("ab\n\r\u2028\U0001f54a"), st.data())
def test_place_leads_back_to_its_character(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = stored(text).place(offset)
    assert (stored(text).line(line) + "\n")[column - 1] == (text + "\n")[offset]
