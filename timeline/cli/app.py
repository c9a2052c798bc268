"""The typer application: the table of commands, and the options before a command."""

import os
from collections.abc import MutableMapping
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from timeline.cli.session import Session
from timeline.version import VERSION

if TYPE_CHECKING:
    from typer._click import Command as ClickCommand
    from typer._click import Context, HelpFormatter


COMMANDS = {
    "list": "List the events of a timeline, with filters",
    "show": "Show an event with its evidence",
    "search": "Search events and stored texts",
    "actors": "List the actors of this timeline",
    "actor": "Show an actor: names, groups, members, events",
    "date": "Parse a date (EDTF or English)",
    "why": "Show what proves a field of an event",
    "sources": "List sources, their status and use",
    "source": "Show which sentences of a source are cited",
    "quote": "Find a quotation and print a citation",
    "check": "Check a dataset: records, links, quotations",
    "explain": "Explain the rules of check",
    "build": "Write the timeline to a SQLite file",
    "schema": "Print the JSON Schema of an output or of records",
    "init": "Create a dataset",
    "help": "Print a page of the manual",
}
"""Each command with its summary. The module of a command in `timeline.cli.commands` has the same name."""

_EXAMPLES = """\
Examples:
  timeline list --actor Japan           events in which Japan took part
  timeline list --since 2024 --json     the same as JSON, for other tools
  timeline show hague-2025              every field, with its evidence
  timeline check                        check records and quotations

"""


class Commands(TyperGroup):
    """The group of all commands. The module of a command is imported when the command is called."""

    suggest_commands = True

    def list_commands(self, ctx: "Context") -> list[str]:
        """The names, in the order of COMMANDS."""
        return [*COMMANDS]  # the module timeline.cli.commands.list may hide list()

    def get_command(self, ctx: "Context", cmd_name: str) -> "ClickCommand | None":
        """The command with that name, or None."""
        if cmd_name not in COMMANDS:
            self.commands = {name: TyperCommand(name) for name in COMMANDS}  # for suggestions
            return None
        command = typer.main.get_command(import_module(f"timeline.cli.commands.{cmd_name}").app)
        command.name = cmd_name
        return command

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write the examples, then the usual help."""
        formatter.write(_EXAMPLES)
        super().format_help(ctx, formatter)

    def _main_shell_completion(
        self, ctx_args: MutableMapping[str, object], prog_name: str, complete_var: str | None = None
    ) -> None:
        """Answer a shell that asks for completions, with values that no shell can execute."""
        if any(name.endswith("_COMPLETE") for name in os.environ):
            import_module("timeline.cli.completion").install_safe_completion()
        super()._main_shell_completion(ctx_args, prog_name, complete_var)

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write COMMANDS, without importing the modules."""
        with formatter.section("Commands"):
            formatter.write_dl([*COMMANDS.items()])


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(context: typer.Context, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:  # a shell that asks for completions would take it for one
        typer.echo(f"timeline {VERSION}")
        raise typer.Exit


@app.callback()
def _timeline(
    context: typer.Context,
    dataset: Annotated[
        str | None,
        typer.Option(
            envvar="TIMELINE_DATASET",
            metavar="D",
            help="Folder with data/ and seeds/, file of events, or - for standard input.",
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print the traceback of an internal error.")] = False,
) -> None:
    """Keep a timeline of world events in plain text, with evidence for every field."""
    context.obj = Session(dataset)
