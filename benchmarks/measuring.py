"""Runs programs in turn and compares what they cost: a ratio in one run holds where seconds do not."""

import contextlib
import fcntl
import os
import pty
import statistics
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

TIMELINE = str(Path(sys.executable).with_name("timeline"))


class Cost(NamedTuple):
    """What one run of a program took: seconds by the clock and of CPU, and its most memory in MiB."""

    wall: float
    cpu: float
    memory: float


class Row(NamedTuple):
    """One line of the table. `reached` is what was measured, `must` the most that it may be."""

    measure: str
    against: str
    reached: float
    must: float
    told: str = ""
    """The figures behind it, in seconds or MiB."""


def run(command: list[str], environment: dict[str, str], output: Path | None = None) -> Cost:
    """Run a program to its end. Raises CalledProcessError where it fails; 1 is what `check` says."""
    with Path(output or os.devnull).open("wb") as stream:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=stream, stderr=subprocess.DEVNULL, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def run_in_terminal(command: list[str], environment: dict[str, str]) -> Cost:
    """The same with both streams in a pseudo-terminal of 25 lines and 100 columns; no pager begins."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 25, 100, 0, 0))
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    with contextlib.suppress(OSError):  # the other end is gone
        while os.read(ours, 65536):
            pass
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    os.close(ours)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


Way = Callable[[list[str], dict[str, str]], Cost]


class Pair(NamedTuple):
    """Two programs run in turn, with the median ratio of what they cost."""

    ratio: float
    one: float
    other: float


def in_turn(
    one: list[str],
    other: list[str],
    environment: dict[str, str],
    *,
    runs: int,
    cpu: bool = False,
    way: Way = run,
) -> Pair:
    """The median ratio of `one` to `other`, by the clock or in CPU time. The first run of each is not
    counted: it fills caches.
    """
    pairs: list[tuple[float, float]] = []
    for number in range(runs + 1):
        costs = [way(command, environment) for command in (one, other)]
        if number:
            pairs.append((costs[0].cpu, costs[1].cpu) if cpu else (costs[0].wall, costs[1].wall))
    first, second = zip(*pairs, strict=True)
    ratio = statistics.median(a / b for a, b in pairs)
    return Pair(ratio, statistics.median(first), statistics.median(second))


def markdown(rows: list[Row]) -> str:
    """The table."""
    lines = ["| measure | against | reached | must | figures |", "| --- | --- | --- | --- | --- |"]
    for row in rows:
        reached = (
            f"{row.reached:.0f}"
            if row.must >= 50
            else f"{row.reached:.3f}"
            if row.must < 0.1
            else f"{row.reached:.2f}"
        )
        mark = "" if row.reached <= row.must else " **missed**"
        lines.append(f"| {row.measure} | {row.against} | {reached}{mark} | <= {row.must:g} | {row.told} |")
    return "\n".join(lines)
