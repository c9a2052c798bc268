"""Ask the rules, in one run, and set aside what curators have accepted with a reason."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from timeline.checks.accepting import RULES
from timeline.checks.forms import FORMS
from timeline.checks.keeping import MOST, Kept
from timeline.linking import Timeline
from timeline.problems import Problem


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


class Judged(NamedTuple):
    """What is wrong, in the order of the files, and what was accepted: (problem, reason)."""

    problems: tuple[Problem, ...]
    accepted: tuple[tuple[Problem, str], ...]
    more: Mapping[str, int] = MappingProxyType({})
    """By rule, how many more problems there are than are kept."""

    @property
    def number(self) -> int:
        """How many problems there are, kept or not."""
        return len(self.problems) + sum(self.more.values())


def check(timeline: Timeline, selection: Selection = DEFAULT) -> Judged:
    """All that is wrong with a dataset: what its readers found, and what the rules find."""
    reasons = {linked.record.id: linked.record.accept for linked in timeline.events}
    problems = {problem for problem in timeline.material.problems if selection.asks(problem.rule)}
    accepted: list[tuple[Problem, str]] = []
    more: dict[str, int] = {}
    for name, rule in RULES.items():
        if not selection.asks(name):
            continue
        open_, silenced = Kept(), Kept()
        for problem in rule.judge(timeline):
            may = rule.tier != "always" and problem.rule in reasons.get(problem.event, {})
            (silenced if may else open_).add(problem)
        problems.update(open_)
        accepted += [(problem, reasons[problem.event][name]) for problem in silenced]
        if open_.number > MOST:
            more[name] = open_.number - MOST
    return Judged(tuple(sorted(problems)), tuple(sorted(accepted)), more)


def names() -> list[str]:
    """The names of all rules: of form first, then in the order of their table."""
    return [*FORMS, *RULES]
