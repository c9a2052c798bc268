"""`timeline source`: which sentences of a source are cited."""

import json as jsonlib
from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, Output, command_app
from timeline.cli.output import json_array, log, render, write
from timeline.cli.session import read_timeline
from timeline.reports.expressions import expressions_of_source
from timeline.reports.passages import uncited as uncited_passages
from timeline.reports.sources import report
from timeline.screens.expressions import write_expressions
from timeline.screens.source import draw_source

app = command_app()

_EXAMPLES = """
timeline source closing-natos-indo-pacific-gap
timeline source allies-independent-path --uncited
timeline source allies-independent-path --dates
timeline source allies-independent-path --json | jq '.sentence_counts'
"""


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def source(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="ID", help="Id of a source.")],
    uncited: Annotated[bool, typer.Option("--uncited", help="Only sentences that no event cites.")] = False,
    dates: Annotated[
        bool, typer.Option("--dates", help="List the expressions of time in its text, with their dates.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object, with the passages.")] = False,
    output: Output = None,
) -> None:
    """Show which sentences of a source are cited: | marks cited ones, : those cited in part.

    Repeated lines are shown once; the title and notices (not_text in the record) are not counted. For a
    source without a stored text, the record and the curator's notes that refer to it are shown.
    """
    timeline = read_timeline(context)
    if dates:
        rows = expressions_of_source(timeline, key)
        write(json_array(rows) if json else write_expressions(rows), output)
        return
    coverage = report(timeline, key)
    if uncited:
        coverage = {**coverage, "passages": uncited_passages(coverage["passages"])}
    if json:
        write([jsonlib.dumps(coverage, ensure_ascii=True, indent=1) + "\n"], output)
        return
    render(lambda console: draw_source(coverage, console), output)
    if uncited and not coverage["passages"] and coverage["sentence_counts"]:
        log("every sentence is quoted, at least in part")
