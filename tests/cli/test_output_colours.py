"""Colours on a terminal: they repeat what the text says, and data cannot send control characters."""

import re
import sys
from pathlib import Path

import pytest

from tests.conftest import Golden, MakeDataset, Outcome, Run

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
HOSTILE = """
- id: fair-2025
  title: "[sic] \\e[31mred\\e]8;;http://evil.example\\a \\u202e :x: [/] \\x9b"
  kind: fair
  date: 2025
  actors: {"\\e[2J": host, Japan: {role: partner, by: "\\u2066A"}}
  summary: "\\e]0;title\\a"
  curator: [{note: "\\e[1m", supports: [date], see: https://example.org}]
"""
PAGES = [["show", "hague-2025"], ["why", "hague-2025", "date"], ["actor", "NATO"], ["explain"]]


@pytest.fixture
def run_coloured(monkeypatch: pytest.MonkeyPatch, run: Run) -> Run:
    """Runs the command line as if stdout were a colour terminal."""

    def command(*arguments: str | Path, stdin: bytes = b"") -> Outcome:
        with monkeypatch.context() as patched:
            patched.setenv("TERM", "xterm-256color")
            patched.setattr(sys.stdout, "isatty", lambda: True)
            return run(*arguments, stdin=stdin)

    return command


@pytest.mark.parametrize("command", PAGES, ids=" ".join)
def test_screen_without_colours_equals_piped_output(run: Run, run_coloured: Run, command: list[str]) -> None:
    coloured = run_coloured(*command).out
    assert COLOUR.search(coloured)
    assert COLOUR.sub("", coloured) == run(*command).out


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("show", ["show", "hague-2025"]),
        ("list", ["list", "--actor", "Japan", "--limit", "4"]),
        ("list-160", ["list", "--actor", "Japan", "--limit", "4"]),
        ("list-50", ["list", "--actor", "Japan", "--limit", "4"]),
        ("source-30", ["source", "nato-indo-pacific-partners-unite"]),
        ("why", ["why", "hague-2025", "date"]),
        ("actor", ["actor", "NATO", "--on", "2022-06-29"]),
        ("actors", ["actors", "--kind", "country"]),
        ("source", ["source", "closing-natos-indo-pacific-gap"]),
        ("source-not-stored", ["source", "mfat-cptpp"]),
        ("sources", ["sources", "--all"]),
        ("search", ["search", "Wi Sung-lac"]),
    ],
)
def test_colours_match_golden(
    run_coloured: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch, name: str, command: list[str]
) -> None:
    """Colour codes are written as `<35>` to keep the file readable. A number in the name is the width."""
    width = name.rpartition("-")[2]
    monkeypatch.setenv("COLUMNS", width if width.isdigit() else "80")
    coloured = run_coloured(*command).out
    golden(f"colours-{name}.txt", COLOUR.sub(lambda code: f"<{code.group()[2:-1]}>", coloured))


def test_list_on_a_terminal_is_a_table(run: Run, run_coloured: Run) -> None:
    coloured = run_coloured("list", "--limit", "3").out
    assert COLOUR.search(coloured)
    assert COLOUR.sub("", coloured) == run("list", "--limit", "3", "--format", "table").out


@pytest.mark.parametrize("command", [["list"], ["show", "fair-2025"], ["check"], ["why", "fair-2025"]])
def test_control_characters_of_data_do_not_reach_the_terminal(
    run_coloured: Run, dataset: MakeDataset, command: list[str]
) -> None:
    answer = run_coloured("--dataset", dataset(HOSTILE), *command)
    printed = COLOUR.sub("", answer.out + answer.err)
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066]", printed) is None
    assert "^[" in answer.out


def test_markup_in_a_title_is_shown_verbatim(run_coloured: Run, dataset: MakeDataset) -> None:
    screen = COLOUR.sub("", run_coloured("--dataset", dataset(HOSTILE), "list").out)
    shown = "[sic] ^[[31mred^[]8;;http://evil.example^G <U+202E> :x: [/] <9B>"
    assert "".join(shown.split()) in "".join(screen.split())


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb"), ("TERM", "")])
def test_no_colour_when_disabled(run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    screen = run("list", "--limit", "3").out
    assert "\x1b" not in screen
    assert "\t" not in screen


def test_actors_on_a_terminal_is_a_table(run_coloured: Run) -> None:
    lines = COLOUR.sub("", run_coloured("actors", "--kind", "country").out).splitlines()
    assert lines[0].split() == ["events", "actor", "first", "last"]
    assert lines[1].split()[1] == "Japan"
