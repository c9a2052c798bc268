"""The wording of documents for people, shared by all screens and by Markdown."""

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
        SourceDocument,
    )


def year(document: Document) -> str:
    """The year under which a list shows an event: that of its earliest known day, as events are sorted."""
    date = document["date"]
    bounds = (
        date["start"]["earliest"],
        date["start"]["latest"],
        date["end"]["earliest"],
        date["end"]["latest"],
    )
    day = next((bound for bound in bounds if bound), "")
    written = day.rsplit("-", 2)[0]
    if not written or (written.isdigit() and written[:1] != "0"):
        return written
    from timeline.dates import say_year  # imported late: most years are shown as written

    return say_year(written)


def below_its_year(document: Document) -> str:
    """The date for a list with headings for the years: without its year, where that is the only one and is
    outside the curator's brackets.
    """
    heading = year(document)
    words = bracketed_runs(document["date"]["short_runs"])
    short = words.removesuffix(f" {heading}")
    text = document["date"]["text"]
    other_years = set(_YEARS.findall(text)) - set(_YEARS.findall(heading))
    if text.count(heading) != 1 or other_years or short.strip("[]") in _NEEDS_MORE:
        return words
    return short


def bracketed(words: str, evidence: str) -> str:
    """The words, in square brackets unless a quotation supports them."""
    return words if evidence in ("quoted", "partly") else f"[{words}]"


def bracketed_runs(runs: Iterable[RunDocument]) -> str:
    """The text of runs, with square brackets around the words that no quotation supports. A comma or dash
    between two such runs goes inside of one pair of brackets with them.
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
    """`The Hague, Netherlands`; a place that is a country is named once."""
    names = dict.fromkeys(name for name in (place["name"], place["country_name"]) if name)
    return ", ".join(names)


def count(number: int, thing: str) -> str:
    """A number with its noun: `1 quote`, `2 quotes`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def enumerated(things: list[str], most: int) -> str:
    """The first `most` things and the number of the others: `a, b and 3 more`."""
    if len(things) <= most + 1:
        return ", ".join(things)
    return f"{', '.join(things[:most])} and {len(things) - most} more"


def part(actor: ActorDocument) -> str:
    """The roles of an actor, and the person who acted for it: `partner, leader [Fumio Kishida]`."""
    return bracketed_runs(actor["runs"][2:])


def came_for(actor: ActorDocument) -> str:
    """The level and name of the person who acted for an actor, in brackets where no quotation has them."""
    named = [run for run in actor["runs"] if run.get("part") in ("level", "by")]
    joined: list[RunDocument] = []
    for run in named:
        joined += [{"text": " ", "proved": None}, run] if joined else [run]
    return bracketed_runs(joined)


def neighbours(before: str, behind: str, most: int = 64) -> tuple[str, str]:
    """The words before and after a passage, with an ellipsis where a line continues; no word is cut."""
    head = f"… {before.partition(' ')[2]}" if len(before) >= most else before
    tail = f"{behind.rpartition(' ')[0]} …" if len(behind) >= most else behind
    return head, tail


def anchor_places(citation: CitationDocument) -> str:
    """The places of a quote, `seeds/FILE:LINE:COLUMN` for each part that `[...]` joins."""
    return " … ".join(_place(anchor) for anchor in citation["anchors"])


def _place(anchor: AnchorDocument) -> str:
    return f"{anchor['file']}:{anchor['line']}:{anchor['column']}"


def again(citation: CitationDocument) -> str:
    """` (found 2 times, also at 4:1)` for a passage that its text repeats."""
    if not citation["anchors"] or citation["anchors"][0]["occurrences"] == 1:
        return ""
    first = citation["anchors"][0]
    others = ", ".join(f"{place['line']}:{place['column']}" for place in first["other_positions"][:3])
    return (
        f" (found {first['occurrences']} times, also at {others}{' …' if first['occurrences'] > 4 else ''})"
    )


def source_line(source: SourceDocument) -> str:
    """A source on one line: author, title, publisher, date; its id where the record has none of them."""
    published = None
    if source["published"]:
        from timeline.dates import parse, say  # imported late: few screens need dates

        published = say(parse(source["published"]))
    known = [source["author"], source["title"], source["publisher"], published]
    return ", ".join(word for word in known if word) or source["id"]


class EvidenceMarks:
    """The marks of each field of an event: numbers for its quotations, letters for its curator's notes."""

    def __init__(self, document: Document) -> None:
        self._marks: dict[str, list[str]] = {}
        for number, citation in enumerate(document["citations"], 1):
            for field in citation["supports"]:
                self._marks.setdefault(field, []).append(str(number))
        for number, note in enumerate(document["curator"]):
            for field in note["supports"]:
                self._marks.setdefault(field, []).append(letter(number))

    def of(self, field: str) -> str:
        """The marks of a field; a question mark where it has no evidence."""
        return ", ".join(self._marks.get(field, ["?"]))


def letter(number: int) -> str:
    """The mark of a curator's note, by its index from 0: a, b ... z, aa, ab ..."""
    return letter(number // 26 - 1) + letter(number % 26) if number >= 26 else chr(97 + number)
