"""From a meaning without others in it, and what is known around it, to one date in EDTF."""

from collections.abc import Callable

from timeline.dates.calendar import calendar_day
from timeline.dates.parse import parse
from timeline.dates.phrases import counting
from timeline.dates.phrases.counting import Sides, count_from
from timeline.dates.phrases.frame import Frame, Side, TwoReadings, Value
from timeline.dates.phrases.meaning import (
    DayOfMonth,
    Fixed,
    Moved,
    Near,
    NearYearless,
    Recent,
    Refused,
    ShortYear,
    Weekday,
    Yearless,
)
from timeline.dates.values import InvalidDate

_POINTS_BACK = "points back to a date in the words before it, and is read only with that"
_NEEDS_A_DAY = "counts from the day on which it was said; say which day that was"


def from_said(count: Callable[[int], str], frame: Frame, rule: str) -> Value:
    if frame.said is None:
        raise InvalidDate(_NEEDS_A_DAY)
    return Value(count_from(_in_ad(count), frame.said), rule, origin="said")


def _in_ad(count: Callable[[int], str]) -> Callable[[int], str]:
    """The count, from days of the years 1 to 9999 only: nothing was published before."""

    def counted(day: int) -> str:
        text = count(day)
        if day < 1 or calendar_day(day)[0] > 9999 or (parse(text).start.earliest or 1) < 1:
            raise InvalidDate("is counted in the years 1 to 9999 only")
        return text

    return counted


def from_before(count: Callable[[int], str], frame: Frame, rule: str) -> Value:
    """Counted from the nearest date before; of a phrase alone that is the day on which it was said."""
    if frame.alone:
        return from_said(count, frame, rule)
    if frame.before is None:
        raise InvalidDate(_POINTS_BACK)
    return Value(count_from(count, frame.before), rule, origin="before")


def chosen(sides: Callable[[int], Sides], frame: Frame) -> Callable[[int], str]:
    """The count that takes the side of the frame; with no side, both must be the same."""

    def count(day: int) -> str:
        before, after = sides(day)
        if frame.side is Side.BEFORE or (frame.alone and frame.side is Side.UNKNOWN and before):
            return _there(before, after)
        if frame.side is Side.AFTER or (
            frame.side is Side.AFTER_PAST and counting.is_nearer(after, before, day)
        ):
            return _there(after, before)
        if before and after and before != after:
            raise TwoReadings((before, after))
        return before or after

    return count


def _there(wanted: str, other: str) -> str:
    """The reading on the wanted side. Where a weekday does not fit it, the words contradict each other."""
    if not wanted:
        why = (
            f"the weekday fits only {other}, on the other side"
            if other
            else "the weekday is not that of the day"
        )
        raise InvalidDate(why)
    return wanted


def fixed(meaning: Fixed, _: Frame) -> Value:
    return Value(meaning.edtf, meaning.rule)


def refused(meaning: Refused, _: Frame) -> Value:
    raise InvalidDate(meaning.why)


def yearless(meaning: Yearless, frame: Frame) -> Value:
    if "{}" not in meaning.template:
        return Value(counting.filled(meaning, 0), meaning.rule)
    if frame.year is not None and frame.tells == "history":
        return Value(counting.filled(meaning, frame.year), meaning.rule, origin="year")
    if not meaning.month:
        return _part_of_year(meaning, frame)
    rule = f"{meaning.rule}-without-year"
    if frame.year is not None and frame.tells == "unsure":
        return _unsure_year(meaning, frame, rule)
    return from_said(nearest_reading(meaning, frame), frame, rule)


def _part_of_year(meaning: Yearless, frame: Frame) -> Value:
    """A quarter or a half without its year: the last that has ended, or the next. Seasons are refused."""
    if meaning.rule not in {"quarter", "half"}:
        raise InvalidDate("names no year, and which part of one it is depends on the hemisphere")
    if frame.alone and frame.side is Side.UNKNOWN:
        raise InvalidDate("counts, and names no date")
    if frame.year is not None and frame.tells == "unsure":
        raise InvalidDate("names no year, and the text has named another one before it")
    return from_said(
        chosen(lambda day: counting.part_sides(meaning, day), frame), frame, f"{meaning.rule}-without-year"
    )


def _unsure_year(meaning: Yearless, frame: Frame, rule: str) -> Value:
    """The year of the date before, or the nearest to the day of the text: both must agree."""
    try:
        told = counting.filled(meaning, frame.year or 0)
    except InvalidDate:
        return from_said(nearest_reading(meaning, frame), frame, rule)  # its weekday is of another year
    try:
        nearest = from_said(nearest_reading(meaning, frame), frame, rule)
    except TwoReadings as both:
        raise TwoReadings(tuple(dict.fromkeys((told, *both.readings)))) from None
    if nearest.edtf != told:
        raise TwoReadings((told, nearest.edtf))
    return nearest


def nearest_reading(meaning: Yearless, frame: Frame, *, stretch: bool = False) -> Callable[[int], str]:
    """The nearest such day or month; of words alone a day must be near enough to be meant."""

    def count(day: int) -> str:
        sides = counting.yearless_sides(meaning, day)
        if not frame.alone or frame.side is not Side.UNKNOWN or not meaning.day:
            return chosen(lambda _: sides, frame)(day)
        if meaning.weekday >= 0 and (sides.before == "") != (sides.after == ""):
            return sides.before or sides.after
        if sides.before and counting.is_near(sides.before, day):
            return sides.before
        if "/" in meaning.template or stretch:
            return sides.after if sides.after and counting.is_near(sides.after, day, -1) else sides.before
        raise TwoReadings(tuple(dict.fromkeys(filter(None, sides))))

    return count


