"""`timeline list`: the events of a timeline, filtered."""

from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.filtering import filter_options, query_for
from timeline.cli.formats import choose, publish
from timeline.cli.options import Json, Output
from timeline.cli.session import Session
from timeline.filters import Filters

app = command_app()

_EXAMPLES = """
timeline list --actor Japan
timeline list --actor "South Korea" --role host,speaker --since 2024
timeline list --kind summit --format markdown -o summits.md
timeline list --json | jq -r '.[] | [.date.edtf, .title] | @tsv'
"""


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
@filter_options()
def list_events(
    context: typer.Context,
    filters: Filters,
    format_: Annotated[
        str | None,
        typer.Option("--format", metavar="F", help="table, tsv, json, ndjson, csv, markdown."),
    ] = None,
    json: Json = False,
    fields: Annotated[
        str | None, typer.Option(metavar="A,B", help="Only these columns (tsv, csv) or keys (json).")
    ] = None,
    raw: Annotated[
        bool, typer.Option("--raw", help="csv cells as they are, even those that a spreadsheet would run.")
    ] = False,
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Print a long table at once.")] = False,
    output: Output = None,
) -> None:
    """List events, in the order of their dates."""
    chosen = choose(format_, json=json, fields=fields, file=output)._replace(paged=not no_pager, raw=raw)
    store = (context.find_object(Session) or Session(None)).store()
    publish(store, query_for(filters, store), chosen)
