"""`timeline source`: how a text is used, sentence by sentence."""

import json as jsonlib
from collections.abc import Iterator
from typing import Annotated

import typer

from timeline.cli.expressions import expression_rows, expressions_as_json, expressions_as_text
from timeline.cli.help import ExamplesFirst, command_app
from timeline.cli.options import Output
from timeline.cli.output import Failure, draw, send, talk
from timeline.cli.reading import read_timeline
from timeline.ledger import report
from timeline.ledger import uncited as left_over
from timeline.linking import Timeline
from timeline.linking.derivation import is_judged, said_on
from timeline.names import did_you_mean
from timeline.writers.source import draw_source

app = command_app()

_EXAMPLES = """
timeline source closing-natos-indo-pacific-gap
timeline source allies-independent-path --uncited
timeline source allies-independent-path --dates
timeline source allies-independent-path --json | jq '.sentences'
"""


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def source(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="ID", help="The id of a source, as timeline sources has it.")],
    uncited: Annotated[
        bool, typer.Option("--uncited", help="Only the sentences that no event uses: what is to be done.")
    ] = False,
    dates: Annotated[
        bool, typer.Option("--dates", help="The words of time in its text, and what each comes to.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON object, with the passages.")] = False,
    output: Output = None,
) -> None:
    """Show how a text is used: | before what is quoted, : where it is in part, a blank before what is not.

    Repeated lines are folded to one; the title and notices (not_text in the record) do not count. Of a source
    that is only known it shows what is known, and the curator's notes that point to it.
    """
    timeline = read_timeline(context)
    if key not in timeline.sources:
        raise Failure(f'there is no source "{key}": {_hint(key, list(timeline.sources))}', 1)
    if dates:
        send(_dates(timeline, key, json=json), output)
        return
    found = report(timeline, key)
    if uncited:
        found = {**found, "passages": left_over(found["passages"])}
    if json:
        send([jsonlib.dumps(found, ensure_ascii=True, indent=1) + "\n"], output)
        return
    draw(lambda console: draw_source(found, console), output)
    if uncited and not found["passages"] and found["sentences"]:
        talk("no sentence is left over: each is quoted, at least in part")


def _dates(timeline: Timeline, key: str, *, json: bool) -> Iterator[str]:
    """The words of time in the stored text of a source. Raises Failure where there is none."""
    source = timeline.sources[key].record
    text = (timeline.material.texts or {}).get(source.file or "")
    if text is None:
        raise Failure(f"{key} has no stored text", 1)
    if not is_judged(source):
        raise Failure(f"{key} is in {source.language}: words of time are read in English only", 1)
    rows = expression_rows(text, said_on(source))
    return iter([expressions_as_json(rows)]) if json else expressions_as_text(rows, text)


def _hint(typed: str, known: list[str]) -> str:
    """Near ids; those that begin so, where what was typed is only a beginning."""
    begun = [key for key in known if key.startswith(typed)]
    if 0 < len(begun) < 4:
        return f"did you mean {' or '.join(begun)}?"
    return did_you_mean(typed, known) or "timeline sources --all has the ids"
