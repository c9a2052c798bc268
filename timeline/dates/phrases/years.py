"""The grammar of years and their parts: `1954`, `44 BC`, `1939–45`, `the 480s BC`, `Q3 2024`, `summer 1944`.

A form takes the tokens and an index, and gives the index after what it read, or nothing.
"""

from typing import NamedTuple

from timeline.dates.phrases.meaning import (
    Fixed,
    InMoved,
    Meaning,
    Moved,
    Refused,
    ShortYear,
    Stretch,
    Yearless,
)
from timeline.dates.phrases.tokens import Tokens
from timeline.dates.phrases.vocabulary import (
    BACK,
    COUNTED,
    DECADES,
    NUMBERED,
    ON,
    ORDINALS,
    POINTING,
    SEASONS,
    TITLES,
    YEARLY,
    month_of,
)

Read = tuple[int, Meaning] | None
_ERAS = {"bc": -1, "bce": -1, "ad": 1, "ce": 1}
_EARLIEST, _LATEST = 1000, 2199
"""Bare numbers of four digits in running text that are taken for years."""
_ANNOUNCING = frozenset(
    "in since during until till before after by from between to of for through throughout late early mid year "
    "years circa about around and or than".split()  # noqa: SIM905
)
"""Words before a bare number that announce a year."""


_AFTER_A_SEASON = frozenset(
    "and or but when while after before as in on at by the he she it they we who which from to until with".split()  # noqa: SIM905
)
"""Words that may stand behind a season which does not belong to a noun: the summer offensive names no summer."""


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


def _figure(tokens: Tokens, index: int) -> tuple[int, int] | None:
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
    figure = _figure(tokens, index)
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


def _two_digits(tokens: Tokens, index: int) -> tuple[int, int] | None:
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
        origin = "said" if which in {"last", "past"} else "before"
        return index + 2, Moved("year", -1, origin, "this-or-next")
    if which in ON:
        origin = "before" if the or which in {"following", "subsequent"} else "said"
        return index + 2, Moved("year", 1, origin, "this-or-next")
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
    if year and not (comma and index == start + 1 and _counts(tokens, year[0])):
        if tokens.at(year[0]) in COUNTED and not era_year(tokens, index):
            return None
        return year[0], YearRef(year_edtf(year[1]))
    digits = _two_digits(tokens, index)
    if digits:
        return digits[0], YearRef(digits=digits[1])
    moved = moved_year(tokens, index)
    return (moved[0], YearRef(moved=moved[1])) if moved else None


def _counts(tokens: Tokens, index: int) -> bool:
    """Whether the word at `index` is a plural that the number before it may count."""
    word = tokens.at(index)
    if word in COUNTED:
        return True
    return tokens.written(index).islower() and word.endswith("s") and word not in YEARLY | {"was", "is", "has", "as"}


def bare_year(tokens: Tokens, index: int) -> Read:
    """A year by itself, or two: `1954`, `1939–45`, `44–40 BC`. Numbers of other things are left alone."""
    index = tokens.past(index, "year", "years") if tokens.is_number(index + 1) else index
    era = era_year(tokens, index)
    if era and tokens.at(index) == "0":
        return era[0], Refused("there is no year 0 in words; the year before AD 1 is 1 BC")
    if era:
        return _year_range(tokens, index, era)
    year = plain_year(tokens, index)
    if not year:
        return _short_range(tokens, index) or _apostrophe_year(tokens, index)
    if not tokens.alone and not is_year(tokens, index):
        return None
    return _year_range(tokens, index, year)


def _apostrophe_year(tokens: Tokens, index: int) -> Read:
    """`'94` by itself, where a preposition announces a year."""
    digits = _two_digits(tokens, index)
    if not digits or not (tokens.alone or tokens.at(index - 1) in {"in", "since", "until", "by"}):
        return None
    return digits[0], ShortYear(Yearless("{}", 0, 0, "year"), digits[1])


def is_year(tokens: Tokens, index: int) -> bool:
    """Whether the number of four digits at `index` is a year, by the words on both sides of it."""
    before, after = tokens.at(index - 1), tokens.at(index + 1)
    if tokens.joined(index) and before not in {"(", "-", '"', "“", "[", "/"}:
        return False
    if tokens.joined(index) and before == "-" and tokens.joined(index - 1) and tokens.written(index - 2).isupper():
        return False
    if before == "'" or (before == "." and tokens.at(index - 2) in {"no", "nos", "art", "p", "pp"}):
        return False
    if before in NUMBERED or after in COUNTED:
        return False
    if before in {"in", "since", "during", "throughout", "year", "the", "its", "his"}:
        return True
    if _counts(tokens, index + 1):
        return False
    if before in _ANNOUNCING or tokens.parted(index) or after == "-" and tokens.is_number(index + 2):
        return True
    # A name with a number: Resolution 1973, Windows 2000. At the head of a sentence a capital says nothing.
    return not (tokens.written(index - 1)[:1].isupper() and before not in {"the", "spring", "summer", "autumn"})


