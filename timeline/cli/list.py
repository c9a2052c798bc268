"""`timeline list`: the events of a timeline, filtered."""

from typing import Annotated

import typer

from timeline.cli.asking import Asked, query_of
from timeline.cli.formats import choose, publish
from timeline.cli.help import ExamplesFirst, command_app
from timeline.cli.options import Json, Output
from timeline.cli.output import talk
from timeline.cli.session import Session

app = command_app()
Many = list[str] | None

_EXAMPLES = """
timeline list --actor Japan
timeline list --actor "South Korea" --role host,speaker --since 2024
timeline list --kind summit --format markdown -o summits.md
timeline list --json | jq -r '.[] | [.date.edtf, .title] | @tsv'
"""


def _filter(metavar: str, text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(metavar=metavar, help=text)
    return option


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def list_events(
    context: typer.Context,
    actor: Annotated[Many, _filter("A", "Who took part, by name, alias or code; a comma means or.")] = None,
    member_of: Annotated[
        Many, _filter("G", "Somebody took part who was then a member of this group.")
    ] = None,
    role: Annotated[Many, _filter("R", "In what part: host, partner, speaker ... absent.")] = None,
    since: Annotated[str | None, _filter("D", "Not over before this date (EDTF: 2024, 2024-07).")] = None,
    until: Annotated[str | None, _filter("D", "Begun by this date.")] = None,
    on: Annotated[str | None, _filter("D", "On this day, or in this month or year.")] = None,
    kind: Annotated[Many, _filter("K", "summit, meeting, speech, statement ...")] = None,
    topic: Annotated[Many, _filter("T", "About what.")] = None,
    place: Annotated[Many, _filter("P", "Where: a place or a country.")] = None,
    source: Annotated[Many, _filter("S", "Cites this source (its id).")] = None,
    text: Annotated[str | None, _filter("T", "Has these words in title, summary, actors or quotes.")] = None,
    status: Annotated[Many, _filter("S", "planned, held, cancelled, ongoing.")] = None,
    certain: Annotated[bool, typer.Option("--certain", help="Leave out what only may match.")] = False,
    direct: Annotated[bool, typer.Option("--direct", help="Leave out what matches through a group.")] = False,
    format_: Annotated[
        str | None,
        typer.Option("--format", metavar="F", help="table, tsv, json, ndjson, csv, markdown."),
    ] = None,
    json: Json = False,
    fields: Annotated[str | None, _filter("A,B", "Only these columns (tsv, csv) or keys (json).")] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=0, help="At most so many events.")] = None,
    reverse: Annotated[bool, typer.Option("--reverse", help="The latest first.")] = False,
    output: Output = None,
) -> None:
    """List events, in the order of their dates."""
    chosen = choose(format_, json=json, fields=fields, file=output)
    session = context.find_object(Session) or Session(None)
    store = session.store()
    asked = Asked(
        actors=tuple(actor or ()),
        member_of=tuple(member_of or ()),
        roles=tuple(role or ()),
        dates=tuple(
            (name, value)
            for name, value in (("since", since), ("until", until), ("on", on))
            if value is not None
        ),
        facets={
            "kind": kind or [],
            "topic": topic or [],
            "place": place or [],
            "source": source or [],
            "status": status or [],
        },
        text=text or "",
    )
    query, notes = query_of(asked, store)
    query = query._replace(certain=certain, direct=direct, reverse=reverse, limit=limit)
    for note in notes:
        talk(note)
    publish(store, query, chosen)
