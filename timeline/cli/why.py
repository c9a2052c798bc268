"""`timeline why`: what proves a field of an event."""

import json as jsonlib
from typing import Annotated, cast

import typer

from timeline.cli.help import ExamplesFirst, command_app
from timeline.cli.options import Output, completion
from timeline.cli.output import Failure, draw, send
from timeline.cli.session import Session
from timeline.documents import Document
from timeline.names import did_you_mean, fold
from timeline.reports.why import why_report
from timeline.store import Store
from timeline.writers.why import draw_why

app = command_app()

_EXAMPLES = """
timeline why hague-2025 date
timeline why hague-2025 actors.Japan
timeline why hague-2025 summary.2 --json
timeline why hague-2025
"""


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def why(
    context: typer.Context,
    event: Annotated[
        str, typer.Argument(metavar="ID", help="The id of an event.", autocompletion=completion("event_ids"))
    ],
    field: Annotated[
        str | None,
        typer.Argument(metavar="[FIELD]", help="date, place, status, actors.NAME, summary.N; else all."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    output: Output = None,
) -> None:
    """Show what proves each field: QUOTED, PARTLY QUOTED, CURATOR or UNSUPPORTED, and how to prove more."""
    store = (context.find_object(Session) or Session(None)).store()
    answer = store.find(event)
    if answer is None:
        hint = did_you_mean(event, store.ids()) or "timeline list has the ids"
        raise Failure(f'there is no event "{event}": {hint}', 1)
    document = cast("Document", jsonlib.loads(answer.json))
    report = why_report(document, None if field is None else _field(field, document, store))
    if json:
        send([jsonlib.dumps(report, ensure_ascii=True, indent=1) + "\n"], output)
    else:
        draw(lambda console: draw_why(report, console), output)


def _field(typed: str, document: Document, store: Store) -> str:
    """The field as documents name it, in whatever spelling of the actor it was typed. Raises Failure."""
    if typed in document["evidence"]:
        return typed
    kind, _, name = typed.partition(".")
    if kind == "actors":
        known, _ = store.people.named(name)
        ids = {one.id for one in known}
        for actor in document["actors"]:
            if actor["id"] in ids or fold(actor["name"]) == fold(name):
                return f"actors.{actor['id']}"
    names = {f"actors.{actor['name']}" for actor in document["actors"]}
    fields = [key for key in document["evidence"] if not key.startswith("actors.")]
    hint = did_you_mean(typed, [*fields, *names]) or f"it has {', '.join(fields)} and actors.NAME"
    raise Failure(f'{document["id"]} has no field "{typed}": {hint}', 1)
