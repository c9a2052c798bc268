"""Dates in longer words than a list has room for, made from the EDTF that the document carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates import parse, say, say_fully

if TYPE_CHECKING:
    from timeline.documents import Document, SourceDocument


def lasting(document: Document) -> str:
    """The date with long names of months."""
    return say_fully(parse(document["date"]["edtf"]))


def source_line(source: SourceDocument) -> str:
    """Author, title, publisher, date."""
    published = source["published"]
    when = say(parse(published)) if published else None
    known = [source["author"], source["title"], source["publisher"], when]
    return ", ".join(word for word in known if word) or source["id"]
