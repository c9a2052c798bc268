"""Documents cut down to some of their keys, for `--fields`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.writers import Fields, Published

KEYS = (
    "id",
    "title",
    "kind",
    "status",
    "date",
    "places",
    "actors",
    "topics",
    "links",
    "summary",
    "citations",
    "evidence",
    "curator",
    "seen",
    "match",
)


def line(event: Published, fields: Fields) -> str:
    """One line of ASCII-safe JSON: the document as stored, or those of its keys that are asked for."""
    if not fields:
        return event.json
    document = event.document
    kept = {key: value for key, value in document.items() if key in fields}
    return json.dumps(kept, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
