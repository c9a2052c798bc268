"""Texts are split into words and punctuation marks in uniform typography."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text.words import Word, words, words_with_offsets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met, twice.", ["They", "met", ",", "twice", "."]),
        ("NATO's 3.5", ["NATO", "'", "s", "3", ".", "5"]),
        ("NATO\u2019s \u201cplan\u201d", ["NATO", "'", "s", '"', "plan", '"']),
        ("\u2018\u2019\u201a\u201b\u02bc", ["'"] * 5),
        ("\u201c\u201d\u201e\u201f", ['"'] * 4),
        ("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", ["-"] * 7),
        ("24\u201325", ["24", "-", "25"]),
        ("Tome\u0301 sum\u00admit", ["Tom\u00e9", "summit"]),
        ("\u200b \ufeff", []),
        ("", []),
    ],
)
def test_words_in_uniform_typography(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a, b", [Word("a", 0, 1), Word(",", 1, 2), Word("b", 3, 4)]),
        ("Tome\u0301 \u2013 b", [Word("Tom\u00e9", 0, 5), Word("-", 6, 7), Word("b", 8, 9)]),
    ],
)
def test_offsets_are_code_points_of_the_text(text: str, expected: list[Word]) -> None:
    assert words_with_offsets(text) == expected


@given(st.text("ab1_ .,'\u2019\u201c\u2013\u00ad\u200b\u0301\u00e9\u4e2d\n"))
def test_both_functions_return_the_same_words(text: str) -> None:
    located = words_with_offsets(text)
    assert [word.text for word in located] == words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in located)
