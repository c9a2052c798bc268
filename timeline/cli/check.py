"""`timeline check`: verify a dataset, and say in numbers what was verified."""

import json as jsonlib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Annotated

import typer

from timeline.checks import check
from timeline.checks.counts import Counts, counts
from timeline.cli.help import ExamplesFirst, command_app
from timeline.cli.options import Output
from timeline.cli.output import Failure, send
from timeline.cli.session import Session
from timeline.loading.reading import NothingReadable, load_timeline
from timeline.problems import Problem
from timeline.tree import Tree
from timeline.visible import visible

app = command_app()
MOST = 20
"""Problems that are printed one by one; the rest is counted by rule."""

_EXAMPLES = """
timeline check
timeline --dataset ~/my-timeline check
timeline check --json | jq '.problems[] | select(.rule == "quote-not-found")'
"""


@app.command(name="check", cls=ExamplesFirst, epilog=_EXAMPLES)
def check_dataset(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="All problems and counts as one JSON object.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help=f"Print every problem, not the first {MOST}.")
    ] = False,
    output: Output = None,
) -> None:
    """Verify everything: the form of the records, names and links, every quotation in its source.

    Exit 1 when there are problems. A problem reads FILE:LINE:COLUMN: RULE: what is wrong.
    """
    dataset = (context.find_object(Session) or Session(None)).dataset()
    try:
        timeline = load_timeline(dataset)
    except NothingReadable as error:
        raise Failure(str(error), 3) from None
    problems = check(timeline)
    if json:
        send([_json(problems, counts(timeline))], output)
    else:
        most = len(problems) if everything else MOST
        send(_report(problems[:most], problems[most:], timeline.material.trees, counts(timeline)), output)
    if problems:
        raise typer.Exit(1)


def _json(problems: list[Problem], numbers: Counts) -> str:
    listed = [
        {
            "file": problem.location.file,
            "line": problem.location.line,
            "column": problem.location.column,
            "rule": problem.rule,
            "message": problem.message,
            "hint": problem.hint,
            "details": problem.details,
            "event": problem.event or None,
        }
        for problem in problems
    ]
    total = {**numbers._asdict(), "problems": len(problems), "rules": _by_rule(problems)}
    return jsonlib.dumps({"problems": listed, "counts": total}, indent=1, ensure_ascii=True) + "\n"


def _by_rule(problems: list[Problem]) -> dict[str, int]:
    return dict(sorted(Counter(problem.rule for problem in problems).items()))


def _report(
    shown: list[Problem], rest: list[Problem], trees: Mapping[str, Tree], numbers: Counts
) -> Iterator[str]:
    for problem in shown:
        yield from _problem(problem, trees.get(problem.location.file))
        yield "\n"
    if rest:
        yield f"and {len(rest):,} more: {_rules(rest)}     timeline check --all\n\n"
    yield _summary(numbers)
    if shown:
        total = len(shown) + len(rest)
        yield f"{total:,} problem{'' if total == 1 else 's'}: {_rules([*shown, *rest])}\n"


def _rules(problems: list[Problem]) -> str:
    return ", ".join(f"{number:,} {rule}" for rule, number in _by_rule(problems).items())


def _problem(problem: Problem, tree: Tree | None) -> Iterator[str]:
    yield f"{visible(str(problem))}\n"
    yield from _excerpt(problem, tree)
    for detail in problem.details:
        yield f"  {visible(detail)}\n"
    yield f"  mend: {visible(problem.hint)}\n"


def _excerpt(problem: Problem, tree: Tree | None, most: int = 100) -> Iterator[str]:
    """The line with a caret under what is wrong; a long line is cut around it, and says so."""
    where = problem.location
    if tree is None or not 1 <= where.line <= len(tree.lines):
        return
    line = tree.lines[where.line - 1]
    start = max(0, where.column - 1 - most // 2) if len(line) > most else 0
    piece = line[start : start + most]
    head, tail = "…" if start else "", "…" if start + most < len(line) else ""
    before = visible(head + piece[: where.column - 1 - start])
    marked = visible(piece[where.column - 1 - start : where.column - 1 - start + where.width])
    number = f"{where.line:>7} | "
    yield f"{number}{visible(head + piece + tail)}\n"
    yield f"{' ' * (len(number) - 2)}| {' ' * len(before)}{'^' * max(1, len(marked))}\n"


def _summary(numbers: Counts) -> str:
    kinds = [f"{numbers.exact:,} exact"] if numbers.exact or not numbers.found else []
    kinds += [f"{numbers.typographic:,} typographic"] if numbers.typographic else []
    lost = numbers.quotes - numbers.found
    missing = f", {lost:,} not found" if lost else ""
    left_out = f" ({numbers.left_out:,} left out)" if numbers.left_out else ""
    if numbers.unchecked:
        quotes = f"{numbers.quotes:,} quotes, unchecked: this dataset carries no texts"
    else:
        quotes = f"{numbers.quotes:,} quotes: {numbers.found:,} found ({', '.join(kinds)}){missing}"
    return (
        f"{numbers.events:,} events{left_out}, {numbers.stored_sources:,} stored sources, {quotes}\n"
        f"{numbers.fields:,} fields: {numbers.quoted:,} quoted, {numbers.partly:,} partly, "
        f"{numbers.curator:,} curator, {numbers.unsupported:,} unsupported\n"
    )
