"""`timeline why`: what proves a field of an event."""

import json as jsonlib
from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, Output, command_app, completion
from timeline.cli.output import render, write
from timeline.cli.session import session_of
from timeline.reports.why import why
from timeline.screens.why import draw_why

app = command_app()

_EXAMPLES = """
timeline why hague-2025 date
timeline why hague-2025 actors.Japan
timeline why hague-2025 summary.2 --json
timeline why hague-2025
"""


@app.command(name="why", cls=ExamplesFirst, epilog=_EXAMPLES)
def why_field(
    context: typer.Context,
    event: Annotated[
        str, typer.Argument(metavar="ID", help="Id of an event.", autocompletion=completion("event_ids"))
    ],
    field: Annotated[
        str | None,
        typer.Argument(
            metavar="[FIELD]", help="date, place, status, actors.NAME or summary.N; all if omitted."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    output: Output = None,
) -> None:
    """Show what proves each field: QUOTED, PARTLY QUOTED, CURATOR or UNSUPPORTED, and how to add evidence."""
    store = session_of(context).store()
    report = why(store, event, field)
    if json:
        write([jsonlib.dumps(report, ensure_ascii=True, indent=1) + "\n"], output)
    else:
        render(lambda console: draw_why(report, console), output)
