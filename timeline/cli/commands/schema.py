"""`timeline schema`: the JSON Schema of an output, or of a file of records."""

import json
from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, Output, command_app
from timeline.cli.output import Failure, log, write
from timeline.cli.session import counted, session_of
from timeline.dataset.read import read_dataset
from timeline.reports.editor_schema import RECORDS, KnownIds, editor_schema, known_ids
from timeline.reports.json_page import json_page
from timeline.reports.key_docs import Schema
from timeline.reports.schemas import OUTPUTS, output_schema
from timeline.text.names import did_you_mean

app = command_app()

_EXAMPLES = """
timeline schema                          the documents that list --json prints
timeline schema --of check               what check --json prints
timeline schema --records events         data/events.yaml, for an editor
timeline --dataset . schema --records events -o events.schema.json
"""


def _outputs(incomplete: str) -> list[tuple[str, str]]:
    return [(name, output.about) for name, output in OUTPUTS.items() if name.startswith(incomplete)]


def _files(incomplete: str) -> list[tuple[str, str]]:
    return [(name, f"data/{name}.yaml") for name in RECORDS if name.startswith(incomplete)]


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def schema(
    context: typer.Context,
    of: Annotated[
        str | None,
        typer.Option(
            "--of",
            metavar="COMMAND",
            help=f"Schema of the output of: {', '.join(OUTPUTS)}.",
            autocompletion=_outputs,
        ),
    ] = None,
    records: Annotated[
        str | None,
        typer.Option(
            "--records",
            metavar="FILE",
            help="Schema of a file of records: events, actors or sources.",
            autocompletion=_files,
        ),
    ] = None,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print docs/json.md: every key of all outputs, as Markdown.")
    ] = False,
    output: Output = None,
) -> None:
    """Print the JSON Schema (draft 2020-12) of the --json output of a command, or of a file of records.

    The schema of a file of records is for editors. With --dataset, it includes the ids of its events and
    sources, and the names of its actors.
    """
    if (of is not None) + (records is not None) + markdown > 1:
        raise Failure("use only one of --of, --records and --markdown", 2)
    if markdown:
        write([json_page()], output)
        return
    chosen = _of_output(of or "list") if records is None else _of_records(records, context)
    write([json.dumps(chosen, indent=2, ensure_ascii=False) + "\n"], output)


def _of_output(output: str) -> Schema:
    if output not in OUTPUTS:
        hint = did_you_mean(output, OUTPUTS) or f"one of: {', '.join(OUTPUTS)}"
        raise Failure(f'--of: no schema for "{output}"; {hint}', 2)
    return output_schema(output)


def _of_records(records: str, context: typer.Context) -> Schema:
    if records not in RECORDS:
        hint = did_you_mean(records, RECORDS) or f"one of: {', '.join(RECORDS)}"
        raise Failure(f'--records: unknown file "{records}"; {hint}', 2)
    return editor_schema(records, _known(context))


def _known(context: typer.Context) -> KnownIds | None:
    """The ids of the dataset named by --dataset; None without that option, and no dataset is read."""
    session = session_of(context)
    if session.named is None:
        return None
    dataset = session.dataset()
    if dataset.kind == "store":
        raise Failure(
            f"{dataset.shown}: a timeline database has no records; name the dataset that it was built from", 3
        )
    material = read_dataset(dataset, dataset.event_files())
    if material.problems:
        log(f'{counted(len(material.problems), "problem")} in the files; run "timeline check"')
    return known_ids(material)
