"""`timeline search`: search events and stored texts."""

import json as jsonlib
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, Output, command_app
from timeline.cli.filtering import filter_options, query_for
from timeline.cli.output import Failure, log, on_terminal, render, write
from timeline.cli.session import session_of
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
@filter_options(without=(Filters.text, Filters.reverse))  # WORDS replace --text; hits are ordered by rank
def search(
    context: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help='Words, or a "phrase" in quotation marks.')
    ],
    filters: Filters,
    where: Annotated[
        str | None, typer.Option("--in", metavar="PLACE", help="Search only events or sources.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON array of hits.")] = False,
    output: Output = None,
) -> None:
    """Search titles, summaries, actors, places and quotations of events, and sentences of stored texts.

    All words must occur, in any order; case and accents are ignored; there are no operators. The best hits
    come first. The filters of timeline list select events; with a filter, stored texts are not searched.
    """
    if where not in (None, "events", "sources"):
        raise Failure(f'--in: unknown place "{where}"; one of: events, sources', 2)
    store = session_of(context).store()
    query = query_for(filters, store)._replace(text=" ".join(words))
    ranked = islice(hits(store, query, where), query.limit)
    first = list(islice(ranked, 1))
    results = chain(first, ranked)
    if json:
        write(_array(results), output)
    elif on_terminal() or output:
        from timeline.screens.search import draw_hits  # imported late: it needs rich

        render(lambda console: draw_hits(results, console), output)
    else:
        write(chain(["event\tlocation\ttext\n"], map(_line, results)))
    if not first and query.limit != 0:
        log(f"no matches for {' '.join(words)}")


def _array(results: Iterable[HitReport]) -> Iterator[str]:
    """The hits as a JSON array, one per line, written as they come."""
    separator = "[\n"
    for hit in results:
        yield separator + jsonlib.dumps(hit, ensure_ascii=True)
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def _line(hit: HitReport) -> str:
    return (
        "\t".join(visible(cell) for cell in (hit["event"] or "", hit["location"] or "", hit["text"])) + "\n"
    )
