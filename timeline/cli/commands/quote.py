"""`timeline quote`: where words stand, as a citation to paste."""

import json as jsonlib
import sys
from collections import Counter
from typing import Annotated

import typer

from timeline.checks import MIN_QUOTE_LENGTH
from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.options import Output
from timeline.cli.output import Failure, send, talk
from timeline.cli.reading import read_timeline
from timeline.exporters.citation import write_citations
from timeline.reports.quote import MOST, QuoteMatch, QuoteReport, quote
from timeline.text.escape import visible

app = command_app()
_LONGEST = 1_000_000
"""Bytes of words that are read from standard input."""

_EXAMPLES = """
timeline quote "securing a 5 percent defense pledge" --supports summary.1
timeline quote "NATO's engagement" --source closing-natos-indo-pacific-gap
pbpaste | timeline quote - --supports date,actors.Japan
"""


@app.command(name="quote", cls=ExamplesFirst, epilog=_EXAMPLES)
def find_quote(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The words; - reads them from standard input.")],
    source: Annotated[
        str | None, typer.Option(metavar="ID", help="FileStats in the text of this source only.")
    ] = None,
    supports: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELDS", help="What they prove: date,place,status,actors.NAME,summary.N."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    output: Output = None,
) -> None:
    """Look words up in the stored texts, and print a citation ready to paste below `citations:`.

    The citation has the words as they stand in the text, with its own quotation marks and dashes; stderr says
    where. Where they stand nowhere stderr says why, as far as can be known: exit 1.
    """
    report = quote(read_timeline(context), _typed(text), source, supports or ())
    if json:
        send([jsonlib.dumps(report, ensure_ascii=True, indent=1) + "\n"], output)
    elif report["matches"]:
        send(write_citations(report["matches"]), output)
    _tell(report)
    if not report["matches"]:
        raise typer.Exit(1)


def _typed(text: str) -> str:
    """The words to look for; `-` stands for standard input. Raises Failure."""
    if text != "-":
        return text
    if sys.stdin is None:
        raise Failure("standard input is closed", 3)
    content = sys.stdin.buffer.read(_LONGEST + 1)
    if len(content) > _LONGEST:
        raise Failure(f"<standard input>: more than the {_LONGEST:,} bytes that are read", 3)
    return content.decode(errors="replace")


def _tell(report: QuoteReport) -> None:
    """On stderr: where and how, or why not."""
    for stand in report["matches"]:
        talk(visible(_where(stand)))
        if not stand["recorded"]:
            talk("  data/sources.yaml has no record of this text: timeline check has the lines to paste")
    found = report["matches"]
    if any(len(stand["quote"]) < MIN_QUOTE_LENGTH for stand in found):
        talk(f"under {MIN_QUOTE_LENGTH} characters prove little: quote more of the sentence")
    if len(found) > 1:
        talk(f"{len(found)} citations, each of another place: paste the one that is meant")
    if any(count >= MOST for count in Counter(stand["source_id"] for stand in found).values()):
        talk(f"at most {MOST} places of a text are shown: there may be more")
    if found and not found[0]["supports"]:
        talk("supports: [] is context and proves nothing; --supports date,actors.Japan says what they prove")
    if report["message"] or report["details"]:
        talk(report["message"] or "also in places that no words next to them choose:")
    for detail in report["details"]:
        talk(f"  {visible(detail)}")


def _where(stand: QuoteMatch) -> str:
    anchors = stand["anchors"]
    where = " … ".join(f"{one['file']}:{one['line']}:{one['column']}" for one in anchors)
    how = "exact" if stand["fidelity"] == "exact" else "typographic; the citation has the marks of the text"
    first = anchors[0]
    if first["occurrences"] == 1 or stand["prefix"] or stand["suffix"]:
        return f"{where}: {how}"
    again = ", ".join(f"{one['line']}:{one['column']}" for one in first["other_positions"][:3])
    more = " …" if first["occurrences"] > 4 else ""
    times = "twice" if first["occurrences"] == 2 else f"{first['occurrences']} times"
    return f"{where}: {how}; stands {times}, again {again}{more}"
