"""`timeline sources`: the ledger, and what rests on each text."""

import json as jsonlib
from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.options import Output
from timeline.cli.output import on_terminal, render, write
from timeline.cli.reading import read_timeline
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
        bool, typer.Option("--all", help="List the sources that are only known too, not just their number.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON array, of all sources.")] = False,
    output: Output = None,
) -> None:
    """List the sources: whether each text is unchanged, what quotes it, how many of its sentences are cited.

    A source that is only known can be pointed to by a curator's note; nothing can be quoted from it.
    """
    found = rows(read_timeline(context))
    if json:
        lines = ",\n".join(jsonlib.dumps(row, ensure_ascii=True) for row in found)
        write([f"[\n{lines}\n]\n" if found else "[]\n"], output)
    elif on_terminal() or output:
        render(lambda console: draw_sources(found, console, everything=everything), output)
    else:
        write(write_sources(found))
