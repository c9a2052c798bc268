"""Output: data on stdout, notices on stderr, files written atomically, lines wrapped on a terminal."""

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run
from timeline.cli.output import log, screen_width, wrap


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
    """Restores descriptor 1, which the tool redirects when the pipe is closed."""
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


def test_control_characters_on_stderr_are_escaped(run: Run) -> None:
    assert 'unknown event "^[[31m<U+202E>"' in run("show", "\x1b[31m\u202e").err


LONG = "ambiguous: found in several positions, and no words next to them choose; quote more of the sentence"


@pytest.mark.parametrize(
    ("line", "width", "hanging", "wrapped"),
    [
        ("exactly ten", 11, "", "exactly ten"),
        ("one two three", 7, "", "one two\nthree"),
        ("  one two three", 9, "", "  one two\n  three"),
        ("- one two three", 9, "  ", "- one two\n  three"),
        ("a seeds/long-file-name.txt:12:3 b", 10, "", "a\nseeds/long-file-name.txt:12:3\nb"),
        ("", 10, "", ""),
    ],
)
def test_wrap_breaks_at_spaces_only(line: str, width: int, hanging: str, wrapped: str) -> None:
    assert wrap(line, width, hanging) == wrapped


@pytest.mark.parametrize(("terminal", "lines"), [(False, 1), (True, 3)])
def test_notices_are_wrapped_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool, lines: int
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    log(LONG)
    written = capsys.readouterr().err.splitlines()
    assert len(written) == lines
    assert " ".join(written) == LONG


@pytest.mark.parametrize(
    ("columns", "width"),
    [("1", 20), ("19", 20), ("21", 21), ("1000", 1000), ("1001", 1000), ("0", 80), ("", 80), ("wide", 80)],
)
def test_screen_width(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    def no_terminal(_: int) -> None:
        raise OSError

    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("os.get_terminal_size", no_terminal)
    assert screen_width(1) == width
