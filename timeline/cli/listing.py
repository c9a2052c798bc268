"""A list for a person: the table, and on stderr how much it is of what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.cli.output import log, render_lines, screen_height, write
from timeline.cli.pager import paged
from timeline.exporters.decoding import decoded
from timeline.screens.table import draw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.cli.formats import Chosen
    from timeline.documents.schema import Document
    from timeline.exporters import Published
    from timeline.query import Query
    from timeline.store import Store


class Tally:
    """Counts documents as they pass by: how many there are, and how many come only through a group."""

    def __init__(self, query: Query) -> None:
        self.events = 0
        self.through = 0
        self.whole = False
        """Whether the last one has passed: a reader may leave the pager before."""
        self._name = query.actors[0].name if len(query.actors) == 1 else None

    def count(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The same documents, counted."""
        for document in documents:
            self.events += 1
            if self._name is not None and document["match"]["actors"][self._name]["through"]:
                self.through += 1
            yield document
        self.whole = True

    def how(self) -> str:
        """How the asked actor comes into the events: by name, or through a group."""
        if self._name is None or not self.events:
            return ""
        if not self.through:
            return f" All name {self._name}; none comes only through a group."
        return f" {self.events - self.through} name {self._name}; {self.through} only through a group."


def show_table(store: Store, query: Query, answers: Iterable[Published], chosen: Chosen) -> None:
    """Draw the events as they come, through the pager when they are more than a screen; say how many."""
    tally = Tally(query)
    documents = tally.count(decoded(answers))
    lines = render_lines(lambda console: draw(documents, console), chosen.file)
    if chosen.paged and chosen.file is None:
        lines = paged(lines, screen_height())
    write(lines, chosen.file)
    if not tally.whole:
        return
    limited = query.limit is not None and tally.events == query.limit
    more = ", as --limit asks; there may be more." if limited else "."
    log(f"\n{tally.events} of {store.count()} events{more}{tally.how()}")
    if tally.events:
        log("[ ] is the curator's word, in no stored text. Ask: timeline why ID")
