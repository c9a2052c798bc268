"""Check a dataset from its files: at once, or JSON Lines in batches with the same results."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from timeline.checks.context import Context
from timeline.checks.excerpts import Excerpts
from timeline.checks.results import DEFAULT, Collector, EventResults, RuleResults, Selection, all_problems
from timeline.checks.run import (
    CheckedTimeline,
    apply_timeline_rules,
    check_event,
    check_timeline,
    collect_facts,
    with_totals,
)
from timeline.checks.summary import Counts
from timeline.checks.suppressions import TIMELINE_RULES
from timeline.dataset.blocks import lines_at
from timeline.dataset.locate import Dataset
from timeline.dataset.progress import OnProgress
from timeline.evidence import Timeline, load_timeline
from timeline.evidence.batches import Batch, Batches, is_bulk
from timeline.readers.nodes import Tree


class DatasetCheck(NamedTuple):
    """The results of the selected rules, and the files with at least the lines in which problems are."""

    results: RuleResults
    trees: Mapping[str, Tree]
    checked: CheckedTimeline | None = None
    """The timeline, if it was checked now and in memory."""

    @property
    def counts(self) -> Counts:
        """How much was checked."""
        return self.results.counts


def check_dataset(
    dataset: Dataset, selection: Selection = DEFAULT, on_progress: OnProgress | None = None
) -> DatasetCheck:
    """Check a dataset from its files, without a cache. Raises NoReadableFile."""
    if is_bulk(dataset):
        return without_trees(check_batches(dataset, on_progress), selection, dataset)
    return with_trees(check_timeline(load_timeline(dataset)), selection)


def without_trees(results: RuleResults, selection: Selection, dataset: Dataset) -> DatasetCheck:
    """The results of the selected rules; lines are read from the files when they are shown."""
    selected = results.select(selection)
    return DatasetCheck(selected, Excerpts(dataset, selected.problems))


def with_trees(checked: CheckedTimeline, selection: Selection) -> DatasetCheck:
    """The results of the selected rules for a timeline in memory."""
    return DatasetCheck(checked.results.select(selection), checked.timeline.material.trees, checked)


def check_batches(dataset: Dataset, on_progress: OnProgress | None = None) -> RuleResults:
    """Apply all rules to JSON Lines, batch by batch. Raises NoReadableFile."""
    checker = BatchChecker(Batches(dataset, on_progress))
    for _ in checker.timelines():
        pass
    return checker.results()


class BatchChecker:
    """Checks the batches of a dataset one after the other, then applies the timeline rules to all of them."""

    def __init__(self, batches: Batches) -> None:
        self._batches = batches
        self._collector = Collector()
        self._context: Context | None = None
        self._results: RuleResults | None = None

    def timelines(self) -> Iterator[Timeline]:
        """The batches; each is checked before it is given."""
        for batch in self._batches:
            self._check(batch)
            yield batch.timeline

    def _check(self, batch: Batch) -> None:
        """Check one batch. Records are first read without columns; with a problem they are read again."""
        timeline = batch.timeline
        context = Context(timeline, self._context)
        budget_before = context.budget.copy()
        results = [check_event(linked, context) for linked in timeline.events]
        if self._needs_columns(timeline, results):
            timeline = batch.exact()
            context = Context(timeline, self._context)
            context.budget = budget_before
            results = [check_event(linked, context) for linked in timeline.events]
        self._collector.add_left_out(timeline)
        for of_event in results:
            self._collector.add_event(of_event)
        self._context = context

    def _needs_columns(self, timeline: Timeline, results: Iterable[EventResults]) -> bool:
        new = not self._collector.format_problems.issuperset(timeline.material.problems)
        return bool(
            new or timeline.duplicates or any(of_event.problems or of_event.accepted for of_event in results)
        )

    def results(self) -> RuleResults:
        """The results of all batches together, when `timelines` is exhausted."""
        if self._context is None:
            raise ValueError("no batch was checked")
        if self._results is None:
            spent = dict(self._context.budget.spent)
            self._collector.merge(self._check_timeline(self._context))
            self._results = with_totals(self._collector.results(), self._context, spent)
            self._collector.facts.close()
        return self._results

    def _check_timeline(self, context: Context) -> Collector:
        """Apply the timeline rules. Facts of batches have a line and no column, so those that lead to a
        problem are collected again from their lines.
        """
        collector = self._apply_timeline_rules(context)
        wanted: dict[str, set[int]] = {}
        for problem, _ in all_problems(collector.results()):
            if TIMELINE_RULES[problem.rule].collect is not None:
                wanted.setdefault(problem.location.file, set()).add(problem.location.line)
        paths = {label: path for label in wanted if (path := self._batches.bulk(label))}
        for label, path in paths.items():
            self._collect_again(label, lines_at(path, wanted[label], self._batches.fence), context)
        return self._apply_timeline_rules(context) if paths else collector

    def _apply_timeline_rules(self, context: Context) -> Collector:
        collector = Collector()
        collector.add_problems(apply_timeline_rules(self._collector.facts, context))
        return collector

    def _collect_again(self, label: str, lines: Mapping[int, str], context: Context) -> None:
        facts = self._collector.facts
        for number, line in lines.items():
            read = self._batches.exactly(label, number, line)
            if read.events:
                facts.forget(label, number)
            for rule, fact in (pair for linked in read.events for pair in collect_facts(linked, context)):
                facts.add(rule, fact)
