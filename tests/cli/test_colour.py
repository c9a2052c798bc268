"""What a terminal gets: colours that only repeat what the characters say, and not one byte that data made."""

import re
import sys

import pytest

from tests.conftest import MakeDataset, Run

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


@pytest.fixture
def _terminal(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """As if stdout were a terminal that knows colours."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)


COMMANDS = [
    ["list", "--limit", "3"],
    ["show", "hague-2025"],
    ["why", "hague-2025", "date"],
    ["actor", "NATO"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_without_its_colours_a_screen_is_the_one_that_a_pipe_gets(
    run: Run, request: pytest.FixtureRequest, command: list[str]
) -> None:
    plain = run(*command, *(["--format", "table"] if command[0] == "list" else []))
    request.getfixturevalue("_terminal")
    coloured = run(*command)
    assert COLOUR.search(coloured.out)
    assert COLOUR.sub("", coloured.out) == plain.out


@pytest.mark.usefixtures("_terminal")
@pytest.mark.parametrize("command", [["list"], ["show", "fair-2025"], ["check"], ["why", "fair-2025"]])
def test_nothing_in_the_data_reaches_the_terminal_as_a_command(
    run: Run, dataset: MakeDataset, command: list[str]
) -> None:
    answer = run("--dataset", dataset(HOSTILE), *command)
    assert (
        re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066]", COLOUR.sub("", answer.out + answer.err))
        is None
    )
    assert "^[" in answer.out


@pytest.mark.usefixtures("_terminal")
def test_the_words_of_a_title_are_all_there(run: Run, dataset: MakeDataset) -> None:
    screen = COLOUR.sub("", run("--dataset", dataset(HOSTILE), "list").out)
    shown = "[sic] ^[[31mred^[]8;;http://evil.example^G <U+202E> :x: [/] <9B>"
    assert "".join(shown.split()) in "".join(screen.split())


@pytest.mark.usefixtures("_terminal")
def test_no_color_is_obeyed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("list", "--limit", "3").out
