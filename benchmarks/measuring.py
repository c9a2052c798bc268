"""Run programs alternately and compare their cost: on a noisy machine, only ratios are stable."""

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
    """The cost of one run: wall-clock and CPU time in seconds, and peak memory in MiB."""

    wall: float
    cpu: float
    memory: float


class Row(NamedTuple):
    """One line of the table: `reached` is the measured value, `must` its upper limit."""

    measure: str
    against: str
    reached: float
    must: float
    figures: str = ""
    """The measured seconds or MiB."""


def run(command: list[str], environment: dict[str, str], output: Path | None = None) -> Cost:
    """Run a program to its end. Raises CalledProcessError if it fails; 1 is how `check` reports problems."""
    with Path(output or os.devnull).open("wb") as stream:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=stream, stderr=subprocess.DEVNULL, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def run_in_terminal(command: list[str], environment: dict[str, str]) -> Cost:
    """The same, writing to a pseudo-terminal of 25 lines and 100 columns. No pager is started."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 25, 100, 0, 0))
    start = time.perf_counter()
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
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


Runner = Callable[[list[str], dict[str, str]], Cost]


class Pair(NamedTuple):
    """The median cost of two programs that were run alternately, and the median ratio."""

    ratio: float
    first: float
    second: float


def in_turn(
    first: list[str],
    second: list[str],
    environment: dict[str, str],
    *,
    runs: int,
    cpu: bool = False,
    runner: Runner = run,
) -> Pair:
    """The median ratio of `first` to `second`, in wall-clock or CPU time. The first run of each fills caches
    and is not counted.
    """
    pairs: list[tuple[float, float]] = []
    for number in range(runs + 1):
        costs = [runner(command, environment) for command in (first, second)]
        if number:
            pairs.append((costs[0].cpu, costs[1].cpu) if cpu else (costs[0].wall, costs[1].wall))
    ours, theirs = zip(*pairs, strict=True)
    ratio = statistics.median(a / b for a, b in pairs)
    return Pair(ratio, statistics.median(ours), statistics.median(theirs))


def markdown(rows: list[Row]) -> str:
    """The rows as a table in Markdown."""
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
        lines.append(f"| {row.measure} | {row.against} | {reached}{mark} | <= {row.must:g} | {row.figures} |")
    return "\n".join(lines)
