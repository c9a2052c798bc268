"""The grammar of years by themselves: `1954`, `1939–45`, `44–40 BC`, and of numbers that are none."""

# ruff: noqa: SIM905  (words read best as words)

from timeline.dates.phrases.meaning import (
    Fixed,
    Refused,
    ShortYear,
    Stretch,
    Yearless,
)
from timeline.dates.phrases.tokens import Tokens
from timeline.dates.phrases.vocabulary import (
    COUNTED,
    NUMBERED,
)
from timeline.dates.phrases.years import (
    MOST_LISTED,
    Read,
    _is_part_of_a_number,
    any_year,
    counts_things,
    era_year,
    figure_at,
    plain_year,
    two_digits,
    year_edtf,
)

_GLUED = frozenset(["(", "-", '"', "“", "[", "/"])
"""Marks that may be glued to the front of a year."""
_THOUSAND = 1000
_AMOUNTS = frozenset("than some least most over nearly almost exactly only some".split())
"""Words before a number that say how many."""
_OTHER_YEARS = frozenset("fiscal financial academic school tax model season campaign budget".split())
"""Words before years that do not begin in January, or are none."""
_ANNOUNCING = frozenset(
    "in since during until till before after by from between to of for through throughout late early mid "
    "year years circa about around and or than".split()
)
"""Words before a bare number that announce a year."""


def bare_year(tokens: Tokens, index: int) -> Read:
    """A year by itself, or two: `1954`, `1939–45`, `44–40 BC`. Numbers of other things are left alone."""
    if tokens.at(index) in {"year", "years"} and tokens.at(index - 1) in _OTHER_YEARS:
        return None
    index = tokens.past(index, "year", "years") if tokens.is_number(index + 1) else index
    era = era_year(tokens, index)
    if era and tokens.at(index) == "0":
        return era[0], Refused("there is no year 0 in words; the year before AD 1 is 1 BC")
    if era:
        return _year_range(tokens, *era)
    both_bc = _short_range(tokens, index) if tokens.at(index + 1) == "-" else None
    if both_bc:
        return both_bc
    year = plain_year(tokens, index)
    if not year:
        return _short_range(tokens, index) or _apostrophe_year(tokens, index)
    if not tokens.alone and not is_year(tokens, index):
        return None
    return _year_range(tokens, *year)


def _apostrophe_year(tokens: Tokens, index: int) -> Read:
    """`'94` by itself, where a preposition announces a year."""
    digits = two_digits(tokens, index)
    if not digits or not (tokens.alone or tokens.at(index - 1) in {"in", "since", "until", "by"}):
        return None
    return digits[0], ShortYear(Yearless("{}", 0, 0, "year"), digits[1])


def is_year(tokens: Tokens, index: int) -> bool:
    """Whether the number of four digits at `index` is a year, by the words on both sides of it."""
    before, after = tokens.at(index - 1), tokens.at(index + 1)
    if _is_numbered(tokens, index) or _is_an_amount(tokens, index):
        return False
    if before in {"in", "since", "during", "throughout", "year", "the", "its", "his"}:
        return True
    if before in {"and", "to"} and tokens.at(index - 3) in {"between", "from"}:
        return tokens.is_number(index - 2)
    if counts_things(tokens, index + 1):
        return False
    if before in _ANNOUNCING or tokens.parted(index) or (after == "-" and tokens.is_number(index + 2)):
        return True
    # A name with a number: Resolution 1973, Windows 2000. At the head of a sentence a capital says nothing.
    return not (
        tokens.written(index - 1)[:1].isupper() and before not in {"the", "spring", "summer", "autumn"}
    )


def _is_numbered(tokens: Tokens, index: int) -> bool:
    """Whether a number belongs to a name or another number: Resolution 1441, F-2000, fiscal year 2023."""
    before, beyond = tokens.at(index - 1), tokens.at(index - 2)
    if before in NUMBERED or before == "'" or (before == "year" and beyond in _OTHER_YEARS):
        return True
    if (before == "." and beyond in {"no", "nos", "art", "p", "pp"}) or before == tokens.at(index + 1) == '"':
        return True
    if not tokens.joined(index):
        return False
    model = before == "-" and tokens.joined(index - 1) and tokens.written(index - 2).isupper()
    return model or before not in _GLUED


