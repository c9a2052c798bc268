"""A list for a person: the table, and on stderr how much it is of what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.cli.output import draw, talk
from timeline.writers import drawing
from timeline.writers.decoding import decoded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from timeline.documents import Document
    from timeline.query import Query
    from timeline.store import Store
    from timeline.writers import Published


def show_table(store: Store, query: Query, answers: Iterable[Published], file: Path | None) -> None:
    """Draw the events and say how many they are."""
    found = list(decoded(answers))
    draw(lambda console: drawing("table")(found, console), file)
    limited = query.limit is not None and len(found) == query.limit
    more = ", as --limit asks; there may be more." if limited else "."
    talk(f"\n{len(found)} of {store.count()} events{more}{_how(query, found)}")
    if found:
        talk("[ ] is the curator's word, in no stored text. Ask: timeline why ID")


def _how(query: Query, found: list[Document]) -> str:
    """How the asked actor comes into the events: by name, or through a group."""
    if len(query.actors) != 1 or not found:
        return ""
    name = query.actors[0].name
    through = sum(1 for document in found if document["match"]["actors"][name]["through"])
    if not through:
        return f" All name {name}; none comes only through a group."
    return f" {len(found) - through} name {name}; {through} only through a group."
