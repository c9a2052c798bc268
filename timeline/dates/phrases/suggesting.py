"""What to write in a record, from what was written there: `2024-07-09` for `July 9, 2024`."""

import re

from timeline.dates.parse import parse
from timeline.dates.phrases.reading import read
from timeline.dates.short_years import as_records_write, four_digits, has_short_year
from timeline.dates.values import InvalidDate

_EITHER_WAY = re.compile(r"\s*([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})\s*")
_PRESENT = re.compile(r"(.+?)\s*(?:/|-|\u2013|to)\s*(?:present|now|today|ongoing|date)?\s*", re.IGNORECASE)
_SPELLINGS = (
    (re.compile(r"\+?([0-9]{4}-[0-9]{2}-[0-9]{2})T00:00:00Z"), r"\1"),
    (re.compile(r"\+(.+)"), r"\1"),
    (re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"), r"\1-\2-\3"),
    (re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)"), r"\1T\2"),
    (re.compile(r"[~?%](.+)[~?%]"), r"\1%"),
    (re.compile(r"(.+)(?:~\?|\?~)"), r"\1%"),
    (re.compile(r"([0-9]{4})-([0-9])"), r"\1-0\2"),
    (re.compile(r"(0[1-9]|1[0-2])/([0-9]{4})"), r"\2-\1"),
    (re.compile(r"([0-9]{4}-[0-9]{2})-([0-9]{2})/([0-9]{2})"), r"\1-\2/\1-\3"),
)  # fmt: skip


def suggestions(text: str) -> tuple[str, ...]:
    """The dates that may be meant by what is no date in a record: one, two where it has two readings, or
    none.

    Words that count from the day on which they were said are not among them: a record has no such day.
    """
    either = _EITHER_WAY.fullmatch(text)
    if re.fullmatch("-?[0-9]{2,3}[?~%]?", text):
        return four_digits(text), as_records_write(text)
    if either:
        return _either_way_round(int(either[1]), int(either[3]), either[4])
    for candidate in _spellings(text):
        if _is_date(candidate):
            return (candidate,)
    ongoing = _PRESENT.fullmatch(text)
    for words, ending in ((text, ""), (ongoing[1] if ongoing and ongoing[1] != text else "", "/..")):
        try:
            date = read(words, None).date.text if words else ""
        except InvalidDate:
            continue
        if date and date != text and _is_date(f"{date}{ending}"):
            return (f"{date}{ending}",)
    return ()


def _spellings(text: str) -> list[str]:
    """The text as EDTF may have meant it: without a plus sign, with hyphens, with one mark for two."""
    text = text.strip()
    found = [form.sub(spelling, text) for form, spelling in _SPELLINGS if form.fullmatch(text)]
    parts = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text)
    if parts:
        found.append(f"{parts[1]}-{int(parts[2]):02d}-{int(parts[3]):02d}")
    years = re.fullmatch(r"([0-9]{4})/([0-9]{2})", text)
    if years and int(years[2]) == (int(years[1]) + 1) % 100:
        found.append(f"{years[1]}/{int(years[1]) + 1:04d}")
    return found


def _either_way_round(one: int, other: int, year: str) -> tuple[str, ...]:
    dates = dict.fromkeys(f"{year}-{month:02d}-{day:02d}" for month, day in ((one, other), (other, one)))
    return tuple(date for date in dates if _is_date(date))


def _is_date(text: str) -> bool:
    try:
        parse(text)
    except InvalidDate:
        return False
    return not has_short_year(text)
