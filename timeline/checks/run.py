"""Ask the rules, in one run, and set aside what curators have accepted with a reason."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from operator import add
from types import MappingProxyType
from typing import NamedTuple

from timeline.checks.context import Context
from timeline.checks.facts import Fact, Facts
from timeline.checks.format_rules import FORMS
from timeline.checks.kept import MOST, Kept
from timeline.checks.summary import EventCounts, count
from timeline.checks.suppressions import EVENT_RULES, RULES, TIMELINE_RULES, reasons, timeline_reasons
from timeline.evidence import LinkedEvent, Timeline
from timeline.problems import Problem

Accepted = tuple[Problem, str]
"""A problem, and the reason for which a curator accepted it."""


class Selection(NamedTuple):
    """Which rules to ask: only some (`only`), all but some (`skip`), the strict ones too (`strict`)."""

    only: frozenset[str] = frozenset()
    skip: frozenset[str] = frozenset()
    strict: bool = False

    def asks(self, rule: str) -> bool:
        """Whether a rule is asked. Strict ones are asked when all are, or when named."""
        if self.only:
            return rule in self.only
        tier = RULES[rule].tier if rule in RULES else "always"
        return rule not in self.skip and (self.strict or tier != "strict")


DEFAULT = Selection()


class Findings(NamedTuple):
    """What the rules find in one event, what timeline rules must know about it, and what was looked at."""

    problems: tuple[Problem, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    facts: tuple[tuple[str, Fact], ...] = ()
    """By the name of the rule that needs them."""
    counts: EventCounts = EventCounts()


class RuleResults(NamedTuple):
    """What is wrong, in the order of the files, and what was accepted: (problem, reason)."""

    problems: tuple[Problem, ...]
    accepted: tuple[Accepted, ...]
    more: Mapping[str, int] = MappingProxyType({})
    """By rule, how many more problems there are than are kept."""

    @property
    def number(self) -> int:
        """How many problems there are, kept or not."""
        return len(self.problems) + sum(self.more.values())

    def select(self, selection: Selection) -> "RuleResults":
        """What the selected rules have found."""
        asks = {rule: selection.asks(rule) for rule in names()}
        return RuleResults(
            tuple(problem for problem in self.problems if asks[problem.rule]),
            tuple((problem, reason) for problem, reason in self.accepted if asks[problem.rule]),
            {rule: number for rule, number in self.more.items() if asks[rule]},
        )


def open_and_accepted(findings: Findings | RuleResults) -> Iterator[tuple[Problem, str | None]]:
    """All problems, each with the reason for which it was accepted, if it was."""
    yield from ((problem, None) for problem in findings.problems)
    yield from findings.accepted


def examine(linked: LinkedEvent, context: Context) -> Findings:
    """Ask all event rules about one event, and collect what the timeline rules must know about it."""
    found = [problem for rule in EVENT_RULES.values() for problem in rule.judge(linked, context)]
    facts = tuple(collect(linked, context))
    if not found:  # as in most events
        return Findings((), (), facts, count(linked, context))
    why = {name: reason for name, reason in reasons(linked.record).items() if _may_be_silenced(name)}
    problems = dict.fromkeys(problem for problem in found if problem.rule not in why)
    accepted = dict.fromkeys((problem, why[problem.rule]) for problem in found if problem.rule in why)
    return Findings(tuple(problems), tuple(accepted), facts, count(linked, context))


def _may_be_silenced(rule: str) -> bool:
    return rule in RULES and RULES[rule].tier != "always"


def collect(linked: LinkedEvent, context: Context) -> Iterator[tuple[str, Fact]]:
    """What each timeline rule must know about an event, by the name of the rule."""
    for name, rule in TIMELINE_RULES.items():
        if rule.collect is not None:
            for fact in rule.collect(linked, context):
                yield name, fact


def judge_timeline(facts: Facts, context: Context) -> Iterator[tuple[Problem, str | None]]:
    """Ask all timeline rules, when the facts of all events are there: each problem, and the reason for which
    it was accepted, if it was.
    """
    why = timeline_reasons(facts)
    for name, rule in TIMELINE_RULES.items():
        for problem in rule.judge(facts, context):
            yield problem, why.get((name, problem.event)) if _may_be_silenced(name) else None


class Results:
    """Takes findings one after the other, and bounds how many problems of a rule are kept."""

    def __init__(self) -> None:
        self.facts = Facts()
        self._sums: list[int] = list(EventCounts())
        self.left_out = 0
        self.form: set[Problem] = set()
        """What the readers found."""
        self._open: dict[str, Kept] = defaultdict(Kept)
        self._silenced: dict[str, Kept] = defaultdict(Kept)
        self._reasons: dict[Problem, str] = {}

    @property
    def counts(self) -> EventCounts:
        """What was looked at in all events."""
        return EventCounts(*self._sums)

    def add(self, findings: Findings) -> None:
        """Take what was found in one event."""
        for problem in findings.problems:
            self.add_problem(problem, None)
        for problem, reason in findings.accepted:
            self.add_problem(problem, reason)
        for rule, fact in findings.facts:
            self.facts.add(rule, fact)
        self._sums = list(map(add, self._sums, findings.counts))

    def add_problem(self, problem: Problem, reason: str | None) -> None:
        """Take one problem, and the reason for which it was accepted, if it was."""
        if reason is None:
            self._open[problem.rule].add(problem)
        else:
            self._silenced[problem.rule].add(problem)
            self._reasons[problem] = reason

    def judge_timeline(self, context: Context) -> None:
        """Ask the timeline rules, when all events were taken."""
        for problem, reason in judge_timeline(self.facts, context):
            self.add_problem(problem, reason)

    def add_rules(self, other: "Results") -> None:
        """Take all problems of rules that were asked apart."""
        self._open.update(other._open)
        self._silenced.update(other._silenced)
        self._reasons.update(other._reasons)

    def add_left_out(self, timeline: Timeline) -> None:
        """Take what is known of the records of some events that are left out."""
        self.form.update(timeline.material.problems)
        self.left_out += timeline.material.left_out + len(timeline.duplicates)
        for name, rule in TIMELINE_RULES.items():
            if rule.collect_left_out is not None:
                for left_out, kept in timeline.duplicates:
                    self.facts.add(name, rule.collect_left_out(left_out, kept))

    def judged(self) -> RuleResults:
        """Everything together."""
        problems = sorted(self.form.union(*self._open.values()))
        accepted = sorted(
            (problem, self._reasons[problem]) for kept in self._silenced.values() for problem in kept
        )
        more = {name: kept.number - MOST for name, kept in self._open.items() if kept.number > MOST}
        return RuleResults(tuple(problems), tuple(accepted), more)


def check(timeline: Timeline, selection: Selection = DEFAULT) -> RuleResults:
    """All that is wrong with a dataset: what its readers found, and what the rules find."""
    context, results = Context(timeline), Results()
    results.add_left_out(timeline)
    for linked in timeline.events:
        results.add(examine(linked, context))
    results.judge_timeline(context)
    return results.judged().select(selection)


def names() -> list[str]:
    """The names of all rules: of form first, then in the order of their tables."""
    return [*FORMS, *RULES]
