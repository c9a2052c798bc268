"""The grammar of dates in digits, and of feasts: `2024-07-09`, `25/12/2024`, `New Year's Day`."""

import re

from timeline.dates.phrases.meaning import Fixed, Refused, Yearless
from timeline.dates.phrases.tokens import Tokens
from timeline.dates.phrases.years import (
    Read,
    behind,
)

_ISO = re.compile(
    r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2})"
    r"(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?(?:Z|[-+][0-9]{2}:?[0-9]{2})?)?)?"
    r"(?![\w/-]|[.:][0-9])"
)


def iso_date(tokens: Tokens, index: int) -> Read:
    """`2024-07-09`, `2019-05-17T10:00:00Z`: the day; a shift from UTC moves nothing."""
    if (
        len(tokens.at(index)) != 4
        or not tokens.is_number(index)
        or (index and tokens.joined(index) and tokens.at(index - 1) == "-")
    ):
        return None
    if tokens.at(index + 1) != "-":
        return None
    found = _ISO.match(tokens.text, tokens.starts[index])
    if not found or not (found[3] or 1 <= int(found[2]) <= 12):
        return None
    if not found[3] and not tokens.alone and int(found[1][2:]) < int(found[2]):
        return None  # 2003-07 may be two years
    end = index
    while end < tokens.size and tokens.starts[end] < found.end():
        end += 1
    return end, Fixed("-".join(filter(None, found.groups())), "day" if found[3] else "month")


def figures(tokens: Tokens, index: int) -> Read:
    """`25/12/2024`, `2024/7/9`. Where day and month may be either way round, it is refused."""
    if (
        not tokens.is_number(index)
        or tokens.at(index + 1) not in {"/", "."}
        or tokens.at(index + 3) != tokens.at(index + 1)
    ):
        return None
    if not all(tokens.joined(index + step) for step in range(1, 5)):
        return None
    if tokens.joined(index + 5) and tokens.at(index + 5) in {"/", ".", "-"} and tokens.is_number(index + 6):
        return None
    if not (tokens.is_number(index + 2) and tokens.is_number(index + 4)):
        return None
    one, two, three = (tokens.at(index + step) for step in (0, 2, 4))
    if len(one) == 4 and len(two) < 3 and len(three) < 3:
        return index + 5, Fixed(f"{one}-{int(two):02d}-{int(three):02d}", "figures")
    if len(three) != 4 or len(one) > 2 or len(two) > 2:
        return None
    first, second = int(one), int(two)
    if first <= 12 and second <= 12 and first != second:
        example = f"{three}-{second:02d}-{first:02d}"
        why = f"day and month may be either way round; write year-month-day, as in {example}"
        return index + 5, Refused(why)
    day, month = (first, second) if first > 12 else (second, first)
    return index + 5, Fixed(f"{three}-{month:02d}-{day:02d}", "figures")


_FEASTS = {
    ("christmas", "eve"): (12, 24), ("christmas", "day"): (12, 25), ("christmas", ""): (12, 25),
    ("boxing", "day"): (12, 26), ("new", "year", "'", "s", "eve"): (12, 31),
    ("new", "year", "'", "s", "day"): (1, 1),
}  # fmt: skip


def feast(tokens: Tokens, index: int) -> Read:
    """`New Year's Day`, `Christmas Eve 1914`: feasts on the same day of every year."""
    if tokens.at(index) not in {"christmas", "boxing", "new"} or not (
        tokens.alone or tokens.raw[index][0].isupper()
    ):
        return None
    for words, (month, day) in _FEASTS.items():
        end = tokens.follows(index, " ".join(words))
        if end:
            date = Yearless(f"{{}}-{month:02d}-{day:02d}", month, day, "feast")
            end, meaning = behind(tokens, end, date)
            if words[-1] or not isinstance(meaning, Yearless):
                return end, meaning
    return None
