"""What `parse` understands: level by level, bounds as written."""

import pytest

from timeline.dates import Bound, Date, day_number, day_text, parse


def bounds(text: str) -> tuple[str | None, str | None]:
    """The first and the last day that the date can mean, as written."""
    date = parse(text)
    first, last = date.start.earliest, date.end.latest
    return (None if first is None else day_text(first), None if last is None else day_text(last))


def day(text: str) -> int:
    year, month, number = text.split("-")
    return day_number(int(year), int(month), int(number))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2024-07-09", "2024-07-09", "2024-07-09", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023-02", "2023-02-01", "2023-02-28", "month"),
        ("1985", "1985-01-01", "1985-12-31", "year"),
        ("0000", "0000-01-01", "0000-12-31", "year"),
        ("1900-02-28", "1900-02-28", "1900-02-28", "day"),
        ("198", "1980-01-01", "1989-12-31", "decade"),
        ("19", "1900-01-01", "1999-12-31", "century"),
        ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12", "second"),
        ("1985-04-12T23:20", "1985-04-12", "1985-04-12", "minute"),
        ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", "second"),
        ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12", "second"),
        ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12", "second"),
        ("1985-04-12T23:20:30+00:00", "1985-04-12", "1985-04-12", "second"),
        ("1985-04-12T23:20+14:00", "1985-04-12", "1985-04-12", "minute"),
        ("1985-04-12T23:20-12:00", "1985-04-12", "1985-04-12", "minute"),
        ("1985-04-12T23:20:30\u221204:30", "1985-04-12", "1985-04-12", "second"),
        ("1999-12-31T24:00:00", "1999-12-31", "1999-12-31", "second"),
        ("2016-12-31T23:59:60Z", "2016-12-31", "2016-12-31", "second"),
        ("2017-01-01T05:29:60+05:30", "2017-01-01", "2017-01-01", "second"),
        ("2017-01-01T08:59:60", "2017-01-01", "2017-01-01", "second"),
        ("2014-12-08T11:46:42.123", "2014-12-08", "2014-12-08", "second"),
        ("1964/2008", "1964-01-01", "2008-12-31", "year"),
        ("2004-02-01/2005", "2004-02-01", "2005-12-31", "year"),
    ],
)
def test_level_0(text: str, first: str, last: str, precision: str) -> None:
    assert bounds(text) == (first, last)
    assert (parse(text).level, parse(text).precision) == (0, precision)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("Y170000002", "Y170000002-01-01", "Y170000002-12-31", "year"),
        ("Y-170000002", "-170000002-01-01", "-170000002-12-31", "year"),
        ("-1985", "-1985-01-01", "-1985-12-31", "year"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15", "day"),
        ("\u22120043-03-15", "-0043-03-15", "-0043-03-15", "day"),
        ("-198", "-1989-01-01", "-1980-12-31", "decade"),
        ("-19", "-1999-01-01", "-1900-12-31", "century"),
        ("2001-21", "2001-03-01", "2001-05-31", "season"),
        ("2001-22", "2001-06-01", "2001-08-31", "season"),
        ("2001-23", "2001-09-01", "2001-11-30", "season"),
        ("2001-24", "2001-01-01", "2001-12-31", "season"),
        ("1984?", "1984-01-01", "1984-12-31", "year"),
        ("2004-06~", "2004-06-01", "2004-06-30", "month"),
        ("2004-06-11%", "2004-06-11", "2004-06-11", "day"),
        ("201X", "2010-01-01", "2019-12-31", "year"),
        ("20XX", "2000-01-01", "2099-12-31", "year"),
        ("-01XX", "-0199-01-01", "-0100-12-31", "year"),
        ("2004-XX", "2004-01-01", "2004-12-31", "month"),
        ("1985-04-XX", "1985-04-01", "1985-04-30", "day"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31", "day"),
        ("2022-02-24/..", "2022-02-24", None, "day"),
        ("2022-02-24/", "2022-02-24", None, "day"),
        ("../2022-02-24", None, "2022-02-24", "day"),
        ("/2022-02-24", None, "2022-02-24", "day"),
        ("/..", None, None, "none"),
        ("1984~/2004-06", "1984-01-01", "2004-06-30", "year"),
    ],
)
def test_level_1(text: str, first: str | None, last: str | None, precision: str) -> None:
    assert bounds(text) == (first, last)
    assert (parse(text).level, parse(text).precision) == (1, precision)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("Y1E10", "Y10000000000-01-01", "Y10000000000-12-31", "year"),
        ("Y-17E7", "-170000000-01-01", "-170000000-12-31", "year"),
        ("1950S2", "1950-01-01", "1950-12-31", "year"),
        ("Y3388E2S3", "Y338800-01-01", "Y338800-12-31", "year"),
        ("2001-26", "2001-06-01", "2001-08-31", "season"),
        ("2001-28", "2001-01-01", "2001-12-31", "season"),
        ("2001-29", "2001-09-01", "2001-11-30", "season"),
        ("2001-30", "2001-01-01", "2001-12-31", "season"),
        ("2001-31", "2001-03-01", "2001-05-31", "season"),
        ("2001-32", "2001-06-01", "2001-08-31", "season"),
        ("2001-33", "2001-01-01", "2001-03-31", "quarter"),
        ("2001-36", "2001-10-01", "2001-12-31", "quarter"),
        ("2001-37", "2001-01-01", "2001-04-30", "quadrimester"),
        ("2001-39", "2001-09-01", "2001-12-31", "quadrimester"),
        ("2001-40", "2001-01-01", "2001-06-30", "semester"),
        ("2001-41", "2001-07-01", "2001-12-31", "semester"),
        ("192X-33", "1920-01-01", "1929-03-31", "quarter"),
        ("%2001", "2001-01-01", "2001-12-31", "year"),
        ("2004?-06-~11", "2004-06-11", "2004-06-11", "day"),
        ("2001-?09~-09", "2001-09-09", "2001-09-09", "day"),
        ("~198", "1980-01-01", "1989-12-31", "decade"),
        ("156X-12-25", "1560-12-25", "1569-12-25", "day"),
        ("-156X-12-25", "-1569-12-25", "-1560-12-25", "day"),
        ("XXXX-12-XX", "0000-12-01", "9999-12-31", "day"),
        ("1XXX-XX", "1000-01-01", "1999-12-31", "month"),
        ("1984-1X", "1984-10-01", "1984-12-31", "month"),
        ("XXXX", "0000-01-01", "9999-12-31", "year"),
        ("-XXXX", "-9999-01-01", "-0001-12-31", "year"),
        ("19XX-02-29", "1904-02-29", "1996-02-29", "day"),
        ("-000X-02-29", "-0008-02-29", "-0004-02-29", "day"),
        ("2017-02-X9", "2017-02-09", "2017-02-19", "day"),
        ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20", "day"),
        ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03", "day"),
        ("1984-11-12/1984-11-XX", "1984-11-12", "1984-11-30", "day"),
    ],
)
def test_level_2(text: str, first: str, last: str, precision: str) -> None:
    assert bounds(text) == (first, last)
    assert (parse(text).level, parse(text).precision) == (2, precision)


