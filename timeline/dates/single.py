"""One date by itself, and why a text has not the shape of one."""

import re

from timeline.dates.points import point_of, take_apart
from timeline.dates.values import InvalidDate, Point
from timeline.dates.years import year_point

_ADVICE = (
    (r"[-\u2212]?0000?", "there is no year -0000; year 0 is written 0000"),
    (r"[0-9]{5,}", "a year has four digits; a longer one is written Y12345, a day 2024-07-09"),
    (r"[-\u2212]?[0-9]{1}", "a year has four digits"),
    (r"[0-9]{1,4}([/.])[0-9]{1,2}\1[0-9]{1,4}", "write year-month-day: 2024-07-09"),
    (r".*/.*/.*", "an interval has one slash, between its start and its end"),
    (r".*[0-9]-?W[0-9]{2}.*", "week dates are not EDTF; write the days, as in 2024-07-01/2024-07-07"),
    (r"[0-9]{4}-[0-9]{3}", "days of the year are not EDTF; write 2024-07-09"),
    (r"[-\u2212]?[0-9X]{4}-([0-9X]{2}-)?[0-9X](-.*)?", "month and day have two digits, as in 2024-07-09"),
    (r"\+.*", "EDTF writes no plus sign"),
    (r"--.*", "a date has a year; an unspecified one is written XXXX"),
    (r".*\(.*", "EDTF has no round brackets; a mark stands beside what it qualifies, as in 2004-06~-11"),
    (r".*[?~%]{2,}.*", "one mark is enough; uncertain and approximate together are %"),
    (r"\.\..*|.*\.\.", "`..` stands in an interval, as in 2024/.., or in a set, as in [..2024]"),
    (r"[yY].*-[0-9X]{2}.*", "a year after Y has no month and no day"),
)
_KNOWN = r"[-0-9XYEST:Z?~%+.,/\[\]{}\u2212]*"


def why_no_date(text: str) -> str:
    """A sentence that says what is wrong and, where one character is, at which."""
    if not text:
        return "nothing is written"
    # Compiled here and not when this is loaded: most runs refuse nothing.
    for pattern, advice in _ADVICE:
        if re.fullmatch(pattern, text, re.DOTALL):
            return advice
    good = re.match(_KNOWN, text)
    place = good.end() if good else 0
    if place == len(text):
        return "this is not how EDTF writes a date: 2024, 2024-07 or 2024-07-09"
    if text[place].isspace():
        return f"a space at character {place + 1}, and EDTF has none"
    capital = text[place].upper()
    if text[place] in "tzyesx" and re.fullmatch(_KNOWN, text.upper()) and _means_something(text, place):
        return f"`{text[place]}` at character {place + 1} is written `{capital}`"
    return f"character {place + 1} is `{text[place]}`, which EDTF does not know"


def _means_something(text: str, place: int) -> bool:
    """Whether the letter would be right as a capital: `S` has a number of digits behind it."""
    return text[place] != "s" or text[place + 1 : place + 2].isdigit()


def read_point(text: str) -> Point:
    """The one date that stands in this text: no interval, no set, no time. Raises `InvalidDate`."""
    date = take_apart(text)
    if date is not None:
        return point_of(date)
    point = year_point(text)
    if point is None:
        raise InvalidDate(why_no_date(text))
    return point
