"""From a meaning and what is known around it to one date in EDTF, or to the reason why there is none."""

from collections.abc import Callable
from functools import singledispatch

from timeline.dates.calendar import calendar_day
from timeline.dates.parse import parse
from timeline.dates.phrases import about, counting
from timeline.dates.phrases.counting import Sides, count_from
from timeline.dates.phrases.frame import Frame, Side, TwoReadings, Value
from timeline.dates.phrases.meaning import (
    Beside,
    Change,
    Changed,
    DayOfMonth,
    Fixed,
    InMoved,
    Meaning,
    Moved,
    Near,
    NearYearless,
    Recent,
    Refused,
    Several,
    ShortYear,
    Stretch,
    Weekday,
    WeekOf,
    Yearless,
)
from timeline.dates.values import NotADate

_POINTS_BACK = "points back to a date in the words before it, and is read only with that"
_NEEDS_A_DAY = "counts from the day on which it was said; say which day that was"


@singledispatch
def evaluate(meaning: Meaning, frame: Frame) -> Value:
    """The date that the words come to here. Raises `NotADate`, and `TwoReadings` where there are two."""
    raise TypeError(f"{type(meaning).__name__} in {frame}")


def _from_said(count: Callable[[int], str], frame: Frame, rule: str) -> Value:
    if frame.said is None:
        raise NotADate(_NEEDS_A_DAY)
    return Value(count_from(_in_ad(count), frame.said), rule, origin="said")


def _in_ad(count: Callable[[int], str]) -> Callable[[int], str]:
    """The count, from days of the years 1 to 9999 only: nothing was published before."""

    def counted(day: int) -> str:
        text = count(day)
        if day < 1 or calendar_day(day)[0] > 9999 or (parse(text).start.earliest or 1) < 1:
            raise NotADate("is counted in the years 1 to 9999 only")
        return text

    return counted


def _from_before(count: Callable[[int], str], frame: Frame, rule: str) -> Value:
    """Counted from the nearest date before; of a phrase alone, that is the day on which it was said."""
    if frame.alone:
        return _from_said(count, frame, rule)
    if frame.before is None:
        raise NotADate(_POINTS_BACK)
    return Value(count_from(count, frame.before), rule, origin="before")


def _chosen(sides: Callable[[int], Sides], frame: Frame) -> Callable[[int], str]:
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
        raise NotADate(why)
    return wanted


@evaluate.register
def _fixed(meaning: Fixed, _: Frame) -> Value:
    return Value(meaning.edtf, meaning.rule)


@evaluate.register
def _refused(meaning: Refused, _: Frame) -> Value:
    raise NotADate(meaning.why)


@evaluate.register
def _yearless(meaning: Yearless, frame: Frame) -> Value:
    if "{}" not in meaning.template:
        return Value(counting.filled(meaning, 0), meaning.rule)
    if frame.year is not None and frame.tells == "history":
        return Value(counting.filled(meaning, frame.year), meaning.rule, origin="year")
    if not meaning.month:
        return _part_of_year(meaning, frame)
    rule = f"{meaning.rule}-without-year"
    if frame.year is not None and frame.tells == "unsure":
        return _unsure_year(meaning, frame, rule)
    return _from_said(_nearest(meaning, frame), frame, rule)


def _part_of_year(meaning: Yearless, frame: Frame) -> Value:
    """A quarter or a half without its year: the last that has ended, or the next. Seasons are refused."""
    if meaning.rule not in {"quarter", "half"}:
        raise NotADate("names no year, and which part of one it is depends on the hemisphere")
    if frame.year is not None and frame.tells == "unsure":
        raise NotADate("names no year, and the text has named another one before it")
    return _from_said(
        _chosen(lambda day: counting.part_sides(meaning, day), frame), frame, f"{meaning.rule}-without-year"
    )


