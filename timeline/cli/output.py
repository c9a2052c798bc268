"""The one door out: data on stdout, talk on stderr.

No byte reaches a terminal that the tool did not make: what comes from data is made `visible` first.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from timeline.dataset.files import write_atomically
from timeline.text.escape import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


class Failure(Exception):
    """The command ends here, with a sentence on stderr and an exit code (design, section 5)."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def log(sentence: str) -> None:
    """Say something on stderr; a line at a time, safe to look at. A closed stderr hears nothing."""
    try:
        for line in sentence.split("\n"):
            sys.stderr.write(f"{visible(line)}\n")
        sys.stderr.flush()
    except (ValueError, AttributeError):
        return
    except OSError:
        silence(2)


def silence(descriptor: int) -> None:
    """Keep the interpreter from flushing a stream that is gone."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def on_terminal() -> bool:
    """Whether a person looks at stdout."""
    return sys.stdout is not None and sys.stdout.isatty()


def write(pieces: Iterable[str], file: Path | None = None) -> None:
    """Data to stdout as it comes, or whole into a file: a failure leaves the old file as it was."""
    if file is not None:
        with _writing(str(file)):
            write_atomically(file, (piece.encode() for piece in pieces))
        return
    with _writing("stdout"):
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()


def render(lines: Callable[[Console], Iterator[Text]], file: Path | None = None) -> None:
    """A drawing for people: on the terminal in the styles that it has, elsewhere as plain text."""
    write(render_lines(lines, file), file)


def render_lines(lines: Callable[[Console], Iterator[Text]], file: Path | None = None) -> Iterator[str]:
    """The lines of a drawing as they go to the terminal, or without any style."""
    if file is not None or not on_terminal() or _wants_no_style():
        return (f"{line.plain}\n" for line in lines(_console(None)))
    console = _console(sys.stdout)
    return (_styled(line, console) for line in lines(console))


def _styled(line: Text, console: Console) -> str:
    with console.capture() as captured:
        console.print(line, soft_wrap=True)
    return captured.get()


def _console(stream: TextIO | None) -> Console:
    from rich.console import Console  # a listed seam: rich is for people only

    # With a height too: of a dumb terminal rich believes no width alone.
    return Console(file=stream, markup=False, emoji=False, highlight=False, width=_width(), height=25)


def _width() -> int:
    """The width to lay out for, in cells: at least 20, so that COLUMNS=1 is no riddle."""
    asked = os.environ.get("COLUMNS", "")
    with suppress(OSError, ValueError):
        columns = int(asked) if asked.isdecimal() else os.get_terminal_size(1).columns
        return max(20, min(1000, columns or 80))
    return 80


def screen_height() -> int:
    """The lines that fit on the terminal, one kept for the prompt."""
    with suppress(OSError):
        return max(1, os.get_terminal_size(1).lines - 1)
    return 23


def _wants_no_style() -> bool:
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM", "dumb") in ("dumb", "unknown", "")


@contextmanager
def _writing(target: str) -> Iterator[None]:
    """A closed pipe is no failure: the reader has had enough. All else is: what was written is not whole."""
    try:
        yield
    except BrokenPipeError:
        silence(1)
        raise SystemExit(0) from None
    except OSError as error:
        raise Failure(f"{target}: cannot be written: {error.strerror or error}", 3) from None
