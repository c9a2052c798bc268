"""The installed command, run in a pipe or in a pseudo-terminal, with its output, exit code, time and memory."""

import contextlib
import fcntl
import os
import pty
import struct
import subprocess
import sys
import tempfile
import termios
import threading
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .cases import want

TIMELINE = str(Path(sys.executable).with_name("timeline"))
START = 0.06
TIMEOUT = 60.0
"""Seconds after which a run is killed and counts as hung."""


class Result(NamedTuple):
    """The result of a run: `code` is the exit code, or 128 + N if signal N terminated it; `cpu` is in seconds of a
    typical machine, `peak` memory in MB.
    """

    code: int
    out: str
    err: str
    cpu: float
    peak: float

    @property
    def output(self) -> str:
        return self.out + self.err


def surroundings(home: Path, more: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """A small environment; a value of None removes a variable."""
    usual = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLUMNS": "80",
    }
    merged: dict[str, str | None] = {**usual, **(more or {})}
    return {name: value for name, value in merged.items() if value is not None}


def run(
    folder: Path,
    *arguments: str | bytes | Path,
    stdin: bytes = b"",
    env: Mapping[str, str | None] | None = None,
    wrap: tuple[str, ...] = (),
) -> Result:
    """`timeline ARGUMENTS` in a pipe, with `folder` as the current folder; `wrap` goes before the command."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as errors:
        given.write(stdin)
        given.seek(0)
        process = subprocess.Popen(
            [*wrap, TIMELINE, *arguments],
            cwd=folder,
            env=surroundings(folder, env),
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
        assert process.stdout is not None
        with _watched(process) as peaks:
            out = process.stdout.read()
            code, cpu = _finish(process)
        process.stdout.close()
        errors.seek(0)
        encoding = _encoding(env)
        return Result(code, _text(out, encoding), _text(errors.read(), encoding), cpu, max(peaks))


def in_terminal(
    folder: Path,
    *arguments: str | bytes | Path,
    env: Mapping[str, str | None] | None = None,
    columns: int = 80,
    typed: bytes | None = None,
) -> Result:
    """The same in a pseudo-terminal; `out` holds both streams as the terminal received them, with LF line ends.

    `typed` is keyboard input; without it stdin is empty and not a terminal, so no pager starts.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 25, columns, 0, 0))
    process = subprocess.Popen(
        [TIMELINE, *arguments],
        cwd=folder,
        env=surroundings(folder, {"COLUMNS": None, **(env or {})}),
        stdin=subprocess.DEVNULL if typed is None else theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    pieces: list[bytes] = []
    with _watched(process) as peaks:
        if typed:
            os.write(ours, typed)
        with contextlib.suppress(OSError):  # the other end is gone
            while piece := os.read(ours, 65536):
                pieces.append(piece)
        code, cpu = _finish(process)
    os.close(ours)
    seen = _text(b"".join(pieces), _encoding(env)).replace("\r\n", "\n")
    return Result(code, seen, "", cpu, max(peaks))


@cache
def as_unknown_user() -> tuple[str, ...] | None:
    """The words before a command that run it as an unprivileged user without an entry in the password file;
    None if that is impossible here: the program may be in a folder that only its owner can enter.
    """
    if os.getuid() != 0:
        return ()
    ways = (
        ("unshare", "--user", "--map-user=12345", "--map-group=12345"),
        ("setpriv", "--reuid=12345", "--regid=12345", "--clear-groups"),
    )
    for way in ways:
        with contextlib.suppress(OSError):
            if subprocess.run([*way, TIMELINE, "--version"], capture_output=True).returncode == 0:
                return way
    return None


@contextlib.contextmanager
def _watched(process: "subprocess.Popen[bytes]") -> Iterator[list[float]]:
    """Kill the process if it hangs; yields a list of its peaks of memory in MB.

    They are measured while it runs: the figure of `wait4` includes the memory of the parent process.
    """
    timer = threading.Timer(TIMEOUT, process.kill)
    timer.start()
    peaks, finished = [0.0], threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peaks, finished))
    watcher.start()
    try:
        yield peaks
    finally:
        timer.cancel()
        finished.set()
        watcher.join()


def _watch(pid: int, peaks: list[float], finished: threading.Event) -> None:
    status = Path(f"/proc/{pid}/status")
    with contextlib.suppress(OSError, ValueError):
        while not finished.wait(0.02):
            words = status.read_text().partition("VmHWM:")[2].split()
            if words and Path(f"/proc/{pid}/comm").read_text().startswith("timeline"):
                peaks.append(int(words[0]) / 1024)


def _finish(process: "subprocess.Popen[bytes]") -> tuple[int, float]:
    code, cpu = _wait(process)
    return (code if code >= 0 else 128 - code), cpu / _slowness()


def _wait(process: "subprocess.Popen[bytes]") -> tuple[int, float]:
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime


@cache
def _slowness() -> float:
    """How much slower this machine is than one on which a start takes START seconds: the best of nine."""
    starts = [
        _wait(subprocess.Popen([TIMELINE, "--version"], stdout=subprocess.DEVNULL))[1] for _ in range(9)
    ]
    return max(1.0, min(starts) / START)


def _encoding(env: Mapping[str, str | None] | None) -> str:
    return ((env or {}).get("PYTHONIOENCODING") or "utf-8").partition(":")[0]


def _text(content: bytes, encoding: str) -> str:
    return content.decode(encoding, "surrogateescape")


def unharmed(result: Result, *codes: int) -> None:
    """No traceback, no bug of the tool, no signal, no hang, and one of these exit codes."""
    want("Traceback" not in result.output, f"a traceback: {result.output[-600:]}")
    want("a bug in this tool" not in result.output, f"a bug: {result.output[-600:]}")
    want(result.code in codes, f"exit {result.code}, wanted {codes}: {result.output[-600:]!r}")
