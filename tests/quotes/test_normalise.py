"""Normalised texts, and the map between their offsets and those of the file."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.quotes import SearchText
from timeline.quotes.normalise import normalise, trim

# Words, numbers, punctuation, letters that compose, and characters that are ignored.
ALPHABET = (
    "ab5e.,'\"-()[]/ \n\r\t\u00a0\u2000\u00ad\u200b\u200d\u2019\u201c\u201d\u2013\u2212\u2026"
    "\u0301\u0323\u0327\u00e9\u1100\u1161\u11a8\u304b\u3099\u212b\ufa19\u0958"
)
texts = st.one_of(st.text(ALPHABET, max_size=60), st.text(max_size=40))
often = settings(max_examples=300)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a \t\n b", "a b"),
        ("\u2018a\u2019 \u201cb\u201d", "'a' \"b\""),
        ("24\u201325 \u2212 3", "24-25 - 3"),
        ("wait\u2026", "wait..."),
        ("sum\u00admit\u200b", "summit"),
        ("Tome\u0301", "Tom\u00e9"),
    ],
)
def test_normalise(text: str, expected: str) -> None:
    assert normalise(text) == expected


def test_trim_removes_ignored_characters_at_the_ends_only() -> None:
    assert trim("\u200b a\u200b b \u00a0\n") == "a\u200b b"


@pytest.mark.parametrize(("marks", "composed"), [(63, True), (64, False)])
def test_only_clusters_of_64_code_points_are_reordered(marks: int, composed: bool) -> None:
    """Two marks are in canonical order only if they are in the same cluster."""
    text = "a" + "\u0301" * (marks - 1) + "\u0323"
    assert (normalise(text) == unicodedata.normalize("NFC", text)) == composed


@often
@given(texts)
def test_normalise_is_idempotent(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@often
@given(texts)
def test_normalise_ignores_unicode_composition(text: str) -> None:
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(text)
    assert normalise(unicodedata.normalize("NFC", text)) == normalise(text)


@often
@given(texts)
def test_file_ranges_are_monotonic_and_cover_all_significant_text(text: str) -> None:
    source = SearchText(text)
    ranges = [source.file_range(offset, offset + 1) for offset in range(len(source.normal))]
    starts, ends = [start for start, _ in ranges], [end for _, end in ranges]
    assert (starts, ends) == (sorted(starts), sorted(ends))
    covered = {offset for start, end in ranges for offset in range(start, end)}
    assert normalise("".join(text[offset] for offset in range(len(text)) if offset not in covered)) == ""


@often
@given(texts)
def test_normal_offset_is_the_inverse_of_file_range(text: str) -> None:
    source = SearchText(text)
    for offset in range(len(source.normal)):
        start, end = source.file_range(offset, offset + 1)
        normal_start = source.normal_offset(start)
        assert normal_start <= offset
        assert source.file_range(normal_start, offset + 1) == (start, end)
