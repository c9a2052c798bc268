"""The list of the sources: each stored text with what rests on it, and how many are only known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from timeline.dates import parse, say
from timeline.documents.wording import count
from timeline.screens.layout import block, heading, side_by_side, styled
from timeline.screens.source import READABLE
from timeline.text.escape import visible

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.reports.sources import SourceRow

HEADER = "id\tpublisher\tpublished\tcoverage\tstate\tfound\tlost\tevents\tsentences\tcited\tpart\tnotes\n"
_STATES = {
    "unchanged": "unchanged",
    "changed": "TEXT CHANGED",
    "unrecorded": "no sha256 recorded",
    "missing": "TEXT MISSING",
}


def write_sources(rows: Iterable[SourceRow]) -> Iterator[str]:
    """Tab-separated lines with a header; what is not known is empty."""
    yield HEADER
    for row in rows:
        numbers = row["sentence_counts"]
        cells = [row["id"], row["publisher"], row["published"], row["coverage"], row["state"]]
        cells += map(str, (row["quote_counts"]["found"], row["quote_counts"]["lost"], len(row["event_ids"])))
        cells += [str(numbers[key]) for key in ("total", "cited", "part")] if numbers else ["", "", ""]
        yield "\t".join(visible(cell or "") for cell in [*cells, str(row["note_count"])]) + "\n"


def draw_sources(rows: list[SourceRow], console: Console, *, everything: bool = False) -> Iterator[Text]:
    """A few lines for each stored text; the sources that are only known folded to their number, or listed."""
    console.width = min(console.width, READABLE)
    stored = [row for row in rows if row["state"] != "not stored"]
    for number, row in enumerate(stored):
        if number:
            yield Text()
        yield from heading(row["id"], _STATES[row["state"]], console)
        for words in filter(None, (" · ".join(_known(row)), " · ".join(_use(row)))):
            yield from block(styled(words), 3, console)
    known = [row for row in rows if row["state"] == "not stored"]
    if stored and known:
        yield Text()
    yield from _listed(known, console) if everything else _folded(known, console)


def _known(row: SourceRow) -> Iterator[str]:
    when = say(parse(row["published"])) if row["published"] else None
    yield from (word for word in (row["author"], row["publisher"], when, row["coverage"]) if word)
    if row["rewrite_of"]:
        yield f"a rewrite of {row['rewrite_of']}"


def _use(row: SourceRow) -> Iterator[str]:
    quotes, numbers = row["quote_counts"], row["sentence_counts"]
    yield count(quotes["found"], "quote") + (f" and {quotes['lost']:,} NOT FOUND" if quotes["lost"] else "")
    yield count(len(row["event_ids"]), "event")
    if numbers:
        part = f", {numbers['part']:,} in part" if numbers["part"] else ""
        yield f"{numbers['cited']:,} of {count(numbers['total'], 'sentence')} cited{part}"


def _folded(known: list[SourceRow], console: Console) -> Iterator[Text]:
    if known:
        idle = sum(not row["note_count"] for row in known)
        verb = "source is" if len(known) == 1 else "sources are"
        words = f"{len(known):,} more {verb} known and not stored"
        words += f"; no curator’s note points to {idle:,} of them" if idle else ""
        yield from block(styled(f"{words}: timeline sources --all"), 1, console)


def _listed(known: list[SourceRow], console: Console) -> Iterator[Text]:
    """One line a source: how many notes point there, its id, publisher and date."""
    if not known:
        return
    room = max(20, console.width - 11)
    heads = [(Text(" notes", style="bold"), 6), (Text("only known, not stored", style="bold"), room)]
    yield from side_by_side(heads, console)
    for row in known:
        when = say(parse(row["published"])) if row["published"] else None
        words = ", ".join(word for word in (row["publisher"], when) if word)
        line = styled(row["id"], "magenta").append_text(styled(f"  {words}" if words else "", "dim"))
        yield from side_by_side([(styled(f"{row['note_count']:>6}"), 6), (line, room)], console)
