"""Runs of text that say what is proved: true (compared and found), false (no quotation supports the words) or
null (supported, but not compared).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from timeline.dates import Bound, Date, day_text, say, say_fully, window
from timeline.dates.wording import LONG_MONTHS, SHORT_MONTHS
from timeline.roles import CONCERNED

if TYPE_CHECKING:
    from timeline.documents.schema import Evidence, RunDocument
    from timeline.evidence.model import Proof
    from timeline.records import Participation

Part = Literal["name", "role", "level", "by", "town", "country"]
_WORD = re.compile(r"\w+(?:['’]\w+)*")


class Wording(NamedTuple):
    """A wording of dates: the function that makes it, and its names of months."""

    words: Callable[[Date], str]
    months: tuple[str, ...]


FULL = Wording(say_fully, LONG_MONTHS)
SHORT = Wording(say, SHORT_MONTHS)


class _Piece(NamedTuple):
    """A piece of a date's wording, and whether the quotations prove it; None for a joint of two pieces."""

    text: str
    proved: bool | None


def date_runs(date: Date, proof: Proof, wording: Wording) -> list[RunDocument]:
    """The wording of a date, split into runs; their texts joined give the wording."""
    whole = wording.words(date)
    if proof.verdict == "agrees":
        return [{"text": whole, "proved": True}]
    if proof.dates:
        for pieces in _candidates(date, proof, wording):
            if "".join(piece.text for piece in pieces) == whole:
                return _joined(pieces)
    return [{"text": whole, "proved": False}]


def _candidates(date: Date, proof: Proof, wording: Wording) -> Iterator[list[_Piece]]:
    """Ways to split a wording into pieces; the caller takes the first whose text equals the wording."""
    if date.spans:
        return
    first, last = _parts(date.start), _parts(date.end)
    starts = any(proved.start == date.start for proved in proof.dates)
    ends = any(proved.end == date.end for proved in proof.dates)
    if first and last and first[0] == last[0]:
        yield from _within_a_year(first, last, (starts, ends), proof, wording)
    if first and last:
        yield [
            _Piece(_worded(first, wording), starts),
            _Piece(_DASH, None),
            _Piece(_worded(last, wording), ends),
        ]
    years = {end[0] for end in (first, last) if end}
    if len(years) == 1:
        (year,) = years
        head = wording.words(date).removesuffix(f" {year}")
        yield [_Piece(head, False), _Piece(" ", None), _Piece(str(year), _names(proof, (year,)))]


_DASH = " \u2013 "
_SHORT_DASH = "\u2013"


def _within_a_year(
    first: tuple[int, ...], last: tuple[int, ...], ends: tuple[bool, bool], proof: Proof, wording: Wording
) -> Iterator[list[_Piece]]:
    starts, stops = ends
    year = [_Piece(" ", None), _Piece(str(first[0]), _names(proof, first[:1]))]
    if len(first) == len(last) == 3 and first[:2] == last[:2]:
        month = [_Piece(" ", None), _Piece(wording.months[first[1]], _names(proof, first[:2])), *year]
        yield [_Piece(str(first[2]), False), *month]
        yield [
            _Piece(str(first[2]), starts),
            _Piece(_SHORT_DASH, None),
            _Piece(str(last[2]), stops),
            *month,
        ]
    if len(first) > 1 and len(last) > 1:
        head, tail = (_worded(end, wording).removesuffix(f" {end[0]}") for end in (first, last))
        for dash in (_DASH, _SHORT_DASH):
            yield [_Piece(head, starts), _Piece(dash, None), _Piece(tail, stops), *year]


def _parts(bound: Bound) -> tuple[int, ...]:
    """Year, month and day of a bound, as far as it is precise; empty for a bound that is not a day, month or
    year.
    """
    if bound.earliest is None or bound.latest is None:
        return ()
    first, last = day_text(bound.earliest), day_text(bound.latest)
    if not first[0].isdigit() or len(first) != len(last) or first[:4] != last[:4]:
        return ()
    year, month, day = map(int, first.split("-"))
    if first == last:
        return year, month, day
    return (year, month) if first[:7] == last[:7] else (year,)


