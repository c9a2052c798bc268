"""`parse`: from text to a date. Plain dates take a short way, the rest of EDTF the long one."""

import re

from timeline.dates.clock import moment_point
from timeline.dates.intervals import read_interval
from timeline.dates.points import plain_point
from timeline.dates.sets import read_set
from timeline.dates.single import read_point
from timeline.dates.values import Bound, Date, InvalidDate, Point, Reach

_PLAIN = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_LONGEST = 10_000
_SHOWN = 60


def parse(text: str) -> Date:
    """The date that this text is, in EDTF of level 0, 1 or 2 (Library of Congress, 4 February 2019;
    ISO 8601-2:2019, Annex A).

    Nothing is stripped and nothing guessed: a space belongs to the text. Bounds are day numbers as written.
    Raises `InvalidDate`, with a sentence that says why and where, on anything else.
    """
    try:
        plain = _PLAIN.fullmatch(text)
        if plain is not None:
            year, month, day = plain.groups("")
            return _single(text, plain_point(int(year), month, day))
        return _read(text)
    except InvalidDate as reason:
        raise InvalidDate(f"{shown(text)}: {reason}") from None


def _read(text: str) -> Date:
    if len(text) > _LONGEST:
        raise InvalidDate(f"a date of more than {_LONGEST} characters is not read")
    if text[:1] in {"[", "{"}:
        return read_set(text)
    if "/" in text:
        return read_interval(text)
    if "T" in text:
        return _single(text, moment_point(text))
    return _single(text, read_point(text))


def _single(text: str, point: Point) -> Date:
    precision, level, approximate, uncertain, earliest, latest, _, first, last, held, by = point
    bound = Bound(earliest, latest, "known")
    reach = Reach(first, last, by, held, not uncertain)
    return Date(text, level, precision, approximate, uncertain, bound, bound, (), (reach,), False)


def shown(text: str) -> str:
    """The text as the sentence names it: shortened, so that the reason stays in sight."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
