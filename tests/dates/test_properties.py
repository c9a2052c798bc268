"""What holds of every date, whatever is written."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import Date, InvalidDate, compare, order, overlap, parse, say, say_fully, window

ALPHABET = "0123456789X-/.,[]{}?~%YESTZ:+ \u2212"


def bits(*choices: str) -> st.SearchStrategy[str]:
    return st.sampled_from(choices)


@st.composite
def single(draw: st.DrawFn) -> str:
    """One date, mostly a real one, with any marks and unspecified digits."""
    mark = bits("", "", "", "?", "~", "%")
    year = draw(bits("", "", "-")) + draw(st.from_regex(r"[0-9]{4}|[0-9]{3}X|[12][0-9]XX", fullmatch=True))
    month = draw(bits("01", "02", "06", "11", "12", "21", "24", "30", "33", "41", "1X", "XX", "0X"))
    day = draw(bits("01", "15", "28", "29", "30", "31", "XX", "2X", "X1"))
    pieces = [year, month, day][: draw(st.integers(1, 3))]
    return "-".join(draw(mark) + piece + draw(mark) for piece in pieces)


odd = bits("198", "19", "-04", "Y170000002", "Y-17E7", "1950S2", "Y3388E2S3", "197~", "2024-07-09T10:15:30Z")
end = st.one_of(single(), single(), bits("", "..", "198", "Y-61000"))


@st.composite
def any_set(draw: st.DrawFn) -> str:
    member = st.one_of(single(), st.tuples(single(), single()).map("..".join))
    members = draw(bits(",", ", ")).join(draw(st.lists(member, min_size=1, max_size=4)))
    brackets = draw(bits("[]", "{}"))
    return brackets[0] + draw(bits("", "..")) + members + draw(bits("", "..")) + brackets[1]


edtf_like = st.one_of(single(), odd, st.tuples(end, end).map("/".join), any_set())


def parsed(text: str) -> Date | None:
    try:
        return parse(text)
    except InvalidDate:
        return None


dates = edtf_like.map(parsed).filter(lambda found: found is not None)
days = st.integers(date(1, 1, 1).toordinal(), date(2400, 1, 1).toordinal())


anything = st.one_of(st.text(), st.text(ALPHABET), edtf_like)


@given(anything)
def test_parse_gives_a_date_with_its_text_or_raises_not_a_date(text: str) -> None:
    found = parsed(text)
    assert found is None or (str(found) == text and parse(str(found)) == found)


@given(anything)
def test_a_refusal_names_the_text_and_a_reason(text: str) -> None:
    if parsed(text) is None:
        with pytest.raises(InvalidDate) as refused:
            parse(text)
        assert str(refused.value).startswith(text[:60])
        assert len(str(refused.value)) > len(text[:60]) + 2


@given(dates)
def test_bounds_are_ordered(found: Date) -> None:
    for bound in (found.start, found.end, *(bound for span in found.spans for bound in span)):
        assert (bound.earliest is None) == (bound.latest is None) == (bound.state != "known")
        if bound.earliest is not None and bound.latest is not None:
            assert bound.earliest <= bound.latest
    first, last = window(found)
    assert first is None or last is None or first <= last


@given(dates)
def test_every_date_can_be_said_sorted_and_compared(found: Date) -> None:
    assert say(found).strip() == say(found) != ""
    assert say_fully(found)
    assert order(found) == order(parse(found.text))
    assert compare(found, found) in {"certainly together", "possibly together", "cannot tell"}


@given(dates, days, days, st.integers(0, 5000), st.integers(0, 5000))
def test_a_wider_window_never_loses_a_date(
    found: Date, one: int, other: int, before: int, after: int
) -> None:
    since, until = min(one, other), max(one, other)
    rank = ["no", "possible", "certain"].index
    narrow = rank(overlap(found, since, until))
    assert rank(overlap(found, since - before, until + after)) >= narrow
    assert rank(overlap(found, None, until)) >= narrow
    assert rank(overlap(found, since, None)) >= narrow


@given(dates, days, days)
def test_certain_is_possible_and_ordered_with_the_others(found: Date, one: int, other: int) -> None:
    since, until = min(one, other), max(one, other)
    for reach in found.reaches:
        if reach.sure and reach.surely_by is not None and reach.surely_from is not None:
            certain = reach.surely_by <= until and reach.surely_from >= since
            possible = (reach.first is None or reach.first <= until) and (
                reach.last is None or reach.last >= since
            )
            assert possible or not certain


class Plain(NamedTuple):
    """A date made by the test, with what the design says of it worked out by hand."""

    text: str
    earliest_start: date
    latest_start: date
    earliest_end: date
    latest_end: date


@st.composite
def unit(draw: st.DrawFn) -> Plain:
    """A year, a month or a day, by the standard library."""
    day = draw(st.dates(date(1000, 1, 1), date(2300, 12, 31)))
    match draw(bits("year", "month", "day")):
        case "year":
            text, first, last = f"{day.year}", date(day.year, 1, 1), date(day.year, 12, 31)
        case "month":
            length = calendar.monthrange(day.year, day.month)[1]
            text, first, last = f"{day:%Y-%m}", day.replace(day=1), day.replace(day=length)
        case _:
            text, first, last = day.isoformat(), day, day
    return Plain(text, first, last, first, last)


@st.composite
def interval(draw: st.DrawFn) -> Plain:
    start, stop = sorted([draw(unit()), draw(unit())], key=lambda found: found.earliest_start)
    whole = f"{start.text}/{stop.text}"
    return Plain(whole, start.earliest_start, start.latest_start, stop.earliest_end, stop.latest_end)


@st.composite
def open_ended(draw: st.DrawFn) -> Plain:
    """Of an open or unknown end is only known that it had begun: earliest end = latest start."""
    found = draw(unit())
    dots = draw(bits("", ".."))
    if draw(st.booleans()):
        return Plain(
            f"{found.text}/{dots}", found.earliest_start, found.latest_start, found.latest_start, date.max
        )
    return Plain(f"{dots}/{found.text}", date.min, found.earliest_end, found.earliest_end, found.latest_end)


windows = st.tuples(st.dates(date(990, 1, 1), date(2310, 1, 1)), st.integers(0, 100_000)).map(
    lambda chosen: (chosen[0], chosen[0] + timedelta(days=chosen[1]))
)


def plainly(found: Plain, since: date, until: date) -> str:
    """The definitions of the design, word for word."""
    if not (found.earliest_start <= until and found.latest_end >= since):
        return "no"
    return "certain" if found.latest_start <= until and found.earliest_end >= since else "possible"


@given(st.one_of(unit(), interval(), open_ended()), windows)
def test_overlap_is_what_the_definitions_say(found: Plain, asked: tuple[date, date]) -> None:
    since, until = asked
    assert overlap(parse(found.text), since.toordinal(), until.toordinal()) == plainly(found, since, until)


@given(st.lists(unit(), min_size=1, max_size=4), windows)
def test_one_of_a_set_is_certain_when_all_are_all_of_it_when_any_is(
    members: list[Plain], asked: tuple[date, date]
) -> None:
    since, until = asked
    answers = [plainly(member, since, until) for member in members]
    body = ",".join(member.text for member in members)
    possible = "no" if set(answers) == {"no"} else "possible"
    one = "certain" if set(answers) == {"certain"} else possible
    both = "certain" if "certain" in answers else possible
    assert overlap(parse(f"[{body}]"), since.toordinal(), until.toordinal()) == one
    assert overlap(parse(f"{{{body}}}"), since.toordinal(), until.toordinal()) == both
