"""The definition of verbatim, clause by clause: what may differ, and that nothing else may."""

import pytest

from timeline.quotes import Found, Lost, SearchText, find


def matches(quote: str, text: str) -> list[tuple[str, str]]:
    """The parts of the text that match the quote, as they are in the file, and the kind of each match."""
    outcome = find(SearchText(text), quote)
    assert not isinstance(outcome, Lost), f"{quote!r} is not found in {text!r}"
    assert isinstance(outcome, Found)
    return [(text[anchor.start : anchor.end], anchor.match) for anchor in outcome.anchors]


@pytest.mark.parametrize("quote", ["the four partners", " the four partners\n"])
def test_identical_text_is_an_exact_match(quote: str) -> None:
    assert matches(quote, "So the four partners met.") == [("the four partners", "exact")]


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("S\u00e3o Tom\u00e9", "Sa\u0303o Tome\u0301"),
        ("Sa\u0303o Tome\u0301", "S\u00e3o Tom\u00e9"),
        ("\u1ea5n Vi\u1ec7t", "\u00e2\u0301n Vie\u0323\u0302t"),
        ("\uac01 \ud55c", "\u1100\u1161\u11a8 \u1112\u1161\u11ab"),
        ("\ud55c" * 40, "\u1112\u1161\u11ab" * 40),
        ("\u304c \u00c5", "\u304b\u3099 \u212b"),
        ("\u795e\u6238 port", "\ufa19\u6238 port"),
        ("q\u0323\u0307 law", "q\u0307\u0323 law"),
        ("Tom\u00e9", "Tome\u00ad\u0301"),
    ],
)
def test_composed_and_decomposed_letters_match(quote: str, text: str) -> None:
    assert matches(quote, f"in {text}.") == [(text, "typographic")]


@pytest.mark.parametrize(
    "white",
    ["  ", "\n", "\r\n", "\t \n\n  ", "\u00a0", "\u2009", "\u3000", "\u2028", "\x85", " \u200b ", "\u2000"],
)
def test_any_white_space_matches_any_other(white: str) -> None:
    assert matches("Port Example", f"in Port{white}Example.") == [(f"Port{white}Example", "typographic")]
    assert matches(f"Port{white}Example", "in Port Example.") == [("Port Example", "typographic")]


def test_white_space_does_not_match_nothing() -> None:
    assert isinstance(find(SearchText("in PortExample."), "Port Example"), Lost)
    assert isinstance(find(SearchText("in Port Example."), "PortExample"), Lost)


@pytest.mark.parametrize("text", ["\u201cwe agree\u201d", "\u201ewe agree\u201f", "\u201cwe agree\u201f"])
def test_straight_and_curly_double_quotation_marks_match(text: str) -> None:
    assert matches('"we agree"', f"He said {text} then.") == [(text, "typographic")]
    assert matches(text, 'He said "we agree" then.') == [('"we agree"', "typographic")]


@pytest.mark.parametrize("mark", ["\u2018", "\u2019", "\u201a", "\u201b"])
def test_straight_and_curly_single_quotation_marks_match(mark: str) -> None:
    assert matches("NATO's plan", f"So NATO{mark}s plan.") == [(f"NATO{mark}s plan", "typographic")]


def test_single_and_double_quotation_marks_do_not_match() -> None:
    assert isinstance(find(SearchText("He said \u2018we agree\u2019 then."), '"we agree"'), Lost)


@pytest.mark.parametrize("dash", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
def test_hyphen_and_dashes_match(dash: str) -> None:
    assert matches("24-25 June", f"on 24{dash}25 June.") == [(f"24{dash}25 June", "typographic")]
    assert matches(f"24{dash}25 June", "on 24-25 June.") == [("24-25 June", "typographic")]


def test_two_hyphens_do_not_match_a_dash() -> None:
    assert isinstance(find(SearchText("Four--Japan among them"), "Four\u2014Japan"), Lost)


@pytest.mark.parametrize(
    ("quote", "text"), [("by signing...", "by signing\u2026"), ("by signing\u2026", "by signing...")]
)
def test_three_full_stops_match_an_ellipsis_character(quote: str, text: str) -> None:
    assert matches(quote, f"{text} and so on") == [(text, "typographic")]


@pytest.mark.parametrize("stops", [".", "..", "...."])
def test_part_of_an_ellipsis_character_does_not_match(stops: str) -> None:
    assert isinstance(find(SearchText("by signing\u2026 no more"), f"by signing{stops}"), Lost)


@pytest.mark.parametrize("ignored", "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
def test_soft_hyphens_and_zero_width_characters_are_ignored(ignored: str) -> None:
    assert matches("the summit", f"at the sum{ignored}mit now") == [(f"the sum{ignored}mit", "typographic")]
    assert matches(f"the sum{ignored}mit", "at the summit now") == [("the summit", "typographic")]
    assert matches("the summit", f"at {ignored}the summit{ignored} now") == [("the summit", "exact")]


@pytest.mark.parametrize(
    ("quote", "what"),
    [
        ("the Four partners pledged 5 percent (at least)", "case"),
        ("the four partners pledged 6 percent (at least)", "a digit"),
        ("the four partners pledged five percent (at least)", "a number in words"),
        ("the four partners pledged 5 percent [at least]", "brackets"),
        ("the four partners pledged 5 percent at least", "brackets left out"),
        ("the four partners pledged percent (at least)", "a missing word"),
        ("the four partners all pledged 5 percent (at least)", "an extra word"),
        ("four the partners pledged 5 percent (at least)", "the order of words"),
        ("the four partners pledged 5% (at least)", "a sign for a word"),
        ("the four partners, pledged 5 percent (at least)", "a comma"),
        ("the four partn\u00e9rs pledged 5 percent (at least)", "an accent"),
        ("the \ufb01ve partners", "a ligature that only looks alike"),
        ("", "no quote at all"),
        (" \u200b ", "a quote of ignored characters only"),
    ],
)
def test_no_other_difference_matches(quote: str, what: str) -> None:
    text = SearchText("Then the four partners pledged 5 percent (at least) and the five partners left.")
    assert isinstance(find(text, quote), Lost), what


@pytest.mark.parametrize("quote", ["3 percent", "\uff13 percent", "\u00b3 percent"])
def test_other_kinds_of_digits_do_not_match(quote: str) -> None:
    text = {"3 percent": "\uff13 percent"}.get(quote, "3 percent")
    assert isinstance(find(SearchText(f"by {text} more"), quote), Lost)


def test_offsets_are_code_points_of_the_file() -> None:
    text = "\u200b\U0001f54a\ufe0f  Cafe\u0301 \u201cone\u201d\u2026 two"
    outcome = find(SearchText(text), 'Caf\u00e9 "one"... two')
    assert isinstance(outcome, Found)
    assert [(anchor.start, anchor.end) for anchor in outcome.anchors] == [(5, len(text))]
