"""The grammar of years and their parts: `1954`, `44 BC`, `1939–45`, `the 480s BC`, `Q3 2024`, `summer 1944`.

A form takes the tokens and an index, and gives the index after what it read, or nothing.
"""

from typing import NamedTuple

from timeline.dates.phrases.meaning import (
    Fixed,
    InMoved,
    Meaning,
    Moved,
    ShortYear,
    Yearless,
)
from timeline.dates.phrases.tokens import Tokens
from timeline.dates.phrases.vocabulary import (
    BACK,
    COUNTED,
    ON,
    ORDINALS,
    POINTING,
    YEARLY,
)

Read = tuple[int, Meaning] | None
_ERAS = {"bc": -1, "bce": -1, "ad": 1, "ce": 1}
MOST_LISTED = 12
"""Days, months or years that one list has at most."""
_EARLIEST, _LATEST = 1000, 2199
"""Bare numbers of four digits in running text that are taken for years."""


class YearRef(NamedTuple):
    """The year that stands behind a day, a month or a season: a number, two digits, or counted."""

    edtf: str = ""
    digits: int = -1
    moved: Moved | None = None


def year_edtf(year: int) -> str:
    """An astronomical year as EDTF writes it: `2024`, `-0043` for 44 BC, `Y-11999` beyond four digits."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def era_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """`BC`, `B.C.`, `AD`, `C.E.`: the index after it, and -1 or 1."""
    word = tokens.at(index)
    capital = tokens.alone or tokens.written(index).isupper()
    if word in _ERAS and capital:
        return index + 1, _ERAS[word]
    if len(word) != 1 or not capital or tokens.at(index + 1) != ".":
        return None
    letters, end = word + tokens.at(index + 2), index + 3
    if letters not in _ERAS:
        return None
    end = end + 1 if tokens.at(end) == "." and tokens.joined(end) else end
    if tokens.at(end) == "e" and tokens.joined(end):
        end = end + 2 if tokens.at(end + 1) == "." else end + 1
    return end, _ERAS[letters]


def figure_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A number with or without commas between its thousands: the index after it, and the number."""
    if not tokens.is_number(index) or len(tokens.at(index)) > 6:
        return None
    digits, end = tokens.at(index), index + 1
    while (
        tokens.at(end) == "," and tokens.joined(end) and tokens.joined(end + 1)
        and tokens.is_number(end + 1) and len(tokens.at(end + 1)) == 3 and len(digits) <= 6
    ):  # fmt: skip
        digits, end = digits + tokens.at(end + 1), end + 2
    return end, int(digits)


def era_year(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A year with its era: the index after it, and the astronomical year (1 BC is 0)."""
    before = era_at(tokens, index)
    if before and before[1] > 0 and tokens.is_number(before[0]) and len(tokens.at(before[0])) <= 4:
        return before[0] + 1, int(tokens.at(before[0]))
    figure = figure_at(tokens, index)
    era = era_at(tokens, figure[0]) if figure else None
    if not figure or not era:
        return None
    return era[0], figure[1] if era[1] > 0 else 1 - figure[1]


def _is_part_of_a_number(tokens: Tokens, index: int) -> bool:
    """Whether more of a number, a unit or a name is glued to the number at `index`."""
    follows = tokens.at(index + 1)
    if not tokens.joined(index + 1):
        return False
    if follows in {".", ",", ":"}:
        return tokens.joined(index + 2) and tokens.is_number(index + 2)
    return follows in {"%", "/", "°"} or follows.isalnum()


def plain_year(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A year of four digits that the words before it have announced: after a month or a season."""
    digits = tokens.at(index)
    if len(digits) != 4 or not tokens.is_number(index) or _is_part_of_a_number(tokens, index):
        return None
    year = int(digits)
    if not tokens.alone and not _EARLIEST <= year <= _LATEST:
        return None
    return (index + 1, year) if year else None


def any_year(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A year with or without its era."""
    return era_year(tokens, index) or plain_year(tokens, index)


def two_digits(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """`'19`: the index after it, and its two digits."""
    if tokens.at(index) != "'" or not tokens.joined(index + 1) or len(tokens.at(index + 1)) != 2:
        return None
    if not tokens.is_number(index + 1) or _is_part_of_a_number(tokens, index + 1):
        return None
    return index + 2, int(tokens.at(index + 1))


def moved_year(tokens: Tokens, index: int) -> tuple[int, Moved] | None:
    """`last year`, `that year`, `the same year`, `the following year`."""
    the = tokens.at(index) == "the"
    index += the
    which = tokens.at(index)
    if which == "that" and tokens.at(index + 1) == "same":
        index += 1
    if tokens.at(index + 1) != "year" or tokens.at(index + 2) == "-":
        return None
    if which in {"this", "current"}:
        return index + 2, Moved("year", 0, "said", "this-or-next")
    if which in POINTING:
        return index + 2, Moved("year", 0, "before", "that-unit")
    if which in BACK:
        return index + 2, Moved("year", -1, "said" if which in {"last", "past"} else "before", "this-or-next")
    if which in ON:
        before = the or which in {"following", "subsequent"}
        return index + 2, Moved("year", 1, "before" if before else "said", "this-or-next")
    return None


def year_behind(tokens: Tokens, index: int) -> tuple[int, YearRef] | None:
    """The year behind a day, month or season: `, 2024`, `of 2024`, `'19`, `of that year`, `last year`."""
    start = index
    index = tokens.past(index, ",")
    comma = index > start
    index = tokens.past(index, "of", "in")
    if tokens.at(index) == "-" and tokens.joined(index) and tokens.joined(index + 1):
        index += 1
    year = any_year(tokens, index)
    if year and not (comma and index == start + 1 and counts_things(tokens, year[0])):
        if tokens.at(year[0]) in COUNTED and not era_year(tokens, index):
            return None
        return year[0], YearRef(year_edtf(year[1]))
    digits = two_digits(tokens, index)
    if digits:
        return digits[0], YearRef(digits=digits[1])
    moved = moved_year(tokens, index)
    return (moved[0], YearRef(moved=moved[1])) if moved else None


def counts_things(tokens: Tokens, index: int) -> bool:
    """Whether the word at `index` is a plural that the number before it may count."""
    word = tokens.at(index)
    if word in COUNTED:
        return True
    return (
        tokens.written(index).islower()
        and word.endswith("s")
        and word not in YEARLY | {"was", "is", "has", "as"}
    )


def ordinal_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """`seventeenth`, `twenty-first`, `9th`: the index after it, and the number."""
    word = tokens.at(index)
    if tokens.is_number(index) and len(word) <= 2 and tokens.joined(index + 1):
        return (index + 2, int(word)) if tokens.at(index + 1) in {"st", "nd", "rd", "th"} else None
    if word in ORDINALS:
        return index + 1, ORDINALS[word]
    tens = {"twenty": 20, "thirty": 30}.get(word)
    if tens is None:
        return None
    index = tokens.past(index + 1, "-")
    ones = ORDINALS.get(tokens.at(index), 10)
    return (index + 1, tens + ones) if ones < 10 else None


def behind(tokens: Tokens, end: int, date: Yearless) -> tuple[int, Meaning]:
    """The date with the year that stands behind it, or without where none does."""
    found = year_behind(tokens, end)
    if not found:
        return end, date
    return found[0], with_year(date, found[1])


def with_year(date: Yearless, year: YearRef) -> Meaning:
    """A day, month or season in the year that was found."""
    if year.edtf:
        return Fixed(date.template.replace("{}", year.edtf), date.rule)
    if year.moved:
        return InMoved(date, year.moved)
    return ShortYear(date, year.digits)
