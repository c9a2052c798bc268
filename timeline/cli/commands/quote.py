"""`timeline quote`: find a quotation, and print a citation of it."""

import json as jsonlib
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Annotated

import typer

from timeline.checks import MIN_QUOTE_LENGTH
from timeline.cli.command import ExamplesFirst, Output, command_app
from timeline.cli.output import Failure, log, write
from timeline.cli.session import read_timeline
from timeline.exporters.citation import write_citations
from timeline.reports.quote import MAX_MATCHES_PER_TEXT, QuoteMatch, QuoteReport, quote
from timeline.text.escape import visible

app = command_app()
_MAX_INPUT = 1_000_000
"""Bytes that are read from standard input."""
_MAX_POSITIONS = 3
"""Other positions of a quotation that a notice lists."""

_EXAMPLES = """
timeline quote "securing a 5 percent defense pledge" --supports summary.1
timeline quote "NATO's engagement" --source closing-natos-indo-pacific-gap
pbpaste | timeline quote - --supports date,actors.Japan
"""


@app.command(name="quote", cls=ExamplesFirst, epilog=_EXAMPLES)
def find_quote(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The quotation; - reads standard input.")],
    source: Annotated[str | None, typer.Option(metavar="ID", help="Search only this source.")] = None,
    supports: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELDS", help="Fields that it supports: date,place,status,actors.NAME,summary.N."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    output: Output = None,
) -> None:
    """Find a quotation in the stored texts, and print a citation to paste below `citations:`.

    The citation quotes the text verbatim, with the text's own quotation marks and dashes. The location is
    printed on stderr. If the quotation is not found, stderr shows the nearest passage and why: exit 1.
    """
    report = quote(read_timeline(context), _typed(text), source, supports or ())
    if json:
        write([jsonlib.dumps(report, ensure_ascii=True, indent=1) + "\n"], output)
    elif report["matches"]:
        write(write_citations(report["matches"]), output)
    for notice in (*_match_notices(report["matches"]), *_failure_notices(report)):
        log(visible(notice))
    if not report["matches"]:
        raise typer.Exit(1)


def _typed(text: str) -> str:
    """The quotation to look for, read from standard input for `-`. Raises Failure (exit 3)."""
    if text != "-":
        return text
    if sys.stdin is None:
        raise Failure("standard input is closed", 3)
    content = sys.stdin.buffer.read(_MAX_INPUT + 1)
    if len(content) > _MAX_INPUT:
        raise Failure(f"<standard input>: larger than the limit of {_MAX_INPUT:,} bytes", 3)
    return content.decode(errors="replace")


def _match_notices(matches: list[QuoteMatch]) -> Iterator[str]:
    """Where the quotation was found, and what to look at before the citation is used."""
    for match in matches:
        yield _location(match)
        if not match["recorded"]:
            yield '  no record of this text in data/sources.yaml; run "timeline check" for the lines to paste'
    if any(len(match["quote"]) < MIN_QUOTE_LENGTH for match in matches):
        yield f"quotes under {MIN_QUOTE_LENGTH} characters are weak evidence; quote more of the sentence"
    if len(matches) > 1:
        yield f"{len(matches)} citations of different passages; paste the one that you mean"
    if any(
        count >= MAX_MATCHES_PER_TEXT for count in Counter(match["source_id"] for match in matches).values()
    ):
        yield f"only the first {MAX_MATCHES_PER_TEXT} matches in a text are shown; there may be more"
    if matches and not matches[0]["supports"]:
        yield "supports: [] proves nothing; use --supports, such as --supports date,actors.Japan"


def _failure_notices(report: QuoteReport) -> Iterator[str]:
    """Why the quotation was not found, or which of its positions have no citation."""
    if report["message"] or report["details"]:
        yield report["message"] or "also found where no prefix or suffix identifies the position:"
    yield from (f"  {detail}" for detail in report["details"])


def _location(match: QuoteMatch) -> str:
    """FILE:LINE:COLUMN of each part, exact or typographic, and the other positions of the same words."""
    anchors = match["anchors"]
    location = " … ".join(f"{anchor['file']}:{anchor['line']}:{anchor['column']}" for anchor in anchors)
    fidelity = (
        "exact" if match["fidelity"] == "exact" else "typographic; the citation has the text's own marks"
    )
    first = anchors[0]
    if first["occurrences"] == 1 or match["prefix"] or match["suffix"]:
        return f"{location}: {fidelity}"
    listed = first["other_positions"][:_MAX_POSITIONS]
    others = ", ".join(f"{position['line']}:{position['column']}" for position in listed)
    more = " …" if first["occurrences"] > _MAX_POSITIONS + 1 else ""
    times = "twice" if first["occurrences"] == 2 else f"{first['occurrences']} times"
    return f"{location}: {fidelity}; found {times}, also at {others}{more}"
