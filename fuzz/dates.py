"""Any text as a date: it is parsed with the right bounds, or refused with a message."""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from itertools import pairwise
from unittest.mock import patch

from fuzz.calendar import Days, number, plainly
from fuzz.gathering import records, texts_in_tests
from fuzz.harness import Harness, hold, joined, parts
from timeline.dates import (
    Bound,
    Date,
    InvalidDate,
    compare,
    day_text,
    order,
    overlap,
    parse,
    say,
    say_fully,
    window,
)
from timeline.dates import calendar as days
from timeline.dates.phrases import read, scan
from timeline.evidence.date_document import date_document

_MIRRORED = {"before": "after", "after": "before"}
_TODAY = "2025-06-24"
_LONG = re.compile("Y(-?)([1-9][0-9]{4,14})")
_MARK_AT_THE_END = re.compile("([^?~%/]+)[?~%]")


def judge(data: bytes) -> None:
    """Two texts: each is a date or is refused, and the comparison of two dates is symmetric."""
    text, other = parts(data, 2)[:2]
    found, second = _read(text), _read(other)
    _phrase(text)
    if found and second:
        order_of_two, reverse = compare(found, second), compare(second, found)
        word = order_of_two.rpartition(" ")[2]
        mirrored = order_of_two.replace(word, _MIRRORED.get(word, word))
        hold(reverse == mirrored, f"{text!r} {order_of_two}, {other!r} {reverse}")
        _overlaps(found, *window(second))


def _read(text: str) -> Date | None:
    """The date, compared with the calendar; None if it is refused."""
    try:
        found = parse(text)
    except InvalidDate as reason:
        hold(len(str(reason)) > 4, "a refusal without a message")
        _refused(text)
        return None
    hold(found.text == str(found) == text, f"{text!r} is printed as {found}")
    hold(parse(str(found)) == found, f"{text!r} reads back as another date")
    hold(order(found) == order(parse(text)), f"{text!r} has two positions in the order")
    hold(all((say(found).strip(), say_fully(found).strip())), f"{text!r} has no words")
    hold(date_document(found)["edtf"] == text, f"{text!r} is published as another date")
    for bound in (found.start, found.end, *(bound for span in found.spans for bound in span)):
        _bound(text, bound)
    first, last = window(found)
    hold(first is None or last is None or first <= last, f"{text!r} ends before it starts")
    alone = compare(found, found)
    hold(alone.endswith(("together", "tell")), f"{text!r} is {alone} itself")
    _bounds(found)
    return found


def _bound(text: str, bound: Bound) -> None:
    hold((bound.earliest is None) == (bound.latest is None) == (bound.state != "known"), f"{text!r}: {bound}")
    if bound.earliest is None or bound.latest is None:
        return
    hold(bound.earliest <= bound.latest, f"{text!r}: earliest {bound.earliest} > latest {bound.latest}")
    for day in (bound.earliest, bound.latest):
        words = day_text(day)
        if not words.lstrip("-")[4:5].isdigit() and words[0] != "Y":
            hold(parse(words).start.earliest == day, f"{text!r}: day {day} is written {words}")


def _bounds(found: Date) -> None:
    """The bounds of plain dates, and of intervals between them, are those of the calendar."""
    start, slash, end = found.text.partition("/")
    for text, bound in ((start, found.start), (end if slash else start, found.end)):
        with suppress(LookupError):
            meant = _meant(text)
            hold(meant == bound[:2], f"{text} of {found}: {bound[:2]}, the calendar says {meant}")


def _meant(text: str) -> Days | None:
    """The days of one date by the calendar. Raises LookupError if it cannot tell."""
    long = _LONG.fullmatch(text)
    if long:
        year = -int(long[2]) if long[1] else int(long[2])
        return Days(number(year, 1, 1), number(year, 12, 31))
    marked = _MARK_AT_THE_END.fullmatch(text)  # a qualifier moves no bound
    return plainly(marked[1] if marked else text)


def _refused(text: str) -> None:
    """A date of the calendar is not refused."""
    with suppress(LookupError):
        meant = plainly(text)
        hold(meant is None, f"{text} is refused, but the calendar has it: {meant}")


def _overlaps(found: Date, since: int | None, until: int | None) -> None:
    """A wider window never loses a date."""
    if since is None or until is None:
        return
    rank = ["no", "possible", "certain"].index
    narrow = rank(overlap(found, since, until))
    wider = (
        overlap(found, since - 40, until + 400),
        overlap(found, None, until),
        overlap(found, since, None),
    )
    hold(
        all(rank(value) >= narrow for value in wider), f"{found} in {since}..{until}: {narrow}, wider {wider}"
    )


def _phrase(text: str) -> None:
    """Words are a date or are refused; a phrase is at the position where it was found."""
    try:
        reading = read(text, parse(_TODAY))
        hold(parse(reading.date.text) == reading.date, f"{text!r} is read as {reading.date}")
    except InvalidDate:
        pass
    for phrase in scan(text):
        hold(text[phrase.start : phrase.end] == phrase.text, f"{phrase} is not in {text!r}")


def _seeds() -> Iterator[bytes]:
    written = [str(value["date"]) for _, value in records("events") if isinstance(value, dict)]
    for text in (*written, *texts_in_tests("dates")):
        yield joined(text)
        if len(text.split()) < 40:
            yield from (joined(word) for word in text.split()) if text[:1].isdigit() else ()
    yield from (joined(first, second) for first, second in pairwise(written))


def _plant() -> AbstractContextManager[object]:
    """Every fourth year is a leap year, as in the Julian calendar: a bound is a day off."""
    return patch.object(days, "is_leap", lambda year: year % 4 == 0)


_WORDS = (
    "2024", "1900", "-02-29", "-12-31", "/..", "../", "/", "..", "?", "~", "%", "X", "XX", "-24", "-33", "Y",
    "Y-17E7", "S2", "E", "[", "]", "{", "}", ",", "T10:15", "T23:59:60Z", "+04:30", "-", "\u2212", "0000",
    "last ", "this ", "next ", "early ", "late ", "mid-", "c. ", "before ", "after ", "between ", " and ",
    " to ", "July", "Monday", "week", "years ago", "quarter", "winter ", "century", "1980s", " BC", "3 days ",
)  # fmt: skip
HARNESS = Harness(judge, _seeds, _WORDS, _plant, b"1900-02")
