"""The page of a source: what is known of it, the state of its text, and how the text is used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from timeline.dates import parse, say_fully
from timeline.documents.wording import count
from timeline.screens.layout import block, heading, styled
from timeline.screens.passages import draw_passages

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.reports.sources import SourceReport

READABLE = 100
"""Cells beyond which lines are hard to read."""


def draw_source(report: SourceReport, console: Console) -> Iterator[Text]:
    """The coverage of a stored text, or what is known of another source."""
    console.width = min(console.width, READABLE)
    if report["title"]:
        yield from heading(report["title"], report["id"], console)
    else:
        yield from block(styled(report["id"], "bold"), 1, console)
    if known := " · ".join(_known(report)):
        yield from block(styled(known), 1, console)
    if report["url"] and not report["sentence_counts"]:
        yield from block(styled(report["url"]), 1, console)
    if kept := " · ".join(_kept(report)):
        yield from block(styled(kept), 1, console)
    yield from block(styled(" · ".join(_text(report))), 1, console)
    yield from _sentences(report, console)
    if report["passages"]:
        yield Text()
    yield from draw_passages(report["passages"], console)
    yield from _pointing(report, console)


def _known(report: SourceReport) -> Iterator[str]:
    """Who, where, when, how much of it, and what is a rewrite of what."""
    when = say_fully(parse(report["published"])) if report["published"] else None
    yield from (word for word in (report["author"], report["publisher"], when) if word)
    if report["coverage"]:
        spot = report["truncated_at"]
        yield report["coverage"] + (f", breaks off at {spot['line']}:{spot['column']}" if spot else "")
    if report["rewrite_of"]:
        yield f"a rewrite of {report['rewrite_of']}"
    if report["rewritten_by"]:
        yield f"rewritten by {', '.join(report['rewritten_by'])}"


def _kept(report: SourceReport) -> Iterator[str]:
    """When it was fetched, where a copy is, in which language, under what rights."""
    if report["retrieved"]:
        yield f"retrieved {say_fully(parse(report['retrieved']))}"
    if report["archived"]:
        yield f"archived at {report['archived']}"
    if report["language"]:
        yield f"language: {report['language']}"
    if report["rights"]:
        yield f"rights: {report['rights']}"


def _text(report: SourceReport) -> Iterator[str]:
    """The state of the text against the ledger, and what rests on it."""
    now, recorded = (f"{(digest or '')[:8]}…" for digest in (report["sha256"], report["recorded_sha256"]))
    yield {
        "unchanged": f"text unchanged (sha256 {now})",
        "changed": f"TEXT CHANGED: its sha256 is {now}, the ledger has {recorded}",
        "unrecorded": f"no sha256 recorded (it is {now}): a change would not be seen",
        "missing": f"TEXT MISSING: there is no seeds/{report['file']}",
        "not stored": "known, not stored: nothing can be quoted from it",
    }[report["state"]]
    quotes = report["quote_counts"]
    if report["sentence_counts"] or quotes["found"]:
        yield f"{count(quotes['found'], 'quote')} found"
    if quotes["lost"]:
        yield f"{count(quotes['lost'], 'quote')} NOT FOUND"
    if report["sentence_counts"] or report["event_ids"]:
        yield count(len(report["event_ids"]), "event")


def _sentences(report: SourceReport, console: Console) -> Iterator[Text]:
    """How many sentences are quoted; at the right the repetitions, which are counted once."""
    numbers = report["sentence_counts"]
    if numbers is None:
        return
    line = styled(
        f"{count(numbers['total'], 'sentence')}: {numbers['cited']:,} cited, {numbers['part']:,} in part, "
        f"{numbers['uncited']:,} not"
    )
    if numbers["repeated"]:
        repeated = f"({numbers['repeated']:,} repeated, counted once)"
        line.pad_right(max(3, console.width - 2 - line.cell_len - len(repeated)))
        line.append(repeated, style="dim")
    yield from block(line, 1, console)


def _pointing(report: SourceReport, console: Console) -> Iterator[Text]:
    """The curator's notes that point to it: for a text that is here by event, else in full."""
    notes = report["curator_notes"]
    if not notes:
        return
    verb = "points" if len(notes) == 1 else "point"
    head = f"{len(notes):,} curator’s {'note' if len(notes) == 1 else 'notes'} {verb} to it"
    yield Text()
    if report["sentence_counts"]:
        events = dict.fromkeys(one["event"] for one in notes)
        yield from block(styled(f"{head}: ").append(", ".join(events), style="magenta"), 1, console)
        return
    yield Text(f" {head}", style="bold")
    for one in notes:
        yield from block(styled(one["event"], "magenta"), 3, console)
        yield from block(styled(one["note"]), 5, console)
        yield from block(styled(f"for: {', '.join(one['supports']) or 'context'}", "dim"), 5, console)
