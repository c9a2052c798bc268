"""The typer application: a table of commands, each imported when it is called."""

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
    "list": "The events of a timeline, filtered",
    "show": "Everything about an event, and who says so",
    "search": "Words in what events say, and in the stored texts",
    "actors": "Who is on this timeline, how often, first and last",
    "actor": "What is known of an actor: names, groups, members, events",
    "date": "What a date says: EDTF, or the words of people and newspapers",
    "why": "What proves a field of an event",
    "sources": "The texts, their state, and what rests on them",
    "source": "How a text is used, sentence by sentence",
    "quote": "Where words stand, as a citation to paste",
    "check": "Verify a dataset: every record, every quotation",
    "explain": "What the rules of check mean",
    "build": "The compiled timeline as a file for other tools",
    "schema": "The JSON Schema of documents, or of records",
    "init": "Begin a dataset of your own",
    "help": "Exit codes, dates, records: pages of the manual",
}
"""Each command and what it does; its module in `timeline.cli.commands` has its name."""

_EXAMPLES = """\
Examples:
  timeline list --actor Japan           the events in which Japan took part
  timeline list --since 2024 --json     the same documents everywhere, for jq
  timeline show hague-2025              every field, and who says so
  timeline check                        every quotation looked up in its source

"""


class Commands(TyperGroup):
    """The group of commands, which imports the module of a command when that one is asked for."""

    suggest_commands = True

    def list_commands(self, ctx: "Context") -> list[str]:
        """The names, in the order of the table."""
        return [*COMMANDS]  # not list(): importing timeline.cli.commands.list binds that name here

    def get_command(self, ctx: "Context", cmd_name: str) -> "ClickCommand | None":
        """The command of that name; None where there is none."""
        if cmd_name not in COMMANDS:
            self.commands = {name: TyperCommand(name) for name in COMMANDS}  # to suggest near ones from
            return None
        command = typer.main.get_command(import_module(f"timeline.cli.commands.{cmd_name}").app)
        command.name = cmd_name
        return command

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Examples first."""
        formatter.write(_EXAMPLES)
        super().format_help(ctx, formatter)

    def _main_shell_completion(
        self, ctx_args: MutableMapping[str, object], prog_name: str, complete_var: str | None = None
    ) -> None:
        """Our answers instead of typer's, which let a shell run what stands in a title."""
        if any(name.endswith("_COMPLETE") for name in os.environ):
            import_module("timeline.cli.shells").answer()
        super()._main_shell_completion(ctx_args, prog_name, complete_var)

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """The table, without importing what it names."""
        with formatter.section("Commands"):
            formatter.write_dl([*COMMANDS.items()])


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(context: typer.Context, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:  # a shell would take it for an answer to TAB
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
            help="A folder with data/ and seeds/, a file of events, or - for standard input.",
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of a fault of the tool.")
    ] = False,
) -> None:
    """Keep a geopolitical timeline in plain text, and prove every line of it."""
    context.obj = Session(dataset)
