"""The published form of a date."""

import pytest

from timeline.dates import parse
from timeline.evidence.date_document import date_document


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2025-06~", ["2025-06-01", "2025-06-30", "known"], ["2025-06-01", "2025-06-30", "known"]),
        ("2022-02-24/..", ["2022-02-24", "2022-02-24", "known"], [None, None, "open"]),
        ("/2022", [None, None, "unknown"], ["2022-01-01", "2022-12-31", "known"]),
        ("[..2024-07-09]", [None, "2024-07-09", "open"], [None, "2024-07-09", "known"]),
        (
            "[2024-07-09,2024-07-11]",
            ["2024-07-09", "2024-07-11", "known"],
            ["2024-07-09", "2024-07-11", "known"],
        ),
        (
            "{2024-07-09,2024-07-11}",
            ["2024-07-09", "2024-07-09", "known"],
            ["2024-07-11", "2024-07-11", "known"],
        ),
        ("{2024-07-09..}", ["2024-07-09", "2024-07-09", "known"], ["2024-07-09", None, "open"]),
        ("1950S2", ["1900-01-01", "1999-12-31", "known"], ["1900-01-01", "1999-12-31", "known"]),
        ("-0043", ["-0043-01-01", "-0043-12-31", "known"], ["-0043-01-01", "-0043-12-31", "known"]),
    ],
)
def test_the_bounds_of_a_date_are_days(date: str, start: list[str | None], end: list[str | None]) -> None:
    document = date_document(parse(date))
    bounds = [
        [bound["earliest"], bound["latest"], bound["state"]] for bound in (document["start"], document["end"])
    ]
    assert (document["edtf"], bounds) == (date, [start, end])


@pytest.mark.parametrize(
    ("date", "clock"),
    [
        ("2024-07-09T09:30", ("09:30", None)),
        ("2024-07-09T09:30:15Z", ("09:30:15", "Z")),
        ("2024-07-09T09:30+02:00", ("09:30", "+02:00")),
        ("2024-07-09", (None, None)),
    ],
)
def test_the_time_of_day_and_its_zone(date: str, clock: tuple[str | None, str | None]) -> None:
    document = date_document(parse(date))
    assert [(bound["time"], bound["zone"]) for bound in (document["start"], document["end"])] == [
        clock,
        clock,
    ]


@pytest.mark.parametrize(
    ("date", "members"), [("[2019, 2022]", "one"), ("{2019, 2022}", "all"), ("2019/2022", None)]
)
def test_a_set_says_whether_one_or_all_of_its_members_count(date: str, members: str | None) -> None:
    document = date_document(parse(date))
    assert document["set"] == members


def test_the_members_of_a_set_are_spans() -> None:
    document = date_document(parse("{2019?, 2022..2023}"))
    spans = [(span["start"]["earliest"], span["end"]["latest"]) for span in document["spans"]]
    years = [("2019-01-01", "2019-12-31"), ("2022-01-01", "2022-12-31"), ("2023-01-01", "2023-12-31")]
    assert spans == years
    assert (document["uncertain"], document["approximate"]) == (True, False)
