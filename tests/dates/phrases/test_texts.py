"""Expressions of time where they stand: tense, antecedents, the year of a narrative, news."""

import pytest

from timeline.dates import parse
from timeline.dates.phrases import TimeExpression, read_text

TUESDAY = parse("2024-07-09")


def dates(text: str, said: str = "2024-07-09") -> list[str | None]:
    """What the expressions of a text come to, None where they are refused."""
    return [one.date and str(one.date) for one in read_text(text, parse(said))]


def only(text: str) -> TimeExpression:
    (expression,) = read_text(text, TUESDAY)
    return expression


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Envoys met in Oslo on Thursday.", "2024-07-04"),
        ("Envoys met in Oslo on 20 September.", "2023-09-20"),
        ("Envoys met in Oslo in September.", "2023-09"),
        ("The envoys, who met on Thursday, left.", "2024-07-04"),
        ("Envoys had met on Monday.", "2024-07-08"),
        ("Friday\u2019s meeting in Oslo was tense.", "2024-07-05"),
        ("Results from Sunday\u2019s count were annulled.", "2024-07-07"),
        ("The shelling went on over the weekend.", "2024-07-06/2024-07-07"),
        ("The town was shelled overnight.", "2024-07-08/2024-07-09"),
        ("Envoys met from Friday to Sunday.", "2024-07-05/2024-07-07"),
        ("The talks ran from 30 December to 2 January.", "2023-12-30/2024-01-02"),
        ("Envoys met in the first quarter.", "2024-33"),
    ],
)
def test_a_clause_in_the_past_lies_before(text: str, date: str) -> None:
    assert dates(text) == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Envoys will meet in Oslo on Thursday.", "2024-07-11"),
        ("Oslo is to host the envoys on 20 September.", "2024-09-20"),
        ("The talks are due to open in September.", "2024-09"),
        ("Envoys plan to meet in Oslo on Friday.", "2024-07-12"),
        ("The envoys, who will meet on Thursday, left.", "2024-07-11"),
        ("The ultimatum expires on August 2.", "2024-08-02"),
        ("A ruling is expected by Friday.", "[..2024-07-12]"),
        ("By Friday the guards must leave.", "[..2024-07-12]"),
        ("Ahead of a vote on Thursday, the envoys spoke.", "2024-07-11"),
        ("The vote, scheduled for 15 July, was called off.", "2024-07-15"),
        ("Envoys will meet from Friday to Sunday.", "2024-07-12/2024-07-14"),
        ("Envoys will meet in three days.", "2024-07-12"),
        ("A deal is due by the end of the year.", "[..2024]"),
    ],
)
def test_a_clause_that_looks_ahead_lies_after(text: str, date: str) -> None:
    assert dates(text) == [date]


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Talks in Oslo on Thursday.", ("2024-07-04", "2024-07-11")),
        ("If the talks fail on Friday, they leave.", ("2024-07-05", "2024-07-12")),
        ("The Sept. 11 attacks had come first.", ("2023-09-11", "2024-09-11")),
    ],
)
def test_where_the_tense_is_unknown_both_readings_stay(text: str, readings: tuple[str, ...]) -> None:
    expression = only(text)
    assert (expression.date, expression.readings) == (None, readings)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Envoys will sign on Thursday, aides said on Monday.", ["2024-07-11", "2024-07-08"]),
        ("The truce began in March and ends in August.", ["2024-03", "2024-08"]),
        ("He said they had met on 20 June.", ["2024-06-20"]),
        ("He said they would meet on 20 July.", ["2024-07-20"]),
    ],
)
def test_each_date_has_its_own_clause(text: str, found: list[str]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In May 2020 they met in Rome. The year before, they had met in Bonn.", ["2020-05", "2019"]),
        ("He left on 3 May 2014. A month earlier he had fallen ill.", ["2014-05-03", "2014-04"]),
        ("He left on 3 May 2014; the next day she left, too.", ["2014-05-03", "2014-05-04"]),
        ("On Monday he left; two days earlier she had.", ["2024-07-08", "2024-07-06"]),
        ("He left on May 26, and the court sat two days later.", ["2024-05-26", "2024-05-28"]),
        (
            "It began in 1991. Elections followed in the next year, and that June he won.",
            ["1991", "1992", "1992-06"],
        ),
        ("It fell on 3 May 2014.\n\nThe same day she left.", ["2014-05-03", "2014-05-03"]),
        ("It fell on 3 May 2014.\n\nMore was said.\n\nThe same day she left.", ["2014-05-03", None]),
        ("It fell in May 2014. Two days later she left.", ["2014-05", None]),
        ("In 493 BC he rose. The following year he fell.", ["-0492", "-0491"]),
        ("The talks were held the day after the vote on Monday.", ["2024-07-09"]),
        ("They met a month before the war began in May 2019.", ["2019-04"]),
        ("He left the day before.", [None]),
        ("He left two days after the vote.", [None]),
    ],
)
def test_words_that_point_back_count_from_the_date_before_them(text: str, found: list[str | None]) -> None:
    assert dates(text) == found


