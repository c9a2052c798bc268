"""`timeline sources`: the sources, their status and use."""

from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, Output, command_app
from timeline.cli.output import json_array, on_terminal, render, write
from timeline.cli.session import read_timeline
from timeline.reports.sources import rows
from timeline.screens.sources import draw_sources, write_sources

app = command_app()

_EXAMPLES = """
timeline sources
timeline sources --all
timeline sources --json | jq -r '.[] | select(.state == "changed") | .id'
"""


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def sources(
    context: typer.Context,
    everything: Annotated[
        bool, typer.Option("--all", help="Also list sources without a stored text.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON array of all sources.")] = False,
    output: Output = None,
) -> None:
    """List the sources: whether the stored text is unchanged, and how many of its sentences are cited.

    A source without a stored text cannot be quoted; curator's notes can refer to it.
    """
    listed = rows(read_timeline(context))
    if json:
        write(json_array(listed), output)
    elif on_terminal() or output:
        render(lambda console: draw_sources(listed, console, everything=everything), output)
    else:
        write(write_sources(listed))
