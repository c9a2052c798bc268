"""The examples of the EDTF specification (Library of Congress, 4 February 2019), section by section."""

import pytest

from timeline.dates import parse

EXAMPLES = {
    (0, "Date"): "1985-04-12 1985-04 1985",
    (0, "Date and Time"): "1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30-04 "
    "1985-04-12T23:20:30+04:30",
    (0, "Time Interval"): "1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 "
    "2004-02-01/2005 2005/2006-02",
    (1, "Letter-prefixed calendar year"): "Y170000002 Y-170000002",
    (1, "Seasons"): "2001-21",
    (1, "Qualification of a date (complete)"): "1984? 2004-06~ 2004-06-11%",
    (1, "Unspecified digit(s) from the right"): "201X 20XX 2004-XX 1985-04-XX 1985-XX-XX",
    (1, "Extended Interval"): "1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 "
    "1985-04-12/ 1985-04/ 1985/ /1985-04-12 /1985-04 /1985",
    (1, "Negative calendar year"): "-1985",
    (2, "Exponential year"): "Y-17E7",
    (2, "Significant digits"): "1950S2 Y171010000S3 Y3388E2S3",
    (2, "Sub-year groupings"): "2001-34",
    (2, "One of a set"): "[1667,1668,1670..1672] [..1760-12-03] [1760-12..] [1760-01,1760-02,1760-12..] "
    "[1667,1760-12] [..1984]",
    (2, "All Members"): "{1667,1668,1670..1672} {1960,1961-12} {..1984}",
    (2, "Group Qualification"): "2004-06~-11 2004?-06-11",
    (2, "Qualification of Individual Component"): "?2004-06-~11 2004-%06-11",
    (2, "Unspecified Digit"): "156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX 1XXX-12 1984-1X",
    (2, "Interval"): "2004-06-~01/2004-06-~20 2004-06-XX/2004-07-03",
}


@pytest.mark.parametrize(
    ("text", "level"),
    [(text, level) for (level, _), examples in EXAMPLES.items() for text in examples.split()],
)
def test_every_example_is_read_at_its_level(text: str, level: int) -> None:
    assert (str(parse(text)), parse(text).level) == (text, level)
