"""The grammar of decades, centuries, quarters and seasons: `the 480s BC`, `Q3 2024`, `summer 1944`."""

# ruff: noqa: SIM905  (words read best as words)

from timeline.dates.phrases.meaning import (
    Fixed,
    Refused,
    Yearless,
)
from timeline.dates.phrases.tokens import Tokens
from timeline.dates.phrases.vocabulary import (
    DECADES,
    SEASONS,
)
from timeline.dates.phrases.years import Read, behind, era_at, ordinal_at, plain_year, year_edtf

_AFTER_A_SEASON = frozenset(
    "and or but when while after before as in on at by the he she it they we who which from to until "
    "with".split()
)
"""Words that may stand behind a season which does not belong to a noun: the summer offensive names no summer.
"""


_HALVES = 37
"""The EDTF codes of quarters are below, those of halves above."""


def decade(tokens: Tokens, index: int) -> Read:
    """`the 1980s`, `the 480s BC`, `the '80s`: ten years. `the 1900s` may be a hundred."""
    digits = tokens.at(index)
    if index and tokens.at(index) == "'" and len(tokens.at(index + 1)) == 2:
        index, digits = index + 1, tokens.at(index + 1)
    if not tokens.is_number(index) or not digits.endswith("0") or not 2 <= len(digits) <= 4:
        return (
            (index + 1, Refused("names no century"))
            if digits in DECADES and tokens.at(index - 1) == "the"
            else None
        )
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
    if (
        tokens.is_number(index)
        and tokens.joined(index + 1)
        and tokens.at(index + 1) in {"st", "nd", "rd", "th"}
    ):
        number, end = int(tokens.at(index)), index + 2
    else:
        ordinal = ordinal_at(tokens, index)
        if not ordinal:
            return None
        end, number = ordinal
    end = tokens.past(end, "-")
    short = tokens.at(end) == "c" and tokens.at(end + 1) == "." and era_at(tokens, end + 2) is not None
    if (tokens.at(end) not in {"century", "cent"} and not short) or not 0 < number < 100:
        return None
    end += 1
    if tokens.at(end - 1) in {"cent", "c"}:
        end = tokens.past(end, ".")
    era = era_at(tokens, end)
    if era and era[1] < 0:
        years = f"[{year_edtf(1 - number * 100)}..{year_edtf(100 - number * 100)}]"
        return era[0], Fixed(years, "century")
    return (era[0] if era else end), Fixed(f"[{number * 100 - 99:04d}..{number * 100:04d}]", "century")


def part_of_year(tokens: Tokens, index: int) -> Read:
    """`Q3 2024`, `the third quarter of 2024`, `the last quarter of 2023`, `the second half of 2024`."""
    year = plain_year(tokens, index)
    code = _part_code(tokens, year[0]) if year and tokens.at(year[0]) in {"q", "h"} else None
    if year and code:
        return code[0], Fixed(f"{year_edtf(year[1])}-{code[1]}", "quarter" if code[1] < _HALVES else "half")
    code = _part_code(tokens, index)
    if not code:
        return None
    end, number = code
    template = Yearless(f"{{}}-{number}", 0, 0, "quarter" if number < _HALVES else "half")
    end, meaning = behind(tokens, end, template)
    glued = tokens.joined(end) and tokens.is_number(end)
    if isinstance(meaning, Yearless) and (glued or tokens.at(index) in {"last", "final", "latter"}):
        return None
    return end, meaning


def _part_code(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A quarter or a half of a year as its EDTF code (ISO 8601-2:2019, 4.8)."""
    word, figure = tokens.at(index), tokens.at(index + 1)
    if word in {"q", "h"} and tokens.joined(index + 1) and figure in {"1", "2", "3", "4"}:
        return (
            (index + 2, 32 + int(figure))
            if word == "q"
            else (index + 2, 39 + int(figure))
            if figure < "3"
            else None
        )
    if word in {"1", "2", "3", "4"} and tokens.joined(index + 1) and figure in {"q", "h"}:
        return (
            (index + 2, 32 + int(word))
            if figure == "q"
            else (index + 2, 39 + int(word))
            if word < "3"
            else None
        )
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
    return tokens.at(index - 1) in {
        "in",
        "by",
        "the",
        "late",
        "early",
        "mid",
        "during",
        "until",
        "since",
        "following",
    }


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
