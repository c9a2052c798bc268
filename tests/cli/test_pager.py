"""What is longer than the screen goes through the pager of whoever looks at it."""

import sys
from pathlib import Path

import pytest

from timeline.cli.pager import paged, pager

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
def test_what_fits_on_the_screen_is_not_paged(turned: Path) -> None:
    assert list(paged(iter(LINES), 11)) == LINES
    assert not turned.exists()


@pytest.mark.usefixtures("somebody")
def test_what_is_longer_goes_to_the_pager_whole(turned: Path) -> None:
    assert list(paged(iter(LINES), 10)) == []
    assert turned.read_text("utf-8") == "".join(LINES)


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize("asked", ["", "cat", "no-such-program-anywhere", '"unclosed'])
def test_without_a_pager_it_comes_as_it_is(monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    monkeypatch.setenv("PAGER", asked)
    assert list(paged(iter(LINES), 5)) == LINES


def test_where_nobody_sits_nothing_is_paged(turned: Path) -> None:
    assert list(paged(iter(LINES), 5)) == LINES
    assert not turned.exists()


@pytest.mark.usefixtures("somebody")
def test_no_shell_reads_the_words_of_the_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", f"{sys.executable} '$(date)' ; `id`")
    assert pager() == [sys.executable, "$(date)", ";", "`id`"]


@pytest.mark.usefixtures("somebody")
def test_a_reader_may_leave_before_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", f"{sys.executable} -c pass")
    long = (f"{number}\n" for number in range(1_000_000))
    assert list(paged(long, 5)) == []
