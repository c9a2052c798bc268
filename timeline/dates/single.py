"""One date by itself: the door behind which plain dates, masked ones and unusual years are told apart."""

from timeline.dates.components import take_apart
from timeline.dates.points import point_of
from timeline.dates.refusals import why_no_date
from timeline.dates.values import NotADate, Point
from timeline.dates.years import year_point


def read_point(text: str) -> Point:
    """The one date that stands in this text: no interval, no set, no time. Raises `NotADate`."""
    date = take_apart(text)
    if date is not None:
        return point_of(date)
    point = year_point(text)
    if point is None:
        raise NotADate(why_no_date(text))
    return point
