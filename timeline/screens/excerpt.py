"""A line of a file with a caret under what is wrong."""

from collections.abc import Iterator

from timeline.problems import Location
from timeline.readers.nodes import Tree
from timeline.text.escape import visible

_MOST = 100
"""Code points of a line that are shown; a longer one is cut around the place, and says so."""


def excerpt(where: Location, tree: Tree | None) -> Iterator[str]:
    """Two lines: the line with its number, and carets; nothing where the file is not at hand."""
    if tree is None or not 1 <= where.line <= len(tree.lines):
        return
    line = tree.lines[where.line - 1]
    start = max(0, where.column - 1 - _MOST // 2) if len(line) > _MOST else 0
    piece = line[start : start + _MOST]
    head, tail = "…" if start else "", "…" if start + _MOST < len(line) else ""
    at = where.column - 1 - start
    before = visible(head + piece[:at])
    marked = visible(piece[at : at + where.width])
    number = f"{where.line:>7} | "
    yield f"{number}{visible(head + piece + tail)}\n"
    yield f"{' ' * (len(number) - 2)}| {' ' * len(before)}{'^' * max(1, len(marked))}\n"
