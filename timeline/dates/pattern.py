"""A regular expression for EDTF, for editors that check a file while it is written.

`parse` alone decides what is a date. The pattern accepts everything that `parse` accepts in a record, and
refuses what can be seen in the characters: a month 13, a day 30 of February, a year of three digits. It does
not know leap years, the order of two ends, nor that both ends of `..` have one precision.

It uses only what the regular expressions of Python, ECMAScript and RE2 have in common.
"""

from collections.abc import Iterable, Iterator
from itertools import product

from timeline.dates.calendar import month_length
from timeline.dates.points import YEAR_PARTS, matching

_MARK = "[?~%]?"
_MINUS = "[-\u2212]"
_LEAP_YEAR = 2000


def edtf_pattern(*, sets: bool = True) -> str:
    """The pattern of a whole date as a record has it; without `sets`, of a single date or an interval."""
    point = _group(_date(), _odd_year())
    end = f"{_group(point, '[.][.]')}?"
    forms = [_moment(), point, f"{end}/{end}"]
    if sets:
        members = f"(?:[.][.])?{point}(?:(?:[.][.]| *, *){point})*(?:[.][.])?"
        forms += [rf"\[{members}\]", rf"\{{{members}\}}"]
    return f"^{_group(*forms)}$"


def _group(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


def _date() -> str:
    """A year, alone or with a part of the year, a month, or a month and a day; each with its marks."""
    parts = _two_characters(f"{code:02d}" for code in YEAR_PARTS)
    months = [f"{month}(?:{_MARK}-{_MARK}{day})?" for month, day in _months_and_days(_masks())]
    return f"{_marked(_year('[0-9X]'))}(?:-{_marked(_group(parts, *months))})?"


def _months_and_days(masks: list[str]) -> Iterator[tuple[str, str]]:
    """Months with the days that at least one of them has in some year, as patterns."""
    by_length: dict[int, list[str]] = {}
    for mask in masks:
        if matching(mask, 12):
            by_length.setdefault(_longest(mask), []).append(mask)
    for length, months in by_length.items():
        yield _two_characters(months), _two_characters(mask for mask in masks if matching(mask, length))


def _longest(month: str) -> int:
    """The days of the longest month that a mask can be."""
    return max(month_length(_LEAP_YEAR, number) for number in matching(month, 12))


def _masks(characters: str = "0123456789X") -> list[str]:
    return ["".join(pair) for pair in product(characters, repeat=2)]


def _two_characters(words: Iterable[str]) -> str:
    """The shortest alternatives for words of two characters: `0[1-9X]|1[0-2X]`."""
    seconds: dict[str, str] = {}
    for word in words:
        seconds[word[0]] = seconds.get(word[0], "") + word[1]
    firsts: dict[str, str] = {}
    for first, several in seconds.items():
        firsts[several] = firsts.get(several, "") + first
    words = [f"{_one_of(several)}{_one_of(second)}" for second, several in firsts.items()]
    return _group(*words) if len(words) > 1 else words[0]


def _one_of(characters: str) -> str:
    """One of these digits, or X: `[1-9X]`."""
    digits = "".join(sorted(characters.replace("X", "")))
    if len(characters) == 1:
        return characters
    if len(digits) > 2 and int(digits[-1]) - int(digits[0]) == len(digits) - 1:
        digits = f"{digits[0]}-{digits[-1]}"
    return f"[{digits}{'X' if 'X' in characters else ''}]"


def _marked(component: str) -> str:
    return f"{_MARK}{component}{_MARK}"


def _year(digit: str) -> str:
    """Four characters; below zero not 0000, which is written without a sign."""
    other = digit.replace("0", "1")
    negative = [f"{other}{digit}{{3}}", f"0{other}{digit}{{2}}", f"00{other}{digit}", f"000{other}"]
    return _group(f"{digit}{{4}}", f"{_MINUS}{_group(*negative)}")


def _odd_year() -> str:
    """A year beyond four digits (`Y12345`, `Y17E7`), or one known to some digits (`1950S2`)."""
    long = f"Y{_MINUS}?{_group('[1-9][0-9]{4,14}', '[1-9][0-9]{0,13}E(?:[1-9]|1[0-4])')}(?:S[1-9][0-9]*)?"
    return _marked(_group(long, f"{_year('[0-9]')}S[1-9][0-9]*"))


def _moment() -> str:
    """A day with a time of day, with or without its shift from UTC."""
    days = [f"{month}-{day}" for month, day in _months_and_days(_masks("0123456789"))]
    day = f"{_year('[0-9]')}-{_group(*days)}"
    second = "(?::(?:[0-5][0-9]|60)(?:[.][0-9]+)?)?"
    clock = _group(f"(?:[01][0-9]|2[0-3]):[0-5][0-9]{second}", "24:00(?::00(?:[.]0+)?)?")
    minutes = "(?::?[0-5][0-9])?"
    east = f"[+]{_group(f'(?:0[0-9]|1[0-3]){minutes}', '14(?::?00)?')}"
    sooner = f"(?:0[1-9]|1[01]){minutes}"
    west = f"{_MINUS}{_group(sooner, '12(?::?00)?', '00:?(?:0[1-9]|[1-5][0-9])')}"
    return f"{day}T{clock}{_group('Z', east, west)}?"