def _is_an_amount(tokens: Tokens, index: int) -> bool:
    """Whether the words around a number say that it counts: more than 2000 were killed, 1800 in 1941."""
    before, after = tokens.at(index - 1), tokens.at(index + 1)
    if after in COUNTED or before in _AMOUNTS:
        return True
    if before in {"about", "around"} and after in {"were", "have", "had", "are"}:
        return True
    return before != "in" and after == "in" and plain_year(tokens, index + 2) is not None


def _year_range(tokens: Tokens, end: int, year: int) -> Read:
    """The year read up to `end`, or the years up to another behind a dash, or a list of years."""
    fixed = Fixed(year_edtf(year), "year")
    if tokens.at(end) != "-" or not tokens.is_number(end + 1):
        return _year_list(tokens, end, year) or (end, fixed)
    last = any_year(tokens, end + 1) or _of_the_same_era(tokens, end + 1, year)
    if last and last[1] >= year:
        return last[0], Stretch(fixed, Fixed(year_edtf(last[1]), "year"), "years")
    return _two_more_digits(tokens, end, year) or (end, fixed)


def _of_the_same_era(tokens: Tokens, index: int, year: int) -> tuple[int, int] | None:
    """The last year of `AD 14-37`."""
    digits = tokens.at(index)
    return (index + 1, int(digits)) if 0 < year < _THOUSAND and len(digits) <= 3 else None


def _year_list(tokens: Tokens, end: int, year: int) -> Read:
    """`2022 or 2023`, `2021, 2022 and 2023`: a list ends with `and` or `or`."""
    years = [year]
    while tokens.at(end) == "," and len(years) < MOST_LISTED and (following := any_year(tokens, end + 1)):
        end, years = following[0], [*years, following[1]]
    joint = tokens.past(end, ",")
    last = any_year(tokens, joint + 1) if tokens.at(joint) in {"and", "or"} else None
    if not last or counts_things(tokens, last[0]) or last[1] <= years[-1]:
        return None
    dates = ",".join(map(year_edtf, (*years, last[1])))
    return last[0], Fixed(f"[{dates}]" if tokens.at(joint) == "or" else f"{{{dates}}}", "year")


def _two_more_digits(tokens: Tokens, dash: int, year: int) -> Read:
    """`1939–45`. With a hyphen and 01 to 12 behind it, it may be a month: that is refused."""
    digits = tokens.at(dash + 1)
    if not (tokens.joined(dash) and tokens.joined(dash + 1) and len(digits) == 2) or year < 100:
        return None
    if _is_part_of_a_number(tokens, dash + 1) or (tokens.at(dash + 2) == "-" and tokens.joined(dash + 2)):
        return None
    last = year // 100 * 100 + int(digits)
    if last <= year:
        return None
    if tokens.at(dash + 2) in _OTHER_YEARS:
        return dash + 2, Refused("is no year of the calendar")
    if int(digits) <= 12 and not tokens.has_en_dash(dash):
        return dash + 2, Refused(f"may be a month of {year} or the years {year} to {last}")
    return dash + 2, Stretch(Fixed(year_edtf(year), "year"), Fixed(year_edtf(last), "year"), "years")


def _short_range(tokens: Tokens, index: int) -> Read:
    """`44–40 BC`, `44 BC to AD 14`: the first year has its era from the last."""
    first = figure_at(tokens, index)
    if not first or tokens.at(first[0]) not in {"-", "to", "and", "or"}:
        return None
    last = era_year(tokens, first[0] + 1)
    if not last or (tokens.at(first[0]) in {"and", "or"} and first[1] != 2 - last[1]):
        return None
    year = 1 - first[1] if last[1] <= 0 else first[1]
    return last[0], Stretch(Fixed(year_edtf(year), "year"), Fixed(year_edtf(last[1]), "year"), "years")
