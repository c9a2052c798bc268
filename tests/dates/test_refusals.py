"""What is not a date is refused with a sentence that says why and where."""

import pytest

from timeline.dates import InvalidDate, parse


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        # The calendar
        ("2023-02-29", "February 2023 has 28 days"),
        ("1900-02-29", "February 1900 has 28 days"),
        ("2024-02-30", "February 2024 has 29 days"),
        ("1960-06-31", "June 1960 has 30 days"),
        ("2024-05-00", "days are counted from 01; an unspecified day is written XX"),
        ("2024-13", "there is no month 13, and seasons and quarters are 21 to 41"),
        ("2024-42", "there is no month 42, and seasons and quarters are 21 to 41"),
        ("2024-00", "months are counted from 01; an unspecified month is written XX"),
        ("2024-21-01", "21 is a season, which has no day of the month"),
        ("192X-33-01", "33 is a quarter, which has no day of the month"),
        ("15XX-2X-25", "no month from 01 to 12 fits 2X"),
        ("1984-10-4X", "no day from 01 to 31 fits 4X"),
        ("156X-09-31", "no month and year that fit it have that day"),
        ("19X1-02-29", "no month and year that fit it have that day"),
        # Years
        ("-0000", "there is no year -0000; year 0 is written 0000"),
        ("-0000-01-01", "there is no year -0000; year 0 is written 0000"),
        ("-0000-XX", "there is no year -0000; year 0 is written 0000"),
        ("-000X-XX-00", "no day from 01 to 31 fits 00"),
        ("-000", "there is no decade -000"),
        ("-00", "there is no century -00"),
        ("-0000S1", "there is no year -0000; year 0 is written 0000"),
        ("12345", "a year has four digits; a longer one is written Y12345, a day 2024-07-09"),
        ("1", "a year has four digits"),
        ("Y2006", "Y is for years beyond four digits; this one is written 2006"),
        ("Y-10", "Y is for years beyond four digits; this one is written -0010"),
        ("Y00001", "a year after Y is written without leading zeros"),
        ("Y17E07", "a year after Y is written without leading zeros"),
        ("Y1E15", "years of more than 15 digits are not kept"),
        ("Y1E999", "years of more than 15 digits are not kept"),
        ("Y17E7-12-26", "a year after Y has no month and no day"),
        ("1950S0", "the number of significant digits is written from 1 on, without leading zeros"),
        # Times
        ("2012-10-10T1:10:10", "`1:10:10` is not a time as in T23:20:30, T23:20:30Z or T23:20:30+04:30"),
        ("2012-10T10:10:10", "a time of day follows a whole date in digits, as in 1985-04-12T23:20:30"),
        ("2012-10-1XT10:10", "a time of day follows a whole date in digits, as in 1985-04-12T23:20:30"),
        ("T10:10", "a time of day follows a whole date in digits, as in 1985-04-12T23:20:30"),
        ("2016-05-02T00:61:00", "an hour has 60 minutes, 00 to 59"),
        ("2016-05-02T00:60", "an hour has 60 minutes, 00 to 59"),
        ("2016-05-02T24:00:01", "a day ends at 24:00:00"),
        ("2016-05-02T25:00", "a day ends at 24:00:00"),
        ("2016-05-02T01:01:61", "a minute has 60 seconds, 00 to 59"),
        ("2016-12-31T23:58:60", "second 60 is a leap second, the last of June or of December in UTC"),
        ("2016-05-02T23:59:60Z", "second 60 is a leap second, the last of June or of December in UTC"),
        ("2016-05-02T12:00:00-00:00", "a shift of nothing from UTC is written Z or +00:00"),
        ("2016-05-02T12:00:00+14:01", "shifts from UTC go from -12:00 to +14:00"),
        ("2016-05-02T12:00:00-13", "shifts from UTC go from -12:00 to +14:00"),
        ("2004-01-01T10:10:10-05:60", "the shift from UTC has 60 minutes to the hour, 00 to 59"),
        # Intervals
        ("2001/2000", "its end, 2000, lies before its start, 2001"),
        ("2004-06-11/2004-06", "its end, 2004-06, lies before its start, 2004-06-11"),
        ("2012-24/2012-21", "its end, 2012-21, lies before its start, 2012-24"),
        ("2012-28/2012-27", "its end, 2012-27, lies before its start, 2012-28"),
        ("2012/2013/2014", "an interval has one slash, between its start and its end"),
        ("2023-02-29/2024", "its start, 2023-02-29: February 2023 has 28 days"),
        ("2023/2024-13", "its end, 2024-13: there is no month 13, and seasons and quarters are 21 to 41"),
        ("2005-07-25/2006-01-01T10:10:10Z",
         "its end, 2006-01-01T10:10:10Z, has a time of day; an interval goes from date to date"),
        # Sets
        ("[1999}", "a set that begins with [ ends with ]"),
        ("{1999", "a set that begins with { ends with }"),
        ("[", "a set that begins with [ ends with ]"),
        ("[]", "member 1 of the set is empty"),
        ("{1960,,1961}", "member 2 of the set is empty"),
        ("[..]", "member 1 of the set is empty"),
        ("[1984,..1985]", "..1985: `..` without a date before it stands at the beginning of the set"),
        ("[1984..,1985]", "1984..: `..` without a date after it stands at the end of the set"),
        ("[1670..1672-12]", "1670..1672-12: a year and a month; both must be alike"),
        ("[1672..1670]", "1672..1670: the end lies before the start"),
        ("[1984,2023-02-29]", "2023-02-29: February 2023 has 28 days"),
        ("[1984,1985..2023-13]",
         "1985..2023-13: there is no month 13, and seasons and quarters are 21 to 41"),
        ("{2024-07-09T10:00}",
         "2024-07-09T10:00: the members of a set are dates, no intervals and no times of day"),
        ("[2023/2024]", "2023/2024: the members of a set are dates, no intervals and no times of day"),
        # The shape
        ("", "nothing is written"),
        ("1863- 03-29", "a space at character 6, and EDTF has none"),
        ("1863-03-29 ", "a space at character 11, and EDTF has none"),
        ("1985-04-12t23:20:30", "`t` at character 11 is written `T`"),
        ("199A", "character 4 is `A`, which EDTF does not know"),
        ("last week", "character 1 is `l`, which EDTF does not know"),
        ("9/7/2024", "write year-month-day: 2024-07-09"),
        ("9.7.2024", "write year-month-day: 2024-07-09"),
        ("2024-7-9", "month and day have two digits, as in 2024-07-09"),
        ("2024-07-9", "month and day have two digits, as in 2024-07-09"),
        ("2024-W27", "week dates are not EDTF; write the days, as in 2024-07-01/2024-07-07"),
        ("2024-191", "days of the year are not EDTF; write 2024-07-09"),
        ("+2006", "EDTF writes no plus sign"),
        ("--05-03", "a date has a year; an unspecified one is written XXXX"),
        ("2004-(06)?-11",
         "EDTF has no round brackets; a mark stands beside what it qualifies, as in 2004-06~-11"),
        ("2006?~", "one mark is enough; uncertain and approximate together are %"),
        ("2024..", "`..` stands in an interval, as in 2024/.., or in a set, as in [..2024]"),
        ("2024..2025", "this is not how EDTF writes a date: 2024, 2024-07 or 2024-07-09"),
    ],
)  # fmt: skip
def test_the_sentence_says_why_and_where(text: str, reason: str) -> None:
    with pytest.raises(InvalidDate) as refused:
        parse(text)
    assert str(refused.value) == f"{text}: {reason}"


def test_a_long_text_is_named_by_its_beginning() -> None:
    with pytest.raises(InvalidDate) as refused:
        parse("9" * 100)
    assert str(refused.value).startswith("9" * 60 + "...: a year has four digits")


def test_a_text_of_a_megabyte_is_refused_at_once() -> None:
    with pytest.raises(InvalidDate, match="more than 10000 characters"):
        parse("[" + "2024," * 200_000 + "2024]")