def _worded(parts: tuple[int, ...], wording: Wording) -> str:
    words = [str(parts[0])]
    words += [wording.months[parts[1]]] if len(parts) > 1 else []
    words += [str(parts[2])] if len(parts) > 2 else []
    return " ".join(reversed(words))


def _names(proof: Proof, parts: tuple[int, ...]) -> bool:
    """Whether a proved date lies within this year, or this month."""
    written = f"{parts[0]:04d}" + (f"-{parts[1]:02d}" if len(parts) > 1 else "")
    windows = [window(date) for date in proof.dates]
    return any(
        first is not None
        and last is not None
        and day_text(first).startswith(written)
        and day_text(last).startswith(written)
        for first, last in windows
    )


def _joined(pieces: list[_Piece]) -> list[RunDocument]:
    """The pieces as runs; adjacent pieces with the same state become one run."""
    runs: list[RunDocument] = []
    states = [_state(pieces, index) for index in range(len(pieces))]
    for piece, state in zip(pieces, states, strict=True):
        if runs and runs[-1]["proved"] == state:
            runs[-1]["text"] += piece.text
        else:
            runs.append({"text": piece.text, "proved": state})
    return runs


def _state(pieces: list[_Piece], index: int) -> bool | None:
    """The state of a piece. A joint takes the state of the pieces around it where both have the same; a space
    takes that of the piece after it.
    """
    piece = pieces[index]
    if piece.proved is not None:
        return piece.proved
    before, after = pieces[index - 1].proved, pieces[index + 1].proved
    return after if before == after or (piece.text == " " and after) else None


def place_runs(town: str, country: str | None, evidence: Evidence, quotes: list[str]) -> list[RunDocument]:
    """Town and country: `The Hague, Netherlands`; a place that is a country is named once. `quotes` are the
    folded quotations that support the place.
    """
    # "Washington, D.C." is also written "Washington": the part after the comma only distinguishes towns.
    runs = [_run(town, "town", _proved(town.partition(",")[0], evidence, quotes))]
    if country and country != town:
        runs += [{"text": ", ", "proved": None}, _run(country, "country", _proved(country, evidence, quotes))]
    return runs


def actor_runs(
    name: str, part: Participation, quoted_parts: Iterable[str], evidence: Evidence, quotes: list[str]
) -> list[RunDocument]:
    """Name, roles, level and person of an actor: `Japan: partner, leader Fumio Kishida`. `quotes` are the
    folded quotations that support the actor.
    """
    supported = frozenset(quoted_parts).__contains__
    runs: list[RunDocument] = [
        _run(name, "name", _proved(name, evidence, quotes)),
        {"text": ": ", "proved": None},
        _run(_roles(part), "role", None if supported("role") else False),
    ]
    if part.level:
        runs += [{"text": ", ", "proved": None}, _run(part.level, "level", supported("level"))]
    if part.by:
        runs += [{"text": " " if part.level else ", ", "proved": None}, _run(part.by, "by", supported("by"))]
    return runs


def _roles(part: Participation) -> str:
    """The roles in words. An actor that an event only concerned did not take part, so that is said first."""
    roles = ", ".join(part.roles)
    return f"concerned ({roles})" if all(role in CONCERNED for role in part.roles) else roles


def sentence_runs(sentence: str, evidence: Evidence) -> list[RunDocument]:
    """One run: false where no quotation supports the sentence, else null, as its sense is not compared."""
    return [{"text": sentence, "proved": None if evidence in ("quoted", "partly") else False}]


def _run(text: str, part: Part, proved: bool | None) -> RunDocument:
    return {"text": text, "proved": proved, "part": part}


def _proved(name: str, evidence: Evidence, quotes: Iterable[str]) -> bool | None:
    """Whether a supporting quotation contains the name; None where quotations only support it, False where
    none does.
    """
    if evidence not in ("quoted", "partly"):
        return False
    name = folded(name)
    return True if any(name in quote for quote in quotes) else None


def folded(text: str) -> str:
    """The words of a text, case folded, between single spaces, so that `in` finds whole words only."""
    return f" {' '.join(_WORD.findall(text))} ".casefold()
