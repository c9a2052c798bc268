"""Documents cut down to some of their keys, for `--fields`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.exporters import Fields, Published


def cut(events: Iterable[Published], fields: Fields) -> Iterator[str]:
    """One line of ASCII-safe JSON an event, with the keys that are asked for in the document's order."""
    for event in events:
        kept = {key: value for key, value in json.loads(event.json).items() if key in fields}
        yield json.dumps(kept, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
