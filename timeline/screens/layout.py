"""Columns and paragraphs on a screen: every text is wrapped, none is cut."""

from collections.abc import Iterator
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from timeline.text.escape import visible


def styled(words: str, style: str = "") -> Text:
    """Text from data, safe to look at, in a style of ours."""
    return Text(visible(words), style=style)


def wrapped(text: Text, width: int, console: Console) -> list[Text]:
    """The lines of a text in a column of `width` cells; a longer word is folded, never cut."""
    return list(text.wrap(console, max(1, width), overflow="fold")) or [Text()]


def side_by_side(cells: list[tuple[Text, int]], console: Console) -> Iterator[Text]:
    """Cells with their widths as lines: each wraps in its own column, none touches the next."""
    columns = [wrapped(text, width, console) for text, width in cells]
    for row in zip_longest(*columns):
        line = Text()
        for cell, (_, width) in zip(row, cells, strict=True):
            piece = cell.copy() if cell is not None else Text()
            piece.rstrip()
            piece.pad_right(max(0, width - piece.cell_len))
            line.append_text(piece)
            line.append("  ")
        line.rstrip()
        yield line


def block(text: Text, indent: int, console: Console) -> Iterator[Text]:
    """A paragraph set in from the left."""
    for line in wrapped(text, console.width - indent - 1, console):
        line.rstrip()
        yield Text(" " * indent).append_text(line)


def with_right_margin(text: Text, margin: str, indent: int, console: Console) -> Iterator[Text]:
    """A paragraph with a mark in the right margin of its last line: who says so."""
    room = max(8, len(margin) + 2)
    lines = wrapped(text, console.width - indent - room - 1, console)
    for number, line in enumerate(lines, 1):
        line.rstrip()
        out = Text(" " * indent).append_text(line)
        if margin and number == len(lines):
            out.pad_right(max(1, console.width - room - out.cell_len))
            out.append(margin, style="dim")
        yield out


def heading(title: str, mark: str, console: Console) -> Iterator[Text]:
    """The top of a page: the title on the left, a short mark on the right, or two lines."""
    left, right = styled(title, "bold"), styled(mark, "magenta")
    if left.cell_len + right.cell_len + 4 > console.width:
        yield from block(left, 1, console)
        yield from block(right, 1, console)
        return
    left.pad_right(console.width - left.cell_len - right.cell_len - 2)
    yield Text(" ").append_text(left).append_text(right)
