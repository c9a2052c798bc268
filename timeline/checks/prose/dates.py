"""Dates in prose: where they stand, and whether other words of time prove them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date as day_of

from timeline.dates import Bound, Date, InvalidDate, window
from timeline.dates.phrases import read, scan

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = rf"(?:(?:{'|'.join(_MONTHS)})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_NAMED = re.compile(rf"\b(?:{_MONTH}|(?:{'|'.join(_WEEKDAYS)})|[12]\d{{3}}\b)")
_FIRST_PART = re.compile(rf"\d|{_NAMED.pattern}")
_PARTS = re.compile(r"\d+|[A-Z][a-z]+")
_DAYS = r"\d{1,2}(?:st|nd|rd|th)?(?:(?:\s?[-\u2010-\u2015]\s?|,\s|\s(?:to|and|or)\s)\d{1,2}(?:st|nd|rd|th)?)*"
_DAYS_OF_MONTH = re.compile(rf"\b{_DAYS}\s(?:of\s)?{_MONTH}|\b{_MONTH}\s{_DAYS}(?!\d)")

Days = tuple[int, int]
"""From one day to another, in day numbers, both included."""


def dates_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names a year, a month or a weekday, with the day beside it; not `last week`, which
    names no date. The words before it (`since`, `in late`) are left out.
    """
    # Most sentences name no date, and looking for one costs more than this.
    for found in scan(text) if _NAMED.search(text) else ():
        named = _FIRST_PART.search(found.text)
        if named and _NAMED.search(found.text):
            yield found.start + named.start(), found.end


def without_days(text: str) -> str:
    """A text without the days of months: `23 June` is no number of anything."""
    return _DAYS_OF_MONTH.sub("|", text)


def understood(words: str) -> list[Days] | None:
    """The days that these words name, one stretch for each end of what they name; None where they need
    more than themselves (`23 June`).
    """
    try:
        return ends(read(words, None).date)
    except InvalidDate:
        return None


def ends(date: Date) -> list[Days]:
    """The known ends of a date, of an interval or of each member of a set."""
    spans = date.spans or (date,)
    bounds = [bound for span in spans for bound in (span.start, span.end)]
    return [days for days in map(_days, bounds) if days]


def _days(bound: Bound) -> Days | None:
    return None if bound.earliest is None or bound.latest is None else (bound.earliest, bound.latest)


def dates_said(texts: Iterable[str]) -> list[Days]:
    """The days that the words of time in these texts name by themselves."""
    spans = ((text, span) for text in texts for span in dates_in(text))
    return [days for text, (start, end) in spans for days in understood(text[start:end]) or ()]


def proved(wanted: list[Days], event: Date, said: Iterable[Days]) -> bool:
    """Whether each end of a date is named by the date of the event or by what is said, as precisely.

    The days between the ends of an event are its own too.
    """
    named = [*ends(event), *said]
    first, last = window(event)
    return all(
        any(one[0] <= days[0] and days[1] <= one[1] for days in named)
        or (first is not None and last is not None and first <= one[0] and one[1] <= last)
        for one in wanted
    )


def parts(words: str) -> set[str]:
    """The figures, months and weekdays in words of time; names by their first three letters."""
    return {_part(part) for part in _PARTS.findall(words)}


def parts_said(text: str) -> set[str]:
    """The same of all dates in a text."""
    return {part for start, end in dates_in(text) for part in parts(text[start:end])}


def _part(word: str) -> str:
    return word.lstrip("0") if word.isdigit() else word[:3].casefold()


def parts_of(date: Date) -> set[str]:
    """The same of the date of an event, as far as it is known."""
    return {part for first, last in _written(date) for part in _common(first, last)}


def years(date: Date) -> set[int]:
    """The years in which a date begins and ends, where it tells them."""
    return {first.year for first, last in _written(date) if first.year == last.year}


def _written(date: Date) -> Iterator[tuple[day_of, day_of]]:
    for first, last in ends(date):
        if first > 0 and last <= day_of.max.toordinal():
            yield day_of.fromordinal(first), day_of.fromordinal(last)


def _common(first: day_of, last: day_of) -> Iterator[str]:
    """What two days have in common: the year, then the month, then the day and its name."""
    if first.year == last.year:
        yield str(first.year)
        if first.month == last.month:
            yield _part(_MONTHS[first.month - 1])
    if first == last:
        yield from (str(first.day), _part(_WEEKDAYS[first.weekday()]))
