"""`timeline check`: check a dataset, and report what was checked in numbers."""

import gc
from typing import Annotated

import typer

from timeline.cache.verify import verify
from timeline.checks import RENAMED, DatasetCheck, renaming_notice
from timeline.cli.command import ExamplesFirst, Output, command_app
from timeline.cli.output import Failure, log, progress, write
from timeline.cli.session import cache_folder, session_of
from timeline.dataset.read import NoReadableFile
from timeline.reports.check import select_rules
from timeline.screens.check import Report, as_github, as_json, as_summary, as_text
from timeline.text.names import did_you_mean

app = command_app()
_FORMATS = {"text": as_text, "json": as_json, "github": as_github}
_PROBLEMS_SHOWN = 20
_kept: list[DatasetCheck] = []
"""The last outcome, kept until the process ends: freeing a dataset takes 4 % of the time of a check."""
_EXAMPLES = """
timeline check
timeline --dataset ~/my-timeline check --strict
timeline check --rule unsupported-prose --rule date-contradicted
timeline check --json | jq '.problems[] | select(.rule == "quote-not-found")'
"""


@app.command(name="check", cls=ExamplesFirst, epilog=_EXAMPLES)
def check_dataset(
    context: typer.Context,
    rule: Annotated[list[str] | None, typer.Option(metavar="R", help="Only this rule (repeatable).")] = None,
    skip: Annotated[list[str] | None, typer.Option(metavar="R", help="Not this rule (repeatable).")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Also run the strict rules.")] = False,
    summary: Annotated[bool, typer.Option("--summary", help="Print only the counts by rule.")] = False,
    format_: Annotated[str, typer.Option("--format", metavar="F", help="text, json or github.")] = "text",
    json: Annotated[
        bool, typer.Option("--json", help="Print all problems and counts as one JSON object.")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="Print every problem, not the first 20.")] = False,
    output: Output = None,
) -> None:
    """Check everything: the format of records, names and links, every quotation in its source, and whether
    summaries, dates and roles are supported by the quotations.

    A problem is printed as FILE:LINE:COLUMN: RULE: message. Exit 1 if there are problems.
    """
    selection = select_rules(_names(rule), _names(skip), strict=strict)
    name = "json" if json else format_
    if name not in _FORMATS:
        hint = did_you_mean(name, _FORMATS) or f"one of: {', '.join(_FORMATS)}"
        raise Failure(f'--format: unknown format "{name}"; {hint}', 2)
    dataset = session_of(context).dataset()
    gc.disable()  # records form no cycles; looking for some took as long as the check itself
    try:
        with progress() as on_progress:
            outcome = verify(dataset, selection, on_progress, cache_folder())
    except NoReadableFile as error:
        raise Failure(str(error), 3) from None
    _kept[:] = [outcome]
    report = Report(outcome.results, outcome.counts, outcome.trees, None if everything else _PROBLEMS_SHOWN)
    write(as_summary(report) if summary and name == "text" else _FORMATS[name](report), output)
    if outcome.results.problems:
        raise typer.Exit(1)


def _names(typed: list[str] | None) -> list[str]:
    """The rules that an option names, separated by commas. A notice gives the new name of a renamed rule."""
    names = [name.strip() for value in typed or () for name in value.split(",")]
    for name in sorted(RENAMED.keys() & set(names)):
        log(renaming_notice(name))
    return names
