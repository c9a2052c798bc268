"""What `check` and a reading command do with a file that is to be refused, in a pipe and in a terminal."""

import re
from collections.abc import Callable
from pathlib import Path

from .cases import want
from .command import Ended, in_terminal, run, unharmed
from .looks import safe

SECONDS, MEGABYTES = 1.0, 60.0
"""What a file below 1 MB may cost, the start of the program included; besides, 25 times its own size."""


def affordable(ended: Ended, size: int = 0, seconds: float = SECONDS, times: int = 25) -> None:
    """Within the time, and within 60 MB and so many times the input."""
    most = MEGABYTES + times * size / 1e6
    want(ended.cpu <= seconds, f"it took {ended.cpu:.2f} s of {seconds}")
    want(ended.peak <= most, f"it took {ended.peak:.0f} MB of {most:.0f}")


def refused(
    folder: Path, *said: str, line: int = 0, good: bool = True, file: str = "data/events.yaml"
) -> None:
    """`check` exits 1 with FILE:LINE:COLUMN; a list leaves it out, says so, and shows the good event."""
    size = (folder / file).stat().st_size if (folder / file).is_file() else 0
    ended = run(folder, "check")
    unharmed(ended, 1)
    safe(ended)
    affordable(ended, size)
    places = re.findall(rf"^{re.escape(file)}:(\d+):\d+: ", ended.out, re.MULTILINE)
    want(places, f"no place in {file} is named: {ended.out[:300]}")
    want(not line or str(line) in places, f"line {line} is not named: {places}")
    for words in said:
        want(words in ended.out, f"it does not say {words!r}: {ended.out[:400]}")
    listed = in_terminal(folder, "list", "--format", "tsv")
    unharmed(listed, 0)
    safe(listed)
    affordable(listed, size)
    want("timeline check" in listed.out, f"a list does not say what is left out: {listed.out[:300]}")
    want(not good or "good-one" in listed.out, "the good event is not listed")


def hostile(
    make: Callable[[Path], Path], *said: str, line: int = 0, good: bool = True
) -> Callable[[Path], None]:
    """A case: a dataset with something in it that must be refused."""
    return lambda folder: refused(make(folder), *said, line=line, good=good)
