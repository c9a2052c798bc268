"""`timeline help`: pages of the manual, wrapped at words on a terminal."""

import sys
from pathlib import Path

import pytest

from tests.conftest import Run


def test_help_lists_the_topics(run: Run) -> None:
    assert run("help").out == (
        "topics: exit-codes, dates, records, manual\nhelp for a command: timeline COMMAND --help\n"
    )


@pytest.mark.parametrize(
    ("topic", "page"), [("dates", "dates.md"), ("records", "records.md"), ("manual", "manual.md")]
)
def test_help_in_a_pipe_prints_the_page_verbatim(run: Run, repository: Path, topic: str, page: str) -> None:
    assert run("help", topic).out == (repository / "docs" / page).read_text("utf-8")


def test_exit_codes_is_a_section_of_the_manual(run: Run) -> None:
    section = run("help", "exit-codes").out
    assert section.startswith("- 0 ")
    assert "\n- 4 a bug in the tool\n" in section
    assert "#" not in section


@pytest.mark.parametrize("topic", ["exit-codes", "dates", "records", "manual"])
def test_help_on_a_terminal_is_wrapped_at_words(
    run: Run, monkeypatch: pytest.MonkeyPatch, topic: str
) -> None:
    piped = run("help", topic).out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    shown = run("help", topic).out
    assert shown.split() == piped.split()
    assert [line for line in shown.splitlines() if len(line) > 80 and not is_unbreakable(line)] == []


def is_unbreakable(line: str) -> bool:
    """Whether it is one word, or a line of code."""
    return " " not in line.strip() or line.startswith(" " * 4)


def test_paragraphs_are_joined_before_they_are_wrapped(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    first, second, *_ = run("help", "exit-codes").out.splitlines()
    assert first.startswith("- 0 success")
    assert 40 < len(first) <= 60
    assert second.startswith("  ")


@pytest.mark.parametrize(
    ("topic", "hint"),
    [
        ("date", "did you mean dates?"),
        ("manuel", "did you mean manual?"),
        ("list", "one of: exit-codes, dates, records, manual; for a command run timeline list --help"),
    ],
)
def test_unknown_topic_is_exit_1(run: Run, topic: str, hint: str) -> None:
    answer = run("help", topic)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == f'timeline: unknown topic "{topic}"; {hint}\n'
