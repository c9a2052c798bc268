"""Columns, paragraphs and headings. Every text is wrapped, and none is cut off. Widths are in cells."""

from collections.abc import Iterator
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from timeline.text.escape import visible

READABLE = 100
"""The width of pages on a wide screen: longer lines are hard to read."""


def styled(words: str, style: str = "") -> Text:
    """Text from data in one style, with control and invisible characters in visible form."""
    return Text(visible(words), style=style)


def wrapped(text: Text, width: int, console: Console) -> list[Text]:
    """The lines of a text in a column. A word that is longer than a line continues on the next."""
    return list(text.wrap(console, max(1, width), overflow="fold")) or [Text()]


def side_by_side(cells: list[tuple[Text, int]], console: Console) -> Iterator[Text]:
    """A row of a table. Each cell has a text and a width and is wrapped in its own column; two spaces
    separate the columns.
    """
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


def labelled(label: str, words: str, width: int, console: Console) -> Iterator[Text]:
    """A bold label in a column of `width`, and the words beside it."""
    cells = [(styled(f" {label}", "bold"), width), (styled(words), console.width - width - 4)]
    return side_by_side(cells, console)


def block(text: Text, indent: int, console: Console) -> Iterator[Text]:
    """A paragraph that is indented on the left."""
    for line in wrapped(text, console.width - indent - 1, console):
        line.rstrip()
        yield Text(" " * indent).append_text(line)


def with_right_margin(text: Text, margin: str, indent: int, console: Console) -> Iterator[Text]:
    """A paragraph with a short text in the right margin of its last line."""
    margin_width = max(8, len(margin) + 2)
    lines = wrapped(text, console.width - indent - margin_width - 1, console)
    for number, line in enumerate(lines, 1):
        line.rstrip()
        out = Text(" " * indent).append_text(line)
        if margin and number == len(lines):
            out.pad_right(max(1, console.width - margin_width - out.cell_len))
            out.append(margin, style="dim")
        yield out


def heading(title: str, mark: str, console: Console) -> Iterator[Text]:
    """The top of a page: a title on the left and a short text on the right, or both on lines of their own
    where one line is too short.
    """
    left, right = styled(title, "bold"), styled(mark, "magenta")
    if left.cell_len + right.cell_len + 4 > console.width:
        yield from block(left, 1, console)
        yield from block(right, 1, console)
        return
    left.pad_right(console.width - left.cell_len - right.cell_len - 2)
    yield Text(" ").append_text(left).append_text(right)
