"""The entry point: runs a command and turns whatever happens into one message and an exit code."""

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
from timeline.cli.session import open_database
from timeline.query import InvalidQuery, UnknownName

SQLITE_ENVIRONMENT_ERRORS = (7, 8, 10, 11, 13, 14, 26)
"""SQLite's codes for faults of the environment, not of the tool: NOMEM, READONLY, IOERR, CORRUPT, FULL,
CANTOPEN, NOTADB.
"""


class _ClosedStdout(TextIOBase):
    """Replaces a stdout that was closed before the start: writing to it must not look like success."""

    def write(self, _text: str, /) -> int:
        raise Failure("stdout is closed: nothing was written", 3)


def run_and_exit(command: Callable[[], object]) -> NoReturn:
    """Run a command and exit: with the number that it returns, else 0, or with the code of its failure."""
    _prepare_streams()
    open_database.set("")
    signals: list[int] = []
    try:
        with _exit_on_signals(signals):
            _check_arguments()
            result = command()
            sys.stdout.flush()
    except SystemExit as error:
        if isinstance(error.__context__, BrokenPipeError):  # typer printed its help to a closed pipe
            silence(1)
            sys.exit(0)
        raise
    except BrokenPipeError:
        silence(1)
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        # An exception that a signal handler raises inside SQLite comes out as an error of SQLite.
        code = 128 + signals[0] if signals else _report(error)
        _flush_or_silence()
        sys.exit(code)
    finally:
        gc.freeze()  # the collection at exit would look through all living objects
    sys.exit(result if isinstance(result, int) else 0)


def _prepare_streams() -> None:
    """Let both streams escape what they cannot encode, and give an unbuffered stdout a buffer: without one,
    Python silently loses what does not fit on a full disk.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if sys.stdout is None:
        sys.stdout = _ClosedStdout()
    elif isinstance(sys.stdout, TextIOWrapper) and isinstance(sys.stdout.buffer, RawIOBase):
        with suppress(OSError, ValueError):
            encoding = sys.stdout.encoding
            sys.stdout = open(1, "w", encoding=encoding, errors="backslashreplace", closefd=False)


@contextmanager
def _exit_on_signals(received: list[int]) -> Iterator[None]:
    """Turn SIGINT, SIGTERM and SIGHUP into exceptions within the block, so that no half-written file remains.

    The number of the signal is appended to `received`.
    """

    def end(number: int, frame: FrameType | None) -> None:
        received.append(number)
        if number == signal.SIGINT:
            signal.default_int_handler(number, frame)
        raise SystemExit(128 + number)

    handlers = {}
    with suppress(ValueError):  # raised outside the main thread
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
                handlers[number] = signal.signal(number, end)
    hook, sys.unraisablehook = sys.unraisablehook, _ignore_memory_errors
    try:
        yield
    finally:
        sys.unraisablehook = hook
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _ignore_memory_errors(error: "sys.UnraisableHookArgs", /) -> None:
    """Hide a lack of memory in finalizers: the command itself reports it once."""
    if not issubclass(error.exc_type, MemoryError):
        sys.__unraisablehook__(error)


def _check_arguments() -> None:
    for position, word in enumerate(sys.argv[1:], 1):
        try:
            word.encode()
        except UnicodeEncodeError:
            raise Failure(f'argument {position}, "{word}", is not UTF-8', 2) from None


def _flush_or_silence() -> None:
    """Write what a failed command left in the buffer of stdout; drop it where stdout is closed or full."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError, Failure):
        silence(1)


def _report(error: Exception) -> int:
    """Log what went wrong. The exit code ("Exit codes" in docs/manual.md); raises the error for --debug."""
    if isinstance(error, Failure):
        message, code = str(error), error.code
    elif isinstance(error, InvalidQuery | UnknownName):
        message, code = str(error), 2 if isinstance(error, InvalidQuery) else 1
    elif isinstance(error, MemoryError | SystemError):  # C code raises SystemError when out of memory
        message, code = "out of memory", 3
    elif open_database.get() and _is_from_data(error):
        from timeline.store.untrusted import brief  # imported late: only built databases need it

        message, code = f"{open_database.get()}: not a valid timeline database: {brief(error)}", 3
    elif isinstance(error, UnicodeEncodeError):
        message, code = f'"{error.object}" is not UTF-8', 2
    elif isinstance(error, OSError):
        file = f"{error.filename}: " if error.filename else ""
        message, code = f"{file}{error.strerror or error}", 3
    elif getattr(error, "sqlite_errorcode", 0) & 0xFF in SQLITE_ENVIRONMENT_ERRORS:
        message, code = str(error), 3
    elif (usage := _usage_message(error)) is not None:
        log(usage)
        return int(getattr(error, "exit_code", 2))
    elif "--debug" in sys.argv:
        raise error
    else:
        message = f"a bug in this tool: {type(error).__name__}: {error}\nrun it with --debug and report it"
        code = 4
    log(f"timeline: {message}")
    return code


def _is_from_data(error: Exception) -> bool:
    """Whether the content of the file that is read can be the cause."""
    return not isinstance(error, OSError) and _usage_message(error) is None and "--debug" not in sys.argv


def _usage_message(error: Exception) -> str | None:
    """Typer's message about a wrong command line. None for other errors.

    Recognised by its methods, because its class is in a private module of typer.
    """
    show = getattr(error, "show", None)
    if show is None or not hasattr(error, "format_message"):
        return None
    text = StringIO()
    show(file=text)
    return text.getvalue().removesuffix("\n")


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    run_and_exit(lambda: typer.main.get_command(app)(standalone_mode=False))
