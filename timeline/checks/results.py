"""What the rules found: in one event, and in a whole dataset."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import add
from types import MappingProxyType
from typing import NamedTuple

from timeline.checks.facts import Fact, Facts
from timeline.checks.limits import FirstProblems
from timeline.checks.summary import Counts, EventCounts, total_counts
from timeline.checks.suppressions import RULES, TIMELINE_RULES, rule_names
from timeline.evidence import Timeline
from timeline.problems import Problem

WithReason = tuple[Problem, str | None]
"""A problem, and the reason for which its event accepts it; None if it is not accepted."""


class Selection(NamedTuple):
    """Which rules to report: only some, or all except some to skip, and whether with the strict ones."""

    only: frozenset[str] = frozenset()
    skip: frozenset[str] = frozenset()
    strict: bool = False

    def includes(self, rule: str) -> bool:
        """Whether a rule is selected. A strict rule is, with `strict` or if `only` names it."""
        if self.only:
            return rule in self.only
        tier = RULES[rule].tier if rule in RULES else "always"
        return rule not in self.skip and (self.strict or tier != "strict")


DEFAULT = Selection()


class EventResults(NamedTuple):
    """What the event rules found in one event, its facts for timeline rules, and its counts."""

    problems: tuple[Problem, ...] = ()
    accepted: tuple[tuple[Problem, str], ...] = ()
    """Accepted problems, each with its reason."""
    facts: tuple[tuple[str, Fact], ...] = ()
    """Facts, each with the name of the timeline rule that needs it."""
    counts: EventCounts = EventCounts()


class RuleResults(NamedTuple):
    """What all rules found in a dataset, in the order of the files, and how much they checked."""

    problems: tuple[Problem, ...]
    accepted: tuple[tuple[Problem, str], ...]
    """Accepted problems, each with its reason."""
    more: Mapping[str, int] = MappingProxyType({})
    """For each rule with too many problems, how many are counted but not kept."""
    events: EventCounts = EventCounts()
    left_out: int = 0
    """Records of events that were left out because of their problems."""
    sources: tuple[int, int] = (0, 0)
    """The numbers of sources with and without a stored text."""
    spent: Mapping[str, int] = MappingProxyType({})
    """The expensive work that the event rules did, by kind."""
    exhausted: bool = False
    """Whether some expensive work was left out, so that the results depend on the order of the events."""

    @property
    def number(self) -> int:
        """The number of problems, kept or not."""
        return len(self.problems) + sum(self.more.values())

    @property
    def counts(self) -> Counts:
        """How much was checked, and how many problems are accepted."""
        return total_counts(self.events, self.left_out, self.sources, len(self.accepted))

    def select(self, selection: Selection) -> "RuleResults":
        """The results of the selected rules."""
        includes = {rule: selection.includes(rule) for rule in rule_names()}
        return self._replace(
            problems=tuple(problem for problem in self.problems if includes[problem.rule]),
            accepted=tuple((problem, reason) for problem, reason in self.accepted if includes[problem.rule]),
            more={rule: number for rule, number in self.more.items() if includes[rule]},
        )


def all_problems(results: EventResults | RuleResults) -> Iterator[WithReason]:
    """All problems, accepted or not."""
    yield from ((problem, None) for problem in results.problems)
    yield from results.accepted


class Collector:
    """Collects the results of one event after the other, and limits how many problems of a rule are kept."""

    def __init__(self) -> None:
        self.facts = Facts()
        self.left_out = 0
        self.format_problems: set[Problem] = set()
        """Problems that the readers found."""
        self._sums: list[int] = list(EventCounts())
        self._problems: dict[str, FirstProblems] = defaultdict(FirstProblems)
        self._accepted: dict[str, FirstProblems] = defaultdict(FirstProblems)
        self._reasons: dict[Problem, str] = {}

    def add_event(self, results: EventResults) -> None:
        """Add the results of one event."""
        self.add_problems(all_problems(results))
        for rule, fact in results.facts:
            self.facts.add(rule, fact)
        self._sums = list(map(add, self._sums, results.counts))

    def add_problems(self, problems: Iterable[WithReason]) -> None:
        """Add problems, accepted or not."""
        for problem, reason in problems:
            if reason is None:
                self._problems[problem.rule].add(problem)
            else:
                self._accepted[problem.rule].add(problem)
                self._reasons[problem] = reason

    def merge(self, other: "Collector") -> None:
        """Take over the problems of rules whose problems were collected separately."""
        self._problems.update(other._problems)
        self._accepted.update(other._accepted)
        self._reasons.update(other._reasons)

    def add_left_out(self, timeline: Timeline) -> None:
        """Add what the readers found in some events, and the events that are left out."""
        self.format_problems.update(timeline.material.problems)
        self.left_out += timeline.material.left_out + len(timeline.duplicates)
        for name, rule in TIMELINE_RULES.items():
            if rule.collect_left_out is not None:
                for left_out, kept in timeline.duplicates:
                    self.facts.add(name, rule.collect_left_out(left_out, kept))

    def results(self) -> RuleResults:
        """Everything that was collected, in the order of the files."""
        problems = sorted(self.format_problems.union(*self._problems.values()))
        accepted = sorted(
            (problem, self._reasons[problem]) for first in self._accepted.values() for problem in first
        )
        more = {rule: first.dropped for rule, first in self._problems.items() if first.dropped}
        counts = EventCounts(*self._sums)
        return RuleResults(tuple(problems), tuple(accepted), more, counts, self.left_out)
