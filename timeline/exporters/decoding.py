"""From the stored line of JSON back to the document, for the formats that look inside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.documents.schema import Document
    from timeline.exporters import Published


def decoded(events: Iterable[Published]) -> Iterator[Document]:
    """The documents, one at a time."""
    return (cast("Document", json.loads(event.json)) for event in events)
