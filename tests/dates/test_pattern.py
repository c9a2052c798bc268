"""The pattern for editors accepts what `parse` accepts in a record, and refuses visible mistakes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates import test_parse, test_properties, test_refusals, test_specification
from timeline.dates import InvalidDate, parse
from timeline.dates.pattern import edtf_pattern

PATTERN = re.compile(edtf_pattern())
WITHOUT_SETS = re.compile(edtf_pattern(sets=False))
SHORT_YEAR = re.compile(r"(?:^|[/,\[{ ]|\.\.)[?~%]?[-\u2212]?[0-9]{2,3}[?~%]?(?=$|[/,\]} ]|\.\.)")
"""A decade or a century as two or three digits, which records do not have."""


def in_records(text: str) -> bool:
    """Whether `parse` accepts it, and a record may hold it."""
    try:
        parse(text)
    except InvalidDate:
        return False
    return not SHORT_YEAR.search(text)


def texts_of(test: object) -> list[str]:
    """The first argument of every case of a parametrized test."""
    (mark,) = test.pytestmark  # type: ignore[attr-defined]
    return [case[0] if isinstance(case, tuple) else case for case in mark.args[1]]


TABLES = [
    *texts_of(test_parse.test_level_0),
    *texts_of(test_parse.test_level_1),
    *texts_of(test_parse.test_level_2),
    *texts_of(test_parse.test_marks_anywhere_are_told),
    *texts_of(test_parse.test_a_set_keeps_its_members),
    *texts_of(test_parse.test_intervals_that_run_forwards),
    *texts_of(test_specification.test_every_example_is_read_at_its_level),
]
"""Every date in the tables of the tests of `parse`."""


@pytest.mark.parametrize("text", sorted({text for text in TABLES if in_records(text)}))
def test_every_date_of_the_tables_matches(text: str) -> None:
    assert PATTERN.search(text)


@given(test_properties.anything)
def test_everything_that_a_record_may_hold_matches(text: str) -> None:
    assert PATTERN.search(text) or not in_records(text)


@given(st.from_regex(PATTERN, fullmatch=True, alphabet=st.characters(codec="utf-8")))
def test_what_matches_has_years_of_four_digits(text: str) -> None:
    assert not SHORT_YEAR.search(text)


@given(test_properties.anything)
def test_the_pattern_without_sets_is_the_same_for_all_else(text: str) -> None:
    is_set = text[:1] in {"[", "{"}
    assert bool(WITHOUT_SETS.search(text)) == (bool(PATTERN.search(text)) and not is_set)


@pytest.mark.parametrize(
    "text",
    [
        "2025-13-01",
        "2024-00",
        "2024-20",
        "2024-42",
        "2023-02-30",
        "2023-02-3X",
        "15XX-02-31",
        "1960-06-31",
        "2023-X4-31",
        "2024-05-00",
        "2024-05-32",
        "2024-21-01",
        "15XX-2X-25",
        "1984-10-4X",
        "-0000",
        "-0000-01",
        "-0000S1",
        "late June",
        "last week",
        "500",
        "43",
        "7",
        "12345",
        "07/2024",
        "2023/24",
        "198",
        "19",
        "-198",
        "[19..20]",
        "Y2006",
        "Y00001",
        "Y17E07",
        "Y17E7-12-26",
        "1950S0",
        "2012-10-10T1:10:10",
        "2012-10T10:10:10",
        "2012-02-30T10:10",
        "2016-05-02T00:61",
        "2016-05-02T24:00:01",
        "2016-05-02T25:00",
        "2016-05-02T12:00-00:00",
        "2016-05-02T12:00+14:01",
        "2005-07-25/2006-01-01T10:10Z",
        "2023/2024-13",
        "2012/2013/2014",
        "[]",
        "[1999}",
        "{1960,,1961}",
        "{1960",
        "",
        " 2024",
        "2024 ",
        "2024-7-9",
        "9/7/2024",
        "9.7.2024",
        "2024-W27",
        "2024-191",
        "+2006",
        "2006?~",
        "2024..",
        "2024..2025",
        "20240709",
        "1985-04-12t23:20:30",
        "２０２４",
    ],
)
def test_a_mistake_does_not_match(text: str) -> None:
    assert not PATTERN.search(text)


LEAP = r"[-0-9X]*02-29|.*[^0-9]2023-02-29.*|2023-02-29.*|.*T23:5[89]:60Z?"
BACKWARDS = {"2001/2000", "2004-06-11/2004-06", "2012-24/2012-21", "2012-28/2012-27", "[1672..1670]"}
TWO_PRECISIONS = {"[1670..1672-12]"}


@pytest.mark.parametrize("text", texts_of(test_refusals.test_the_sentence_says_why_and_where))
def test_only_leap_days_order_and_precision_are_left_to_parse(text: str) -> None:
    left = {*BACKWARDS, *TWO_PRECISIONS}
    assert bool(PATTERN.search(text)) == (text in left or bool(re.fullmatch(LEAP, text)))


def test_the_pattern_needs_only_what_all_regular_expressions_have() -> None:
    """No look-around, no back reference, no escape of a character that needs none."""
    pattern = edtf_pattern()
    assert not re.search(r"\(\?[^:]", pattern)
    assert set(re.findall(r"\\(.)", pattern)) <= set("[]{}")
    assert len(pattern) < 5000
