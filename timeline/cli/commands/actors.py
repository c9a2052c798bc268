"""`timeline actors`: the actors that events name."""

import json as jsonlib
from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, Output, command_app
from timeline.cli.output import on_terminal, render, write
from timeline.cli.session import session_of
from timeline.reports.actors import Presence, presences
from timeline.screens.actors import draw_actors
from timeline.text.escape import visible

app = command_app()

_EXAMPLES = """
timeline actors
timeline actors --json | jq '.[] | select(.event_count > 5) | .name'
"""


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def actors(
    context: typer.Context,
    kind: Annotated[
        str | None,
        typer.Option(metavar="K", help="Only this kind: country, organisation, group, person or body."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON array.")] = False,
    output: Output = None,
) -> None:
    """List the actors that events name: in how many events, and in which first and last."""
    actors_here = presences(session_of(context).store(), kind)
    if json:
        lines = ",\n".join(jsonlib.dumps(actor, ensure_ascii=True) for actor in actors_here)
        write([f"[\n{lines}\n]\n" if actors_here else "[]\n"], output)
    elif on_terminal() or output:
        render(lambda console: draw_actors(actors_here, console), output)
    else:
        header = "id\tname\tkind\tevents\tfirst\tlast\n"
        write([header, *(_line(actor) for actor in actors_here)])


def _line(actor: Presence) -> str:
    cells = [
        actor["id"],
        actor["name"],
        actor["kind"],
        str(actor["event_count"]),
        actor["first"]["id"],
        actor["last"]["id"],
    ]
    return "\t".join(map(visible, cells)) + "\n"
