"""The result of `check`: problems, accepted problems, and the numbers of what was checked."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from typing_extensions import TypedDict

from timeline.checks import FORMAT_RULES, RULES, Counts, RuleResults, Selection, current_name
from timeline.documents.schema import SCHEMA_VERSION
from timeline.problems import Problem
from timeline.query import InvalidQuery
from timeline.text.names import did_you_mean


class ProblemReport(TypedDict):
    """One mistake in the files of a dataset."""

    file: str
    """The file, as a path from the current folder."""
    line: int
    """The line in the file, from 1."""
    column: int
    """The column in the line, from 1, in code points."""
    rule: str
    """The rule that found it; `timeline explain RULE` says what it means."""
    message: str
    """What is wrong, in one sentence."""
    fix: str
    """What to write instead: a sentence, or the lines to paste."""
    details: list[str]
    """Further lines: the nearest passage of the source, the fields that depend on the quotation."""
    event: str | None
    """The id of the event that the problem belongs to; null where there is none."""


class AcceptedProblem(ProblemReport):
    """A problem that the curator accepted for one event."""

    reason: str
    """Why it was accepted, as the record says."""


class CheckCounts(TypedDict):
    """The numbers of what was checked."""

    events: int
    """Events that were read."""
    left_out: int
    """Records of events that were left out because of their problems, or because another has their id."""
    stored_sources: int
    """Sources with a text in seeds/."""
    known_sources: int
    """Sources without a text."""
    quotes: int
    """Quotations."""
    found: int
    """Quotations that were found in their source."""
    exact: int
    """Found quotations whose characters are the same in the source."""
    typographic: int
    """Found quotations that differ from the source in typography: quotation marks, dashes, white space."""
    fields: int
    """Fields that need evidence."""
    quoted: int
    """Fields that quotations prove."""
    partly: int
    """Fields that quotations prove in part."""
    curator: int
    """Fields that only a curator's note supports."""
    unsupported: int
    """Fields for which there is no evidence."""
    unchecked: int
    """Fields that were not checked, because the dataset has no texts."""
    prose_tokens: int
    """Numbers, names, dates and quoted phrases of summaries that were compared with quotations."""
    date_words: int
    """Words of time in quotations that were compared with dates."""
    accepted: int
    """Problems that were accepted with a reason."""
    problems: int
    """Problems, also those of a rule that found too many to list each."""
    rules: dict[str, int]
    """The number of problems of each rule that found any."""


class CheckReport(TypedDict):
    """All problems of a dataset, and the numbers of what was checked."""

    schema_version: Literal[1]
    """The version of this schema."""
    problems: list[ProblemReport]
    """The problems, in the order of the files and their lines."""
    accepted: list[AcceptedProblem]
    """The problems that were accepted, each with its reason."""
    counts: CheckCounts
    """The numbers of what was checked."""


def check_report(results: RuleResults, counts: Counts) -> CheckReport:
    """The whole result, as `check --json` prints it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "problems": [_problem(problem) for problem in results.problems],
        "accepted": [{**_problem(problem), "reason": reason} for problem, reason in results.accepted],
        "counts": _counts(results, counts),
    }


def problems_by_rule(results: RuleResults) -> Counter[str]:
    """The number of problems of each rule, including those beyond the limit that are only counted."""
    return Counter(problem.rule for problem in results.problems) + Counter(results.more)


def _problem(problem: Problem) -> ProblemReport:
    return {
        "file": problem.location.file,
        "line": problem.location.line,
        "column": problem.location.column,
        "rule": problem.rule,
        "message": problem.message,
        "fix": problem.hint,
        "details": list(problem.details),
        "event": problem.event or None,
    }


def _counts(results: RuleResults, counts: Counts) -> CheckCounts:
    return {
        "events": counts.events,
        "left_out": counts.left_out,
        "stored_sources": counts.stored_sources,
        "known_sources": counts.known_sources,
        "quotes": counts.quotes,
        "found": counts.found,
        "exact": counts.exact,
        "typographic": counts.typographic,
        "fields": counts.fields,
        "quoted": counts.quoted,
        "partly": counts.partly,
        "curator": counts.curator,
        "unsupported": counts.unsupported,
        "unchecked": counts.unchecked,
        "prose_tokens": counts.prose_tokens,
        "date_words": counts.date_words,
        "accepted": counts.accepted,
        "problems": results.number,
        "rules": dict(sorted(problems_by_rule(results).items())),
    }


def select_rules(only: Iterable[str] = (), skip: Iterable[str] = (), *, strict: bool = False) -> Selection:
    """The rules to run, by their current or former names: the default ones, or only those in `only`, without
    those in `skip`. Strict rules run with `strict` or by name. Raises InvalidQuery for an unknown rule, or
    for one that cannot be skipped.
    """
    selected, skipped = (frozenset(map(current_name, names)) for names in (only, skip))
    for name in sorted(selected | skipped):
        if name not in RULES and name not in FORMAT_RULES:
            hint = did_you_mean(name, [*RULES, *FORMAT_RULES]) or "timeline explain lists the rules"
            raise InvalidQuery(f'unknown rule "{name}"; {hint}')
    for name in sorted(skipped):
        if name in FORMAT_RULES or RULES[name].tier == "always":
            raise InvalidQuery(f'the rule "{name}" cannot be skipped: what it finds is wrong')
    return Selection(selected, skipped, strict)
