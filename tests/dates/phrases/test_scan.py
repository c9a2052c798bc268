"""What the grammar finds in running text, and what it leaves alone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.phrases import has_words_of_time, read_text, scan


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The summit in The Hague in late June met its aims.", ["late June"]),
        ("They have worked together since 2022. At the summit that year they met.", ["2022", "that year"]),
        ("The summit, which begins on Tuesday, for the third year in a row.",
         ["Tuesday", "third year in a row"]),
        ("Recent months have seen a surge. They recently convened.", ["Recent months", "recently"]),
        ("They met on 24\u201325 June 2025 in The Hague.", ["24\u201325 June 2025"]),
        ("signed on July 9, 2024, and again on Dec. 9", ["July 9, 2024", "Dec. 9"]),
        ("from 29 June to 2 July 2022", ["29 June to 2 July 2022"]),
        ("between June and August 2024", ["June and August 2024"]),
        ("by the end of 2024, or in mid-2025", ["the end of 2024", "mid-2025"]),
        ("in the second half of 2024; in Q3 2024; in the 1980s",
         ["the second half of 2024", "Q3 2024", "the 1980s"]),
        ("in the 19th century, in 44 BC", ["the 19th century", "44 BC"]),
        ("two days later and a year ago", ["two days later", "a year ago"]),
        ("in the summer of 2024 and last winter", ["the summer of 2024", "last winter"]),
        ("The May summit may march on in March and until May 2024", ["March", "May 2024"]),
        ("the war of 1939\u201345, the accord of 17 MAY 2019, May 17,2019",
         ["1939\u201345", "17 MAY 2019", "May 17,2019"]),
        ("signed 2019-05-17T10:00:00Z, or 2019-05-17.", ["2019-05-17T10:00:00Z", "2019-05-17"]),
        ("on the night of 6-7 July, in the early hours of Monday",
         ["the night of 6-7 July", "the early hours of Monday"]),
        ("Results from Friday\u2019s opening to Sunday\u2019s close", ["Friday\u2019s opening to Sunday"]),
        ("on Sunday, 16 June; on Sunday (June 16)", ["Sunday, 16 June", "Sunday (June 16)"]),
        ("They left the next day, and that afternoon he died.", ["the next day", "that afternoon"]),
        ("The 1967 war and the October 7 attack", ["1967", "October 7"]),
        ("Early in 1914, later in the year and by month's end",
         ["Early in 1914", "later in the year", "month's end"]),
    ],
)  # fmt: skip
def test_words_of_time_are_found_without_their_prepositions(text: str, found: list[str]) -> None:
    assert [expression.text for expression in scan(text)] == found
    assert all(text[one.start : one.end] == one.text for one in scan(text))


@pytest.mark.parametrize(
    "text",
    [
        "UN Resolution 1973, resolution 1441 and flight 2024",
        "Article 2020, room 1984, page 1999 and Boeing 2019",
        "Some 1500 soldiers, $2000, 1,2024 items, 2000 people and 2022 vehicles",
        "Ms April Haines, June Kim, Mrs. May and Theresa May",
        "They may march on; he marched to the second house.",
        "The fall of Kabul, a fall in prices; they had to fall back.",
        "The Six-Day War lasted two days, and he ran for three hours.",
        "Elections are held every July, and he comes on Mondays.",
        "fiscal year 2023 and fiscal 2024",
        "Nothing here tells when.",
        "",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert [expression.text for expression in scan(text)] == []
    assert not has_words_of_time(text)


WORDS = [
    "the", "a", "in", "on", "at", "by", "from", "to", "of", "between", "and", "or", "until", "since",
    "before", "after", "last", "next", "this", "that", "same", "early", "late", "mid", "end", "day",
    "days", "week", "month", "year", "years", "ago", "later", "earlier", "two", "3", "9", "11th", "1954",
    "2024", "44", "BC", "AD", "July", "May", "Monday", "Sunday", "summer", "quarter", "century", "1980s",
    "'", "s", "-", "/", ",", ".", "(", ")", "\u2013", "\n", "\n\n", "Q3", "first", "New", "Christmas",
    "overnight", "weekend", "he", "met", "will",
]  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)))
def test_any_text_is_read_and_its_expressions_do_not_overlap(text: str) -> None:
    end = 0
    for expression in read_text(text, None):
        assert end <= expression.start < expression.end <= len(text)
        assert text[expression.start : expression.end] == expression.text
        end = expression.end


@pytest.mark.parametrize(
    "piece",
    ["the ", "about ", "by the end of ", "from 9 to ", "July, ", "9, ", "1939-", "between May and ",
     '" ', "in late ",
     "the day after ", "Monday and ", "On 9 July they met. ", "1954 and "],
)  # fmt: skip
def test_the_time_grows_as_the_text_does(piece: str) -> None:
    def seconds(times: int) -> float:
        begun = time.process_time()
        read_text(piece * times, None)
        return time.process_time() - begun

    seconds(10)
    assert seconds(8_000) < 16 * max(seconds(1_000), 0.01)
