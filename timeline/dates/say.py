"""`say`: any date in words for people: `24–25 Jun 2025`, `since 24 Feb 2022`, `Jul or Aug 2024`."""

from functools import lru_cache

from timeline.dates.points import Components, take_apart
from timeline.dates.sets import split_members
from timeline.dates.single import read_point
from timeline.dates.values import Date
from timeline.dates.wording import (
    LONG_MONTHS,
    SHORT_MONTHS,
    joined,
    point_words,
    year_of,
    year_words,
    years_words,
)


def say(date: Date) -> str:
    """The date in words, with short months: `29 Jun – 2 Jul 2022`, `c. Oct 2025`, `44 BC`."""
    return _words(date.text, SHORT_MONTHS)


def say_fully(date: Date) -> str:
    """The date in words, with the months in full: `24–25 June 2025`."""
    return _words(date.text, LONG_MONTHS)


def say_year(year: str) -> str:
    """A year of a day in words, as people count it: `44 BC` for `-0043`, `AD 79` for `0079`."""
    return year_words(int(year.removeprefix("Y")))


@lru_cache(maxsize=1 << 16)  # of a million events most share their dates
def _words(text: str, months: tuple[str, ...]) -> str:
    if text[0] in "[{":
        return _set_words(text, months)
    if "/" in text:
        return _interval_words(text, months)
    return point_words(text, months)


def _interval_words(text: str, months: tuple[str, ...]) -> str:
    start, _, end = text.partition("/")
    if start in {"", ".."} and end in {"", ".."}:
        return _UNBOUNDED[text]
    if end in {"", ".."}:
        words = point_words(start, months)
        return f"since {words}" if end else f"from {words}, end unknown"
    if start in {"", ".."}:
        return f"{'until' if start else 'by'} {point_words(end, months)}"
    return _stretch_words(start, end, months)


_UNBOUNDED = {
    "/": "at an unknown time",
    "../..": "at all times",
    "/..": "since an unknown time",
    "../": "until an unknown time",
}


def _stretch_words(start: str, end: str, months: tuple[str, ...]) -> str:
    """From one date to another, what both share written once."""
    first, last = _plain(start), _plain(end)
    if first is None or last is None or _shape(first) != _shape(last):
        return f"{point_words(start, months)} – {point_words(end, months)}"
    if first == last:
        return point_words(start, months)
    if not first.month:
        return years_words(year_of(first), year_of(last))
    if year_of(first) != year_of(last):
        return f"{point_words(start, months)} – {point_words(end, months)}"
    year = year_words(year_of(first))
    one, other = months[int(first.month)], months[int(last.month)]
    if not first.day:
        return f"{one}–{other} {year}"
    if one == other:
        return f"{int(first.day)}–{int(last.day)} {one} {year}"
    return f"{int(first.day)} {one} – {int(last.day)} {other} {year}"


def _shape(date: Components) -> tuple[int, int]:
    return len(date.month), len(date.day)


def _plain(text: str) -> Components | None:
    """The components of a year, a month or a day in digits without marks; nothing for any other date."""
    date = take_apart(text)
    if date is None or date.level or "X" in text or date.month > "12":
        return None
    return date


def _set_words(text: str, months: tuple[str, ...]) -> str:
    members = split_members(text)
    word = "or" if text[0] == "[" else "and"
    if len(members) == 1:
        return _only_member(members[0], word, months)
    shared = _shared(members)
    if shared is None:
        return joined([_member_words(member, word, months) for member in members], word)
    if shared.day:
        tail = f"{months[int(shared.month)]} {year_words(year_of(shared))}"
        short = [_joint(str(int(first[-2:])), str(int(last[-2:]))) for first, last in members]
    else:
        tail = year_words(year_of(shared))
        short = [_joint(months[int(first[-2:])], months[int(last[-2:])]) for first, last in members]
    return f"{joined(short, word)} {tail}"


def _joint(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _shared(members: list[tuple[str, str]]) -> Components | None:
    """A member, where all are days of one month, or all months of one year; otherwise nothing."""
    dates = [_plain(text) for member in members for text in member]
    first = dates[0]
    if first is None or not first.month:
        return None
    for date in dates:
        if date is None or _shape(date) != _shape(first) or year_of(date) != year_of(first):
            return None
        if first.day and date.month != first.month:
            return None
    return first


def _only_member(member: tuple[str, str], word: str, months: tuple[str, ...]) -> str:
    first, last = member
    if first == last:
        return point_words(first, months)
    if first and last:
        return f"{'one' if word == 'or' else 'all'} of {_stretch_words(first, last, months)}"
    if word == "or" and last:
        return f"by {point_words(last, months)}"
    return _member_words(member, word, months)


def _member_words(member: tuple[str, str], word: str, months: tuple[str, ...]) -> str:
    first, last = member
    if first and last:
        return point_words(first, months) if first == last else _stretch_words(first, last, months)
    named = first or last
    words = point_words(named, months)
    if word == "or":
        return f"{words} or {'later' if first else 'earlier'}"
    return f"every {read_point(named).precision} {'from' if first else 'until'} {words}"
