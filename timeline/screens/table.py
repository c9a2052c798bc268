"""The list that people read: by year, two lines an event, one where the screen is wide."""

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

WIDE = 120
"""Cells from which on one line holds an event."""
_NARROW = 60
_DATE = 15
_MOST_ACTORS = 4


def draw(documents: Iterable[Document], console: Console) -> Iterator[Text]:
    """A heading for each year, its events below it."""
    current = None
    row = _wide if console.width >= WIDE else _two_lines
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
    for words in (*_who(document), count(len(document["citations"]), "quote")):
        more.append(" · ", style="dim").append_text(styled(words, "dim"))
    if console.width < _NARROW:
        yield from side_by_side([(Text(), 0), (_when(document), console.width - 4)], console)
        yield from side_by_side(
            [(Text(), 1), (styled(document["title"], "bold"), console.width - 5)], console
        )
        yield from side_by_side([(Text(), 1), (more, console.width - 5)], console)
        return
    room = console.width - _DATE - 5
    yield from _indented([(_when(document), _DATE), (styled(document["title"]), room)], console)
    yield from _indented([(Text(), _DATE), (more, room)], console)


def _wide(document: Document, console: Console) -> Iterator[Text]:
    room = console.width - _DATE - 41 - 13
    title = room * 11 // 20
    cells = [
        (_when(document), _DATE + 1),
        (styled(document["title"]), title),
        (styled(document["id"], "magenta"), 36),
        (styled(" · ".join(_who(document)), "dim"), room - title),
        (styled(count(len(document["citations"]), "quote"), "dim"), 9),
    ]
    yield from _indented(cells, console)


def _indented(cells: list[tuple[Text, int]], console: Console) -> Iterator[Text]:
    return (Text(" ").append_text(line) for line in side_by_side(cells, console))


def _when(document: Document) -> Text:
    """The date without the year that stands above it; `?` before one that only may match."""
    match = document.get("match")
    mark = "? " if match and match["certainty"] == "possible" else ""
    return styled(f"{mark}{below_its_year(document)}")


def _who(document: Document) -> list[str]:
    """As what the asked actors were there, or who was there; and what kind of happening it is not yet."""
    status = bracketed(document["status"], document["evidence"]["status"])
    state = [] if document["status"] == "held" else [status]
    match = document.get("match")
    if match is None or not match["actors"]:
        return [*([_names(document)] if document["actors"] else []), *state]
    asked = []
    for name, matched in match["actors"].items():
        own = next((actor for actor in document["actors"] if actor["name"] == name), None)
        words = part(own) if own else _via(document, matched["through"])
        maybe = "? " if matched["certainty"] == "possible" else ""
        asked.append(f"{maybe}{name}: {words}" if len(match["actors"]) > 1 else f"{maybe}{words}")
    return [*asked, *state]


def _names(document: Document) -> str:
    names = [bracketed_runs(actor["runs"][:1]) for actor in document["actors"]]
    return enumerated(names, _MOST_ACTORS)


def _via(document: Document, groups: list[str]) -> str:
    """Through which groups, and as what where these were merely concerned; who was there, where through
    none: a comma asked for any of several actors.
    """
    if not groups:
        return _names(document)
    roles = {role for actor in document["actors"] if actor["name"] in groups for role in actor["roles"]}
    concerned = f"concerned ({', '.join(sorted(roles))}) " if roles <= set(CONCERNED) else ""
    return f"{concerned}via {', '.join(groups)}"