def _unsure_year(meaning: Yearless, frame: Frame, rule: str) -> Value:
    """The year of the date before, or the nearest to the day of the text: one answer, or two readings."""
    told = counting.filled(meaning, frame.year or 0)
    try:
        nearest = _from_said(_nearest(meaning, frame), frame, rule)
    except TwoReadings as both:
        raise TwoReadings(tuple(dict.fromkeys((told, *both.readings)))) from None
    if nearest.edtf != told:
        raise TwoReadings((told, nearest.edtf))
    return nearest


def _nearest(meaning: Yearless, frame: Frame, *, stretch: bool = False) -> Callable[[int], str]:
    """The nearest such day or month; of words alone a day must be near enough to be meant."""

    def count(day: int) -> str:
        sides = counting.yearless_sides(meaning, day)
        if not frame.alone or frame.side is not Side.UNKNOWN or not meaning.day:
            return _chosen(lambda _: sides, frame)(day)
        if meaning.weekday >= 0 and (sides.before == "") != (sides.after == ""):
            return sides.before or sides.after
        if sides.before and counting.is_near(sides.before, day):
            return sides.before
        if "/" in meaning.template or stretch:
            return sides.after if sides.after and counting.is_near(sides.after, day, -1) else sides.before
        raise TwoReadings(tuple(dict.fromkeys(filter(None, sides))))

    return count


@evaluate.register
def _short_year(meaning: ShortYear, frame: Frame) -> Value:
    if frame.tells == "history" and frame.year is not None:
        raise NotADate("names no century")

    def count(day: int) -> str:
        return counting.filled(meaning.date, counting.full_year(meaning.digits, day))

    return _from_said(count, frame, meaning.date.rule)


@evaluate.register
def _moved(meaning: Moved, frame: Frame) -> Value:
    def count(day: int) -> str:
        return counting.moved(meaning.unit, meaning.number, day)

    if meaning.origin == "said":
        if frame.tells == "history" and not frame.alone:
            raise NotADate("counts from its own day in a text that tells of other years")
        return _said_ahead(meaning, frame, count)
    if meaning.origin == "before":
        if frame.alone and meaning.rule == "that-unit":
            raise NotADate(_POINTS_BACK)
        return _from_before(count, frame, meaning.rule)
    return _either(meaning, frame, count)


def _either(meaning: Moved, frame: Frame, count: Callable[[int], str]) -> Value:
    """`the end of the year`: that of the date before it, or of the day of the text; often both agree."""
    if frame.alone or frame.before is None or (frame.side is Side.AFTER and frame.tells != "history"):
        if frame.tells == "history" and not frame.alone:
            raise NotADate(_POINTS_BACK)
        return _from_said(count, frame, meaning.rule)
    told = _from_before(count, frame, meaning.rule)
    if frame.tells == "history":
        return told
    nearest = _from_said(count, frame, meaning.rule)
    if nearest.edtf != told.edtf:
        raise TwoReadings((told.edtf, nearest.edtf))
    return nearest


def _said_ahead(meaning: Moved, frame: Frame, count: Callable[[int], str]) -> Value:
    """`in three days` is a date only where its clause looks ahead: else they may be a length of time."""
    if meaning.rule != "in-time":
        return _from_said(count, frame, meaning.rule)
    if not frame.alone and frame.side is not Side.AFTER:
        raise NotADate("may be a length of time")
    return _from_said(count, frame, "later")


@evaluate.register
def _in_moved(meaning: InMoved, frame: Frame) -> Value:
    year = evaluate(meaning.year, frame)
    text = counting.filled(meaning.date, int(year.edtf))
    return Value(
        text,
        meaning.year.rule if meaning.year.rule == "this-season" else f"{meaning.date.rule}+{year.rule}",
        origin=year.origin,
    )


