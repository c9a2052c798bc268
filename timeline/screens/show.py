"""Everything about an event on one page, with who says so in the right margin of each line.

Figures are quotations, letters are the curator: read once, understood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from timeline.documents.wording import (
    EvidenceMarks,
    again,
    anchor_places,
    bracketed,
    bracketed_runs,
    came_for,
    letter,
    neighbours,
    source_line,
)
from timeline.screens.layout import block, headed, ink, with_margin

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.documents.schema import ActorDocument, CitationDocument, CuratorDocument, Document

_ROLE = 14
_READABLE = 100
"""Cells beyond which lines are hard to read and the margin is far from what it speaks of."""


def draw(documents: Iterable[Document], console: Console) -> Iterator[Text]:
    """One page an event, a blank line between."""
    console.width = min(console.width, _READABLE)
    for number, document in enumerate(documents):
        if number:
            yield Text()
        yield from _page(document, console)


def _page(document: Document, console: Console) -> Iterator[Text]:
    sayers = EvidenceMarks(document)
    yield from _head(document, console)
    yield Text()
    for number, sentence in enumerate(document["summary"], 1):
        words = bracketed_runs(sentence["runs"])
        yield from with_margin(ink(words), sayers.of(f"summary.{number}"), 3, console)
    yield from _who(document, sayers, console)
    yield from _quoted(document, console)
    yield from _curator(document, console)


def _head(document: Document, console: Console) -> Iterator[Text]:
    yield from headed(document["title"], document["id"], console)
    evidence = document["evidence"]
    places = [bracketed_runs(place["runs"]) for place in document["places"]]
    status = bracketed(document["status"], evidence["status"])
    parts = [f"{document['kind']}, {status}", bracketed_runs(document["date"]["runs"]), *places]
    yield from block(ink(" · ".join(parts)), 1, console)
    links: dict[str, list[str]] = {}
    for link in document["links"]:
        links.setdefault(link["type"], []).append(link["id"])
    also = [f"{kind} {', '.join(targets)}" for kind, targets in links.items()]
    if document["topics"]:
        also.append(f"topics {', '.join(document['topics'])}")
    if also:
        yield from block(ink(" · ".join(also), "dim"), 1, console)
    if disputes := _disputes(document):
        yield from block(ink(f"DISPUTED: {', '.join(disputes)}", "bold"), 1, console)


def _disputes(document: Document) -> list[str]:
    """Each disputed field with the numbers of the quotations that contradict it."""
    names = _field_names(document)
    found: list[str] = []
    for entry in document["fields"]:
        if entry["disputed"]:
            numbered = enumerate(document["citations"], 1)
            numbers = [str(number) for number, one in numbered if entry["field"] in one["contradicts"]]
            found.append(f"{names(entry['field'])} by {' and '.join(numbers)}")
    return found


def _field_names(document: Document) -> Callable[[str], str]:
    """How people call the fields of an event."""
    names = {f"actors.{actor['id']}": actor["name"] for actor in document["actors"]}
    return lambda field: names.get(field, field.replace(".", " "))


def _who(document: Document, sayers: EvidenceMarks, console: Console) -> Iterator[Text]:
    if not document["actors"]:
        return
    yield from (Text(), Text(" Who", style="bold"))
    previous = ""
    width = min(24, max(len(actor["name"]) for actor in document["actors"]) + 2)
    for actor in document["actors"]:
        role = actor["roles"][0]
        line = ink(f"{role if role != previous else '':{_ROLE}}")
        previous = role
        line.append_text(ink(_participation(actor, width)))
        yield from with_margin(line, sayers.of(f"actors.{actor['id']}"), 3, console)


def _participation(actor: ActorDocument, width: int) -> str:
    """Name, level and person in columns, in brackets as far as no text says so."""
    more = f" (also {', '.join(actor['roles'][1:])})" if actor["roles"][1:] else ""
    name = f"{actor['name']}{more}"
    if actor["evidence"] in ("quoted", "partly"):
        came = came_for(actor)
        return f"{name:{width}} {came}".rstrip() if came else name
    came = f"{actor['level'] or '':10} {actor['by'] or ''}".rstrip()
    return f"[{f'{name} ':{width}}{came}]" if came.strip() else f"[{name}]"


def _quoted(document: Document, console: Console) -> Iterator[Text]:
    if not document["citations"]:
        return
    yield from (Text(), Text(" Quoted", style="bold"))
    citations = document["citations"]
    for number, citation in enumerate(citations, 1):
        where = anchor_places(citation) or f"{citation['source']['id']}: not found in this source"
        yield from block(ink(f"{number} {where}", "magenta").append_text(ink(again(citation))), 3, console)
        yield from block(ink(f"\u201c{citation['quote']}\u201d"), 5, console)
        yield from _around(citation, console)
        yield from block(ink(f"proves: {_proves(document, citation)}", "dim"), 5, console)
        if citation["contradicts"]:
            contradicted = ", ".join(map(_field_names(document), citation["contradicts"]))
            yield from block(ink(f"contradicts: {contradicted}", "bold"), 5, console)
        if citation["note"]:
            yield from block(ink(f"note: {citation['note']}", "dim"), 5, console)
        following = citations[number]["source"]["id"] if number < len(citations) else None
        if following != citation["source"]["id"]:
            yield from _source(citations, number, console)


def _around(citation: CitationDocument, console: Console) -> Iterator[Text]:
    """What stands next to the quote in its line, so that a part is seen as a part."""
    if not citation["anchors"]:
        return
    before = citation["anchors"][0]["prefix"]
    behind = citation["anchors"][-1]["suffix"]
    if before.strip() or behind.strip():
        head, tail = neighbours(before, behind)
        yield from block(ink(f"context: {head}\u2039quote\u203a{tail}", "dim"), 5, console)


def _proves(document: Document, citation: CitationDocument) -> str:
    if not citation["supports"]:
        return "nothing in this record" + ("" if citation["contradicts"] else "; it is context")
    names = _field_names(document)
    said = []
    for field in citation["supports"]:
        partly = " in part" if document["evidence"].get(field) == "partly" and field == "date" else ""
        said.append(names(field) + partly)
    return ", ".join(said)


def _source(citations: list[CitationDocument], last: int, console: Console) -> Iterator[Text]:
    """The source of a run of quotations, once, under the last of them."""
    source = citations[last - 1]["source"]
    first = last
    while first > 1 and citations[first - 2]["source"]["id"] == source["id"]:
        first -= 1
    numbers = f"{first}\u2013{last}" if first < last else str(last)
    more = []
    if source["coverage"] == "excerpt":
        more.append("An excerpt: what it leaves out is not denied.")
    if source["rewrite_of"]:
        more.append(f"A rewrite of {source['rewrite_of']}.")
    line = " ".join([f"{numbers} from: {source_line(source)}.", *more])
    yield from block(ink(line), 3, console)


def _curator(document: Document, console: Console) -> Iterator[Text]:
    if not document["curator"]:
        return
    yield from (Text(), Text(" [Curator]", style="bold"))
    for number, note in enumerate(document["curator"]):
        yield from block(_note(document, note, number), 3, console)


def _note(document: Document, note: CuratorDocument, number: int) -> Text:
    fields = ", ".join(map(_field_names(document), note["supports"]))
    line = ink(f"{letter(number)} {fields or 'context'}: ", "bold").append_text(ink(note["note"]))
    if note["see"]:
        line.append_text(ink(f"  see {', '.join(_seen(document, key) for key in note['see'])}", "magenta"))
    return line


def _seen(document: Document, key: str) -> str:
    known = next((source for source in document["references"] if source["id"] == key), None)
    return f"{key} (not stored)" if known and not known["stored"] else key
