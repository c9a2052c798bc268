"""The pager: output longer than the screen goes through PAGER."""

import sys
from pathlib import Path

import pytest

from timeline.cli.output import page, pager_command

LINES = [f"line {number}\n" for number in range(10)]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes stdin and stdout look like a terminal."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)


@pytest.fixture
def pager_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file to which a pager writes its input; its path has a space."""
    file = tmp_path / "pager input.txt"
    script = f"import sys; open({str(file)!r}, 'w').write(sys.stdin.read())"
    monkeypatch.setenv("PAGER", f'"{sys.executable}" -c "{script}"')
    return file


@pytest.mark.usefixtures("terminal")
def test_short_output_is_not_paged(pager_input: Path) -> None:
    assert list(page(iter(LINES), 11)) == LINES
    assert not pager_input.exists()


@pytest.mark.usefixtures("terminal")
def test_long_output_goes_to_the_pager(pager_input: Path) -> None:
    assert list(page(iter(LINES), 10)) == []
    assert pager_input.read_text("utf-8") == "".join(LINES)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("value", ["", "cat", "no-such-program-anywhere", '"unclosed'])
def test_long_output_without_a_pager_is_repager_input(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PAGER", value)
    assert list(page(iter(LINES), 5)) == LINES


def test_no_pager_without_a_terminal(pager_input: Path) -> None:
    assert list(page(iter(LINES), 5)) == LINES
    assert not pager_input.exists()


@pytest.mark.usefixtures("terminal")
def test_pager_is_not_run_by_a_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", f"{sys.executable} '$(date)' ; `id`")
    assert pager_command() == [sys.executable, "$(date)", ";", "`id`"]


@pytest.mark.usefixtures("terminal")
def test_pager_may_quit_early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", f"{sys.executable} -c pass")
    long = (f"{number}\n" for number in range(1_000_000))
    assert list(page(long, 5)) == []
