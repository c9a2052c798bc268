"""A text passage by passage: `|` is quoted, `:` in part, and the blank is the list of what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from timeline.screens.layout import styled, wrapped
from timeline.text.escape import visible

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.reports.passages import PassageReport

_MARKS = {"cited": ("|", "green"), "part": (":", "yellow"), "uncited": (" ", "")}
_NARROW = 16
"""Cells that words have at least; what would stand at their right stands below them then."""
_ASIDE = {"text": "", "repeat": "", "title": "title", "notice": "not article text"}


def draw_passages(listed: list[PassageReport], console: Console) -> Iterator[Text]:
    """Each under its own line:column, with its mark on every line and the events that quote it below."""
    places = max([8, *(len(_place(one)) + 2 for one in listed)])
    for number, one in enumerate(listed):
        yield from _passage(one, places, console)
        if one["kind"] == "title" and number + 1 < len(listed):
            yield Text()


def _passage(one: PassageReport, places: int, console: Console) -> Iterator[Text]:
    mark, style = _MARKS["uncited" if one["kind"] == "repeat" else one["state"]]
    place, aside = _place(one), _ASIDE[one["kind"]]
    below = [styled(", ".join(one["event_ids"]), "magenta")] if one["event_ids"] else []
    room = max(_NARROW, console.width - places - 4)
    if aside and room - len(aside) - 2 < _NARROW:
        below, aside = [*below, styled(aside, "dim")], ""
    room -= len(aside) + 2 if aside else 0
    lines = [line for text in (_words(one), *below) for line in wrapped(text, room, console)]
    for number, line in enumerate(lines):
        line.rstrip()
        out = Text(" ").append(mark, style=style).append(" ")
        out.append(f"{'' if number else place:{places}}", style="magenta").append_text(line)
        if aside and number == 0:
            out.pad_right(max(2, console.width - 1 - out.cell_len - len(aside)))
            out.append(aside, style="dim")
        out.rstrip()
        yield out


def _whole_lines(one: PassageReport) -> bool:
    """Whether it repeats whole lines, and not one sentence of a line."""
    return one["same_as"] is not None and one["same_as"]["column"] == 1 and one["column"] == 1


def _place(one: PassageReport) -> str:
    """`2:1`; `4–5` for whole lines that are a repetition."""
    return _lines(one["line"], one["last_line"]) if _whole_lines(one) else f"{one['line']}:{one['column']}"


def _lines(first: int, last: int) -> str:
    return f"{first}–{last}" if last > first else str(first)


def _words(one: PassageReport) -> Text:
    """The words of a passage, with «» around those that are quoted where it is not all of them."""
    if one["same_as"]:
        same = one["same_as"]
        sentence = f"{same['line']}:{same['column']}"
        there = _lines(same["line"], same["last_line"]) if _whole_lines(one) else sentence
        return styled(f"the same as {there}, word for word", "dim")
    if one["state"] != "part":
        return styled(one["text"], "dim" if _ASIDE[one["kind"]] else "")
    shown, cursor, words, offset = Text(), 0, one["text"], one["start"]
    for stretch in one["quoted_ranges"]:
        start, end = stretch["start"] - offset, stretch["end"] - offset
        shown.append(visible(words[cursor:start]))
        shown.append(f"«{visible(words[start:end])}»", style="bold")
        cursor = end
    return shown.append(visible(words[cursor:]))
