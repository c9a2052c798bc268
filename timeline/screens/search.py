"""Hits of a search for people: each passage with its hits marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from timeline.documents.wording import bracketed_runs
from timeline.screens.layout import block, styled

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.reports.search import HitReport


def draw_hits(hits: Iterable[HitReport], console: Console) -> Iterator[Text]:
    """Events by id and title, texts by place; below each its passage, with «» around the words."""
    for number, hit in enumerate(hits):
        if number:
            yield Text()
        head = styled(hit["event"] or hit["location"] or "", "magenta")
        for words in (hit["title"], bracketed_runs(hit["runs"])):
            head.append_text(styled(f"  {words}" if words else ""))
        yield from block(head, 1, console)
        yield from block(_marked(hit), 5, console)


def _marked(hit: HitReport) -> Text:
    line, at = Text(), 0
    for start, end in hit["highlights"]:
        line.append_text(styled(hit["text"][at:start])).append_text(
            styled(f"«{hit['text'][start:end]}»", "bold")
        )
        at = end
    return line.append_text(styled(hit["text"][at:]))
