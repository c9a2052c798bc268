"""How far the days of an event may lie from its place in the order: the classes that make overlap quick.

The events of one class that may have a day in common with a window stand next to each other in the order
of the timeline, so that a window is a few short ranges of it, however long the timeline is.
"""

from timeline.query import FOREVER

WIDTHS: tuple[tuple[int, int], ...] = (
    (0, 0),
    (31, 31),
    (366, 366),
    (3660, 3660),
    (366, 4 * FOREVER),
    (4 * FOREVER, 366),
    (4 * FOREVER, 4 * FOREVER),
)
"""Each class by the most days that it has before and behind the day at which its events stand."""


def width_of(start: int, first: int, last: int) -> int:
    """The class of an event that stands at `start` and may have any day from `first` to `last`."""
    before, behind = start - first, last - start
    return next(number for number, most in enumerate(WIDTHS) if before <= most[0] and behind <= most[1])


def days_from(width: int, since: int) -> int:
    """The first day at which an event of a class may stand when it is not over before the day `since`."""
    return max(-FOREVER, since - WIDTHS[width][1])


def days_until(width: int, until: int) -> int:
    """The last day at which an event of a class may stand when it has begun by the day `until`."""
    return min(FOREVER, until + WIDTHS[width][0])
