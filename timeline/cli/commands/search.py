"""`timeline search`: words in what events say, and in the stored texts."""

import json as jsonlib
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.filtering import filter_options, query_for
from timeline.cli.options import Output
from timeline.cli.output import Failure, log, on_terminal, render, write
from timeline.cli.session import Session
from timeline.filters import Filters
from timeline.reports.search import HitReport, hits
from timeline.text.escape import visible

app = command_app()

_EXAMPLES = """
timeline search systemic challenges
timeline search '"systemic challenges"' --in sources
timeline search kishida --since 2024 --json | jq -r '.[].text'
"""


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
@filter_options(without=(Filters.text, Filters.reverse))  # WORDS are the text, and the best come first
def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='Words, or a "phrase" in marks.')],
    filters: Filters,
    where: Annotated[
        str | None, typer.Option("--in", metavar="PLACE", help="events or sources; both when left out.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON array of hits.")] = False,
    output: Output = None,
) -> None:
    """Search titles, summaries, actors, places and quotations, and the sentences of the stored texts.

    All words must be there, in any order; case and accents do not count; nothing is an operator. The best
    come first, each hit marked in its sentence. Filters are those of timeline list and leave out the texts.
    """
    if where not in (None, "events", "sources"):
        raise Failure(f'--in: unknown place "{where}"; one of: events, sources', 2)
    store = (context.find_object(Session) or Session(None)).store()
    query = query_for(filters, store)._replace(text=" ".join(words))
    rest = islice(hits(store, query, where), query.limit)
    first = list(islice(rest, 1))
    found = chain(first, rest)
    if json:
        write(_array(found), output)
    elif on_terminal() or output:
        from timeline.screens.search import draw_hits  # a listed seam: what draws is for people only

        render(lambda console: draw_hits(found, console), output)
    else:
        write(chain(["event\tlocation\ttext\n"], map(_line, found)))
    if not first and query.limit != 0:
        log(f"nothing here holds {' '.join(words)}")


def _array(found: Iterable[HitReport]) -> Iterator[str]:
    between = "[\n"
    for hit in found:
        yield between + jsonlib.dumps(hit, ensure_ascii=True)
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"


def _line(hit: HitReport) -> str:
    return (
        "\t".join(visible(cell) for cell in (hit["event"] or "", hit["location"] or "", hit["text"])) + "\n"
    )
