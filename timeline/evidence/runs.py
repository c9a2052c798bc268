"""What is proved, as runs of text: each with true (compared and found), false (no quotation supports it) or
null (supported, and not compared).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from timeline.dates import Bound, Date, day_text, say, say_fully, window
from timeline.dates.vocabulary import LONG_MONTHS, SHORT_MONTHS
from timeline.roles import CONCERNED

if TYPE_CHECKING:
    from timeline.documents.schema import Evidence, RunDocument
    from timeline.evidence.model import Proof
    from timeline.records import Participation

Part = Literal["name", "role", "level", "by", "town", "country"]
_WORD = re.compile(r"\w+(?:['’]\w+)*")


class Wording(NamedTuple):
    """How a date is worded: by which function, and with which names of months."""

    words: Callable[[Date], str]
    months: tuple[str, ...]


FULL = Wording(say_fully, LONG_MONTHS)
SHORT = Wording(say, SHORT_MONTHS)


class _Piece(NamedTuple):
    """A piece of a date's wording, and whether the quotations prove it; None for what joins two pieces."""

    text: str
    proved: bool | None


def date_runs(date: Date, proof: Proof, wording: Wording) -> list[RunDocument]:
    """The wording of a date in runs. Joined, they are the wording."""
    whole = wording.words(date)
    if proof.verdict == "agrees":
        return [{"text": whole, "proved": True}]
    if proof.dates:
        for pieces in _candidates(date, proof, wording):
            if "".join(piece.text for piece in pieces) == whole:
                return _joined(pieces)
    return [{"text": whole, "proved": False}]


def _candidates(date: Date, proof: Proof, wording: Wording) -> Iterator[list[_Piece]]:
    """The ways in which a date may be worded in pieces; the one whose text is its wording is right."""
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
    """Year, month and day of an end that is a day; year and month, or the year, where it is no more precise.
    Empty for anything else.
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
    """Whether a proved date lies within that year, or that month of it."""
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
    """The pieces as runs, neighbours of one kind put together."""
    runs: list[RunDocument] = []
    kinds = [_kind(pieces, index) for index in range(len(pieces))]
    for piece, kind in zip(pieces, kinds, strict=True):
        if runs and runs[-1]["proved"] == kind:
            runs[-1]["text"] += piece.text
        else:
            runs.append({"text": piece.text, "proved": kind})
    return runs


def _kind(pieces: list[_Piece], index: int) -> bool | None:
    """A joint belongs to the pieces around it where both are of one kind; a space goes with what
    follows it.
    """
    piece = pieces[index]
    if piece.proved is not None:
        return piece.proved
    before, after = pieces[index - 1].proved, pieces[index + 1].proved
    return after if before == after or (piece.text == " " and after) else None


def place_runs(town: str, country: str | None, evidence: Evidence, quotes: list[str]) -> list[RunDocument]:
    """Town and country: `The Hague, Netherlands`; a country by itself once. `quotes` are folded."""
    # "Washington, D.C." is written "Washington" too: what follows a comma tells towns of one name apart.
    runs = [_run(town, "town", _proved(town.partition(",")[0], evidence, quotes))]
    if country and country != town:
        runs += [{"text": ", ", "proved": None}, _run(country, "country", _proved(country, evidence, quotes))]
    return runs


def actor_runs(
    name: str, part: Participation, quoted_parts: Iterable[str], evidence: Evidence, quotes: list[str]
) -> list[RunDocument]:
    """Who, as what, at what level, by whom: `Japan: partner, leader Fumio Kishida`."""
    supported = frozenset(quoted_parts).__contains__
    runs: list[RunDocument] = [
        _run(name, "name", _proved(name, evidence, quotes)),
        {"text": ": ", "proved": None},
        _run(_as_what(part), "role", None if supported("role") else False),
    ]
    if part.level:
        runs += [{"text": ", ", "proved": None}, _run(part.level, "level", supported("level"))]
    if part.by:
        runs += [{"text": " " if part.level else ", ", "proved": None}, _run(part.by, "by", supported("by"))]
    return runs


def _as_what(part: Participation) -> str:
    """The roles; an actor that was only concerned took no part, and the words say so."""
    roles = ", ".join(part.roles)
    return f"concerned ({roles})" if all(role in CONCERNED for role in part.roles) else roles


def sentence_runs(sentence: str, evidence: Evidence) -> list[RunDocument]:
    """A sentence that no quotation supports is the curator's; the sense of any other is not compared."""
    return [{"text": sentence, "proved": None if evidence in ("quoted", "partly") else False}]


def _run(text: str, part: Part, proved: bool | None) -> RunDocument:
    return {"text": text, "proved": proved, "part": part}


def _proved(name: str, evidence: Evidence, quotes: Iterable[str]) -> bool | None:
    """True where a supporting quotation has the name, null where it only supports it, false where
    none does.
    """
    if evidence not in ("quoted", "partly"):
        return False
    name = folded(name)
    return True if any(name in quote for quote in quotes) else None


def folded(text: str) -> str:
    """The words of a text between single spaces, case folded, so that whole words are found in it."""
    return f" {' '.join(_WORD.findall(text))} ".casefold()
