"""What people type into a search: all words, phrases in quotation marks, and nothing that is an operator."""

import pytest

from timeline.store.fts import literally


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("war and peace", '"war" "and" "peace"'),
        ('"war and" peace', '"war and" "peace"'),
        ('war "and peace', '"war" "and" "peace"'),
        ('war"and"peace', '"war" "and" "peace"'),
        ("war\x00peace", '"war" "peace"'),
        ("war* OR - title:peace", '"war*" "OR" "title:peace"'),
        ('" " - !', ""),
        ("", ""),
    ],
)
def test_words_as_typed_are_an_expression_without_operators(typed: str, asked: str) -> None:
    assert literally(typed) == asked
