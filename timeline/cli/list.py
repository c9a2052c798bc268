"""`timeline list`: the events of a timeline, filtered."""

from typing import Annotated

import typer

from timeline.asking import query_of
from timeline.cli.formats import choose, publish
from timeline.cli.help import ExamplesFirst, command_app
from timeline.cli.options import (
    Actors,
    Certain,
    Direct,
    Json,
    Kinds,
    Limit,
    MemberOf,
    On,
    Output,
    Places,
    Roles,
    Since,
    Sources,
    Statuses,
    Topics,
    Until,
    asked,
    option,
)
from timeline.cli.output import talk
from timeline.cli.session import Session

app = command_app()

_EXAMPLES = """
timeline list --actor Japan
timeline list --actor "South Korea" --role host,speaker --since 2024
timeline list --kind summit --format markdown -o summits.md
timeline list --json | jq -r '.[] | [.date.edtf, .title] | @tsv'
"""


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def list_events(
    context: typer.Context,
    actor: Actors = None,
    member_of: MemberOf = None,
    role: Roles = None,
    since: Since = None,
    until: Until = None,
    on: On = None,
    kind: Kinds = None,
    topic: Topics = None,
    place: Places = None,
    source: Sources = None,
    text: Annotated[str | None, option("T", 'Has these words, or this "phrase", in what it says.')] = None,
    status: Statuses = None,
    certain: Certain = False,
    direct: Direct = False,
    format_: Annotated[
        str | None,
        typer.Option("--format", metavar="F", help="table, tsv, json, ndjson, csv, markdown."),
    ] = None,
    json: Json = False,
    fields: Annotated[str | None, option("A,B", "Only these columns (tsv, csv) or keys (json).")] = None,
    raw: Annotated[
        bool, typer.Option("--raw", help="csv cells as they are, even those that a spreadsheet would run.")
    ] = False,
    limit: Limit = None,
    reverse: Annotated[bool, typer.Option("--reverse", help="The latest first.")] = False,
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Print a long table at once.")] = False,
    output: Output = None,
) -> None:
    """List events, in the order of their dates."""
    chosen = choose(format_, json=json, fields=fields, file=output)._replace(paged=not no_pager, raw=raw)
    store = (context.find_object(Session) or Session(None)).store()
    query, notes = query_of(asked(context.params), store)
    query = query._replace(text=text or "", certain=certain, direct=direct, reverse=reverse, limit=limit)
    for note in notes:
        talk(note)
    publish(store, query, chosen)
