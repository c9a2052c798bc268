"""`timeline check`: verify a dataset, and say in numbers what was verified."""

import gc
from typing import Annotated

import typer

from timeline.cache.verify import verify
from timeline.checks import RENAMED, DatasetCheck, renaming_notice
from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.options import Output
from timeline.cli.output import Failure, send, talk
from timeline.cli.progress import progress
from timeline.cli.session import Session, caches
from timeline.dataset.read import NoReadableFile
from timeline.reports.check import select_rules
from timeline.screens.check import Report, as_github, as_json, as_summary, as_text
from timeline.text.names import did_you_mean

app = command_app()
_FORMATS = {"text": as_text, "json": as_json, "github": as_github}
_alive: list[DatasetCheck] = []
"""What was found last: the process ends with the command, and to free a dataset takes a 25th of its time."""
_EXAMPLES = """
timeline check
timeline --dataset ~/my-timeline check --strict
timeline check --rule unsupported-prose --rule date-contradicted
timeline check --json | jq '.problems[] | select(.rule == "quote-not-found")'
"""


@app.command(name="check", cls=ExamplesFirst, epilog=_EXAMPLES)
def check_dataset(
    context: typer.Context,
    rule: Annotated[list[str] | None, typer.Option(metavar="R", help="Only this rule; repeatable.")] = None,
    skip: Annotated[list[str] | None, typer.Option(metavar="R", help="Not this rule; repeatable.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Ask the strict rules too.")] = False,
    summary: Annotated[bool, typer.Option("--summary", help="Only counts, by rule.")] = False,
    format_: Annotated[str, typer.Option("--format", metavar="F", help="text, json or github.")] = "text",
    json: Annotated[bool, typer.Option("--json", help="All problems and counts as one JSON object.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Print every problem, not the first 20.")] = False,
    output: Output = None,
) -> None:
    """Verify everything: the form of the records, names and links, every quotation in its source, and whether
    the prose, the dates and the roles say more than the quotations do.

    Exit 1 when there are problems. A problem reads FILE:LINE:COLUMN: RULE: what is wrong.
    """
    selection = select_rules(_names(rule), _names(skip), strict=strict)
    name = "json" if json else format_
    if name not in _FORMATS:
        hint = did_you_mean(name, _FORMATS) or f"one of: {', '.join(_FORMATS)}"
        raise Failure(f'--format: "{name}" is no format of check; {hint}', 2)
    dataset = (context.find_object(Session) or Session(None)).dataset()
    gc.disable()  # records make no circles and stay to the end: to look for some took as long as the check
    try:
        with progress() as tell:
            found = verify(dataset, selection, tell, caches())
    except NoReadableFile as error:
        raise Failure(str(error), 3) from None
    _alive[:] = [found]
    report = Report(found.results, found.counts, found.trees, None if everything else 20)
    send(as_summary(report) if summary and name == "text" else _FORMATS[name](report), output)
    if found.results.problems:
        raise typer.Exit(1)


def _names(typed: list[str] | None) -> list[str]:
    """The rules that an option names; stderr says what a former name is now."""
    names = [name.strip() for value in typed or () for name in value.split(",")]
    for name in sorted(RENAMED.keys() & set(names)):
        talk(renaming_notice(name))
    return names
