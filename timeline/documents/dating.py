"""Dates in longer words than a list has room for, made from the EDTF that the document carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates import parse, say

if TYPE_CHECKING:
    from timeline.documents.schema import SourceDocument


def source_line(source: SourceDocument) -> str:
    """Author, title, publisher, date."""
    published = source["published"]
    when = say(parse(published)) if published else None
    known = [source["author"], source["title"], source["publisher"], when]
    return ", ".join(word for word in known if word) or source["id"]
