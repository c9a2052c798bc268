"""What is longer than the screen goes through the pager of whoever looks at it."""

import sys
from pathlib import Path

import pytest

from timeline.cli.output import page, pager_command

LINES = [f"line {number}\n" for number in range(10)]


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at a terminal."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)


@pytest.fixture
def turned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pager that keeps what it is given in a file; its way has a space in it."""
    kept = tmp_path / "kept by the pager.txt"
    script = f"import sys; open({str(kept)!r}, 'w').write(sys.stdin.read())"
    monkeypatch.setenv("PAGER", f'"{sys.executable}" -c "{script}"')
    return kept


@pytest.mark.usefixtures("somebody")
def test_short_output_is_not_paged(turned: Path) -> None:
    assert list(page(iter(LINES), 11)) == LINES
    assert not turned.exists()


@pytest.mark.usefixtures("somebody")
def test_long_output_goes_to_the_pager(turned: Path) -> None:
    assert list(page(iter(LINES), 10)) == []
    assert turned.read_text("utf-8") == "".join(LINES)


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize("asked", ["", "cat", "no-such-program-anywhere", '"unclosed'])
def test_long_output_without_a_pager_is_returned(monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    monkeypatch.setenv("PAGER", asked)
    assert list(page(iter(LINES), 5)) == LINES


def test_no_pager_without_a_terminal(turned: Path) -> None:
    assert list(page(iter(LINES), 5)) == LINES
    assert not turned.exists()


@pytest.mark.usefixtures("somebody")
def test_pager_is_not_run_by_a_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", f"{sys.executable} '$(date)' ; `id`")
    assert pager_command() == [sys.executable, "$(date)", ";", "`id`"]


@pytest.mark.usefixtures("somebody")
def test_pager_may_quit_early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", f"{sys.executable} -c pass")
    long = (f"{number}\n" for number in range(1_000_000))
    assert list(page(long, 5)) == []
