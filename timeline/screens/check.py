"""The result of `check` as text, as JSON, and as annotations for GitHub."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from timeline.checks import Counts, RuleResults
from timeline.documents.wording import count
from timeline.problems import Location, Problem
from timeline.readers.nodes import Tree
from timeline.reports.check import check_report, problems_by_rule
from timeline.text.escape import visible

_EXCERPT_WIDTH = 100
"""Code points of a line that are shown; of a longer line the part around the problem, between ellipses."""


class Report(NamedTuple):
    """What `check` found."""

    results: RuleResults
    counts: Counts
    trees: Mapping[str, Tree]
    """The files with problems, as read, by name."""
    limit: int | None
    """How many problems are printed one by one; None for all of them."""


def as_text(report: Report) -> Iterator[str]:
    """Each problem with its line, a caret and the fix; then the counts."""
    shown = report.results.problems[: report.limit]
    rest = problems_by_rule(report.results)
    rest.subtract(_by_rule(shown))
    for problem in shown:
        yield from _problem(problem, report.trees.get(problem.location.file))
        yield "\n"
    if rest.total():
        hint = "     timeline check --all" if len(shown) < len(report.results.problems) else ", not listed"
        yield f"and {rest.total():,} more: {_rules(rest)}{hint}\n\n"
    yield from as_summary(report)


def as_summary(report: Report) -> Iterator[str]:
    """The numbers of what was checked, and how many problems each rule found."""
    yield from _counts(report.counts)
    accepted = [problem for problem, _ in report.results.accepted]
    if accepted:
        yield f"{count(len(accepted), 'problem')} accepted with a reason: {_rules(_by_rule(accepted))}\n"
    if report.results.problems:
        rules = _rules(problems_by_rule(report.results))
        yield f"{count(report.results.number, 'problem')}: {rules}     timeline explain RULE\n"


def as_json(report: Report) -> Iterator[str]:
    """One JSON object: the problems, the accepted ones with their reasons, and the counts."""
    yield json.dumps(check_report(report.results, report.counts), indent=1, ensure_ascii=True) + "\n"


def as_github(report: Report) -> Iterator[str]:
    """Workflow commands of GitHub Actions: an annotation at the position of each problem."""
    for problem in report.results.problems:
        file, line, column = problem.location.file, problem.location.line, problem.location.column
        properties = f"file={_property(file)},line={line},col={column},title={problem.rule}"
        body = "\n".join([problem.message, *problem.details, f"fix: {problem.hint}"])
        yield f"::error {properties}::{_data(body)}\n"


def _data(text: str) -> str:
    lines = "\n".join(visible(line) for line in text.replace("%", "%25").split("\n"))
    return lines.replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _by_rule(problems: Iterable[Problem]) -> Counter[str]:
    return Counter(problem.rule for problem in problems)


def _rules(counts: Counter[str]) -> str:
    return ", ".join(f"{number:,} {rule}" for rule, number in sorted(counts.items()) if number)


def _problem(problem: Problem, tree: Tree | None) -> Iterator[str]:
    yield f"{visible(str(problem))}\n"
    yield from _excerpt(problem.location, tree)
    for detail in problem.details:
        yield f"  {visible(detail)}\n"
    yield f"  fix: {visible(problem.hint)}\n"


def _excerpt(location: Location, tree: Tree | None) -> Iterator[str]:
    """The line with its number and carets below the problem; nothing if the file was not read."""
    if tree is None or not 1 <= location.line <= len(tree.lines):
        return
    line = tree.lines[location.line - 1]
    start = max(0, location.column - 1 - _EXCERPT_WIDTH // 2) if len(line) > _EXCERPT_WIDTH else 0
    piece = line[start : start + _EXCERPT_WIDTH]
    head, tail = "…" if start else "", "…" if start + _EXCERPT_WIDTH < len(line) else ""
    offset = location.column - 1 - start
    before = visible(head + piece[:offset])
    marked = visible(piece[offset : offset + location.width])
    number = f"{location.line:>7} | "
    yield f"{number}{visible(head + piece + tail)}\n"
    yield f"{' ' * (len(number) - 2)}| {' ' * len(before)}{'^' * max(1, len(marked))}\n"


def _counts(counts: Counts) -> Iterator[str]:
    left_out = f" ({counts.left_out:,} left out)" if counts.left_out else ""
    stored = count(counts.stored_sources, "stored source")
    yield f"{count(counts.events, 'event')}{left_out}, {stored}, {_quote_counts(counts)}\n"
    yield (
        f"{count(counts.fields, 'field')}: {counts.quoted:,} quoted, {counts.partly:,} partly, "
        f"{counts.curator:,} curator, {counts.unsupported:,} unsupported\n"
    )
    prose = count(counts.prose_tokens, "word")
    yield f"{prose} of prose checked, {count(counts.date_words, 'date word')} compared\n"


def _quote_counts(counts: Counts) -> str:
    if counts.unchecked:
        return f"{count(counts.quotes, 'quote')}, unchecked: this dataset has no stored texts"
    kinds = [f"{counts.exact:,} exact"] if counts.exact or not counts.found else []
    kinds += [f"{counts.typographic:,} typographic"] if counts.typographic else []
    lost = counts.quotes - counts.found
    missing = f", {lost:,} not found" if lost else ""
    return f"{count(counts.quotes, 'quote')}: {counts.found:,} found ({', '.join(kinds)}){missing}"
