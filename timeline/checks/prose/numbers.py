"""Numbers in prose by value: `5 percent`, `five per cent` and `5 %` are equal, and so are `75th` and `75`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

Kind = Literal["number", "ordinal", "percentage"]


class Number(NamedTuple):
    """A number in a text, from `start` up to `end` (code points, half open), and what it may be.

    Figures may be a number or an ordinal (75 years, the 75th); words are one of them (four is not fourth).
    """

    start: int
    end: int
    value: Decimal
    kinds: tuple[Kind, ...]

    @property
    def meanings(self) -> set[tuple[Decimal, Kind]]:
        """The values with their kinds; two numbers are equal if they share one."""
        return {(self.value, kind) for kind in self.kinds}


_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINAL_ENDS = ("first", "second", "third", "th")
_PERCENT: tuple[Kind, ...] = ("percentage",)
_VALUES = {
    **{word: value for value, word in enumerate(_ONES)},
    **{word: value for value, word in enumerate(_ORDINALS)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **{f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, 2)},
}
_SCALES = {
    "hundred": 100, "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "m": 10**6,
    "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip
_ONE = "|".join(sorted((*_ONES, *_ORDINALS), key=len, reverse=True))
_TEN = "|".join(sorted((word for word in _VALUES if _VALUES[word] > 19), key=len, reverse=True))
_BELOW_HUNDRED = rf"(?:(?:{_TEN})(?:[\s-](?:{_ONE}))?|{_ONE})\b"
_SCALE = r"(?:hundred|thousand|million|billion|trillion)\b"
_NUMBER = re.compile(
    r"(?:(?P<amount>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?P<tail>[a-z]*)"
    rf"|(?P<words>(?:an?(?=\s{_SCALE})|{_BELOW_HUNDRED})))"
    rf"(?P<scales>(?:[\s-]{_SCALE}(?:(?:\sand)?\s{_BELOW_HUNDRED})?)*)"
    r"(?P<percent>\s?%|[\s-]?per\s?cent\b)?",
    re.IGNORECASE,
)


def _branches(spelled: set[str]) -> str:
    """A pattern for these words as a tree of letters: three times as fast as an alternation."""
    ways = [
        f"{head}{_branches({word[1:] for word in spelled if word.startswith(head)})}"
        for head in sorted({word[0] for word in spelled if word})
    ]
    return f"(?:{'|'.join(ways)}){'?' if '' in spelled else ''}" if ways else ""


# The pattern that reads a number is slow, so a faster one first finds where numbers may begin.
_SPELLED = {*_VALUES, *(word.capitalize() for word in _VALUES)}
_START = re.compile(rf"\b(?:(?<!\.)[0-9]|{_branches(_SPELLED)}\b|[Aa]n?\b(?=\s{_SCALE}))")
_TO = re.compile(r"\s?(?:[-\u2010-\u2015]|to|or|and)\s?")


def numbers(text: str) -> list[Number]:
    """The numbers of a text, from left to right. A single `one` is left out: it is often a pronoun."""
    found = list(_found(text))
    for index in range(len(found) - 2, -1, -1):
        number, following = found[index], found[index + 1]
        # Both numbers of "2 to 5 percent" are percentages.
        if following.kinds == _PERCENT and _TO.fullmatch(text, number.end, following.start):
            found[index] = number._replace(kinds=_PERCENT)
    return found


def is_number_word(word: str) -> bool:
    """Whether a word is a number, such as `Eleven` at the start of a sentence, and therefore not a name."""
    return word.casefold() in _VALUES


def _found(text: str) -> Iterator[Number]:
    end = 0
    for start in _START.finditer(text):
        match = _NUMBER.match(text, start.start()) if start.start() >= end else None
        if match and match.group().casefold() != "one":
            end = match.end()
            yield Number(match.start(), match.end(), _value(match), _kinds(match))


def _kinds(match: re.Match[str]) -> tuple[Kind, ...]:
    if match["percent"]:
        return _PERCENT
    if match["amount"]:
        return ("number", "ordinal")
    return ("ordinal",) if match.group().casefold().endswith(_ORDINAL_ENDS) else ("number",)


def _value(match: re.Match[str]) -> Decimal:
    scaled = re.split(r"[\s-]+", match["scales"].casefold().strip(" -"))
    if match["words"] is None:
        amount = Decimal(match["amount"].replace(",", "")) * _SCALES.get(match["tail"].casefold(), 1)
        return _sum(amount, scaled)
    return _sum(Decimal(0), [*re.split(r"[\s-]", match["words"].casefold()), *scaled])


def _sum(amount: Decimal, words: list[str]) -> Decimal:
    """The value of number words such as `two hundred and five thousand`, added to an amount."""
    total, current = Decimal(0), amount
    for word in words:
        if word in _VALUES:
            current += _VALUES[word]
        elif word == "hundred":
            current = (current or 1) * Decimal(100)
        elif word in _SCALES:
            total += (current or 1) * Decimal(_SCALES[word])
            current = Decimal(0)
    return total + current
