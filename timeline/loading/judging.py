"""Judging a dataset in batches, with the same outcome as if it were judged whole."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from timeline.checks import DEFAULT, RULES, Judged, Selection, check
from timeline.checks.counting import Counts, counts
from timeline.checks.judging import names
from timeline.checks.keeping import MOST, Kept
from timeline.checks.texts import is_changed
from timeline.dataset import Dataset
from timeline.linking import Linked, Timeline
from timeline.loading.batches import Batch, Batches, is_bulk
from timeline.loading.opening import Tell
from timeline.loading.reading import load_timeline
from timeline.problems import Problem
from timeline.tree import Tree

AT_THE_END = frozenset({"source-changed", "unused-source"})
"""The rules that look at all events together: what they need of each batch is kept for them."""
_OF_THE_DATASET = {"stored_sources", "known_sources"}


class Verified(NamedTuple):
    """What is wrong, what was looked at, and the files with the lines in which problems are."""

    judged: Judged
    counts: Counts
    trees: Mapping[str, Tree]


def verify(dataset: Dataset, selection: Selection = DEFAULT, tell: Tell | None = None) -> Verified:
    """Judge a dataset, JSON Lines piece by piece. `tell` is told how far it is.

    Raises reading.NothingReadable.
    """
    if not is_bulk(dataset):
        timeline = load_timeline(dataset)
        judged = check(timeline, selection)
        return Verified(judged, counts(timeline, judged), timeline.material.trees)
    judging = Judging(selection)
    for batch in Batches(dataset, tell):
        judging.take(batch)
    return judging.outcome()


class KeptLines:
    """The lines of a file in which there are problems; others are empty."""

    def __init__(self) -> None:
        self._lines: dict[int, str] = {}

    def keep(self, tree: Tree, number: int) -> None:
        """Keep line `number`, from 1."""
        self._lines[number - 1] = tree.lines[number - 1]

    def __len__(self) -> int:
        return max(self._lines, default=-1) + 1

    def __getitem__(self, index: int, /) -> str:
        return self._lines.get(index, "")


class Judging:
    """Takes batches one after the other, and says in the end what is wrong with all."""

    def __init__(self, selection: Selection = DEFAULT) -> None:
        self._asked = frozenset(name for name in names() if selection.asks(name))
        self._problems: dict[str, Kept] = defaultdict(Kept)
        self._form: set[Problem] = set()
        self._more: Counter[str] = Counter()
        self._accepted: dict[Problem, str] = {}
        self._counts: Counts | None = None
        self._trees: dict[str, Tree] = {}
        self._lines: dict[str, KeptLines] = {}
        self._telling: list[Linked] = []
        self._used: set[str] = set()
        self._last: Timeline | None = None

    def take(self, batch: Batch) -> None:
        """Judge one batch. Where something is wrong with what was skimmed, it is read to the column."""
        timeline = batch.timeline
        judged = self._ask(timeline)
        if any(problem not in self._known(problem) for problem in judged.problems):
            timeline = batch.exact()
            judged = self._ask(timeline)
        self._note(judged)
        self._accepted.update(judged.accepted)
        self._count(counts(timeline, judged))
        self._keep(timeline, judged)
        self._last = timeline._replace(events=(), duplicates=())

    def outcome(self) -> Verified:
        """What is wrong with all batches together."""
        if self._last is None or self._counts is None:
            raise ValueError("there is at least one batch")
        whole = self._last._replace(events=tuple(self._telling))
        last = check(whole, Selection(only=self._asked & AT_THE_END | {"none"}))
        self._note(last)
        problems = self._form.union(*self._problems.values())
        more = self._more + Counter({name: kept.number - MOST for name, kept in self._problems.items()})
        judged = Judged(tuple(sorted(problems)), tuple(sorted(self._accepted.items())), more)
        return Verified(judged, self._counts._replace(accepted=len(judged.accepted)), self._trees)

    def _known(self, problem: Problem) -> Kept | set[Problem]:
        """Where a problem is looked for: those of form are bounded file by file, the others by rule."""
        if problem.rule in RULES:
            return self._problems[problem.rule]
        return self._form

    def _note(self, judged: Judged) -> None:
        for problem in judged.problems:
            if problem.rule in RULES:
                self._problems[problem.rule].add(problem)
            else:
                self._form.add(problem)
        self._more.update(judged.more)

    def _ask(self, timeline: Timeline) -> Judged:
        return check(timeline, Selection(only=self._asked - AT_THE_END | {"none"}))

    def _count(self, more: Counts) -> None:
        old = self._counts
        if old is None:
            self._counts = more
            return
        fields = zip(Counts._fields, old, more, strict=True)
        self._counts = Counts(*(b if name in _OF_THE_DATASET else a + b for name, a, b in fields))

    def _keep(self, timeline: Timeline, judged: Judged) -> None:
        """What of a batch is needed later: lines with problems, and events that point to a source first."""
        for label, tree in timeline.material.trees.items():
            if isinstance(tree.lines, tuple):
                self._trees[label] = tree
        for problem in judged.problems:
            tree_of = timeline.material.trees.get(problem.location.file)
            if (
                tree_of
                and not isinstance(tree_of.lines, tuple)
                and problem.location.line <= len(tree_of.lines)
            ):
                kept = self._lines.setdefault(tree_of.file, KeptLines())
                kept.keep(tree_of, problem.location.line)
                self._trees[tree_of.file] = Tree(tree_of.file, tree_of.root, kept)
        for linked in timeline.events:
            named = {quote.citation.source for quote in linked.quotes}
            named |= {key for note in linked.record.curator for key in note.see if key in timeline.sources}
            if not named <= self._used or any(map(is_changed, linked.quotes)):
                self._used |= named
                self._telling.append(linked)
