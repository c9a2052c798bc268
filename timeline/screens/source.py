"""The page of a source: its record, the state of its text, and the text passage by passage.

In the left margin of a passage `|` means quoted and `:` quoted in part. What has neither mark is what a
curator can still use.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from timeline.dates import parse, say_fully
from timeline.documents.wording import count
from timeline.screens.layout import READABLE, block, heading, styled, wrapped
from timeline.text.escape import visible

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.reports.passages import PassageReport
    from timeline.reports.sources import SourceReport

_MARKS = {"cited": ("|", "green"), "part": (":", "yellow"), "uncited": (" ", "")}
_ASIDE = {"text": "", "repeat": "", "title": "title", "notice": "not article text"}
"""What is written to the right of a passage, by its kind."""

_NARROWEST = 16
"""The least width of a passage in cells. Where an aside would leave less, it goes below the passage."""


def draw_source(report: SourceReport, console: Console) -> Iterator[Text]:
    """The whole page; for a source without a stored text, its record and the notes that refer to it."""
    console.width = min(console.width, READABLE)
    if report["title"]:
        yield from heading(report["title"], report["id"], console)
    else:
        yield from block(styled(report["id"], "bold"), 1, console)
    if origin := " · ".join(_origin(report)):
        yield from block(styled(origin), 1, console)
    if report["url"] and not report["sentence_counts"]:
        yield from block(styled(report["url"]), 1, console)
    if archive := " · ".join(_archive(report)):
        yield from block(styled(archive), 1, console)
    yield from block(styled(" · ".join(_state(report))), 1, console)
    yield from _sentence_counts(report, console)
    if report["passages"]:
        yield Text()
    yield from _passages(report["passages"], console)
    yield from _notes(report, console)


def _origin(report: SourceReport) -> Iterator[str]:
    """Author, publisher and date; how much of the text is stored; its rewrites and what it rewrites."""
    published = say_fully(parse(report["published"])) if report["published"] else None
    yield from (word for word in (report["author"], report["publisher"], published) if word)
    if report["coverage"]:
        end = report["truncated_at"]
        yield report["coverage"] + (f", truncated at {end['line']}:{end['column']}" if end else "")
    if report["rewrite_of"]:
        yield f"a rewrite of {report['rewrite_of']}"
    if report["rewritten_by"]:
        yield f"rewritten by {', '.join(report['rewritten_by'])}"


def _archive(report: SourceReport) -> Iterator[str]:
    """When it was retrieved, where a copy is, its language and its rights."""
    if report["retrieved"]:
        yield f"retrieved {say_fully(parse(report['retrieved']))}"
    if report["archived"]:
        yield f"archived at {report['archived']}"
    if report["language"]:
        yield f"language: {report['language']}"
    if report["rights"]:
        yield f"rights: {report['rights']}"


def _state(report: SourceReport) -> Iterator[str]:
    """Whether the stored text is the one that was recorded, and how much quotes it."""
    actual, recorded = (f"{(digest or '')[:8]}…" for digest in (report["sha256"], report["recorded_sha256"]))
    yield {
        "unchanged": f"text unchanged (sha256 {actual})",
        "changed": f"TEXT CHANGED: its sha256 is {actual}, recorded is {recorded}",
        "unrecorded": f"no sha256 recorded (it is {actual}): changes cannot be detected",
        "missing": f"TEXT MISSING: seeds/{report['file']} does not exist",
        "not stored": "metadata only: no stored text to quote from",
    }[report["state"]]
    quotes = report["quote_counts"]
    if report["sentence_counts"] or quotes["found"]:
        yield f"{count(quotes['found'], 'quote')} found"
    if quotes["lost"]:
        yield f"{count(quotes['lost'], 'quote')} NOT FOUND"
    if report["sentence_counts"] or report["event_ids"]:
        yield count(len(report["event_ids"]), "event")


def _sentence_counts(report: SourceReport, console: Console) -> Iterator[Text]:
    """How many sentences are quoted, and on the right how many repetitions were not counted."""
    counts = report["sentence_counts"]
    if counts is None:
        return
    line = styled(
        f"{count(counts['total'], 'sentence')}: {counts['cited']:,} cited, {counts['part']:,} in part, "
        f"{counts['uncited']:,} not"
    )
    if counts["repeated"]:
        repeated = f"({counts['repeated']:,} repeated, counted once)"
        line.pad_right(max(3, console.width - 2 - line.cell_len - len(repeated)))
        line.append(repeated, style="dim")
    yield from block(line, 1, console)


def _passages(passages: list[PassageReport], console: Console) -> Iterator[Text]:
    """Each passage after its line:column, with its mark on every line and its events below."""
    width = max([8, *(len(_position(passage)) + 2 for passage in passages)])
    for number, passage in enumerate(passages):
        yield from _passage(passage, width, console)
        if passage["kind"] == "title" and number + 1 < len(passages):
            yield Text()


def _passage(passage: PassageReport, position_width: int, console: Console) -> Iterator[Text]:
    mark, style = _MARKS["uncited" if passage["kind"] == "repeat" else passage["state"]]
    position, aside = _position(passage), _ASIDE[passage["kind"]]
    below = [styled(", ".join(passage["event_ids"]), "magenta")] if passage["event_ids"] else []
    width = max(_NARROWEST, console.width - position_width - 4)
    if aside and width - len(aside) - 2 < _NARROWEST:
        below, aside = [*below, styled(aside, "dim")], ""
    width -= len(aside) + 2 if aside else 0
    lines = [line for text in (_words(passage), *below) for line in wrapped(text, width, console)]
    for number, line in enumerate(lines):
        line.rstrip()
        out = Text(" ").append(mark, style=style).append(" ")
        out.append(f"{'' if number else position:{position_width}}", style="magenta").append_text(line)
        if aside and number == 0:
            out.pad_right(max(2, console.width - 1 - out.cell_len - len(aside)))
            out.append(aside, style="dim")
        out.rstrip()
        yield out


def _repeats_whole_lines(passage: PassageReport) -> bool:
    """Whether it repeats earlier lines, and not only a sentence in one of them."""
    original = passage["same_as"]
    return original is not None and original["column"] == 1 and passage["column"] == 1


def _position(passage: PassageReport) -> str:
    """`2:1`, or `4–5` for lines that repeat earlier ones."""
    if _repeats_whole_lines(passage):
        return _lines(passage["line"], passage["last_line"])
    return f"{passage['line']}:{passage['column']}"


def _lines(first: int, last: int) -> str:
    return f"{first}–{last}" if last > first else str(first)


def _words(passage: PassageReport) -> Text:
    """The words, with «» around what is quoted where that is only a part; of a repetition where it is
    repeated from.
    """
    if original := passage["same_as"]:
        first, last = original["line"], original["last_line"]
        lines = f"{'lines' if last > first else 'line'} {_lines(first, last)}"
        sentence = f"{first}:{original['column']}"
        return styled(f"identical to {lines if _repeats_whole_lines(passage) else sentence}", "dim")
    if passage["state"] != "part":
        return styled(passage["text"], "dim" if _ASIDE[passage["kind"]] else "")
    shown, cursor, words, offset = Text(), 0, passage["text"], passage["start"]
    for quoted in passage["quoted_ranges"]:
        start, end = quoted["start"] - offset, quoted["end"] - offset
        shown.append(visible(words[cursor:start]))
        shown.append(f"«{visible(words[start:end])}»", style="bold")
        cursor = end
    return shown.append(visible(words[cursor:]))


def _notes(report: SourceReport, console: Console) -> Iterator[Text]:
    """The curator's notes that refer to it: for a stored text only their events, else in full."""
    notes = report["curator_notes"]
    if not notes:
        return
    verb = "refers" if len(notes) == 1 else "refer"
    title = f"{len(notes):,} curator’s {'note' if len(notes) == 1 else 'notes'} {verb} to it"
    yield Text()
    if report["sentence_counts"]:
        events = dict.fromkeys(note["event"] for note in notes)
        yield from block(styled(f"{title}: ").append(", ".join(events), style="magenta"), 1, console)
        return
    yield Text(f" {title}", style="bold")
    for note in notes:
        yield from block(styled(note["event"], "magenta"), 3, console)
        yield from block(styled(note["note"]), 5, console)
        yield from block(styled(f"for: {', '.join(note['supports']) or 'context'}", "dim"), 5, console)
