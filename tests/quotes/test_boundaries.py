"""A quote must not begin or end inside a word or a number."""

import pytest

from timeline.quotes import Found, Lost, SearchText, find

INSIDE = [
    ("5 percent", "a pledge of 3.5 percent"),
    ("3", "a pledge of 3.5 percent"),
    ("3.", "a pledge of 3.5 percent"),
    (".5 percent", "a pledge of 3.5 percent"),
    ("5 percent", "a pledge of .5 percent"),
    ("5 percent", "a pledge of 25 percent"),
    ("5 percent", "a fall (-5 percent)"),
    ("5 percent", "at \u22125 percent"),
    ("5 percent", "at -.5 percent"),
    (".5 percent", "at -.5 percent"),
    ("5 percent", "-5 percent is a fall"),
    ("$5 bn", "a balance of \u2212$5 bn"),
    ("2 percent", "a rise of 1/2 percent"),
    ("2 percent", "a rise of 1\u20442 percent"),
    ("5 percent", "a rise of 3\u00b75 percent"),
    ("000 men", "some 1,000 men"),
    ("1", "some 1,000 men"),
    ("500 men", "some 2\u202f500 men"),
    ("500 men", "some 2\u00a0500 men"),
    ("30 on", "at 10:30 on Monday"),
    ("10", "a plain 10\u00b2 grid"),
    ("24", "on 24-25 June"),
    ("F", "an F-35 flew"),
    ("mmit", "the summit"),
    ("summ", "the summit"),
    ("can", "they can't agree"),
    ("t agree", "they can\u2019t agree"),
    ("Japan", "before Japan\u2019s offer"),
    ("Indo", "the Indo-Pacific"),
    ("Pacific", "the Indo-Pacific"),
    ("Pacific", "the Indo\u2011Pacific"),
    ("U.", "the U.S. fleet"),
    ("S. fleet", "the U.S. fleet"),
    ("the U.S.", "the U.S.-led order"),
    ("led order", "the U.S.-led order"),
    ("-led order", "the U.S.-led order"),
    ("the U.S.", "the U.S.\u2019s order"),
    ("s order", "the U.S.\u2019s order"),
    ("seed", "seed_one"),
    ("Tom", "Tome\u0301 spoke"),
    ("cafe", "the cafe\u0301 spoke"),
    ("a =", "so a =\u0338 b"),
    ("foo", "foo\u00adbar"),
    ("foo", "foo" + "\u200b" * 40 + "bar"),
    ("bar", "foo" + "\u200b" * 40 + "bar"),
    ("\u0915", "the \u0915\u093c letter"),
]

AT_BOUNDARIES = [
    ("5 percent", "a pledge of 5 percent, no more"),
    ("5", "a pledge of 5."),
    ("a pledge", "a pledge"),
    ("Japan", "Australia, Japan, and others"),
    ("Japan", "the four (Japan) met"),
    ("we agree", "\u201cwe agree\u201d"),
    ("we agree", "\u2018we agree\u2019 they said"),
    ("Four", "the Four\u2014Japan among them"),
    ("Japan", "the Four\u2014Japan among them"),
    ("the summit", "the summit...they left"),
    ("June", "on 24\u201325 June; July"),
    ("25 June", "on 24 \u2013 25 June"),
    ("U.S.", "the U.S. fleet"),
    ("the fleet", "In 5.the fleet"),
    ("5 percent", "Article:5 percent"),
    ("10", "10/the rest"),
    ("5", "It ended.\n5 left"),
    ("Next", "done.Next"),
    ("allies", "the allies\u2019 plan"),
    ("5%", "by 5% more"),
    ("\u0301a mark", "after \u0301a mark"),
    ("- item", "x - item"),
]


@pytest.mark.parametrize(("quote", "text"), INSIDE)
def test_find_loses_a_quote_that_begins_or_ends_inside_a_word_or_number(quote: str, text: str) -> None:
    assert find(SearchText(text), quote) == Lost(quote, 0, "cut")


@pytest.mark.parametrize(("quote", "text"), AT_BOUNDARIES)
def test_find_accepts_a_quote_at_boundaries(quote: str, text: str) -> None:
    outcome = find(SearchText(text), quote)
    assert isinstance(outcome, Found)
    assert [text[anchor.start : anchor.end] for anchor in outcome.anchors] == [quote]


def test_find_skips_a_position_inside_a_number() -> None:
    outcome = find(SearchText("3.5 percent is not 5 percent"), "5 percent")
    assert isinstance(outcome, Found)
    assert [(anchor.start, anchor.occurrences) for anchor in outcome.anchors] == [(19, 1)]


@pytest.mark.parametrize("quote", ["\u0915", "\u093c letter"])
def test_half_of_a_composed_character_is_not_found(quote: str) -> None:
    assert isinstance(find(SearchText("\u0958 letter"), quote), Lost)
