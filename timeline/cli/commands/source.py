"""`timeline source`: how a text is used, sentence by sentence."""

import json as jsonlib
from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.options import Output
from timeline.cli.output import log, render, write
from timeline.cli.reading import read_timeline
from timeline.reports.passages import uncited as left_over
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
    key: Annotated[str, typer.Argument(metavar="ID", help="The id of a source, as timeline sources has it.")],
    uncited: Annotated[
        bool, typer.Option("--uncited", help="Only the sentences that no event uses: what is to be done.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON object, with the passages.")] = False,
    output: Output = None,
) -> None:
    """Show how a text is used: | before what is quoted, : where it is in part, a blank before what is not.

    Repeated lines are folded to one; the title and notices (not_text in the record) do not count. Of a source
    that is only known it shows what is known, and the curator's notes that point to it.
    """
    found = report(read_timeline(context), key)
    if uncited:
        found = {**found, "passages": left_over(found["passages"])}
    if json:
        write([jsonlib.dumps(found, ensure_ascii=True, indent=1) + "\n"], output)
        return
    render(lambda console: draw_source(found, console), output)
    if uncited and not found["passages"] and found["sentence_counts"]:
        log("no sentence is left over: each is quoted, at least in part")