@evaluate.register
def _weekday(meaning: Weekday, frame: Frame) -> Value:
    number = meaning.number
    if meaning.week is not None:
        week = meaning.week
        return _from_said(lambda day: counting.weekday_in_week(number, week, day), frame, meaning.rule)
    if meaning.which == "this":
        return _from_said(lambda day: counting.weekday_in_week(number, 0, day), frame, meaning.rule)
    if meaning.which == "that":
        return _from_before(lambda day: counting.weekday_past(number, 1, day), frame, meaning.rule)
    if meaning.which:
        step = -1 if meaning.which == "last" else 1
        return _from_said(lambda day: counting.weekday_past(number, step, day), frame, meaning.rule)
    if frame.tells != "own day" and frame.before is not None:
        return _weekday_in_a_story(meaning, frame)
    return _from_said(_chosen(lambda day: counting.weekday_sides(number, day), frame), frame, meaning.rule)


def _weekday_in_a_story(meaning: Weekday, frame: Frame) -> Value:
    """A weekday after a full date: the first after it, unless the text may count from its own day."""
    before = frame.before.start.earliest if frame.before else None
    if before is not None and counting.weekday_of(before) == meaning.number:
        raise NotADate("may be the day named before it, or one week later")
    told = _from_before(lambda day: counting.weekday_past(meaning.number, 1, day), frame, meaning.rule)
    if frame.tells == "history":
        return told
    nearest = _from_said(
        _chosen(lambda day: counting.weekday_sides(meaning.number, day), frame), frame, meaning.rule
    )
    if nearest.edtf != told.edtf:
        raise TwoReadings((told.edtf, nearest.edtf))
    return nearest


@evaluate.register
def _near(meaning: Near, frame: Frame) -> Value:
    if meaning.weeks is not None:
        weeks = meaning.weeks
        return _from_said(lambda day: counting.weekend(weeks, day), frame, meaning.rule)
    if meaning.what == "weekend":
        return _from_said(_chosen(counting.weekend_sides, frame), frame, meaning.rule)
    if frame.alone and frame.side is Side.UNKNOWN:
        raise NotADate("may be the night before or after; only a sentence tells")
    return _from_said(_chosen(counting.night_sides, frame), frame, meaning.rule)


@evaluate.register
def _day_of_month(meaning: DayOfMonth, frame: Frame) -> Value:
    if frame.alone:
        raise NotADate(_POINTS_BACK)
    return _from_before(lambda day: counting.day_of_month(meaning.day, day), frame, meaning.rule)


@evaluate.register
def _near_yearless(meaning: NearYearless, frame: Frame) -> Value:
    def count(day: int) -> str:
        return counting.which_month(meaning.date, meaning.which, day)

    if meaning.which == "previous":
        return _from_before(count, frame, meaning.rule)
    return _from_said(count, frame, meaning.rule)


@evaluate.register
def _week_of(meaning: WeekOf, frame: Frame) -> Value:
    day = evaluate(meaning.day, frame)
    return day._replace(edtf=counting.week_of(day.edtf), rule=f"{meaning.rule}+{day.rule}")


@evaluate.register
def _beside(meaning: Beside, frame: Frame) -> Value:
    date = evaluate(meaning.date, frame)
    text = count_from(lambda day: counting.moved(meaning.unit, meaning.number, day), parse(date.edtf))
    return date._replace(edtf=text, rule=f"{meaning.rule}+{date.rule}")


@evaluate.register
def _recent(meaning: Recent, frame: Frame) -> Value:
    if frame.tells == "history":
        raise NotADate("says no time that can be counted")
    return _from_said(lambda day: counting.recent(meaning.unit, day), frame, meaning.rule)


_CHANGES: dict[str, Callable[[str], str]] = {
    "about": about.approximately, "perhaps": about.uncertainly, "some-time": str, "part": str,
    "before": about.before, "after": about.after, "by": about.no_later_than,
    "no-earlier": about.no_earlier_than, "since": about.since, "until": about.until,
}  # fmt: skip
# Before late 2024 may still be in 2024: a part of a date leaves room beside it.
_OF_A_PART = {"before": about.no_later_than, "after": about.no_earlier_than}


