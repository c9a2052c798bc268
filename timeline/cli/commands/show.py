"""`timeline show`: an event with its evidence."""

from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, Json, Output, command_app, completion
from timeline.cli.output import log, render, write
from timeline.cli.session import session_of
from timeline.exporters import text_writer
from timeline.exporters.json import decoded
from timeline.store import Answer
from timeline.text.names import did_you_mean

app = command_app()

_EXAMPLES = """
timeline show hague-2025
timeline show madrid-2022 vilnius-2023
timeline show hague-2025 --json | jq '.[0].citations[].anchors'
"""


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def show(
    context: typer.Context,
    ids: Annotated[
        list[str],
        typer.Argument(metavar="ID...", help="Ids of events.", autocompletion=completion("event_ids")),
    ],
    json: Json = False,
    output: Output = None,
) -> None:
    """Show events with their evidence: every field, the quotations with file, line and column, and the notes.

    The right margin refers to the evidence: numbers are quotations, letters are curator's notes.
    """
    store = session_of(context).store()
    events: list[Answer] = []
    missing = False
    for key in ids:
        event = store.find(key)
        if event is None:
            missing = True
            hint = did_you_mean(key, store.ids()) or 'run "timeline list" for the ids'
            log(f'unknown event "{key}"; {hint}')
        else:
            events.append(event)
    if json:
        write(text_writer("json")(events, ()), output)
    elif events:
        from timeline.screens.show import draw as draw_events  # imported late: it needs rich

        render(lambda console: draw_events(decoded(events), console), output)
    if missing:
        raise typer.Exit(1)