def short_year(meaning: ShortYear, frame: Frame) -> Value:
    if frame.tells == "history" and frame.year is not None:
        raise InvalidDate("names no century")

    def count(day: int) -> str:
        return counting.filled(meaning.date, counting.full_year(meaning.digits, day))

    return from_said(count, frame, meaning.date.rule)


def moved(meaning: Moved, frame: Frame) -> Value:
    def count(day: int) -> str:
        return counting.moved(meaning.unit, meaning.number, day)

    if meaning.origin == "said":
        if frame.tells == "history" and not frame.alone:
            raise InvalidDate("counts from its own day in a text that tells of other years")
        return _said_ahead(meaning, frame, count)
    if meaning.origin == "before":
        if frame.alone and meaning.rule == "that-unit":
            raise InvalidDate(_POINTS_BACK)
        return from_before(count, frame, meaning.rule)
    return _either(meaning, frame, count)


def _either(meaning: Moved, frame: Frame, count: Callable[[int], str]) -> Value:
    """`the end of the year`: that of the date before it, or of the day of the text; often both agree."""
    if frame.alone or frame.before is None or (frame.side is Side.AFTER and frame.tells != "history"):
        if frame.tells == "history" and not frame.alone:
            raise InvalidDate(_POINTS_BACK)
        return from_said(count, frame, meaning.rule)
    told = from_before(count, frame, meaning.rule)
    if frame.tells == "history":
        return told
    nearest = from_said(count, frame, meaning.rule)
    if nearest.edtf != told.edtf:
        raise TwoReadings((told.edtf, nearest.edtf))
    return nearest


def _said_ahead(meaning: Moved, frame: Frame, count: Callable[[int], str]) -> Value:
    """`in three days` is a date only where its clause looks ahead: else they may be a length of time."""
    if meaning.rule != "in-time":
        return from_said(count, frame, meaning.rule)
    if frame.side is Side.BEFORE or (not frame.alone and frame.side is not Side.AFTER):
        raise InvalidDate("may be a length of time")
    return from_said(count, frame, "later")


def weekday(meaning: Weekday, frame: Frame) -> Value:
    number = meaning.number
    if meaning.week is not None:
        week = meaning.week
        return from_said(lambda day: counting.weekday_in_week(number, week, day), frame, meaning.rule)
    if meaning.which == "this":
        return from_said(lambda day: counting.weekday_in_week(number, 0, day), frame, meaning.rule)
    if meaning.which == "that":
        return from_before(lambda day: counting.weekday_past(number, 1, day), frame, meaning.rule)
    if meaning.which:
        step = -1 if meaning.which == "last" else 1
        return from_said(lambda day: counting.weekday_past(number, step, day), frame, meaning.rule)
    if frame.tells != "own day" and frame.before is not None:
        return _weekday_in_a_story(meaning, frame)
    return from_said(chosen(lambda day: counting.weekday_sides(number, day), frame), frame, meaning.rule)


def _weekday_in_a_story(meaning: Weekday, frame: Frame) -> Value:
    """A weekday after a full date: the first after it, unless the text may count from its own day."""
    before = frame.before.start.earliest if frame.before else None
    if before is not None and counting.weekday_of(before) == meaning.number:
        raise InvalidDate("may be the day named before it, or one week later")
    told = from_before(lambda day: counting.weekday_past(meaning.number, 1, day), frame, meaning.rule)
    if frame.tells == "history":
        return told
    nearest = from_said(
        chosen(lambda day: counting.weekday_sides(meaning.number, day), frame), frame, meaning.rule
    )
    if nearest.edtf != told.edtf:
        raise TwoReadings((told.edtf, nearest.edtf))
    return nearest


def near(meaning: Near, frame: Frame) -> Value:
    if meaning.weeks is not None:
        weeks = meaning.weeks
        return from_said(lambda day: counting.weekend(weeks, day), frame, meaning.rule)
    if meaning.what == "weekend":
        return from_said(chosen(counting.weekend_sides, frame), frame, meaning.rule)
    if frame.alone and frame.side is Side.UNKNOWN:
        raise InvalidDate("may be the night before or after; only a sentence tells")
    return from_said(chosen(counting.night_sides, frame), frame, meaning.rule)


def day_of_month(meaning: DayOfMonth, frame: Frame) -> Value:
    if frame.alone:
        raise InvalidDate(_POINTS_BACK)
    return from_before(lambda day: counting.day_of_month(meaning.day, day), frame, meaning.rule)


def near_yearless(meaning: NearYearless, frame: Frame) -> Value:
    def count(day: int) -> str:
        return counting.which_month(meaning.date, meaning.which, day)

    if meaning.which == "previous":
        return from_before(count, frame, meaning.rule)
    return from_said(count, frame, meaning.rule)


def recent(meaning: Recent, frame: Frame) -> Value:
    if frame.tells == "history":
        raise InvalidDate("says no time that can be counted")
    return from_said(lambda day: counting.recent(meaning.unit, day), frame, meaning.rule)
