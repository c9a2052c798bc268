"""The words of time in a sentence."""

import pytest

from timeline.dates.phrases import find_phrases


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The much-anticipated NATO summit in The Hague in late June accomplished its objectives.",
         ["in late June"]),
        ("NATO\u2019s partnerships have progressed steadily since 2022. At the summit that year they met.",
         ["since 2022", "that year"]),
        ("In 2023, the alliance formalized ties.", ["In 2023"]),
        ("the NATO summit, which begins on Tuesday in Washington, for the third year in a row.",
         ["on Tuesday", "the third year in a row"]),
        ("Blinken said last week at the Brookings Institution.", ["last week"]),
        ("On Tuesday, Jake Sullivan announced four initiatives.", ["On Tuesday"]),
        ("as he stated in April before the US Congress.", ["in April"]),
        ("during his visit to North Korea last month.", ["last month"]),
        ("Recent months have seen a surge. Their foreign ministers recently convened.",
         ["Recent months", "recently"]),
        ("\u201cUkraine of today may be East Asia of tomorrow\u201d", ["today", "tomorrow"]),
        ("They met on 24\u201325 June 2025 in The Hague.", ["on 24\u201325 June 2025"]),
        ("signed on July 9, 2024, and again on Dec. 9", ["on July 9, 2024", "on Dec. 9"]),
        ("from 29 June to 2 July 2022", ["from 29 June to 2 July 2022"]),
        ("between June and August 2024", ["between June and August 2024"]),
        ("by the end of 2024, or in mid-2025", ["by the end of 2024", "in mid-2025"]),
        ("in the second half of 2024; in Q3 2024; in the 1980s", ["in the second half of 2024", "in Q3 2024",
                                                                 "in the 1980s"]),
        ("in the 19th century, in 44 BC", ["in the 19th century", "in 44 BC"]),
        ("two days later and a year ago, in two weeks", ["two days later", "a year ago", "in two weeks"]),
        ("in the summer of 2024 and last winter", ["in the summer of 2024", "last winter"]),
        ("The May summit may march on in March and until May 2024", ["in March", "until May 2024"]),
        ("Some 1500 soldiers, $2000 and 1,2024 items, 2000 people", []),
        ("Nothing here tells when.", []),
        ("", []),
    ],
)  # fmt: skip
def test_find_phrases(sentence: str, found: list[str]) -> None:
    assert [phrase.text for phrase in find_phrases(sentence)] == found


def test_what_is_found_stands_where_it_says() -> None:
    sentence = "\u201cIn late June\u201d and last month"
    for phrase in find_phrases(sentence):
        assert sentence[phrase.start : phrase.end] == phrase.text
