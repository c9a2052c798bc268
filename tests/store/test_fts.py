"""Words as typed become an FTS5 expression; hits become passages with their hits marked."""

import pytest

from tests.store.conftest import Compile
from timeline.query import Query
from timeline.store.fts import HIT_END, HIT_START, literal_expression


@pytest.mark.parametrize(
    ("typed", "expression"),
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
def test_literal_expression_has_no_operators(typed: str, expression: str) -> None:
    assert literal_expression(typed) == expression


@pytest.mark.parametrize(("length", "marked"), [(9_000, True), (11_000, False)])
def test_only_a_very_long_event_is_shown_by_its_title(compiled: Compile, length: int, marked: bool) -> None:
    store = compiled([{"id": "fair", "date": "2025", "title": "T", "summary": "Oslo fair. " + "x" * length}])
    (passage,) = store.passages_of_events(Query(text="oslo"))
    assert (f"{HIT_START}Oslo{HIT_END}" in passage.text) is marked
    assert (passage.text == "T") is not marked
