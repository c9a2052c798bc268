"""Years of two or three digits, in records and filters, and what to write instead of what is no date."""

import pytest

from timeline.dates import InvalidDate, parse, parse_plain
from timeline.dates.phrases import read, suggestions


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("500", "a year has four digits: 0500 is the year, 500X the decade"),
        ("-500", "a year has four digits: -0500 is the year, -500X the decade"),
        ("43", "a year has four digits: 0043 is the year, 43XX the century"),
        ("193~", "a year has four digits: 0193~ is the year, 193X~ the decade"),
        ("07/2024",
         "a year has four digits: 0007 is the year, 07XX the century; or write 2024-07 for the month"),
        ("2023/24",
         "a year has four digits: 0024 is the year, 24XX the century; or write 2023/2024 for two years"),
        ("[1960,61]", "a year has four digits: 0061 is the year, 61XX the century"),
        ("-44", "a year has four digits: -0044 is the year, -44XX the century"),
    ],
)  # fmt: skip
def test_short_years_are_refused_with_both_readings(text: str, reason: str) -> None:
    with pytest.raises(InvalidDate) as refused:
        parse_plain(text)
    assert str(refused.value) == f"{text}: {reason}"


@pytest.mark.parametrize(
    "text", ["2024", "0500", "-0043", "50XX", "500X", "Y12345", "2024-22", "2024~", "2004-06~-11", "1950S2",
             "1985-04-12T23:20:30+04", "../2024", "[..2024-07]", "{1960, 1961-12}", "/"],
)  # fmt: skip
def test_other_dates_are_read_as_they_are(text: str) -> None:
    assert parse_plain(text) == parse(text)


def test_a_decade_by_itself_is_explained() -> None:
    assert (str(read("193", None).date), read("193", None).note) == ("193", "a decade: records write 193X")
    assert read("19", None).note == "a century: records write 19XX"


@pytest.mark.parametrize(
    ("written", "dates"),
    [
        ("3 March 2025", ("2025-03-03",)),
        ("March 3, 2025", ("2025-03-03",)),
        ("9/11/2001", ("2001-09-11", "2001-11-09")),
        ("31/12/2001", ("2001-12-31",)),
        ("since 2001", ("2001/..",)),
        ("2001 to present", ("2001/..",)),
        ("2022-02-24/present", ("2022-02-24/..",)),
        ("2025-03-03 to 2025-03-05", ("2025-03-03/2025-03-05",)),
        ("+2024-07-09T00:00:00Z", ("2024-07-09",)),
        ("20240709", ("2024-07-09",)),
        ("2024-7-9", ("2024-07-09",)),
        ("2024-07-09 14:00", ("2024-07-09T14:00",)),
        ("1990s", ("199X",)),
        ("~2021?", ("2021%",)),
        ("2023/24", ("2023/2024",)),
        ("07/2024", ("2024-07",)),
        ("500", ("0500", "500X")),
        ("c. 1890", ("1890~",)),
        ("by 9 July 2024", ("[..2024-07-09]",)),
        ("9 July", ()),
        ("last week", ()),
        ("2024-02-30", ()),
        ("soon", ()),
        ("", ()),
    ],
)
def test_what_to_write_in_a_record(written: str, dates: tuple[str, ...]) -> None:
    assert suggestions(written) == dates
