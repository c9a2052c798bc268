"""How documents are put in words for people, the same on every screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.dates import say_year
from timeline.roles import CONCERNED

_YEARS = re.compile(r"\d{3,}")
_NEEDS_MORE = ("since", "by", "until", "before", "after", "from", "to", "or", "and", "c.", "")

if TYPE_CHECKING:
    from timeline.documents import (
        ActorDocument,
        AnchorDocument,
        CitationDocument,
        Document,
        PlaceDocument,
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
    written = day.rsplit("-", 2)[0]
    # Most years are in the words already, and need no engine.
    return written if (written.isdigit() and written[:1] != "0") or not written else say_year(written)


def below_its_year(document: Document) -> str:
    """The date for a list that has a heading for the year: without the year, where it is the only one and
    stands outside the curator's brackets.
    """
    words, heading = document["proof"]["text"], year(document)
    short = words.removesuffix(f" {heading}")
    if (
        words.count(heading) != 1
        or set(_YEARS.findall(words)) - set(_YEARS.findall(heading))
        or short.strip("[]") in _NEEDS_MORE
    ):
        return words
    return short


def bracketed(words: str, evidence: str) -> str:
    """The words as they are where a text proves them, in the curator's brackets where none does."""
    return words if evidence in ("quoted", "partly") else f"[{words}]"


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
    """As what an actor was there, and who came for it: `partner, leader [Fumio Kishida]`."""
    concerned = all(role in CONCERNED for role in actor["roles"])
    roles = ", ".join(actor["roles"])
    words = [f"concerned ({roles})" if concerned else roles]
    came = came_for(actor)
    if "role" not in actor["said"]:
        return f"[{', '.join([*words, *([came.replace('[', '').replace(']', '')] if came else [])])}]"
    return ", ".join([*words, came] if came else words)


def came_for(actor: ActorDocument) -> str:
    """Who came for an actor and at what level, with what no quotation says in brackets."""
    level = actor["level"] or ""
    by = actor["by"] or ""
    if level and by and "level" not in actor["said"] and "by" not in actor["said"]:
        return f"[{level} {by}]"
    words = [(level, "level"), (by, "by")]
    return " ".join(word if name in actor["said"] else f"[{word}]" for word, name in words if word)


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
    places = ", ".join(f"{place['line']}:{place['column']}" for place in first["again"][:3])
    if first["occurrences"] == 2:
        return f" (stands twice: again {places})"
    return f" (stands {first['occurrences']} times: again {places}{' …' if first['occurrences'] > 4 else ''})"
