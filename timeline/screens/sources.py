"""The list of sources: a few lines for each stored text, and how many sources have none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from timeline.dates import parse, say
from timeline.documents.wording import count
from timeline.screens.layout import READABLE, block, heading, side_by_side, styled
from timeline.text.escape import visible

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.reports.sources import SourceRow

_HEADER = "id\tpublisher\tpublished\tcoverage\tstate\tfound\tlost\tevents\tsentences\tcited\tpart\tnotes\n"
_STATES = {
    "unchanged": "unchanged",
    "changed": "TEXT CHANGED",
    "unrecorded": "no sha256 recorded",
    "missing": "TEXT MISSING",
}


def write_sources(rows: Iterable[SourceRow]) -> Iterator[str]:
    """Tab-separated lines with a header; unknown values are empty."""
    yield _HEADER
    for row in rows:
        counts = row["sentence_counts"]
        cells = [row["id"], row["publisher"], row["published"], row["coverage"], row["state"]]
        cells += map(str, (row["quote_counts"]["found"], row["quote_counts"]["lost"], len(row["event_ids"])))
        cells += [str(counts[key]) for key in ("total", "cited", "part")] if counts else ["", "", ""]
        yield "\t".join(visible(cell or "") for cell in [*cells, str(row["note_count"])]) + "\n"


def draw_sources(rows: list[SourceRow], console: Console, *, everything: bool = False) -> Iterator[Text]:
    """The stored texts; of the other sources their number, or with `everything` a line for each."""
    console.width = min(console.width, READABLE)
    stored = [row for row in rows if row["state"] != "not stored"]
    for number, row in enumerate(stored):
        if number:
            yield Text()
        yield from heading(row["id"], _STATES[row["state"]], console)
        for words in filter(None, (" · ".join(_origin(row)), " · ".join(_use(row)))):
            yield from block(styled(words), 3, console)
    others = [row for row in rows if row["state"] == "not stored"]
    if stored and others:
        yield Text()
    yield from _metadata_only(others, console) if everything else _number(others, console)


def _origin(row: SourceRow) -> Iterator[str]:
    published = say(parse(row["published"])) if row["published"] else None
    yield from (word for word in (row["author"], row["publisher"], published, row["coverage"]) if word)
    if row["rewrite_of"]:
        yield f"a rewrite of {row['rewrite_of']}"


def _use(row: SourceRow) -> Iterator[str]:
    """How many quotations and events use it, and how many of its sentences are quoted."""
    quotes, sentences = row["quote_counts"], row["sentence_counts"]
    yield count(quotes["found"], "quote") + (f" and {quotes['lost']:,} NOT FOUND" if quotes["lost"] else "")
    yield count(len(row["event_ids"]), "event")
    if sentences:
        part = f", {sentences['part']:,} in part" if sentences["part"] else ""
        yield f"{sentences['cited']:,} of {count(sentences['total'], 'sentence')} cited{part}"


def _number(rows: list[SourceRow], console: Console) -> Iterator[Text]:
    if rows:
        unused = sum(not row["note_count"] for row in rows)
        verb = "source has" if len(rows) == 1 else "sources have"
        words = f"{len(rows):,} more {verb} no stored text"
        words += f"; no curator’s note refers to {unused:,} of them" if unused else ""
        yield from block(styled(f"{words}: timeline sources --all"), 1, console)


def _metadata_only(rows: list[SourceRow], console: Console) -> Iterator[Text]:
    """A line for each source: how many notes refer to it, its id, publisher and date."""
    if not rows:
        return
    width = max(20, console.width - 11)
    titles = [(Text(" notes", style="bold"), 6), (Text("metadata only, no stored text", style="bold"), width)]
    yield from side_by_side(titles, console)
    for row in rows:
        published = say(parse(row["published"])) if row["published"] else None
        origin = ", ".join(word for word in (row["publisher"], published) if word)
        line = styled(row["id"], "magenta").append_text(styled(f"  {origin}" if origin else "", "dim"))
        yield from side_by_side([(styled(f"{row['note_count']:>6}"), 6), (line, width)], console)
