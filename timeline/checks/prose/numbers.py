"""Numbers in prose by their value: `5 percent`, `five per cent` and `5 %`, `75th` and `75`, `2,000`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple


class Number(NamedTuple):
    """A number as it stands in a text (offsets in code points, half open). Ordinals have the value of the
    number; a percentage is another thing than the number alone.
    """

    start: int
    end: int
    value: Decimal
    percent: bool


_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_SMALL_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {
    **{word: value for value, word in enumerate(_SMALL)},
    **{word: value for value, word in enumerate(_SMALL_ORDINALS)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **{f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, 2)},
}
_SCALES = {
    "hundred": 100, "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "m": 10**6,
    "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip

_UNIT = "|".join(sorted((*_SMALL, *_SMALL_ORDINALS), key=len, reverse=True))
_TEN = "|".join((*_TENS, *(f"{word[:-1]}ieth" for word in _TENS)))
_BELOW_HUNDRED = f"(?:(?:{_TEN})(?:[- ](?:{_UNIT}))?|{_UNIT})"
_SCALE = "(?:hundred|thousand|million|billion|trillion)"
_WORDS = rf"\b(?:an? (?={_SCALE})|{_BELOW_HUNDRED}\b)(?:[- ](?:and )?(?:{_SCALE}|{_BELOW_HUNDRED})\b)*"
_FIGURE = r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?:[a-z]+\b)?"
_PERCENT = r"(?:\s?%|[\s-]?per\s?cent\b)"
_NUMBER = re.compile(
    rf"(?:(?P<figure>{_FIGURE})(?:[\s-](?P<scale>{_SCALE}))?|(?P<words>{_WORDS}))(?P<percent>{_PERCENT})?",
    re.IGNORECASE,
)
_TO = re.compile(r"\s?(?:[-\u2010-\u2015]|to|or|and)\s?")
_PIECES = re.compile(r"(?P<amount>\d+(?:,\d{3})*(?:\.\d+)?)(?P<tail>[a-z]*)", re.IGNORECASE)


def numbers(text: str) -> list[Number]:
    """The numbers of a text, from left to right. A lone `one` is left out: it is a pronoun too often."""
    found = [number for match in _NUMBER.finditer(text) for number in _read(match)]
    for index in range(len(found) - 2, -1, -1):
        here, behind = found[index], found[index + 1]
        # "2 to 5 percent" are two percentages.
        if behind.percent and _TO.fullmatch(text, here.end, behind.start):
            found[index] = here._replace(percent=True)
    return found


def _read(match: re.Match[str]) -> Iterator[Number]:
    percent = match["percent"] is not None
    if match["figure"]:
        value = _of_figure(match["figure"]) * _SCALES.get((match["scale"] or "").casefold(), 1)
        yield Number(match.start(), match.end(), value, percent)
        return
    words = match["words"]
    if words.casefold() == "one":
        return
    value = _of_words(re.split("[- ]", words.casefold()))
    if value is not None:
        yield Number(match.start(), match.end(), value, percent)


def _of_figure(figure: str) -> Decimal:
    pieces = _PIECES.fullmatch(figure)
    if pieces is None:
        return Decimal(0)
    return Decimal(pieces["amount"].replace(",", "")) * _SCALES.get(pieces["tail"].casefold(), 1)


def _of_words(words: list[str]) -> Decimal | None:
    """The value of number words in their order: `two hundred and five thousand`."""
    total = current = 0
    for word in words:
        if word in _VALUES:
            current += _VALUES[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
    return Decimal(total + current)