def _year_range(tokens: Tokens, index: int, first: tuple[int, int]) -> Read:
    end, year = first
    fixed = Fixed(year_edtf(year), "year")
    if tokens.at(end) != "-" or not tokens.is_number(end + 1):
        return _year_list(tokens, end, year) or (end, fixed)
    last = any_year(tokens, end + 1)
    if last and last[1] >= year:
        return last[0], Stretch(fixed, Fixed(year_edtf(last[1]), "year"), "years")
    return _two_more_digits(tokens, end, year) or (end, fixed)


def _year_list(tokens: Tokens, end: int, year: int) -> Read:
    """`2022 or 2023`, `2021, 2022 and 2023`: a list ends with `and` or `or`."""
    years = [year]
    while tokens.at(end) == "," and (following := any_year(tokens, end + 1)):
        end, years = following[0], [*years, following[1]]
    joint = tokens.past(end, ",")
    last = any_year(tokens, joint + 1) if tokens.at(joint) in {"and", "or"} else None
    if not last or _counts(tokens, last[0]) or last[1] <= years[-1]:
        return None
    dates = ",".join(map(year_edtf, (*years, last[1])))
    return last[0], Fixed(f"[{dates}]" if tokens.at(joint) == "or" else f"{{{dates}}}", "year")


def _two_more_digits(tokens: Tokens, dash: int, year: int) -> Read:
    """`1939–45`. With a hyphen and 01 to 12 behind it, it may be a month: that is refused."""
    digits = tokens.at(dash + 1)
    if not (tokens.joined(dash) and tokens.joined(dash + 1) and len(digits) == 2) or year < 100:
        return None
    if _is_part_of_a_number(tokens, dash + 1) or tokens.at(dash + 2) == "-" and tokens.joined(dash + 2):
        return None
    last = year // 100 * 100 + int(digits)
    if last <= year:
        return None
    if int(digits) <= 12 and not tokens.has_en_dash(dash):
        return dash + 2, Refused(f"may be a month of {year} or the years {year} to {last}")
    return dash + 2, Stretch(Fixed(year_edtf(year), "year"), Fixed(year_edtf(last), "year"), "years")


def _short_range(tokens: Tokens, index: int) -> Read:
    """`44–40 BC`, `44 BC to AD 14`: the first year has its era from the last."""
    first = _figure(tokens, index)
    if not first or tokens.at(first[0]) not in {"-", "to", "and", "or"}:
        return None
    last = era_year(tokens, first[0] + 1)
    if not last or (tokens.at(first[0]) in {"and", "or"} and first[1] != 2 - last[1]):
        return None
    year = 1 - first[1] if last[1] <= 0 else first[1]
    return last[0], Stretch(Fixed(year_edtf(year), "year"), Fixed(year_edtf(last[1]), "year"), "years")


def decade(tokens: Tokens, index: int) -> Read:
    """`the 1980s`, `the 480s BC`, `the '80s`: ten years. `the 1900s` may be a hundred."""
    digits = tokens.at(index)
    if index and tokens.at(index) == "'" and len(tokens.at(index + 1)) == 2:
        index, digits = index + 1, tokens.at(index + 1)
    if not tokens.is_number(index) or not digits.endswith("0") or not 2 <= len(digits) <= 4:
        return (index + 1, Refused("names no century")) if digits in DECADES and tokens.at(index - 1) == "the" else None
    end = index + 1
    end = end + 1 if tokens.at(end) == "'" and tokens.joined(end) else end
    if tokens.at(end) != "s" or not tokens.joined(end):
        return None
    if len(digits) == 2:
        return end + 1, Refused("names no century")
    return _ten_years(tokens, end + 1, digits)


def _ten_years(tokens: Tokens, end: int, digits: str) -> Read:
    first = int(digits)
    era = era_at(tokens, end)
    if digits.endswith("00") and digits != "2000":
        return end, Refused(f"{digits}s may be ten years or a hundred; say from which year to which")
    if era and era[1] < 0:
        years = f"[{year_edtf(-first - 8)}..{year_edtf(1 - first)}]"
        return era[0], Fixed(years, "decade")
    if len(digits) < 4 and not era and not (tokens.alone or tokens.at(end - 3) == "the"):
        return None
    return (era[0] if era else end), Fixed(f"{first // 10:03d}X", "decade")


