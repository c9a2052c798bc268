"""Judging a dataset from its files: whole, or JSON Lines in batches with the same outcome."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from timeline.checks import DEFAULT, Selection
from timeline.checks.context import Context
from timeline.checks.excerpts import Excerpts
from timeline.checks.run import (
    Findings,
    Results,
    RuleResults,
    collect,
    examine,
    judge_timeline,
    open_and_accepted,
)
from timeline.checks.summary import Counts, EventCounts, counts, sources
from timeline.checks.suppressions import TIMELINE_RULES
from timeline.dataset.blocks import lines_at
from timeline.dataset.locate import Dataset
from timeline.dataset.progress import OnProgress
from timeline.evidence import LinkedEvent, Timeline, load_timeline
from timeline.evidence.batches import Batch, Batches, is_bulk
from timeline.problems import Problem
from timeline.readers.nodes import Tree


class CheckOutcome(NamedTuple):
    """What is wrong, what was looked at, and the files with the lines in which problems are."""

    judged: RuleResults
    counts: Counts
    trees: Mapping[str, Tree]
    whole: "Whole | None" = None
    """What was judged, where that was done now."""


class Outcome(NamedTuple):
    """All that the rules found in a dataset, whichever are asked for, and what they looked at."""

    judged: RuleResults
    events: EventCounts
    left_out: int
    sources: tuple[int, int]
    """How many have a stored text, and how many are only known."""
    spent: Mapping[str, int]
    """How much expensive work the event rules did."""
    exhausted: bool = False
    """Whether some expensive work was left undone, so that the outcome depends on the order of the events."""


class Whole(NamedTuple):
    """A dataset that was judged whole: each event with what was found in it, and everything together."""

    timeline: Timeline
    events: tuple[tuple[LinkedEvent, Findings], ...]
    of_timeline: tuple[tuple[Problem, str | None], ...]
    """What the timeline rules found, each with the reason for which it was accepted, if it was."""
    outcome: Outcome


def judge_whole(timeline: Timeline) -> Whole:
    """Ask all rules about a dataset that is in memory."""
    context, results = Context(timeline), Results()
    results.add_left_out(timeline)
    events = tuple((linked, examine(linked, context)) for linked in timeline.events)
    for _, findings in events:
        results.add(findings)
    spent = dict(context.budget.spent)
    of_timeline = _first(judge_timeline(results.facts, context), results)
    return Whole(timeline, events, of_timeline, _outcome(results, context, spent))


def _first(
    found: Iterable[tuple[Problem, str | None]], results: Results
) -> tuple[tuple[Problem, str | None], ...]:
    """Add problems to the results; those that are kept."""
    apart = Results()
    for problem, reason in found:
        apart.add_problem(problem, reason)
    results.add_rules(apart)
    return tuple(open_and_accepted(apart.judged()))


def _outcome(results: Results, context: Context, spent: Mapping[str, int]) -> Outcome:
    exhausted = context.budget.exhausted
    return Outcome(
        results.judged(), results.counts, results.left_out, sources(context), dict(spent), exhausted
    )


def select(outcome: Outcome, selection: Selection, trees: Mapping[str, Tree]) -> CheckOutcome:
    """What the selected rules found."""
    judged = outcome.judged.select(selection)
    numbers = counts(outcome.events, outcome.left_out, outcome.sources, len(judged.accepted))
    return CheckOutcome(judged, numbers, trees)


def select_whole(whole: Whole, selection: Selection) -> CheckOutcome:
    """The same for a dataset that was judged now."""
    return select(whole.outcome, selection, whole.timeline.material.trees)._replace(whole=whole)


def judge_batches(dataset: Dataset, tell: OnProgress | None = None) -> Outcome:
    """Ask all rules about JSON Lines, piece by piece. Raises reading.NoReadableFile."""
    judging = Judging(Batches(dataset, tell))
    for _ in judging.timelines():
        pass
    return judging.outcome()


class Judging:
    """Judges the batches of a dataset as they come, and says in the end what is wrong with all."""

    def __init__(self, batches: Batches) -> None:
        self._batches = batches
        self._results = Results()
        self._context: Context | None = None
        self._outcome: Outcome | None = None

    def timelines(self) -> Iterator[Timeline]:
        """The batches, each judged before it is given."""
        for batch in self._batches:
            self._take(batch)
            yield batch.timeline

    def _take(self, batch: Batch) -> None:
        """Judge one batch. Where something is wrong with what was skimmed, it is read to the column."""
        timeline = batch.timeline
        context = Context(timeline, self._context)
        before = context.budget.copy()
        findings = [examine(linked, context) for linked in timeline.events]
        if self._needs_columns(timeline, findings):
            timeline = batch.exact()
            context = Context(timeline, self._context)
            context.budget = before
            findings = [examine(linked, context) for linked in timeline.events]
        self._results.add_left_out(timeline)
        for found in findings:
            self._results.add(found)
        self._context = context

    def _needs_columns(self, timeline: Timeline, findings: Iterable[Findings]) -> bool:
        new = not self._results.form.issuperset(timeline.material.problems)
        return bool(new or timeline.duplicates or any(one.problems or one.accepted for one in findings))

    def outcome(self) -> Outcome:
        """What is wrong with all batches together."""
        if self._context is None:
            raise ValueError("there is at least one batch")
        if self._outcome is None:
            spent = dict(self._context.budget.spent)
            self._results.add_rules(self._of_timeline(self._context))
            self._outcome = _outcome(self._results, self._context, spent)
            self._results.facts.close()
        return self._outcome

    def _of_timeline(self, context: Context) -> Results:
        """What the timeline rules find. Of facts from skimmed events only the line is known: those that lead
        to a problem are collected again from their lines.
        """
        found = self._asked(context)
        wanted: dict[str, set[int]] = {}
        for problem, _ in open_and_accepted(found.judged()):
            if TIMELINE_RULES[problem.rule].collect is not None:
                wanted.setdefault(problem.location.file, set()).add(problem.location.line)
        paths = {label: path for label in wanted if (path := self._batches.bulk(label))}
        for label, path in paths.items():
            self._collect_again(label, lines_at(path, wanted[label], self._batches.fence), context)
        return self._asked(context) if paths else found

    def _asked(self, context: Context) -> Results:
        results = Results()
        for problem, reason in judge_timeline(self._results.facts, context):
            results.add_problem(problem, reason)
        return results

    def _collect_again(self, label: str, lines: Mapping[int, str], context: Context) -> None:
        facts = self._results.facts
        for number, line in lines.items():
            read = self._batches.exactly(label, number, line)
            if read.events:
                facts.forget(label, number)
            for rule, fact in (pair for linked in read.events for pair in collect(linked, context)):
                facts.add(rule, fact)


def verify(dataset: Dataset, selection: Selection = DEFAULT, tell: OnProgress | None = None) -> CheckOutcome:
    """Judge a dataset from its files, without a cache. Raises reading.NoReadableFile."""
    if is_bulk(dataset):
        found = select(judge_batches(dataset, tell), selection, {})
        return found._replace(trees=Excerpts(dataset, found.judged.problems))
    return select_whole(judge_whole(load_timeline(dataset)), selection)