@evaluate.register
def _changed(meaning: Changed, frame: Frame) -> Value:
    date = evaluate(meaning.date, _limiting(meaning.change, frame))
    change = _CHANGES[meaning.change]
    if date.note:
        change = _OF_A_PART.get(meaning.change, change)
    if meaning.rule == "overnight":
        return Value(counting.night_from(date.edtf), meaning.rule, origin=date.origin)
    rule, note = f"{meaning.rule}+{date.rule}", meaning.note or date.note
    return Value(change(date.edtf), rule, note, date.origin, date.named or date.edtf)


def _limiting(change: Change, frame: Frame) -> Frame:
    """What is known of a limit: since lies back; by and until lie ahead, and in a past clause on either side."""
    if change == "since":
        return frame._replace(side=Side.BEFORE)
    if change not in {"by", "until"}:
        return frame
    if frame.side is Side.PRESENT or (frame.alone and frame.side is Side.UNKNOWN):
        return frame._replace(side=Side.AFTER)
    return frame._replace(side=Side.UNKNOWN, alone=False) if frame.side is Side.BEFORE else frame


@evaluate.register
def _stretch(meaning: Stretch, frame: Frame) -> Value:
    last = _last_end(meaning, frame)
    first = _first_end(meaning, frame, last)
    one, other = first.edtf, last.edtf
    if isinstance(meaning.last, Weekday | Yearless) and last.origin and parse(one).start.earliest is not None:
        other = _after(meaning.last, one, other)
    if {"/", "["} & set(one + other):
        raise NotADate("an end of a stretch of time is one date")
    note = "; ".join(filter(None, (first.note, last.note)))
    text = about.between(one, other) if meaning.between else f"{one}/{other}"
    return Value(text, meaning.rule, note, last.origin or first.origin)


def _first_end(meaning: Stretch, frame: Frame, last: Value) -> Value:
    """The first end; where it has two readings, the nearest before the last end."""
    try:
        return evaluate(meaning.first, frame)
    except TwoReadings:
        start = parse(last.edtf).start.earliest
        if (
            not isinstance(meaning.first, Yearless)
            or not last.edtf
            or start is None
            or not meaning.first.month
        ):
            raise
        return Value(counting.yearless_sides(meaning.first, start).before, meaning.first.rule, origin="said")


def _last_end(meaning: Stretch, frame: Frame) -> Value:
    """The last end; of words alone it follows the first one, which is the nearest."""
    if not frame.alone or not isinstance(meaning.first, Yearless) or not isinstance(meaning.last, Yearless):
        return evaluate(meaning.last, frame)
    if not (meaning.first.month and meaning.last.month) or frame.side is not Side.UNKNOWN:
        return evaluate(meaning.last, frame)
    first = _from_said(_nearest(meaning.first, frame, stretch=True), frame, meaning.first.rule)
    return Value(_after(meaning.last, first.edtf, "0000"), meaning.last.rule, origin="said")


def _after(meaning: Weekday | Yearless, first: str, last: str) -> str:
    """The last end of a stretch; one that would lie before the first end is the next such date after it."""
    start, end = parse(first).start.earliest, parse(last).end.latest
    if start is None or end is None or end >= start:
        return last
    if isinstance(meaning, Weekday):
        return counting.weekday_past(meaning.number, 1, start)
    return counting.yearless_sides(meaning, start).after or last


@evaluate.register
def _several(meaning: Several, frame: Frame) -> Value:
    values = [evaluate(date, frame) for date in meaning.dates]
    first = values[0].edtf
    dates = [
        _after(date, first, value.edtf) if isinstance(date, Weekday | Yearless) else value.edtf
        for date, value in zip(meaning.dates, values, strict=True)
    ]
    if meaning.one_of:
        text = f"[{','.join(dates)}]"
    else:
        text = f"{first}/{dates[-1]}" if counting.in_a_row(dates) else f"{{{','.join(dates)}}}"
    return Value(text, meaning.rule, origin=values[0].origin)
