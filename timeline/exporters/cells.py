"""The columns of tsv and csv: fixed names, fixed order, plain values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.documents.schema import Document, PlaceDocument

JOINT = "; "


def _place(place: PlaceDocument) -> str:
    return f"{place['name']} ({place['country']})" if place["country"] else place["name"]


CELLS: dict[str, Callable[[Document], str]] = {
    "id": lambda document: document["id"],
    "date": lambda document: document["date"]["edtf"],
    "title": lambda document: document["title"],
    "kind": lambda document: document["kind"],
    "status": lambda document: document["status"],
    "places": lambda document: JOINT.join(map(_place, document["places"])),
    "actors": lambda document: JOINT.join(actor["name"] for actor in document["actors"]),
    "topics": lambda document: JOINT.join(document["topics"]),
    "quotes": lambda document: str(len(document["citations"])),
}
COLUMNS = tuple(CELLS)


def row(document: Document, columns: tuple[str, ...]) -> list[str]:
    """The cells of one event."""
    return [CELLS[column](document) for column in columns]
