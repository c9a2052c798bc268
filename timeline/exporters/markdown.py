"""Events as a Markdown list to paste into a memo, with a numbered footnote for each quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.documents.wording import anchor_places, bracketed_runs, source_line
from timeline.exporters.json import decoded
from timeline.text.escape import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.documents.schema import CitationDocument, Document
    from timeline.exporters.exporter import Fields, Options, Published

# Every mark of CommonMark and of GitHub's extensions: `~` strikes through, and `www.` alone makes a link.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$^=:@-]|(?<=[Ww])\.)")


def fields() -> Fields:
    """Nothing can be chosen."""
    return ()


def write_markdown(events: Iterable[Published], _fields: Fields, _options: Options) -> Iterator[str]:
    """The events in their order, one list item each, then all footnotes in one sequence of numbers."""
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
    """Date, places, title and sentences, with square brackets around what no quotation supports."""
    places = ", ".join(bracketed_runs(place["runs"][:1]) for place in document["places"])
    location = f", {_escaped(places)}" if places else ""
    status = "" if document["status"] == "held" else f" ({_escaped(document['status'])})"
    sentences = " ".join(bracketed_runs(sentence["runs"]) for sentence in document["summary"])
    date, title = _escaped(bracketed_runs(document["date"]["runs"])), _escaped(document["title"])
    return f"- **{date}{location}: {title}**{status}. {_escaped(sentences)}{marks}\n"


def _footnote(number: int, citation: CitationDocument) -> str:
    """The quotation, its source, and its position in the stored text."""
    location = anchor_places(citation)
    position = f" `{location}`" if location else " *(this quotation was not found in its source)*"
    context = "" if citation["supports"] else " (context)"
    quote, source = _escaped(citation["quote"]), _escaped(source_line(citation["source"]))
    return f"[^{number}]: \u201c{quote}\u201d{context} {source}{position}\n"


def _escaped(text: str) -> str:
    """Text that Markdown shows unchanged on one line: every mark escaped, control characters visible."""
    return _SPECIAL.sub(r"\\\1", visible(text))