def test_the_text_comes_back_letter_for_letter() -> None:
    assert str(parse("[1667, 1668 ,1670..1672]")) == "[1667, 1668 ,1670..1672]"
    assert str(parse("2024-07-09")) == "2024-07-09"


def test_a_date_is_frozen() -> None:
    with pytest.raises(AttributeError):
        parse("2024").text = "2025"  # type: ignore[misc]


def test_an_open_end_and_an_unknown_end_differ_in_state_only() -> None:
    going_on, unknown = parse("2022-02-24/.."), parse("2022-02-24/")
    assert going_on.end == Bound(None, None, "open")
    assert unknown.end == Bound(None, None, "unknown")
    assert going_on.start == unknown.start == Bound(day("2022-02-24"), day("2022-02-24"), "known")
    assert going_on.reaches == unknown.reaches


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2024-07-09", False, False),
        ("2024~", True, False),
        ("2024?", False, True),
        ("2024%", True, True),
        ("2024?-07-~09", True, True),
        ("1950S2", True, False),
        ("197%", True, True),
        ("2023/2024?", False, True),
        ("[2023~,2024]", True, False),
    ],
)
def test_marks_anywhere_are_told(text: str, approximate: bool, uncertain: bool) -> None:
    assert (parse(text).approximate, parse(text).uncertain) == (approximate, uncertain)


def members(date: Date) -> list[tuple[str, str]]:
    return [
        (
            ".." if span.start.earliest is None else day_text(span.start.earliest),
            ".." if span.end.latest is None else day_text(span.end.latest),
        )
        for span in date.spans
    ]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("2024", []),
        ("[1984]", [("1984-01-01", "1984-12-31")]),
        ("{1960,1961-12}", [("1960-01-01", "1960-12-31"), ("1961-12-01", "1961-12-31")]),
        ("[1670..1671]", [("1670-01-01", "1670-12-31"), ("1671-01-01", "1671-12-31")]),
        ("{2023-12..2024-01}", [("2023-12-01", "2023-12-31"), ("2024-01-01", "2024-01-31")]),
        ("[2024-02-28..2024-03-01]", [("2024-02-28", "2024-02-28"), ("2024-02-29", "2024-02-29"),
                                      ("2024-03-01", "2024-03-01")]),
        ("[..1760-12-03]", [("..", "1760-12-03")]),
        ("{1760-12..}", [("1760-12-01", "..")]),
        ("[..1984,1985-10-01..]", [("..", "1984-12-31"), ("1985-10-01", "..")]),
        # Too many to name each, or not to be counted: the stretch stands as one member.
        ("[1000-01-01..2000-01-01]", [("1000-01-01", "2000-01-01")]),
        ("{1000..1999}", [("1000-01-01", "1999-12-31")]),
        ("{1667~..1672}", [("1667-01-01", "1672-12-31")]),
        ("[19..20]", [("1900-01-01", "2099-12-31")]),
        ("[156X..157X]", [("1560-01-01", "1579-12-31")]),
    ],
)  # fmt: skip
def test_a_set_keeps_its_members(text: str, spans: list[tuple[str, str]]) -> None:
    assert members(parse(text)) == spans


def test_one_of_a_set_starts_with_any_member_all_of_it_with_the_first() -> None:
    one, both = parse("[1667,1760-12]"), parse("{1667,1760-12}")
    assert one.start == one.end == Bound(day("1667-1-1"), day("1760-12-31"), "known")
    assert both.start == Bound(day("1667-1-1"), day("1667-12-31"), "known")
    assert both.end == Bound(day("1760-12-1"), day("1760-12-31"), "known")


def test_a_set_with_an_open_member_is_open() -> None:
    assert parse("[1760-01,1760-12..]").end == Bound(None, None, "open")
    assert parse("{..1984,1986}").start == Bound(None, None, "open")


@pytest.mark.parametrize("text", ["Y-61000/-2000", "2003-22/2003-23", "2003-22/2004-22", "2018/2018-23",
                                  "2004-29/2004-30", "1919-XX-02/1919-XX-01", "2012-24/2013-21",
                                  "2012-23/2012-24", "2012-11/2012-24",
                                  "2000-01/2000", "19/20", "1800/1X01", "2012-31/2012-29"])  # fmt: skip
def test_intervals_that_run_forwards(text: str) -> None:
    assert str(parse(text)) == text
