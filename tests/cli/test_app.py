"""The command line: usage errors are exit 2 with a message; help begins with examples."""

import runpy

import pytest
import typer

from tests.conftest import Run
from timeline.cli.app import COMMANDS, Commands, app
from timeline.version import VERSION


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--role", "hosst"], '--role: unknown role "hosst"; did you mean host?'),
        (["--role", "xyz"], '--role: unknown role "xyz"; one of: host, organiser, '),
        (["--actor", "Korea"], '"Korea" is ambiguous: North Korea (KP) or South Korea (KR)?'),
        (["--actor", "Japan,Korea"], '"Korea" is ambiguous: North Korea (KP) or South Korea (KR)?'),
        (["--since", "2024-02-30"], "--since: 2024-02-30: February 2024 has 29 days"),
        (["--on", ""], "--on: "),
        (["--since", "2025", "--until", "2024"], "no day lies between them"),
        (["--format", "jsn"], '--format: unknown format "jsn"; did you mean json'),
        (["--format", "pdf"], "one of: table, tsv, json, ndjson, csv, markdown"),
        (["--json", "--format", "csv"], "--json and --format csv conflict: choose one"),
        (["--fields", "id,titel"], '--fields: unknown tsv field "titel"; did you mean title?'),
        (["--fields", "summary"], '--fields: unknown tsv field "summary"; one of: id, date, title, '),
        (["--fields", ""], '--fields: unknown tsv field ""'),
        (["--json", "--fields", "quotes"], '--fields: unknown json field "quotes";'),
        (["--format", "markdown", "--fields", "id"], "--fields: not for markdown; use it with tsv"),
        (["--format", "table", "--fields", "id"], "--fields: not for table; use it with tsv"),
        (["--limit", "-1"], "--limit"),
        (["--actor", "\udcff"], "UTF-8"),
    ],
)
def test_usage_errors_of_list(run: Run, arguments: list[str], message: str) -> None:
    answer = run("list", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert message in answer.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["lst"], "list"),
        (["list", "--acter", "Japan"], "--actor"),
        (["list", "extra"], "extra"),
        (["show"], "ID..."),
        (["schema", "--records", "event"], 'unknown file "event"; did you mean events?'),
        (["schema", "--records", "x"], "one of: events, actors, sources"),
    ],
)
def test_usage_errors_of_the_command_line(run: Run, arguments: list[str], message: str) -> None:
    answer = run(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert message in answer.err


def test_help_begins_with_examples_and_lists_commands(run: Run) -> None:
    answer = run("--help")
    assert answer.code == 0
    assert answer.out.startswith("Examples:\n  timeline list --actor Japan ")
    table = answer.out.partition("Commands:\n")[2]
    assert [line.split()[0] for line in table.splitlines()] == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_command_help_begins_with_examples(run: Run, command: str) -> None:
    answer = run(command, "--help")
    assert answer.code == 0
    assert answer.out.startswith(f"Examples:\n  timeline {command}")
    assert answer.out.index("Examples:") < answer.out.index("\nUsage: ")
    assert max(map(len, answer.out.splitlines())) <= 80


def test_no_command_prints_help(run: Run) -> None:
    answer = run()
    assert answer.out + answer.err == run("--help").out
    assert answer.code == 2


def test_version(run: Run) -> None:
    assert run("--version").out == f"timeline {VERSION}\n"


def test_commands_can_be_listed_after_list_was_imported(run: Run) -> None:
    """Importing timeline.cli.commands.list binds the name of a builtin in its package."""
    run("list", "--limit", "1")
    command = typer.main.get_command(app)
    assert isinstance(command, Commands)
    assert command.list_commands(typer.Context(command)) == [*COMMANDS]


def test_python_m_timeline(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["timeline", "--version"])
    with pytest.raises(SystemExit):
        runpy.run_module("timeline", run_name="__main__")
    assert capsys.readouterr().out == f"timeline {VERSION}\n"
