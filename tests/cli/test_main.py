"""The end of a run: messages and exit codes of errors."""

import errno
import gc
import sqlite3
from collections.abc import Callable

import pytest

from tests.conftest import Outcome, Run
from timeline.cli.main import run_and_exit


@pytest.mark.parametrize(("outcome", "code"), [(None, 0), (3, 3), ("words", 0)])
def test_exit_freezes_the_garbage_collector(outcome: object, code: int) -> None:
    before = gc.get_freeze_count()
    try:
        with pytest.raises(SystemExit) as ended:
            run_and_exit(lambda: outcome)
        assert ended.value.code == code
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()


@pytest.fixture
def fail(monkeypatch: pytest.MonkeyPatch, run: Run) -> Callable[[BaseException], Outcome]:
    """Runs `list` with a store that raises an error."""

    def list_with(error: BaseException) -> Outcome:
        def raises(*_: object) -> None:
            raise error

        monkeypatch.setattr("timeline.cli.session.open_store", raises)
        return run("list")

    return list_with


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (MemoryError(), 3, "timeline: out of memory\n"),
        (OSError(errno.EIO, "Input/output error"), 3, "timeline: Input/output error\n"),
        (
            KeyError("x"),
            4,
            "timeline: a bug in this tool: KeyError: 'x'\nrun it with --debug and report it\n",
        ),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_exit_code_and_message_of_errors(
    fail: Callable[[BaseException], Outcome], error: BaseException, code: int, message: str
) -> None:
    answer = fail(error)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.endswith(message)
    assert "Traceback" not in answer.err


def test_debug_raises_internal_errors(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def raises(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("timeline.cli.session.open_store", raises)
    with pytest.raises(KeyError):
        run("--debug", "list")


def sqlite_error(code: int) -> sqlite3.OperationalError:
    """An error as the sqlite3 module raises it."""
    error = sqlite3.OperationalError("a message of SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "exit_code"),
    [
        (sqlite3.SQLITE_NOMEM, 3),
        (sqlite3.SQLITE_READONLY, 3),
        (sqlite3.SQLITE_IOERR, 3),
        (sqlite3.SQLITE_IOERR_READ, 3),  # an extended code: IOERR in its lower byte
        (sqlite3.SQLITE_CORRUPT, 3),
        (sqlite3.SQLITE_FULL, 3),
        (sqlite3.SQLITE_CANTOPEN, 3),
        (sqlite3.SQLITE_NOTADB, 3),
        (sqlite3.SQLITE_ERROR, 4),
        (sqlite3.SQLITE_CONSTRAINT, 4),
    ],
)
def test_exit_code_of_sqlite_errors(
    fail: Callable[[BaseException], Outcome], code: int, exit_code: int
) -> None:
    answer = fail(sqlite_error(code))
    assert (answer.code, answer.out) == (exit_code, "")
    assert ("a bug in this tool" in answer.err) == (exit_code == 4)
