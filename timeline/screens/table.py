"""The list of events by year: two lines an event, or one on a wide screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from timeline.documents.wording import (
    below_its_year,
    bracketed,
    bracketed_runs,
    count,
    enumerated,
    part,
    year,
)
from timeline.roles import CONCERNED
from timeline.screens.layout import side_by_side, styled

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.documents.schema import Document

_WIDE = 120
"""Cells from which an event has one line."""
_NARROW = 60
"""Cells below which the date has a line of its own."""
_DATE_WIDTH = 15
_MAX_ACTORS = 4
"""Actors that are named; of the others the number is given."""


def draw(documents: Iterable[Document], console: Console) -> Iterator[Text]:
    """The events below headings for their years."""
    current = None
    row = _wide if console.width >= _WIDE else _two_lines
    for document in documents:
        if year(document) != current:
            if current is not None:
                yield Text()
            current = year(document)
            yield Text(f" {current or 'no date'}", style="bold")
        yield from row(document, console)


def _two_lines(document: Document, console: Console) -> Iterator[Text]:
    more = Text()
    more.append_text(styled(document["id"], "magenta"))
    for words in (*_participants(document), count(len(document["citations"]), "quote")):
        more.append(" · ", style="dim").append_text(styled(words, "dim"))
    if console.width < _NARROW:
        yield from side_by_side([(Text(), 0), (_when(document), console.width - 4)], console)
        yield from side_by_side(
            [(Text(), 1), (styled(document["title"], "bold"), console.width - 5)], console
        )
        yield from side_by_side([(Text(), 1), (more, console.width - 5)], console)
        return
    width = console.width - _DATE_WIDTH - 5
    yield from _indented([(_when(document), _DATE_WIDTH), (styled(document["title"]), width)], console)
    yield from _indented([(Text(), _DATE_WIDTH), (more, width)], console)


def _wide(document: Document, console: Console) -> Iterator[Text]:
    width = console.width - _DATE_WIDTH - 41 - 13
    title = width * 11 // 20
    cells = [
        (_when(document), _DATE_WIDTH + 1),
        (styled(document["title"]), title),
        (styled(document["id"], "magenta"), 36),
        (styled(" · ".join(_participants(document)), "dim"), width - title),
        (styled(count(len(document["citations"]), "quote"), "dim"), 9),
    ]
    yield from _indented(cells, console)


def _indented(cells: list[tuple[Text, int]], console: Console) -> Iterator[Text]:
    return (Text(" ").append_text(line) for line in side_by_side(cells, console))


def _when(document: Document) -> Text:
    """The date without the year of the heading, after a `?` if it possibly matches the filter."""
    match = document.get("match")
    mark = "? " if match and match["certainty"] == "possible" else ""
    return styled(f"{mark}{below_its_year(document)}")


def _participants(document: Document) -> list[str]:
    """The parts of the actors in the filter, or all actors; and the status of what was not held."""
    status = bracketed(document["status"], document["evidence"]["status"])
    statuses = [] if document["status"] == "held" else [status]
    match = document.get("match")
    if match is None or not match["actors"]:
        return [*([_names(document)] if document["actors"] else []), *statuses]
    parts = []
    for name, matched in match["actors"].items():
        own = next((actor for actor in document["actors"] if actor["name"] == name), None)
        role = part(own) if own else _via(document, matched["through"])
        mark = "? " if matched["certainty"] == "possible" else ""
        parts.append(f"{mark}{name}: {role}" if len(match["actors"]) > 1 else f"{mark}{role}")
    return [*parts, *statuses]


def _names(document: Document) -> str:
    names = [bracketed_runs(actor["runs"][:1]) for actor in document["actors"]]
    return enumerated(names, _MAX_ACTORS)


def _via(document: Document, groups: list[str]) -> str:
    """The groups through which an actor matches, with their role where they did not take part.

    Without groups the actor does not match at all, because a filter named several alternatives: then all
    actors of the event.
    """
    if not groups:
        return _names(document)
    roles = {role for actor in document["actors"] if actor["name"] in groups for role in actor["roles"]}
    concerned = f"concerned ({', '.join(sorted(roles))}) " if roles <= set(CONCERNED) else ""
    return f"{concerned}via {', '.join(groups)}"
