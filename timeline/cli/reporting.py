"""Problems and counts, for people, for programs and for a code host's annotations."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from timeline.checks import Judged
from timeline.checks.counting import Counts
from timeline.cli.excerpt import excerpt
from timeline.problems import Problem
from timeline.tree import Tree
from timeline.visible import visible
from timeline.writers.wording import count


class Report(NamedTuple):
    """What `check` has found. `most` problems are printed one by one, all of them when it is None."""

    judged: Judged
    counts: Counts
    trees: Mapping[str, Tree]
    most: int | None


def as_text(report: Report) -> Iterator[str]:
    """Each problem with its line, a caret and the remedy; then the counts."""
    shown = report.judged.problems[: report.most]
    rest = report.judged.problems[len(shown) :]
    for problem in shown:
        yield from _problem(problem, report.trees.get(problem.location.file))
        yield "\n"
    if rest:
        yield f"and {len(rest):,} more: {_rules(rest)}     timeline check --all\n\n"
    yield from as_summary(report)


def as_summary(report: Report) -> Iterator[str]:
    """What was looked at, and how many problems there are by rule."""
    yield from _looked_at(report.counts)
    accepted = [problem for problem, _ in report.judged.accepted]
    if accepted:
        yield f"{count(len(accepted), 'problem')} accepted with a reason: {_rules(accepted)}\n"
    if report.judged.problems:
        problems = report.judged.problems
        yield f"{count(len(problems), 'problem')}: {_rules(problems)}     timeline explain RULE\n"


def as_json(report: Report) -> Iterator[str]:
    """One object: the problems, those accepted with their reasons, and the counts."""
    shown = {
        "problems": [_plain(problem) for problem in report.judged.problems],
        "accepted": [{**_plain(problem), "reason": reason} for problem, reason in report.judged.accepted],
        "counts": {
            **report.counts._asdict(),
            "problems": len(report.judged.problems),
            "rules": _by_rule(report.judged.problems),
        },
    }
    yield json.dumps(shown, indent=1, ensure_ascii=True) + "\n"


def as_github(report: Report) -> Iterator[str]:
    """Workflow commands: an annotation at the place of each problem."""
    for problem in report.judged.problems:
        where = problem.location
        place = f"file={_property(where.file)},line={where.line},col={where.column},title={problem.rule}"
        body = "\n".join([problem.message, *problem.details, f"mend: {problem.hint}"])
        yield f"::error {place}::{_data(body)}\n"


def _data(text: str) -> str:
    lines = "\n".join(visible(line) for line in text.replace("%", "%25").split("\n"))
    return lines.replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _plain(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.location.file,
        "line": problem.location.line,
        "column": problem.location.column,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
        "details": problem.details,
        "event": problem.event or None,
    }


def _by_rule(problems: Iterable[Problem]) -> dict[str, int]:
    return dict(sorted(Counter(problem.rule for problem in problems).items()))


def _rules(problems: Iterable[Problem]) -> str:
    return ", ".join(f"{number:,} {rule}" for rule, number in _by_rule(problems).items())


def _problem(problem: Problem, tree: Tree | None) -> Iterator[str]:
    yield f"{visible(str(problem))}\n"
    yield from excerpt(problem.location, tree)
    for detail in problem.details:
        yield f"  {visible(detail)}\n"
    yield f"  mend: {visible(problem.hint)}\n"


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
