"""How documents are put in words for people, the same on every screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

_YEARS = re.compile(r"\d{3,}")
_NEEDS_MORE = ("since", "by", "until", "before", "after", "from", "to", "or", "and", "c.", "")

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.documents.schema import (
        ActorDocument,
        AnchorDocument,
        CitationDocument,
        Document,
        PlaceDocument,
        RunDocument,
    )


def year(document: Document) -> str:
    """The year under which an event stands: that of its place in the order."""
    date = document["date"]
    bounds = (
        date["start"]["earliest"],
        date["start"]["latest"],
        date["end"]["earliest"],
        date["end"]["latest"],
    )
    day = next((bound for bound in bounds if bound), "")
    return day.rsplit("-", 2)[0]


def below_its_year(document: Document) -> str:
    """The date for a list that has a heading for the year: without the year, where it is the only one and is
    outside the curator's brackets.
    """
    heading = year(document)
    words = bracketed_runs(document["date"]["short_runs"])
    short = words.removesuffix(f" {heading}")
    if set(_YEARS.findall(document["date"]["text"])) != {heading} or short.strip("[]") in _NEEDS_MORE:
        return words
    return short


def bracketed(words: str, evidence: str) -> str:
    """The words as they are where a text proves them, in the curator's brackets where none does."""
    return words if evidence in ("quoted", "partly") else f"[{words}]"


def bracketed_runs(runs: Iterable[RunDocument]) -> str:
    """The text of runs, with square brackets around what no quotation supports. What joins two such runs, a
    comma or a dash, goes inside one pair of brackets with them.
    """
    shown, inside, joint = "", False, ""
    for run in runs:
        if inside and run["proved"] is None and not any(map(str.isalnum, run["text"])):
            joint += run["text"]
            continue
        open_ = run["proved"] is False
        if inside:
            shown += joint if open_ else f"]{joint}"
        shown += f"[{run['text']}" if open_ and not inside else run["text"]
        inside, joint = open_, ""
    return f"{shown}]{joint}" if inside else shown


def full_place(place: PlaceDocument) -> str:
    """`The Hague, Netherlands`; a country by itself once."""
    names = dict.fromkeys(name for name in (place["name"], place["country_name"]) if name)
    return ", ".join(names)


def count(number: int, thing: str) -> str:
    """`1 quote`, `2 quotes`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def enumerated(things: list[str], most: int) -> str:
    """The first few things and how many more there are: nothing is left out in silence."""
    if len(things) <= most + 1:
        return ", ".join(things)
    return f"{', '.join(things[:most])} and {len(things) - most} more"


def part(actor: ActorDocument) -> str:
    """The part of an actor, and who took part for it: `partner, leader [Fumio Kishida]`."""
    return bracketed_runs(actor["runs"][2:])


def came_for(actor: ActorDocument) -> str:
    """Who took part for an actor and at what level, with what no quotation says in brackets."""
    named = [run for run in actor["runs"] if run.get("part") in ("level", "by")]
    joined: list[RunDocument] = []
    for run in named:
        joined += [{"text": " ", "proved": None}, run] if joined else [run]
    return bracketed_runs(joined)


def neighbours(before: str, behind: str, most: int = 64) -> tuple[str, str]:
    """The words next to a passage, with an ellipsis where a line goes on beyond them; no word is cut."""
    head = f"… {before.partition(' ')[2]}" if len(before) >= most else before
    tail = f"{behind.rpartition(' ')[0]} …" if len(behind) >= most else behind
    return head, tail


def anchor_places(citation: CitationDocument) -> str:
    """`seeds/FILE:LINE:COLUMN`, for each part of a quote that `[...]` joins."""
    return " … ".join(_place(anchor) for anchor in citation["anchors"])


def _place(anchor: AnchorDocument) -> str:
    return f"{anchor['file']}:{anchor['line']}:{anchor['column']}"


def again(citation: CitationDocument) -> str:
    """` (again 4:1)` for a passage that its text repeats."""
    if not citation["anchors"] or citation["anchors"][0]["occurrences"] == 1:
        return ""
    first = citation["anchors"][0]
    places = ", ".join(f"{place['line']}:{place['column']}" for place in first["other_positions"][:3])
    if first["occurrences"] == 2:
        return f" (stands twice: again {places})"
    return f" (stands {first['occurrences']} times: again {places}{' …' if first['occurrences'] > 4 else ''})"


class EvidenceMarks:
    """The quotations (figures) and the curator's notes (letters) that support each field of an event."""

    def __init__(self, document: Document) -> None:
        self._marks: dict[str, list[str]] = {}
        for number, citation in enumerate(document["citations"], 1):
            for field in citation["supports"]:
                self._marks.setdefault(field, []).append(str(number))
        for number, note in enumerate(document["curator"]):
            for field in note["supports"]:
                self._marks.setdefault(field, []).append(letter(number))

    def of(self, field: str) -> str:
        """The marks of a field; a question mark where nobody answers."""
        return ", ".join(self._marks.get(field, ["?"]))


def letter(number: int) -> str:
    """a, b ... z, aa, ab ...: the mark of a curator's note."""
    return letter(number // 26 - 1) + letter(number % 26) if number >= 26 else chr(97 + number)
