"""What a meaning needs to become a date."""

from enum import Flag, auto
from functools import reduce
from operator import or_

from timeline.dates.phrases.meaning import (
    Beside,
    Changed,
    Fixed,
    InMoved,
    Meaning,
    Moved,
    Near,
    Recent,
    Refused,
    Several,
    Stretch,
    Weekday,
    WeekOf,
    Yearless,
)


class Need(Flag):
    """What words of time need from the text around them."""

    NOTHING = 0
    CONTEXT = auto()
    """Any day or date to count from."""
    SIDE = auto()
    """The tense of their clause."""
    YEAR = auto()
    """The year that the text tells of."""
    WEEKDAY = auto()
    """A weekday by itself, which may follow a full date."""
    EITHER = auto()
    """The day of the text or the date before them, whichever the text counts from."""
    OWN_DAY = auto()
    """They count from the day of the text, and so show that the text does."""


def needs_of(meaning: Meaning) -> Need:
    """What a meaning needs; of one with others in it, what they need."""
    if isinstance(meaning, Fixed | Refused):
        return Need.NOTHING
    parts = _parts(meaning)
    return reduce(or_, map(needs_of, parts)) if parts else _needs_of_one(meaning)


def _parts(meaning: Meaning) -> tuple[Meaning, ...]:
    """The meanings in a meaning."""
    if isinstance(meaning, Changed | Beside):
        return (meaning.date,)
    if isinstance(meaning, WeekOf):
        return (meaning.day,)
    if isinstance(meaning, InMoved):
        return (meaning.year,)
    if isinstance(meaning, Stretch):
        return meaning.first, meaning.last
    return meaning.dates if isinstance(meaning, Several) else ()


def _needs_of_one(meaning: Meaning) -> Need:
    if isinstance(meaning, Weekday):
        bare = not meaning.which and meaning.week is None
        return Need.CONTEXT | Need.OWN_DAY | (Need.SIDE | Need.WEEKDAY if bare else Need.NOTHING)
    if isinstance(meaning, Yearless):
        return Need.CONTEXT | Need.SIDE | Need.YEAR if "{}" in meaning.template else Need.NOTHING
    if isinstance(meaning, Near):
        return Need.CONTEXT | Need.SIDE | Need.OWN_DAY
    if isinstance(meaning, Recent):
        return Need.CONTEXT | Need.OWN_DAY
    return _needs_of_moved(meaning) if isinstance(meaning, Moved) else Need.CONTEXT


def _needs_of_moved(meaning: Moved) -> Need:
    if meaning.origin == "either":
        return Need.CONTEXT | Need.SIDE | Need.EITHER
    if meaning.rule == "in-time":
        return Need.CONTEXT | Need.SIDE
    return Need.CONTEXT | Need.OWN_DAY if meaning.origin == "said" else Need.CONTEXT
