"""`timeline source`: which sentences of a source are cited."""

import json as jsonlib
from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, Output, command_app
from timeline.cli.output import log, render, write
from timeline.cli.session import read_timeline
from timeline.reports.passages import uncited as uncited_passages
from timeline.reports.sources import report
from timeline.screens.source import draw_source

app = command_app()

_EXAMPLES = """
timeline source closing-natos-indo-pacific-gap
timeline source allies-independent-path --uncited
timeline source allies-independent-path --json | jq '.sentence_counts'
"""


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def source(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="ID", help="Id of a source.")],
    uncited: Annotated[bool, typer.Option("--uncited", help="Only sentences that no event cites.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object, with the passages.")] = False,
    output: Output = None,
) -> None:
    """Show which sentences of a source are cited: | marks cited ones, : those cited in part.

    Repeated lines are shown once; the title and notices (not_text in the record) are not counted. For a
    source without a stored text, the record and the curator's notes that refer to it are shown.
    """
    coverage = report(read_timeline(context), key)
    if uncited:
        coverage = {**coverage, "passages": uncited_passages(coverage["passages"])}
    if json:
        write([jsonlib.dumps(coverage, ensure_ascii=True, indent=1) + "\n"], output)
        return
    render(lambda console: draw_source(coverage, console), output)
    if uncited and not coverage["passages"] and coverage["sentence_counts"]:
        log("every sentence is quoted, at least in part")
