"""Rules for years and the parts of a year: `2023`, `44 BC`, `Q3 2024`, `autumn 2025`, `the 1980s`."""

import re

from timeline.dates.phrases.rule import Named, Words
from timeline.dates.phrases.words import (
    AND,
    LIST,
    OF_YEAR,
    ORDINALS,
    SEASON,
    SEASONS,
    TO,
    YEAR,
    several,
    year_text,
)
from timeline.dates.values import NotADate


def _years(words: Words) -> str:
    ends = re.split(TO, words["years"])
    if len(ends) == 2:
        suffix = " bc" if "bc" in ends[1] and "ad" not in ends[0] else ""
        return f"{year_text(ends[0] + suffix)}/{year_text(ends[1])}"
    years = [year_text(year) for year in LIST.split(words["years"])]
    return several(years, words["years"]) if len(years) > 1 else years[0]


def _season(words: Words) -> str:
    return f"{year_text(words['year'])}-{SEASONS[words['season']]}"


def _winter_over_new_year(words: Words) -> str:
    first = int(words["year"])
    if (first + 1) % 100 != int(words["next"][-2:]):
        raise NotADate("a winter goes from one year into the next")
    return f"{first:04d}-12~/{first + 1:04d}-02~"


def _quarter(words: Words) -> str:
    return f"{year_text(words['year'])}-{32 + _place(words)}"


def _half(words: Words) -> str:
    return f"{year_text(words['year'])}-{39 + _place(words)}"


def _place(words: Words) -> int:
    figure = words["figure"] or words["figure_first"]
    return int(figure) if figure else ORDINALS.index(words["ordinal"])


def _decade(words: Words) -> str:
    if words["decade"][2] == "0":
        raise NotADate(f"{words['decade']}s may be ten years or a hundred; say from which year to which")
    return words["decade"][:3]


def _century(words: Words) -> str:
    century = int(words["century"])
    if words["era"]:
        return f"[-{century * 100 - 1:04d}..-{century * 100 - 100:04d}]".replace("-0000", "0000")
    return f"[{century * 100 - 99:04d}..{century * 100:04d}]"


_QUARTER = "(?:q(?P<figure>[1-4])|(?P<figure_first>[1-4])q|(?P<ordinal>first|second|third|fourth) quarter)"
_HALF = "(?:h(?P<figure>[12])|(?P<figure_first>[12])h|(?P<ordinal>first|second) half)"

_FORMS = (
    ("year", f"(?:the )?(?:years? )?(?P<years>{YEAR}(?:(?:, {YEAR})*,?{AND}{YEAR})?)", _years),
    ("years", f"(?:the )?(?:years )?(?P<years>(?:{YEAR}|[0-9]{{1,4}}){TO}{YEAR})", _years),
    ("winter", "(?:the )?winter(?: of)? (?P<year>[0-9]{4}) ?[-/] ?(?P<next>(?:[0-9]{2}){1,2})",
     _winter_over_new_year),
    ("season", f"(?:the )?(?P<season>{SEASON}){OF_YEAR}", _season),
    ("quarter", f"(?:the )?{_QUARTER}{OF_YEAR}", _quarter),
    ("half", f"(?:the )?{_HALF}{OF_YEAR}", _half),
    ("decade", "(?:the )?(?P<decade>[0-9]{3}0)'?s", _decade),
    ("century", "(?:the )?(?P<century>[1-9][0-9]?)(?:st|nd|rd|th)[ -]century(?: (?P<era>bce?)| ad| ce)?",
     _century),
)  # fmt: skip

NAMED_YEARS = tuple(Named(name, re.compile(f"(?:in |during )?{form}"), edtf) for name, form, edtf in _FORMS)
