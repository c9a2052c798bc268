"""A list with numbered footnotes, to be pasted into a memo: each gives quote, source and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from timeline.documents.wording import anchor_places, bracketed_runs, source_line
from timeline.exporters.decoding import decoded
from timeline.text.escape import visible

if TYPE_CHECKING:
    from timeline.documents.schema import CitationDocument, Document
    from timeline.exporters import Fields, Published

FIELDS: Fields = ()
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$^=:@-]|(?<=[Ww])\.)")  # "www." makes a link by itself


def write(events: Iterable[Published], _fields: Fields) -> Iterator[str]:
    """The events in their order, then all footnotes, numbered through."""
    notes: list[str] = []
    for document in decoded(events):
        marks = []
        for citation in document["citations"]:
            notes.append(_footnote(len(notes) + 1, citation))
            marks.append(f"[^{len(notes)}]")
        yield _item(document, "".join(marks))
    if notes:
        yield "\n"
        yield from notes


def _item(document: Document, marks: str) -> str:
    """Date, place, title and sentences, in the curator's brackets as far as no text says so."""
    places = ", ".join(bracketed_runs(place["runs"][:1]) for place in document["places"])
    where = f", {plain(places)}" if places else ""
    state = "" if document["status"] == "held" else f" ({plain(document['status'])})"
    sentences = " ".join(bracketed_runs(sentence["runs"]) for sentence in document["summary"])
    heading = (
        f"- **{plain(bracketed_runs(document['date']['runs']))}{where}: {plain(document['title'])}**{state}"
    )
    return f"{heading}. {plain(sentences)}{marks}\n"


def _footnote(number: int, citation: CitationDocument) -> str:
    found = anchor_places(citation)
    where = f" `{found}`" if found else " *(this quotation was not found in its source)*"
    context = "" if citation["supports"] else " (context)"
    quote = plain(citation["quote"])
    source = plain(source_line(citation["source"]))
    return f"[^{number}]: \u201c{quote}\u201d{context} {source}{where}\n"


def plain(text: str) -> str:
    """Text that Markdown shows as it is: on one line, every mark escaped, nothing hidden."""
    return _SPECIAL.sub(r"\\\1", visible(text))