def test_what_words_count_from_is_told() -> None:
    text = "He left on 3 May 2014. Two days later she left, and last week they met."
    _, later, week = read_text(text, TUESDAY)
    assert later.counts_from is not None
    assert (later.counts_from.edtf, text[later.counts_from.start : later.counts_from.end]) == (
        "2014-05-03",
        "3 May 2014",
    )
    assert week.counts_from is not None
    assert (week.counts_from.edtf, week.counts_from.start) == ("2024-07-09", -1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It began on 1 November 1954. On 12 November he spoke.", ["1954-11-01", "1954-11-12"]),
        ("In 1954 they met in August, and in October again.", ["1954", "1954-08", "1954-10"]),
        ("It began on 1 May 1954. In 1955 it spread. In June he fell.", ["1954-05-01", "1955", "1955-06"]),
        ("It began on 1 November 1954. In January he fell.", ["1954-11-01", None]),
        ("It began in December 1954. In March he fell. In June he rose.", ["1954-12", None, None]),
        ("It began on 1 May 1954.\n\nThe aftermath\n\nOn 3 June he fell.", ["1954-05-01", None]),
        ("It began on 1 May 1954 (it had failed in 1931). On 3 June he fell.",
         ["1954-05-01", "1931", "1954-06-03"]),
        ("It began on 1 May 1954. On 3 June he fell, as in 1931.", ["1954-05-01", None, "1931"]),
        ("The 1967 war was over. In June they met.", ["1967", None]),
        ("In summer 1941 it fell; in the autumn it rose, and in the winter it fell.", ["1941-22", "1941-23"]),
        ("They met in April, a month before the war began in May 2019.", [None, "2019-04"]),
    ],
)  # fmt: skip
def test_a_narrative_carries_its_year_while_it_is_told_in_order(text: str, found: list[str | None]) -> None:
    assert dates(text, "2009-12-19" if "2019" not in text else "2024-07-09") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The invasion began on 24 February 2022. On 8 July leaders met.", ["2022-02-24", None]),
        ("It began on 24 February 2022. Last week it spread. On 8 July they met.",
         ["2022-02-24", "2024-07-01/2024-07-07", None]),
        ("It began on 24 February 2022. On Monday they met.", ["2022-02-24", None]),
        ("It began on Monday, 3 June 2013; on Wednesday the city fell.", ["2013-06-03", "2013-06-05"]),
        ("Born on 3 June 1950, he said on Wednesday he would go.", ["1950-06-03", None]),
        ("He was born in 1950 and died on Monday.", ["1950", "2024-07-08"]),
        ("The bank, at odds with Rome since 2022, met it on Monday.", ["2022/..", "2024-07-08"]),
    ],
)  # fmt: skip
def test_news_counts_from_its_own_day(text: str, found: list[str | None]) -> None:
    assert dates(text) == found


NEWS = """\
OSLO, July 9 \u2014 At least nine guards were hurt Sunday when a bridge fell, officials said. The fall, \
the third since May, came a day before the king\u2019s visit.

Parliament will debate the matter on Thursday. The minister, who took office on Jan. 20, 2021, had \
promised in March to mend the bridge by the end of the year. Work is to begin next week.

\u201cWe shall see tomorrow what can be done,\u201d she told reporters Monday. In the \
1998 collapse, 21 people \
died. Traffic fell last month, and third-quarter figures will be out on Oct. 4.
"""


def test_a_piece_of_news() -> None:
    found = [(one.text, one.date and str(one.date)) for one in read_text(NEWS, TUESDAY)]
    assert found == [
        ("July 9", "2024-07-09"),
        ("Sunday", "2024-07-07"),
        ("May", "2024-05/.."),
        ("a day before", None),
        ("Thursday", "2024-07-11"),
        ("Jan. 20, 2021", "2021-01-20"),
        ("March", None),
        ("the end of the year", None),
        ("next week", "2024-07-15/2024-07-21"),
        ("tomorrow", None),
        ("Monday", "2024-07-08"),
        ("1998", "1998"),
        ("last month", "2024-06"),
        ("third-quarter", "2024-35"),
        ("Oct. 4", "2024-10-04"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said: \u201cWe all met here in this hall on Thursday.\u201d", [None]),
        ('"We leave tomorrow at the crack of dawn," he said on Monday.', [None, "2024-07-08"]),
        ("The \u201cMarch plan\u201d was signed on Monday.", ["2024-07-08"]),
        ("He said: \u201cIt all began on 3 May 2014.\u201d", ["2014-05-03"]),
    ],
)
def test_the_words_of_a_speaker_are_the_speakers(text: str, found: list[str | None]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "In June, UN Resolution 1973 was cited.",
        "In June, 2022 vehicles crossed the border.",
    ],
)
def test_a_month_beside_a_number_that_may_be_its_year_gives_no_date(text: str) -> None:
    assert dates(text) == [None]


def test_a_weekday_must_fit_its_day() -> None:
    assert dates("They met on Sunday, 30 June.") == ["2024-06-30"]
    assert dates("They met on Monday, 30 June.") == [None]
    assert dates("They met on Monday, 9 July 2024.") == [None]
