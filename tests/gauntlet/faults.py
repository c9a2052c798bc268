"""`check` and a reading command on a file that must be refused, in a pipe and in a terminal."""

import re
from collections.abc import Callable
from pathlib import Path

from .cases import want
from .command import Result, in_terminal, run, unharmed
from .looks import safe

SECONDS, MEGABYTES = 1.0, 60.0
"""Limits for a file below 1 MB, with the start of the program; the memory may grow by 25 times the size of the file."""


def affordable(result: Result, size: int = 0, seconds: float = SECONDS, times: int = 25) -> None:
    """Within the time, and within 60 MB plus `times` the size of the input."""
    most = MEGABYTES + times * size / 1e6
    want(result.cpu <= seconds, f"it took {result.cpu:.2f} s of {seconds}")
    want(result.peak <= most, f"it took {result.peak:.0f} MB of {most:.0f}")


def refused(
    folder: Path, *messages: str, line: int = 0, good: bool = True, file: str = "data/events.yaml"
) -> None:
    """`check` exits 1 with FILE:LINE:COLUMN; a list leaves it out, reports that, and shows the good event."""
    size = (folder / file).stat().st_size if (folder / file).is_file() else 0
    result = run(folder, "check")
    unharmed(result, 1)
    safe(result)
    affordable(result, size)
    lines = re.findall(rf"^{re.escape(file)}:(\d+):\d+: ", result.out, re.MULTILINE)
    want(lines, f"no position in {file} is named: {result.out[:300]}")
    want(not line or str(line) in lines, f"line {line} is not named: {lines}")
    for message in messages:
        want(message in result.out, f"no {message!r} in {result.out[:400]}")
    listed = in_terminal(folder, "list", "--format", "tsv")
    unharmed(listed, 0)
    safe(listed)
    affordable(listed, size)
    want("timeline check" in listed.out, f"a list does not report what is left out: {listed.out[:300]}")
    want(not good or "good-one" in listed.out, "the good event is not listed")


def hostile(
    make: Callable[[Path], Path], *messages: str, line: int = 0, good: bool = True
) -> Callable[[Path], None]:
    """A case: a dataset with a fault that must be refused."""
    return lambda folder: refused(make(folder), *messages, line=line, good=good)
