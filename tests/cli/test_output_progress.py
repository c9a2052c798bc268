"""The progress bar: shown on a terminal after two seconds, and erased at the end."""

import io
import sys

import pytest

from timeline.cli.output import progress, progress_bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: list[float]) -> str:
    """The output when the clock shows these seconds at the start and at each update."""
    clock = iter(seconds)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    with progress() as on_progress:
        for number, _ in enumerate(seconds[1:], 1):
            if on_progress:
                on_progress(number * 1000, number / 4)
    return stream.getvalue()


def test_progress_is_hidden_for_two_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Terminal(), [0, 0.5, 1.9]) == ""
    assert shown(monkeypatch, Terminal(), [0, 0.5, 2.0]) != ""


def test_progress_line_is_updated_and_erased(monkeypatch: pytest.MonkeyPatch) -> None:
    written = shown(monkeypatch, Terminal(), [0, 1, 2.5, 2.6, 3.5])
    first, last = progress_bar(2000, 0.5, 2.5), progress_bar(4000, 1, 3.5)
    assert written == f"\r{first}\r{last}\r{' ' * len(last)}\r"


def _failing() -> None:
    with progress() as on_progress:
        assert on_progress is not None
        on_progress(7, 0.1)
        raise ZeroDivisionError


def test_progress_line_is_erased_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    clock = iter([0.0, 5.0])
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    with pytest.raises(ZeroDivisionError):
        _failing()
    assert stream.getvalue().endswith(" \r")


def test_no_progress_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO(), [0, 5, 9]) == ""
    monkeypatch.setattr(sys, "stderr", None)
    with progress() as on_progress:
        assert on_progress is None


def test_progress_bar_fits_80_columns() -> None:
    assert progress_bar(120_000, 0.2, 3.4) == "[######........................]  20%  120,000 events, 3 s"
    assert progress_bar(1, 1.5, 2) == "[##############################] 100%  1 events, 2 s"
    assert len(progress_bar(100_000_000, 1, 36_000)) < 80
