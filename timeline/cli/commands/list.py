"""`timeline list`: the events of a timeline, with filters."""

from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, Json, Output, command_app
from timeline.cli.filtering import filter_options, query_for
from timeline.cli.listing import FORMATS, choose_format, publish
from timeline.cli.session import session_of
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
        typer.Option("--format", metavar="F", help=f"{', '.join(FORMATS)}."),
    ] = None,
    json: Json = False,
    fields: Annotated[
        str | None, typer.Option(metavar="A,B", help="Only these columns (tsv, csv) or keys (json, ndjson).")
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="Leave formulas in csv cells as they are.")] = False,
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Do not use the pager.")] = False,
    output: Output = None,
) -> None:
    """List events in the order of their dates."""
    chosen = choose_format(format_, json=json, fields=fields, file=output)
    store = session_of(context).store()
    publish(store, query_for(filters, store), chosen._replace(paged=not no_pager, raw=raw))
