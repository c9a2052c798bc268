"""How a run begins and ends: streams to rely on, and one line and a code for whatever went wrong."""

import gc
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import RawIOBase, StringIO, TextIOBase, TextIOWrapper
from types import FrameType
from typing import NoReturn

import typer

from timeline.cli.app import app
from timeline.cli.output import Failure, log, silence
from timeline.cli.session import received
from timeline.query import InvalidQuery, UnknownName

_SURROUNDINGS = (7, 8, 10, 11, 13, 14, 26)
"""What SQLite calls no memory, read-only, fault of the disk, damaged, full, cannot open, no database."""


class _Closed(TextIOBase):
    """Stands for a stdout that was closed before the start: writing to it must not look like success."""

    def write(self, _text: str, /) -> int:
        raise Failure("stdout is closed: nothing was written", 3)


def guarded(command: Callable[[], object]) -> NoReturn:
    """Run a command to its exit. What it returns is its exit code, when it is a number."""
    _prepare_streams()
    received.set("")
    signals: list[int] = []
    try:
        with _ended_by_signals(signals):
            _refuse_no_text()
            outcome = command()
            sys.stdout.flush()
    except SystemExit as ending:
        if isinstance(ending.__context__, BrokenPipeError):  # typer's own words (help) met a closed pipe
            silence(1)
            sys.exit(0)
        raise
    except BrokenPipeError:
        silence(1)
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        # An exception that a signal raises within SQLite comes out of it as an error of its own.
        code = 128 + signals[0] if signals else _told(error)
        _settle()
        sys.exit(code)
    finally:
        gc.freeze()  # else the exit looks through all that is alive for garbage that nobody needs
    sys.exit(outcome if isinstance(outcome, int) else 0)


def _prepare_streams() -> None:
    """What a stream cannot encode is spelled out. An unbuffered stdout gets a buffer: without one Python
    loses, in silence, what a full disk did not take.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if sys.stdout is None:
        sys.stdout = _Closed()
    elif isinstance(sys.stdout, TextIOWrapper) and isinstance(sys.stdout.buffer, RawIOBase):
        with suppress(OSError, ValueError):
            encoding = sys.stdout.encoding
            sys.stdout = open(1, "w", encoding=encoding, errors="backslashreplace", closefd=False)


@contextmanager
def _ended_by_signals(came: list[int]) -> Iterator[None]:
    """Within, a signal to end does so by an exception, so that no half-written file is left behind.

    `came` gets its number.
    """

    def end(number: int, frame: FrameType | None) -> None:
        came.append(number)
        if number == signal.SIGINT:
            signal.default_int_handler(number, frame)
        raise SystemExit(128 + number)

    earlier = {}
    with suppress(ValueError):  # only the main thread may
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
                earlier[number] = signal.signal(number, end)
    hook, sys.unraisablehook = sys.unraisablehook, _unraised
    try:
        yield
    finally:
        sys.unraisablehook = hook
        for number, handler in earlier.items():
            signal.signal(number, handler)


def _unraised(what: "sys.UnraisableHookArgs", /) -> None:
    """No memory while something is closed has nobody to go to; that there is none is told once."""
    if not issubclass(what.exc_type, MemoryError):
        sys.__unraisablehook__(what)


def _refuse_no_text() -> None:
    for position, word in enumerate(sys.argv[1:], 1):
        try:
            word.encode()
        except UnicodeEncodeError:
            raise Failure(f'argument {position}, "{word}", is not UTF-8', 2) from None


def _settle() -> None:
    """What a failed command has left in the buffer goes out, or is given up."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError, Failure):
        silence(1)


def _told(error: Exception) -> int:
    """Say what went wrong; the exit code (design, section 5)."""
    if isinstance(error, Failure):
        sentence, code = str(error), error.code
    elif isinstance(error, InvalidQuery | UnknownName):
        sentence, code = str(error), 2 if isinstance(error, InvalidQuery) else 1
    elif isinstance(error, MemoryError | SystemError):  # the latter is what C code says of no memory
        sentence, code = "out of memory", 3
    elif received.get() and _amiss(error):
        from timeline.store.untrusted import brief  # a seam: it was imported to read the file

        sentence, code = f"{received.get()}: this is no sound built timeline: {brief(error)}", 3
    elif isinstance(error, UnicodeEncodeError):
        sentence, code = f'"{error.object}" is not UTF-8', 2
    elif isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        sentence, code = f"{where}{error.strerror or error}", 3
    elif getattr(error, "sqlite_errorcode", 0) & 0xFF in _SURROUNDINGS:
        sentence, code = str(error), 3
    elif (usage := _usage(error)) is not None:
        log(usage)
        return int(getattr(error, "exit_code", 2))
    elif "--debug" in sys.argv:
        raise error
    else:
        sentence = f"a bug in this tool: {type(error).__name__}: {error}\nrun it with --debug and report it"
        code = 4
    log(f"timeline: {sentence}")
    return code


def _amiss(error: Exception) -> bool:
    """Whether it comes from what was read, not from the surroundings or the command line."""
    return not isinstance(error, OSError) and _usage(error) is None and "--debug" not in sys.argv


def _usage(error: Exception) -> str | None:
    """What typer says of a command line that it does not understand; None where it is something else.

    Asked by its method: to import its class would be to import typer's private click.
    """
    show = getattr(error, "show", None)
    if show is None or not hasattr(error, "format_message"):
        return None
    words = StringIO()
    show(file=words)
    return words.getvalue().removesuffix("\n")


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    guarded(lambda: typer.main.get_command(app)(standalone_mode=False))
