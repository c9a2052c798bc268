"""Does a date lie in a window: certain, possible, no. One row, one thing that the design says."""

import pytest

from timeline.dates import Overlap, Reach, overlap, parse, window


def in_window(text: str, asked: str) -> Overlap:
    """How surely the date lies in the window that the other text asks for."""
    return overlap(parse(text), *window(parse(asked)))


@pytest.mark.parametrize(
    ("date", "asked", "answer"),
    [
        # What is written finer than the window is certain, what is coarser only possible.
        ("2024-07-09", "2024-07", "certain"),
        ("2024-07-09", "2024-07-09", "certain"),
        ("2024-07-09", "2024-07-10", "no"),
        ("2025", "2025-10", "possible"),
        ("2025", "2025", "certain"),
        ("2025", "2026", "no"),
        ("2025-XX-XX", "2025-10", "possible"),
        # An interval is in every window that it surely touches.
        ("2025-06-24/2025-06-25", "2025-06-24", "certain"),
        ("2025-06-24/2025-06-25", "2025-06-23", "no"),
        ("2023/2025", "2024-07-09", "certain"),
        ("2023/2025", "2023-07-09", "possible"),
        # Of an open and of an unknown end no more is known than that it had begun.
        ("2022-02-24/..", "2090", "possible"),
        ("2022-02-24/..", "2022", "certain"),
        ("2022-02-24/..", "2022-02-25", "possible"),
        ("2022-02-24/..", "2021", "no"),
        ("2022-02-24/", "2090", "possible"),
        ("2022-02-24/", "2022-02", "certain"),
        ("/2024-07-09", "1990", "possible"),
        ("../2024-07-09", "2024-07", "certain"),
        ("../2024-07-09", "2024-08", "no"),
        ("2022/..", "2022-12-31", "certain"),
        ("/", "2024", "possible"),
        ("../..", "2024", "possible"),
        # ~ and % widen by one unit of their precision, here and nowhere else.
        ("2024-07~", "2024-06-01", "possible"),
        ("2024-07~", "2024-05", "no"),
        ("2024-07~", "2024-07", "possible"),
        ("2024-07~", "2024-06-01/2024-08-31", "certain"),
        ("2024-07-09~", "2024-07-08", "possible"),
        ("2024-07-09~", "2024-07-07", "no"),
        ("2024-07-09~", "2024-07-10", "possible"),
        ("2024-07-09~", "2024-07-11", "no"),
        ("2024~", "2023", "possible"),
        ("2024~", "2022", "no"),
        ("2024-22~", "2024-03", "possible"),
        ("2024-22~", "2024-02", "no"),
        ("198~", "1970", "possible"),
        ("198~", "1969", "no"),
        ("19~", "1800", "possible"),
        ("Y12345~", "Y12346", "possible"),
        ("2004~-06-11", "2003-06-11", "possible"),
        ("2004~-06-11", "2003-06-10", "no"),
        ("2004-06~-11", "2004-05-11", "possible"),
        ("2004-06~-11", "2004-05-10", "no"),
        ("2004-06-~11", "2004-06-10", "possible"),
        ("2004-06-~11", "2004-06-09", "no"),
        ("~2004-~06-11", "2003-06-11", "possible"),
        ("2003-~02", "2003-03-31", "possible"),
        ("2022-06~/2022-08", "2022-05-31", "possible"),
        ("2022-06~/2022-08", "2022-09-01", "no"),
        ("2022-06~/2022-08", "2022-07-15", "possible"),
        ("2022-06/2022-08~", "2022-09-30", "possible"),
        # ? and % are never certain.
        ("2024-07-09?", "2024", "possible"),
        ("2024-07-09%", "2024", "possible"),
        ("2024-07-09?", "2025", "no"),
        ("2024-?07-09", "2024", "possible"),
        ("2023/2024?", "2020/2030", "possible"),
        # Significant digits: an estimate, and all that it may be.
        ("1950S2", "1900", "possible"),
        ("1950S2", "1899", "no"),
        ("1950S2", "1950", "possible"),
        ("1950S2", "1900/1999", "certain"),
        ("1950S9", "1950", "certain"),
        ("-1950S2", "-1999", "possible"),
        ("-1950S2", "-1900", "possible"),
        ("-1950S2", "-1899", "no"),
        # Seasons 21 to 24 name no hemisphere: surely only within their whole year.
        ("2024-22", "2024-07", "possible"),
        ("2024-22", "2024-06/2024-08", "possible"),
        ("2024-22", "2023/2024-09", "possible"),
        ("2024-22", "2024-03/2025", "possible"),
        ("2024-22", "2024", "certain"),
        ("2024-22", "2024-01", "no"),
        ("2024-24", "2024-07", "possible"),
        ("2024-24", "2024", "certain"),
        ("2024-24", "2025-01", "no"),
        ("2024-26", "2024-06/2024-08", "certain"),
        ("2024-29", "2024-09/2024-11", "certain"),
        ("2024-35", "2024-07/2024-09", "certain"),
        ("2024-21/2024-23", "2024-06-15", "possible"),
        # One of a set: possible when any member is, certain when all are.
        ("[2022,2024]", "2024", "possible"),
        ("[2022,2024]", "2023", "no"),
        ("[2022,2024]", "2022/2024", "certain"),
        ("[2022..2024]", "2022/2024", "certain"),
        ("[2022..2024]", "2023", "possible"),
        ("[1000-01-01..2000-01-01]", "1500", "possible"),
        ("[1000-01-01..2000-01-01]", "1000/2000", "certain"),
        ("[..2024-07-09]", "2020", "possible"),
        ("[..2024-07-09]", "2024-07", "possible"),
        ("[..2024-07-09]", "../2024-07", "certain"),
        ("[..2024-07-09]", "2024-07-10", "no"),
        ("[1760-12..]", "1760-12/..", "certain"),
        ("[1760-12..]", "1760-11", "no"),
        ("[2022,2024?]", "2022/2024", "possible"),
        # All of a set: certain when any member is.
        ("{2022,2024}", "2023", "no"),
        ("{2022,2024}", "2024", "certain"),
        ("{2022,2024}", "2024-07", "possible"),
        ("{2022..2024}", "2023", "certain"),
        ("{2022,2024?}", "2024", "possible"),
        ("{..1984}", "1984", "certain"),
        ("{..1984}", "1950", "possible"),
        ("{1760-12..}", "1760-12", "certain"),
        ("{1000..1999}", "1000", "certain"),
        ("{1600..1999}", "1999", "certain"),
        ("{1600..2000}", "1999", "possible"),
    ],
)  # fmt: skip
def test_overlap(date: str, asked: str, answer: Overlap) -> None:
    assert in_window(date, asked) == answer


def test_without_a_window_everything_is_possible_and_what_is_not_in_question_certain() -> None:
    assert overlap(parse("2024"), None, None) == "certain"
    assert overlap(parse("2022-02-24/.."), None, None) == "certain"
    assert overlap(parse("/"), None, None) == "certain"
    assert overlap(parse("2024?"), None, None) == "possible"


def test_a_window_may_have_one_limit() -> None:
    since, until = window(parse("2024"))
    assert overlap(parse("2025"), since, None) == "certain"
    assert overlap(parse("2023"), since, None) == "no"
    assert overlap(parse("2023/2025"), None, until) == "certain"
    assert overlap(parse("2025"), None, until) == "no"


def test_stated_bounds_are_as_written_and_only_reaches_are_wider() -> None:
    june = parse("2024-06")
    about = parse("2024-06~")
    assert about.start == june.start
    assert about.reaches == (
        Reach(
            first=parse("2024-05").start.earliest,
            last=parse("2024-07").end.latest,
            surely_by=parse("2024-07").end.latest,
            surely_from=parse("2024-05").start.earliest,
            sure=True,
        ),
    )
