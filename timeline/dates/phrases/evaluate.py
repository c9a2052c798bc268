"""From a meaning and what is known around it to one date in EDTF, or to the reason why there is none."""

from collections.abc import Callable
from functools import singledispatch

from timeline.dates.parse import parse
from timeline.dates.phrases import about, counting
from timeline.dates.phrases.counting import count_from
from timeline.dates.phrases.frame import Frame, Side, TwoReadings, Value
from timeline.dates.phrases.leaves import (
    day_of_month,
    fixed,
    from_said,
    moved,
    near,
    near_yearless,
    nearest_reading,
    recent,
    refused,
    short_year,
    weekday,
    yearless,
)
from timeline.dates.phrases.meaning import (
    Beside,
    Change,
    Changed,
    InMoved,
    Meaning,
    Several,
    Stretch,
    Weekday,
    WeekOf,
    Yearless,
)
from timeline.dates.values import InvalidDate


@singledispatch
def evaluate(meaning: Meaning, frame: Frame) -> Value:
    """The date that the words come to here. Raises `InvalidDate`, and `TwoReadings` where there are two."""
    raise TypeError(f"{type(meaning).__name__} in {frame}")


for _leaf in (
    fixed,
    refused,
    yearless,
    short_year,
    moved,
    weekday,
    near,
    day_of_month,
    near_yearless,
    recent,
):
    evaluate.register(_leaf)


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
def _week_of(meaning: WeekOf, frame: Frame) -> Value:
    day = evaluate(meaning.day, frame)
    return day._replace(edtf=counting.week_of(day.edtf), rule=f"{meaning.rule}+{day.rule}")


@evaluate.register
def _beside(meaning: Beside, frame: Frame) -> Value:
    date = evaluate(meaning.date, frame)
    text = count_from(lambda day: counting.moved(meaning.unit, meaning.number, day), parse(date.edtf))
    return date._replace(edtf=text, rule=f"{meaning.rule}+{date.rule}")


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
    """What is known of a limit: since lies back, by and until ahead, in a past clause on either side."""
    if change == "since":
        return frame._replace(side=Side.BEFORE)
    if change not in {"by", "until", "before"}:
        return frame
    if change != "before" and (frame.side is Side.PRESENT or (frame.alone and frame.side is Side.UNKNOWN)):
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
        raise InvalidDate("an end of a stretch of time is one date")
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
    first = from_said(nearest_reading(meaning.first, frame, stretch=True), frame, meaning.first.rule)
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
