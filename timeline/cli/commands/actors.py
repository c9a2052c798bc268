"""`timeline actors`: who is on this timeline."""

import json as jsonlib
from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.options import Output
from timeline.cli.output import on_terminal, render, write
from timeline.cli.session import Session
from timeline.reports.actors import Presence, presences
from timeline.screens.actors import draw_actors
from timeline.text.escape import visible

app = command_app()

_EXAMPLES = """
timeline actors
timeline actors --kind country --json | jq '.[] | select(.event_count > 5) | .name'
"""


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def actors(
    context: typer.Context,
    kind: Annotated[
        str | None, typer.Option(metavar="K", help="country, organisation, group, person or body.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON array.")] = False,
    output: Output = None,
) -> None:
    """List who is named on this timeline, how often, and in which events first and last."""
    found = presences((context.find_object(Session) or Session(None)).store(), kind)
    if json:
        lines = ",\n".join(jsonlib.dumps(one, ensure_ascii=True) for one in found)
        write([f"[\n{lines}\n]\n" if found else "[]\n"], output)
    elif on_terminal() or output:
        render(lambda console: draw_actors(found, console), output)
    else:
        header = "id\tname\tkind\tevents\tfirst\tlast\n"
        write([header, *(_line(one) for one in found)])


def _line(one: Presence) -> str:
    cells = [
        one["id"],
        one["name"],
        one["kind"],
        str(one["event_count"]),
        one["first"]["id"],
        one["last"]["id"],
    ]
    return "\t".join(map(visible, cells)) + "\n"
