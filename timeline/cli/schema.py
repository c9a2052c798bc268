"""`timeline schema`: what documents and records look like, for machines."""

import json
from typing import Annotated

import typer
from pydantic import BaseModel, TypeAdapter

from timeline.cli.help import ExamplesFirst, command_app
from timeline.cli.options import Output
from timeline.cli.output import Failure, send
from timeline.documents import Document
from timeline.names import did_you_mean
from timeline.records import ActorsFile, EventsFile, SourcesFile

app = command_app()
RECORDS: dict[str, type[BaseModel]] = {"events": EventsFile, "actors": ActorsFile, "sources": SourcesFile}

_EXAMPLES = """
timeline schema                          the documents that --json prints
timeline schema --records events         data/events.yaml, for an editor
"""


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def schema(
    records: Annotated[
        str | None,
        typer.Option(
            "--records", metavar="FILE", help="events, actors or sources: the YAML file of that name."
        ),
    ] = None,
    output: Output = None,
) -> None:
    """Print the JSON Schema (draft 2020-12) of the published documents, or of a file of records."""
    if records is None:
        made = TypeAdapter(list[Document]).json_schema()
        title = "timeline: documents, as --json prints them"
    elif records in RECORDS:
        made = RECORDS[records].model_json_schema()
        title = f"timeline: data/{records}.yaml"
    else:
        hint = did_you_mean(records, RECORDS) or f"one of: {', '.join(RECORDS)}"
        raise Failure(f'--records: there is no file "{records}" of records; {hint}', 2)
    dressed = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": title}
    send([json.dumps(dressed, indent=2, ensure_ascii=False) + "\n"], output)
