"""Hits of a search, each with the words that were found in «»."""

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
    """Id, title and date of an event, or the position in a stored text; below it the passage."""
    for number, hit in enumerate(hits):
        if number:
            yield Text()
        yield from block(_source(hit), 1, console)
        yield from block(_passage(hit), 5, console)


def _source(hit: HitReport) -> Text:
    line = styled(hit["event"] or hit["location"] or "", "magenta")
    for words in (hit["title"], bracketed_runs(hit["runs"])):
        line.append_text(styled(f"  {words}" if words else ""))
    return line


def _passage(hit: HitReport) -> Text:
    """The passage, with «» around its highlights."""
    line, cursor, text = Text(), 0, hit["text"]
    for start, end in hit["highlights"]:
        line.append_text(styled(text[cursor:start])).append_text(styled(f"«{text[start:end]}»", "bold"))
        cursor = end
    return line.append_text(styled(text[cursor:]))
