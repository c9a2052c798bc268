"""`timeline actor`: what is known of an actor."""

import datetime
import json as jsonlib
from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.options import Output, completion
from timeline.cli.output import draw, send, talk
from timeline.cli.session import Session
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
        typer.Argument(
            metavar="NAME", help="A name, an alias or a code.", autocompletion=completion("actor_names")
        ),
    ],
    on: Annotated[
        str | None,
        typer.Option(metavar="D", help="Members and groups on this day, or in this month or year."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object, with members and events.")] = False,
    output: Output = None,
) -> None:
    """Show an actor: its names, its groups, its members on a day, and its events here.

    Membership is a table, in no stored text: the page ends with where it is from. Exit 1 when nobody is
    called so.
    """
    store = (context.find_object(Session) or Session(None)).store()
    known = resolve_one(name, store)
    day = None if on is None else window_of("on", on, datetime.date.today().isoformat())
    if day is not None and day.echo:
        talk(day.echo)
    found = actor_report(store, known, day)
    if json:
        send([jsonlib.dumps(found, ensure_ascii=True, indent=1) + "\n"], output)
    else:
        draw(lambda console: draw_actor(found, console), output)
