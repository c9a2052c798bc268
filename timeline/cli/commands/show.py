"""`timeline show`: everything about an event, and who says so."""

from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.options import Json, Output, completion
from timeline.cli.output import log, render, write
from timeline.cli.session import Session
from timeline.exporters import text_writer
from timeline.exporters.decoding import decoded
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
        typer.Argument(metavar="ID...", help="The ids of events.", autocompletion=completion("event_ids")),
    ],
    json: Json = False,
    output: Output = None,
) -> None:
    """Show every field of events: the quotations with file, line and column, and the curator's notes.

    In the right margin stands who says so: figures are quotations, letters are the curator's notes.
    """
    store = (context.find_object(Session) or Session(None)).store()
    found: list[Answer] = []
    missing = False
    for key in ids:
        answer = store.find(key)
        if answer is None:
            missing = True
            guess = did_you_mean(key, store.ids())
            log(f'unknown event "{key}"; {guess or "timeline list has the ids"}')
        else:
            found.append(answer)
    if json:
        write(text_writer("json")(found, ()), output)
    elif found:
        from timeline.screens.show import draw as draw_events  # a listed seam: rich is for people only

        render(lambda console: draw_events(decoded(found), console), output)
    if missing:
        raise typer.Exit(1)
