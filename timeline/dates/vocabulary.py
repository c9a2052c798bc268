"""The words that dates are said with: years, parts of a year, marks, lists."""

from timeline.dates.components import Components
from timeline.dates.points import MONTHS

LONG_MONTHS = MONTHS
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)

_SEASONS = ("spring", "summer", "autumn", "winter")
_HALVES = ("", "first half of", "second half of")
_THIRDS = ("", "first third of", "second third of", "last third of")


def year_words(year: int) -> str:
    """A year as people count them: `2024`, `AD 79`, `44 BC` (year 0 is 1 BC)."""
    if year > 9999:
        return f"{year:,}"
    if year > 999:
        return str(year)
    return f"AD {year}" if year > 0 else f"{1 - year} BC"


def years_words(first: int, last: int) -> str:
    """The years from one to another: `1900–1999`, `200–191 BC`, `1 BC – AD 9`."""
    one, other = year_words(first), year_words(last)
    if one == other:
        return one
    if first > 999:
        return f"{one}–{other}"
    if first > 0 and last < 1000:
        return f"{one}–{last}"
    if last <= 0:
        return f"{one.removesuffix(' BC')}–{other}"
    return f"{one} – {other}"


def part_words(code: int) -> str:
    """A part of a year, the year to be written after it: `summer`, `Q3`, `first half of`."""
    if code >= 40:
        return _HALVES[code - 39]
    if code >= 37:
        return _THIRDS[code - 36]
    if code >= 33:
        return f"Q{code - 32}"
    season = _SEASONS[(code - 21) % 4]
    return season if code < 25 else f"{'northern' if code < 29 else 'southern'} {season}"


def marked(words: str, mark: str) -> str:
    """The words with a mark: `c. 1890` for `~`, `1890?` for `?`, `c. 1890?` for `%`."""
    return f"{'c. ' if mark in {'~', '%'} else ''}{words}{'?' if mark in {'?', '%'} else ''}"


def joined(items: list[str], word: str) -> str:
    """The items as a list in words: `Jul, Aug or Sep`."""
    *others, last = items
    return f"{', '.join(others)} {word} {last}" if others else last


def year_of(date: Components) -> int:
    """The year of a date without `X` in it; 0 is 1 BC."""
    return -int(date.year) if date.sign else int(date.year)