def century(tokens: Tokens, index: int) -> Read:
    """`the 19th century`, `fifth century BC`, `7th cent.`"""
    if tokens.is_number(index) and tokens.joined(index + 1) and tokens.at(index + 1) in {"st", "nd", "rd", "th"}:
        number, end = int(tokens.at(index)), index + 2
    else:
        ordinal = ordinal_at(tokens, index)
        if not ordinal:
            return None
        end, number = ordinal
    end = tokens.past(end, "-")
    short = tokens.at(end) == "c" and tokens.at(end + 1) == "." and era_at(tokens, end + 2) is not None
    if tokens.at(end) not in {"century", "cent"} and not short or not 0 < number < 100:
        return None
    end += 1
    if tokens.at(end - 1) in {"cent", "c"}:
        end = tokens.past(end, ".")
    era = era_at(tokens, end)
    if era and era[1] < 0:
        years = f"[{year_edtf(1 - number * 100)}..{year_edtf(100 - number * 100)}]"
        return era[0], Fixed(years, "century")
    return (era[0] if era else end), Fixed(f"[{number * 100 - 99:04d}..{number * 100:04d}]", "century")


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


def part_of_year(tokens: Tokens, index: int) -> Read:
    """`Q3 2024`, `4Q23`, `the third quarter of 2024`, `the last quarter of 2023`, `the second half of 2024`."""
    code = _part_code(tokens, index)
    if not code:
        return None
    end, number = code
    template = Yearless(f"{{}}-{number}", 0, 0, "quarter" if number < 37 else "half")
    end, meaning = behind(tokens, end, template)
    if isinstance(meaning, Yearless) and (tokens.alone or tokens.at(index) in {"last", "final", "latter"}):
        return None
    return end, meaning


def _part_code(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A quarter or a half of a year as its EDTF code (ISO 8601-2:2019, 4.8)."""
    word, figure = tokens.at(index), tokens.at(index + 1)
    if word in {"q", "h"} and tokens.joined(index + 1) and figure in {"1", "2", "3", "4"}:
        return (index + 2, 32 + int(figure)) if word == "q" else (index + 2, 39 + int(figure)) if figure < "3" else None
    if word in {"1", "2", "3", "4"} and tokens.joined(index + 1) and figure in {"q", "h"}:
        return (index + 2, 32 + int(word)) if figure == "q" else (index + 2, 39 + int(word)) if word < "3" else None
    place = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0, "final": 0, "latter": 0}.get(word)
    if place is None:
        return None
    what = index + 2 if figure == "-" else index + 1
    if tokens.at(what) == "quarter" and word != "latter":
        return what + 1, 32 + (place or 4)
    if tokens.at(what) == "half" and place < 3:
        return what + 1, 39 + (place or 2)
    return None


def season(tokens: Tokens, index: int) -> Read:
    """`summer 1944`, `the winter of 2022-23`, `1982 summer`; without a year, `the spring`."""
    word = tokens.at(index)
    if word not in SEASONS:
        year = plain_year(tokens, index)
        named = tokens.at(year[0]) if year else ""
        if year and named in {"spring", "summer", "autumn", "winter"}:
            return year[0] + 1, Fixed(f"{year_edtf(year[1])}-{SEASONS[named]}", "season")
        return None
    if word == "winter":
        winter = _winter(tokens, index + 1)
        if winter:
            return winter
    end, meaning = behind(tokens, index + 1, Yearless(f"{{}}-{SEASONS[word]}", 0, 0, "season"))
    return (end, meaning) if not isinstance(meaning, Yearless) or _is_season(tokens, index) else None


def _is_season(tokens: Tokens, index: int) -> bool:
    """Whether the word, without a year, is a season: `in the fall`, and not to fall or the fall of a city."""
    if tokens.at(index + 1) == "of" or tokens.alone or tokens.at(index) == "winter":
        return False
    if tokens.at(index + 1).isalpha() and tokens.at(index + 1) not in _AFTER_A_SEASON:
        return False
    if tokens.at(index) == "fall":
        return tokens.at(index - 1) == "the" and tokens.at(index - 2) in {"in", "by", "during"}
    return tokens.at(index - 1) in {"in", "by", "the", "late", "early", "mid", "during", "until", "since", "following"}


def _winter(tokens: Tokens, index: int) -> Read:
    """`winter of 2022-23`: from December of one year into February of the next."""
    index = tokens.past(index, "of")
    year, mark, following = tokens.at(index), tokens.at(index + 1), tokens.at(index + 2)
    if len(year) != 4 or mark not in {"-", "/"} or len(following) not in {2, 4}:
        return None
    if not tokens.is_number(index) or not tokens.is_number(index + 2):
        return None
    first = int(year)
    if (first + 1) % 100 != int(following[-2:]):
        return index + 3, Refused("a winter goes from one year into the next")
    return index + 3, Fixed(f"{first:04d}-12~/{first + 1:04d}-02~", "winter")


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
