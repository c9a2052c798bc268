"""The door out: data on stdout, talk on stderr; files whole or not at all; a code for every ending."""

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run


def test_output_option_writes_a_file_and_keeps_its_mode(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "events.json"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    answer = run("list", "--json", "-o", file)
    assert (answer.code, answer.out) == (0, "")
    assert file.read_text("utf-8") == run("list", "--json").out
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["events.json"]


def test_file_output_defaults_to_tsv(run: Run, tmp_path: Path) -> None:
    run("list", "-o", tmp_path / "events.tsv")
    assert (tmp_path / "events.tsv").read_text("utf-8") == run("list").out


@pytest.mark.parametrize(
    "arguments", [["list", "--format", "table"], ["show", "hague-2025"], ["check"], ["schema"]]
)
def test_screens_can_be_written_to_a_file(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    run(*arguments, "-o", tmp_path / "screen.txt")
    assert (tmp_path / "screen.txt").read_text("utf-8") == run(*arguments).out


def test_failed_write_keeps_the_old_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = tmp_path / "events.json"
    file.write_text("old", encoding="utf-8")
    monkeypatch.setattr("os.fsync", full)
    answer = run("list", "--json", "-o", file)
    assert answer.code == 3
    assert answer.err.endswith(f"timeline: {file}: cannot be written: No space left on device\n")
    assert file.read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["events.json"]


def test_output_in_a_missing_folder_is_exit_3(run: Run, tmp_path: Path) -> None:
    answer = run("list", "-o", tmp_path / "nowhere" / "events.tsv")
    assert (answer.code, answer.out) == (3, "")
    assert "nowhere/events.tsv: cannot be written: No such file or directory\n" in answer.err


@pytest.fixture
def own_stdout() -> Iterator[None]:
    """The tool gives up descriptor 1 when its reader has gone; the test gets it back."""
    kept = os.dup(1)
    yield
    os.dup2(kept, 1)
    os.close(kept)


@pytest.mark.usefixtures("own_stdout")
@pytest.mark.parametrize(
    "command", [["list"], ["list", "--format", "table"], ["check"], ["show", "hague-2025"], ["--version"]]
)
def test_closed_pipe_is_exit_0(run: Run, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    def gone(_: str) -> int:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr(sys.stdout, "write", gone)
    answer = run(*command)
    assert answer.code == 0
    assert "Broken pipe" not in answer.err


@pytest.mark.usefixtures("own_stdout")
def test_full_disk_on_stdout_is_exit_3(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sys.stdout, "write", full)
    answer = run("list")
    assert answer.code == 3
    assert answer.err.endswith("timeline: stdout: cannot be written: No space left on device\n")


def test_closed_stdout_is_exit_3(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    answer = run("list")
    assert answer.code == 3
    assert "timeline: stdout is closed: nothing was written\n" in answer.err


def test_closed_stderr_does_not_stop_the_data(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = run("list").out
    monkeypatch.setattr("sys.stderr", None)
    assert run("list") == (0, everything, "")


@pytest.mark.parametrize(
    ("fault", "code", "said"),
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
    run: Run, monkeypatch: pytest.MonkeyPatch, fault: BaseException, code: int, said: str
) -> None:
    def breaks(*_: object) -> None:
        raise fault

    monkeypatch.setattr("timeline.cli.session.open_store", breaks)
    answer = run("list")
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.endswith(said)
    assert "Traceback" not in answer.err


def test_debug_raises_internal_errors(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("timeline.cli.session.open_store", breaks)
    with pytest.raises(KeyError):
        run("--debug", "list")


def test_control_characters_on_stderr_are_escaped(run: Run) -> None:
    assert 'unknown event "^[[31m<U+202E>"' in run("show", "\x1b[31m\u202e").err
