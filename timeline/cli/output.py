"""All output of the command line: data on stdout, notices on stderr, the pager, and the progress bar.

Everything that comes from data passes through `visible` before it is written, so no control character of a
dataset reaches a terminal.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from timeline.dataset.files import write_atomically
from timeline.text.escape import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

DEFAULT_WIDTH = 80
"""Columns of a screen whose width is unknown."""
_MIN_WIDTH, _MAX_WIDTH = 20, 1000
PROGRESS_DELAY = 2.0
"""Seconds before the progress bar is shown."""
_PROGRESS_INTERVAL = 0.2
_BAR_WIDTH = 30
"""Characters of the bar: with the numbers beside it the line fits 80 columns."""


class Failure(Exception):
    """Ends the command with a message on stderr and an exit code (see "Exit codes" in docs/manual.md)."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def log(message: str) -> None:
    """Write a notice to stderr, escaped. On a terminal long lines are wrapped at words; in a pipe each stays
    one line. A closed stderr is ignored.
    """
    try:
        for line in message.split("\n"):
            sys.stderr.write(f"{_fit_stderr(visible(line))}\n")
        sys.stderr.flush()
    except (ValueError, AttributeError):
        return
    except OSError:
        silence(2)


def _fit_stderr(line: str) -> str:
    return wrap(line, screen_width(2)) if sys.stderr.isatty() else line


def wrap(line: str, width: int, hanging: str = "") -> str:
    """Break a line at spaces so that it fits `width` columns. A word that is longer stays whole.

    The lines after the first are indented like it, and by `hanging` in addition.
    """
    if len(line) <= width:
        return line
    indent = line[: len(line) - len(line.lstrip(" "))] + hanging
    lines = textwrap.wrap(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines)


def silence(descriptor: int) -> None:
    """Point a stream that is closed at the null device, so that flushing it at exit does not fail."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def on_terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def json_array(rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """A JSON array with one object a line."""
    import json  # imported late: a warm list passes stored JSON on

    lines = [json.dumps(row, ensure_ascii=True) for row in rows]
    yield "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def write(pieces: Iterable[str], file: Path | None = None) -> None:
    """Write data to stdout piece by piece, or to a file atomically: a failure keeps the old file.

    Raises Failure (exit 3) where it cannot be written, and SystemExit(0) for a closed pipe.
    """
    target = "stdout" if file is None else str(file)
    try:
        if file is not None:
            write_atomically(file, (piece.encode() for piece in pieces))
            return
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:  # `head` has read enough: not a failure
        silence(1)
        raise SystemExit(0) from None
    except OSError as error:
        raise Failure(f"{target}: cannot be written: {error.strerror or error}", 3) from None


def render(lines: Callable[[Console], Iterator[Text]], file: Path | None = None) -> None:
    """Write lines drawn with rich: styled on a terminal, as plain text elsewhere."""
    write(render_lines(lines, file), file)


def render_lines(lines: Callable[[Console], Iterator[Text]], file: Path | None = None) -> Iterator[str]:
    """The drawn lines as strings: with the terminal's colours, or plain for a pipe or a file."""
    if file is not None or not on_terminal() or _is_plain_terminal():
        return (f"{line.plain}\n" for line in lines(_console(None)))
    console = _console(sys.stdout)
    return (_styled(line, console) for line in lines(console))


def _styled(line: Text, console: Console) -> str:
    with console.capture() as captured:
        console.print(line, soft_wrap=True)
    return captured.get()


def _console(stream: TextIO | None) -> Console:
    from rich.console import Console  # imported late: only screens need rich

    # The height is set too: for a dumb terminal rich ignores the width when it is given alone.
    return Console(file=stream, markup=False, emoji=False, highlight=False, width=screen_width(1), height=25)


def screen_width(descriptor: int) -> int:
    """The columns to lay out for: COLUMNS, else those of the terminal, else 80. At least 20, at most 1000."""
    columns = os.environ.get("COLUMNS", "")
    with suppress(OSError, ValueError):
        width = int(columns) if columns.isdecimal() else os.get_terminal_size(descriptor).columns
        return max(_MIN_WIDTH, min(_MAX_WIDTH, width or DEFAULT_WIDTH))
    return DEFAULT_WIDTH


def screen_height() -> int:
    """The lines that fit on the terminal, less one for the prompt."""
    with suppress(OSError):
        return max(1, os.get_terminal_size(1).lines - 1)
    return 23


def _is_plain_terminal() -> bool:
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM", "dumb") in ("dumb", "unknown", "")


def pager_command() -> list[str]:
    """The words of PAGER, else `less`; empty where no such program is found, or no user is at a terminal."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        return []
    import shlex  # imported late: only a pager needs it

    try:
        words = shlex.split(os.environ.get("PAGER", "less"))
    except ValueError:
        return []
    program = shutil.which(words[0]) if words else None
    return [program, *words[1:]] if program and words[0] != "cat" else []


def page(lines: Iterator[str], height: int) -> Iterator[str]:
    """The lines themselves if they fit on the screen; longer output goes to the pager and returns none."""
    first = list(islice(lines, height))
    command = pager_command() if len(first) == height else []
    if not command:
        return chain(first, lines)
    _run_pager(command, chain(first, lines))
    return iter(())


def _run_pager(command: list[str], lines: Iterator[str]) -> None:
    # F: quit if it fits on one screen; R: pass colours through; X: leave the text on the screen.
    environment = {"LESS": "FRX", **os.environ}
    with subprocess.Popen(  # noqa: S603  (the user's own PAGER, without a shell)
        command, stdin=subprocess.PIPE, env=environment, encoding="utf-8"
    ) as process:
        if process.stdin is not None:
            with suppress(BrokenPipeError), process.stdin:
                process.stdin.writelines(lines)
        while process.poll() is None:
            with suppress(KeyboardInterrupt):  # the pager handles Ctrl-C itself
                process.wait()


@contextmanager
def progress() -> Iterator[Callable[[int, float], None] | None]:
    """A progress bar on stderr, for the time of a `with` block: a function of the number of events read and
    the share done. It is shown after two seconds and erased at the end. None where stderr is no terminal.
    """
    if not (sys.stderr and sys.stderr.isatty()):
        yield None
        return
    started = updated = time.monotonic()
    length = 0

    def on_progress(events: int, share: float) -> None:
        nonlocal updated, length
        now = time.monotonic()
        if now - started >= PROGRESS_DELAY and now - updated >= _PROGRESS_INTERVAL:
            line = progress_bar(events, share, now - started)
            sys.stderr.write(f"\r{line:<{length}}")
            sys.stderr.flush()
            updated, length = now, len(line)

    try:
        yield on_progress
    finally:
        if length:
            sys.stderr.write(f"\r{' ' * length}\r")
            sys.stderr.flush()


def progress_bar(events: int, share: float, seconds: float) -> str:
    """One line: `[######........................]  20%  120,000 events, 3 s`."""
    done = int(min(1.0, share) * _BAR_WIDTH)
    return f"[{'#' * done:.<{_BAR_WIDTH}}] {min(1.0, share):4.0%}  {events:,} events, {seconds:.0f} s"
