"""Problems and counts, for people, for programs and for a code host's annotations."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from timeline.checks import Counts, RuleResults
from timeline.documents.wording import count
from timeline.problems import Problem
from timeline.readers.nodes import Tree
from timeline.reports.check import check_report, problems_by_rule
from timeline.screens.excerpt import excerpt
from timeline.text.escape import visible


class Report(NamedTuple):
    """What `check` has found. `most` problems are printed one by one, all of them when it is None."""

    judged: RuleResults
    counts: Counts
    trees: Mapping[str, Tree]
    most: int | None


def as_text(report: Report) -> Iterator[str]:
    """Each problem with its line, a caret and the remedy; then the counts."""
    shown = report.judged.problems[: report.most]
    rest = problems_by_rule(report.judged)
    rest.subtract(_counted(shown))
    for problem in shown:
        yield from _problem(problem, report.trees.get(problem.location.file))
        yield "\n"
    if rest.total():
        hint = "     timeline check --all" if len(shown) < len(report.judged.problems) else ", not listed"
        yield f"and {rest.total():,} more: {_rules(rest)}{hint}\n\n"
    yield from as_summary(report)


def as_summary(report: Report) -> Iterator[str]:
    """What was looked at, and how many problems there are by rule."""
    yield from _looked_at(report.counts)
    accepted = [problem for problem, _ in report.judged.accepted]
    if accepted:
        yield f"{count(len(accepted), 'problem')} accepted with a reason: {_rules(_counted(accepted))}\n"
    if report.judged.problems:
        rules = _rules(problems_by_rule(report.judged))
        yield f"{count(report.judged.number, 'problem')}: {rules}     timeline explain RULE\n"


def as_json(report: Report) -> Iterator[str]:
    """One object: the problems, those accepted with their reasons, and the counts."""
    yield json.dumps(check_report(report.judged, report.counts), indent=1, ensure_ascii=True) + "\n"


def as_github(report: Report) -> Iterator[str]:
    """Workflow commands: an annotation at the place of each problem."""
    for problem in report.judged.problems:
        where = problem.location
        place = f"file={_property(where.file)},line={where.line},col={where.column},title={problem.rule}"
        body = "\n".join([problem.message, *problem.details, f"fix: {problem.hint}"])
        yield f"::error {place}::{_data(body)}\n"


def _data(text: str) -> str:
    lines = "\n".join(visible(line) for line in text.replace("%", "%25").split("\n"))
    return lines.replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _counted(problems: Iterable[Problem]) -> Counter[str]:
    return Counter(problem.rule for problem in problems)


def _rules(numbers: Counter[str]) -> str:
    return ", ".join(f"{number:,} {rule}" for rule, number in sorted(numbers.items()) if number)


def _problem(problem: Problem, tree: Tree | None) -> Iterator[str]:
    yield f"{visible(str(problem))}\n"
    yield from excerpt(problem.location, tree)
    for detail in problem.details:
        yield f"  {visible(detail)}\n"
    yield f"  fix: {visible(problem.hint)}\n"


def _looked_at(numbers: Counts) -> Iterator[str]:
    kinds = [f"{numbers.exact:,} exact"] if numbers.exact or not numbers.found else []
    kinds += [f"{numbers.typographic:,} typographic"] if numbers.typographic else []
    lost = numbers.quotes - numbers.found
    missing = f", {lost:,} not found" if lost else ""
    left_out = f" ({numbers.left_out:,} left out)" if numbers.left_out else ""
    quotes = f"{count(numbers.quotes, 'quote')}: {numbers.found:,} found ({', '.join(kinds)}){missing}"
    if numbers.unchecked:
        quotes = f"{count(numbers.quotes, 'quote')}, unchecked: this dataset carries no texts"
    stored = count(numbers.stored_sources, "stored source")
    yield f"{count(numbers.events, 'event')}{left_out}, {stored}, {quotes}\n"
    yield (
        f"{count(numbers.fields, 'field')}: {numbers.quoted:,} quoted, {numbers.partly:,} partly, "
        f"{numbers.curator:,} curator, {numbers.unsupported:,} unsupported\n"
    )
    prose = count(numbers.prose_tokens, "word")
    yield f"{prose} of prose checked, {count(numbers.date_words, 'date word')} compared\n"
