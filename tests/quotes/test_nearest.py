"""The passage that looks most like a lost quote: for messages only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.quotes import SearchText, nearest
from timeline.quotes.normalise import normalise

TEXT = """The summit of the partners opened late.
The leaders pledged \u201c5 percent of GDP\u201d by 2035, and left.
Nobody spoke.
"""


def differences(quote: str) -> tuple[str, list[tuple[int, str, str, str]]]:
    """The nearest passage; and for each difference the word of the quote, what stands in the quote and in
    the text, and what begins at the offset in the text.
    """
    near = nearest(SearchText(TEXT), quote)
    assert near is not None
    changes = [(one.word, one.here, one.there, TEXT[one.offset :].split()[0]) for one in near.changes]
    return TEXT[near.start : near.end], changes


@pytest.mark.parametrize(
    ("quote", "passage", "changes"),
    [
        ("leaders pledged 5 percent of GDP", "leaders pledged \u201c5 percent of GDP\u201d",
         [(2, "5", '"5', "\u201c5"), (5, "GDP", 'GDP"', "GDP\u201d")]),
        ('leaders pledged "6 percent', "leaders pledged \u201c5 percent", [(2, '"6', '"5', "\u201c5")]),
        ("The summit of all the  partners\nopened late.", "The summit of the partners opened late.",
         [(3, "all", "", "the")]),
        ("The summit of all good partners opened late.", "The summit of the partners opened late.",
         [(3, "all good", "the", "the")]),
        ("summit the partners opened late.", "summit of the partners opened late.", [(1, "", "of", "of")]),
        ("of the partners openedx", "of the partners opened", [(3, "openedx", "opened", "opened")]),
        ("The summit of partners opened late.", "The summit of the partners opened late.",
         [(3, "", "the", "the")]),
        ("The Summit of the partners opened", "The summit of the partners opened",
         [(1, "Summit", "summit", "summit")]),
        ("The summit of the partners opened late", "The summit of the partners opened late.",
         [(6, "late", "late.", "late.")]),
        ("ummit of the partner", "summit of the partners",
         [(0, "ummit", "summit", "summit"), (3, "partner", "partners", "partners")]),
        ("Zsummit of the partners", "summit of the partners", [(0, "Zsummit", "summit", "summit")]),
        ("of the partners opened late. The leaders", "of the partners opened late.\nThe leaders", []),
    ],
)  # fmt: skip
def test_what_differs(quote: str, passage: str, changes: list[tuple[int, str, str, str]]) -> None:
    assert differences(quote) == (passage, changes)


@pytest.mark.parametrize("quote", ["zebras gallop", "", "  ", "\u200b"])
def test_nothing_is_like_it(quote: str) -> None:
    assert nearest(SearchText(TEXT), quote) is None


def test_in_an_empty_text_there_is_nothing() -> None:
    assert nearest(SearchText(""), "the summit", at_least=0) is None


def test_what_is_only_a_gap_between_words_is_no_passage() -> None:
    assert nearest(SearchText("\n-\u0301 \u0301e  "), " \u2026ba \n.", at_least=0) is None


def test_likeness_is_a_percentage_with_a_floor() -> None:
    near = nearest(SearchText(TEXT), "The summit of the partners opened early.", at_least=50)
    assert near is not None
    assert 70 < near.likeness < 95
    assert nearest(SearchText(TEXT), "The summit of the partners opened early.", at_least=95) is None


NUMBERS = " ".join(f"number {number}" for number in range(2000))


@pytest.mark.parametrize("number", [3, 250, 1998])
def test_of_a_very_long_quote_the_place_that_differs_is_found(number: int) -> None:
    near = nearest(SearchText(NUMBERS), NUMBERS.replace(f"number {number} ", f"figure {number} ", 1))
    assert near is not None
    assert [(one.word, one.here, one.there) for one in near.changes] == [(2 * number, "figure", "number")]
    assert near.end - near.start <= 1000, "of a long quote a stretch is compared, and not the whole"


def test_a_very_long_word_is_cut_somewhere() -> None:
    near = nearest(SearchText("a" * 3000 + "b"), "a" * 2500 + "c")
    assert near is not None
    assert near.changes[0].word == 0


pieces = st.lists(
    st.sampled_from(["the summit", "5", "3.5 percent", "\u2026", "\n", " \u200b", "'", "e\u0301"])
).map(" ".join)


@given(pieces, st.one_of(pieces, st.text(max_size=30)), st.sampled_from([0.0, 40.0, 70.0]))
def test_it_never_raises_and_stays_inside_quote_and_text(text: str, quote: str, floor: float) -> None:
    near = nearest(SearchText(text), quote, floor)
    if near is not None:
        assert 0 <= near.start < near.end <= len(text)
        for change in near.changes:
            assert near.start <= change.offset < near.end
            assert 0 <= change.word < len(normalise(quote).split())
            assert change.here != change.there
