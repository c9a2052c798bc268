"""`timeline actor`: names, groups, members and events of an actor."""

import datetime
import json as jsonlib
from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, Output, command_app, completion
from timeline.cli.output import log, render, write
from timeline.cli.session import session_of
from timeline.reports.actors import actor_report
from timeline.resolve import resolve_one, window_of
from timeline.screens.actors import draw_actor

app = command_app()

_EXAMPLES = """
timeline actor NATO --on 2022-06-29
timeline actor Japan
timeline actor NATO --on 2019-12-03 --json | jq '.members | length'
"""


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def actor(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Name, alias or code.", autocompletion=completion("actor_names")),
    ],
    on: Annotated[
        str | None,
        typer.Option(metavar="D", help="Members and groups on this day, month or year."),
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object, with members and events.")
    ] = False,
    output: Output = None,
) -> None:
    """Show an actor: its names, its groups, its members on a day, and its events on this timeline.

    Memberships come from a table, not from a stored text; the last lines name the origin of the table. Exit 1
    for an unknown actor.
    """
    store = session_of(context).store()
    term = resolve_one(name, store)
    day = None if on is None else window_of("on", on, datetime.date.today().isoformat())
    if day is not None and day.echo:
        log(day.echo)
    report = actor_report(store, term, day)
    if json:
        write([jsonlib.dumps(report, ensure_ascii=True, indent=1) + "\n"], output)
    else:
        render(lambda console: draw_actor(report, console), output)
