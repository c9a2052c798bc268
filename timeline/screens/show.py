"""The page of an event, with the evidence for each line in the right margin.

Numbers refer to quotations, letters to the curator's notes; `?` means that there is no evidence.
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
from timeline.screens.layout import READABLE, block, heading, styled, with_right_margin

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.documents.schema import ActorDocument, CitationDocument, CuratorDocument, Document

_ROLE_WIDTH = 14


def draw(documents: Iterable[Document], console: Console) -> Iterator[Text]:
    """A page for each event, with a blank line between two."""
    console.width = min(console.width, READABLE)
    for number, document in enumerate(documents):
        if number:
            yield Text()
        yield from _page(document, console)


def _page(document: Document, console: Console) -> Iterator[Text]:
    marks = EvidenceMarks(document)
    yield from _head(document, console)
    yield Text()
    for number, sentence in enumerate(document["summary"], 1):
        words = bracketed_runs(sentence["runs"])
        yield from with_right_margin(styled(words), marks.of(f"summary.{number}"), 3, console)
    yield from _actors(document, marks, console)
    yield from _citations(document, console)
    yield from _notes(document, console)


def _head(document: Document, console: Console) -> Iterator[Text]:
    yield from heading(document["title"], document["id"], console)
    evidence = document["evidence"]
    places = [bracketed_runs(place["runs"]) for place in document["places"]]
    status = bracketed(document["status"], evidence["status"])
    parts = [f"{document['kind']}, {status}", bracketed_runs(document["date"]["runs"]), *places]
    yield from block(styled(" · ".join(parts)), 1, console)
    links: dict[str, list[str]] = {}
    for link in document["links"]:
        links.setdefault(link["type"], []).append(link["id"])
    connections = [f"{kind} {', '.join(targets)}" for kind, targets in links.items()]
    if document["topics"]:
        connections.append(f"topics {', '.join(document['topics'])}")
    if connections:
        yield from block(styled(" · ".join(connections), "dim"), 1, console)
    if disputes := _disputes(document):
        yield from block(styled(f"DISPUTED: {', '.join(disputes)}", "bold"), 1, console)


def _disputes(document: Document) -> list[str]:
    """Each disputed field with the numbers of the quotations that contradict it."""
    names = _field_names(document)
    disputes: list[str] = []
    for entry in document["fields"]:
        if entry["disputed"]:
            numbered = enumerate(document["citations"], 1)
            numbers = [
                str(number) for number, citation in numbered if entry["field"] in citation["contradicts"]
            ]
            disputes.append(f"{names(entry['field'])} by {' and '.join(numbers)}")
    return disputes


def _field_names(document: Document) -> Callable[[str], str]:
    """The name of a field on the page: `summary 1`, or the name of an actor."""
    names = {f"actors.{actor['id']}": actor["name"] for actor in document["actors"]}
    return lambda field: names.get(field, field.replace(".", " "))


def _actors(document: Document, marks: EvidenceMarks, console: Console) -> Iterator[Text]:
    if not document["actors"]:
        return
    yield from (Text(), Text(" Who", style="bold"))
    previous = ""
    width = min(24, max(len(actor["name"]) for actor in document["actors"]) + 2)
    for actor in document["actors"]:
        role = actor["roles"][0]
        line = styled(f"{role if role != previous else '':{_ROLE_WIDTH}}")
        previous = role
        line.append_text(styled(_participation(actor, width)))
        yield from with_right_margin(line, marks.of(f"actors.{actor['id']}"), 3, console)


def _participation(actor: ActorDocument, width: int) -> str:
    """Name, level and person in columns, in brackets as far as no quotation supports them."""
    more = f" (also {', '.join(actor['roles'][1:])})" if actor["roles"][1:] else ""
    name = f"{actor['name']}{more}"
    if actor["evidence"] in ("quoted", "partly"):
        came = came_for(actor)
        return f"{name:{width}} {came}".rstrip() if came else name
    came = f"{actor['level'] or '':10} {actor['by'] or ''}".rstrip()
    return f"[{f'{name} ':{width}}{came}]" if came.strip() else f"[{name}]"


def _citations(document: Document, console: Console) -> Iterator[Text]:
    if not document["citations"]:
        return
    yield from (Text(), Text(" Quoted", style="bold"))
    citations = document["citations"]
    for number, citation in enumerate(citations, 1):
        location = anchor_places(citation) or f"{citation['source']['id']}: not found in this source"
        yield from block(
            styled(f"{number} {location}", "magenta").append_text(styled(again(citation))), 3, console
        )
        yield from block(styled(f"\u201c{citation['quote']}\u201d"), 5, console)
        yield from _context(citation, console)
        yield from block(styled(f"proves: {_proves(document, citation)}", "dim"), 5, console)
        if citation["contradicts"]:
            contradicted = ", ".join(map(_field_names(document), citation["contradicts"]))
            yield from block(styled(f"contradicts: {contradicted}", "bold"), 5, console)
        if citation["note"]:
            yield from block(styled(f"note: {citation['note']}", "dim"), 5, console)
        following = citations[number]["source"]["id"] if number < len(citations) else None
        if following != citation["source"]["id"]:
            yield from _source(citations, number, console)


def _context(citation: CitationDocument, console: Console) -> Iterator[Text]:
    """The words next to the quote in its line: they show whether it is only a part of a sentence."""
    if not citation["anchors"]:
        return
    prefix = citation["anchors"][0]["prefix"]
    suffix = citation["anchors"][-1]["suffix"]
    if prefix.strip() or suffix.strip():
        head, tail = neighbours(prefix, suffix)
        yield from block(styled(f"context: {head}\u2039quote\u203a{tail}", "dim"), 5, console)


def _proves(document: Document, citation: CitationDocument) -> str:
    if not citation["supports"]:
        return "nothing in this record" + ("" if citation["contradicts"] else " (context)")
    names = _field_names(document)
    proved = []
    for field in citation["supports"]:
        partly = " in part" if document["evidence"].get(field) == "partly" and field == "date" else ""
        proved.append(names(field) + partly)
    return ", ".join(proved)


def _source(citations: list[CitationDocument], last: int, console: Console) -> Iterator[Text]:
    """The source of consecutive quotations, once, below the last of them."""
    source = citations[last - 1]["source"]
    first = last
    while first > 1 and citations[first - 2]["source"]["id"] == source["id"]:
        first -= 1
    numbers = f"{first}\u2013{last}" if first < last else str(last)
    remarks = []
    if source["coverage"] == "excerpt":
        remarks.append("An excerpt: the rest of the text is not stored.")
    if source["rewrite_of"]:
        remarks.append(f"A rewrite of {source['rewrite_of']}.")
    line = " ".join([f"{numbers} from: {source_line(source)}.", *remarks])
    yield from block(styled(line), 3, console)


def _notes(document: Document, console: Console) -> Iterator[Text]:
    if not document["curator"]:
        return
    yield from (Text(), Text(" [Curator]", style="bold"))
    for number, note in enumerate(document["curator"]):
        yield from block(_note(document, note, number), 3, console)


def _note(document: Document, note: CuratorDocument, number: int) -> Text:
    fields = ", ".join(map(_field_names(document), note["supports"]))
    line = styled(f"{letter(number)} {fields or 'context'}: ", "bold").append_text(styled(note["note"]))
    if note["see"]:
        line.append_text(
            styled(f"  see {', '.join(_reference(document, key) for key in note['see'])}", "magenta")
        )
    return line


def _reference(document: Document, key: str) -> str:
    source = next((source for source in document["references"] if source["id"] == key), None)
    return f"{key} (not stored)" if source and not source["stored"] else key
