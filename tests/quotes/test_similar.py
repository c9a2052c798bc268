"""The passage most similar to a lost quote, and quotes that splice two passages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.quotes import SearchText, nearest
from timeline.quotes.normalise import normalise
from timeline.quotes.similar import splice

TEXT = """The summit of the partners opened late.
The leaders pledged \u201c5 percent of GDP\u201d by 2035, and left.
Few spoke.
"""


def differences(quote: str) -> tuple[str, list[tuple[int, str, str, str]]]:
    """The nearest passage; and for each difference the index of the word, the words of the quote and of the
    text, and the word at the offset.
    """
    near = nearest(SearchText(TEXT), quote)
    assert near is not None
    changes = [
        (change.word, change.in_quote, change.in_text, TEXT[change.offset :].split()[0])
        for change in near.changes
    ]
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
def test_nearest_reports_the_words_that_differ(
    quote: str, passage: str, changes: list[tuple[int, str, str, str]]
) -> None:
    assert differences(quote) == (passage, changes)


@pytest.mark.parametrize("quote", ["zebras gallop", "", "  ", "\u200b"])
def test_nearest_is_none_if_nothing_is_similar(quote: str) -> None:
    assert nearest(SearchText(TEXT), quote) is None


def test_a_similarity_of_70_is_needed_by_default() -> None:
    quote = "The summit of old zebras began today"
    near = nearest(SearchText(TEXT), quote, min_similarity=60)
    assert near is not None
    assert 60 < near.similarity < 70
    assert nearest(SearchText(TEXT), quote) is None


def test_nearest_is_none_in_an_empty_text() -> None:
    assert nearest(SearchText(""), "the summit", min_similarity=0) is None


def test_white_space_between_words_is_not_a_passage() -> None:
    assert nearest(SearchText("\n-\u0301 \u0301e  "), " \u2026ba \n.", min_similarity=0) is None


def test_similarity_is_a_percentage_with_a_minimum() -> None:
    near = nearest(SearchText(TEXT), "The summit of the partners opened early.", min_similarity=50)
    assert near is not None
    assert 70 < near.similarity < 95
    assert nearest(SearchText(TEXT), "The summit of the partners opened early.", min_similarity=95) is None


NUMBERS = " ".join(f"number {number}" for number in range(2000))


@pytest.mark.parametrize("number", [3, 250, 1998])
def test_nearest_finds_the_difference_in_a_very_long_quote(number: int) -> None:
    near = nearest(SearchText(NUMBERS), NUMBERS.replace(f"number {number} ", f"figure {number} ", 1))
    assert near is not None
    assert [(change.word, change.in_quote, change.in_text) for change in near.changes] == [
        (2 * number, "figure", "number")
    ]
    assert near.end - near.start <= 1000, "only a stretch of a long quote is compared"


def test_nearest_splits_a_very_long_word() -> None:
    near = nearest(SearchText("a" * 3000 + "b"), "a" * 2500 + "c")
    assert near is not None
    assert near.changes[0].word == 0


pieces = st.lists(
    st.sampled_from(["the summit", "5", "3.5 percent", "\u2026", "\n", " \u200b", "'", "e\u0301"])
).map(" ".join)


@given(pieces, st.one_of(pieces, st.text(max_size=30)), st.sampled_from([0.0, 40.0, 70.0]))
def test_nearest_never_raises_and_stays_inside_quote_and_text(text: str, quote: str, minimum: float) -> None:
    near = nearest(SearchText(text), quote, minimum)
    if near is not None:
        assert 0 <= near.start < near.end <= len(text)
        for change in near.changes:
            assert near.start <= change.offset < near.end
            assert 0 <= change.word < len(normalise(quote).split())
            assert change.in_quote != change.in_text


GAZETTE = SearchText(
    "The leaders met in the old town hall of Port Example on Monday.\n"
    "Few had thought that they would come at all, and few believed it then.\n"
    "They agreed to light \u201call the lamps\u201d of the coast before the year was out.\n"
)


def spliced_passages(quote: str) -> list[tuple[int, str]] | None:
    """The index of the first word of each passage in the quote, and the passage."""
    passages = splice(GAZETTE, quote)
    if passages is None:
        return None
    return [(passage.word, GAZETTE.normal[passage.start : passage.end]) for passage in passages]


def test_splice_finds_two_distant_passages() -> None:
    assert spliced_passages(
        'The leaders met in the old  town hall to light "all the lamps" of the coast'
    ) == [
        (0, "The leaders met in the old town hall"),
        (8, 'to light "all the lamps" of the coast'),
    ]


def test_splice_finds_passages_in_another_order() -> None:
    assert spliced_passages("They agreed to light leaders met in the old town") == [
        (0, "They agreed to light"),
        (4, "leaders met in the old town"),
    ]


@pytest.mark.parametrize(("gap", "is_splice"), [(36, False), (37, True)])
def test_passages_of_a_splice_are_more_than_36_code_points_apart(gap: int, is_splice: bool) -> None:
    source = SearchText(f"the first passage {'z' * (gap - 2)} the other passage")
    assert (splice(source, "the first passage the other passage") is not None) == is_splice


def test_a_passage_of_twelve_code_points_is_the_shortest() -> None:
    assert spliced_passages("The leaders met in the old town hall few believed") == [
        (0, "The leaders met in the old town hall"),
        (8, "few believed"),
    ]
    assert spliced_passages("The leaders met in the old town hall come at all") is None


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("The leaders met in the old town hall", "one passage"),
        ("The leaders met in the hall of Port Example on Monday", "two words left out"),
        ("Few had thought they would come at all", "a word left out further down"),
        ("The leaders met in the old new town hall of Port Example", "an extra word"),
        ("The leaders met in the old town all the", "too short a second passage"),
        ("leaders met in before the year few believed town hall of had thought that", "five passages"),
        ("zebras gallop by", "nothing of the text"),
        ("", "empty"),
    ],
)
def test_splice_is_none_for_other_quotes(quote: str, reason: str) -> None:
    assert spliced_passages(quote) is None, reason
