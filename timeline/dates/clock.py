"""Dates with a time of day: `1985-04-12T23:20:30`, with `Z` or a shift from UTC.

"Date and Time" of the EDTF specification; ISO 8601-1:2019, 5.3 and 5.4. The day is the day as written, at the
place: a shift says how that clock stands to UTC and moves nothing.
"""

import re
from collections.abc import Iterable

from timeline.dates.calendar import calendar_day
from timeline.dates.points import point_of, take_apart
from timeline.dates.values import InvalidDate, Point

_TIME = re.compile(
    "([0-9]{2}):([0-9]{2})(?::([0-9]{2})([.][0-9]+)?)?(?:(Z)|([-+\u2212])([0-9]{2})(?::?([0-9]{2}))?)?"
)
_END_OF_DAY = 24 * 60
_FURTHEST_WEST = -12 * 60
_FURTHEST_EAST = 14 * 60
# A time without zone may stand on any clock.
_ALL_SHIFTS = range(_FURTHEST_WEST, _FURTHEST_EAST + 1, 15)


def moment_point(text: str) -> Point:
    """The point of a date with a time: its day. Raises `InvalidDate` if the date or the time is invalid."""
    day, _, time = text.partition("T")
    date = take_apart(day)
    if date is None or not date.day or "X" in day or date.level:
        raise InvalidDate("a time of day follows a whole date in digits, as in 1985-04-12T23:20:30")
    found = _TIME.fullmatch(time)
    if found is None:
        raise InvalidDate(f"`{time}` is not a time as in T23:20:30, T23:20:30Z or T23:20:30+04:30")
    point = point_of(date)
    hour, minute, second, fraction, zulu, sign, hours, minutes = found.groups("")
    shift = _shift(sign, int(hours), int(minutes or 0)) if sign else 0
    of_day = int(hour) * 60 + int(minute)
    if int(minute) > 59:
        raise InvalidDate("an hour has 60 minutes, 00 to 59")
    if of_day > _END_OF_DAY or (of_day == _END_OF_DAY and (second + fraction).strip("0.")):
        raise InvalidDate("a day ends at 24:00:00")
    if second >= "60":
        _check_leap_second(second, of_day, point.earliest, [shift] if zulu or sign else _ALL_SHIFTS)
    return point._replace(precision="second" if second else "minute")


def _shift(sign: str, hours: int, minutes: int) -> int:
    """How many minutes that clock is ahead of UTC: some place has it, from -12:00 to +14:00."""
    if minutes > 59:
        raise InvalidDate("the shift from UTC has 60 minutes to the hour, 00 to 59")
    shift = hours * 60 + minutes if sign == "+" else -hours * 60 - minutes
    if sign != "+" and not shift:
        raise InvalidDate("a shift of nothing from UTC is written Z or +00:00")
    if not _FURTHEST_WEST <= shift <= _FURTHEST_EAST:
        raise InvalidDate("shifts from UTC go from -12:00 to +14:00")
    return shift


def _check_leap_second(second: str, of_day: int, day: int, shifts: Iterable[int]) -> None:
    """Refuse a second 60 that is not the last of June or December in UTC, by one of these shifts."""
    if second > "60":
        raise InvalidDate("a minute has 60 seconds, 00 to 59")
    for shift in shifts:
        days, minute = divmod(of_day - shift, _END_OF_DAY)
        if minute == _END_OF_DAY - 1 and calendar_day(day + days)[1:] in {(6, 30), (12, 31)}:
            return
    raise InvalidDate("second 60 is a leap second, the last of June or of December in UTC")
