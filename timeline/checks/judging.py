"""Ask the rules, in one run, and set aside what curators have accepted with a reason."""

from typing import NamedTuple

from timeline.checks.accepting import RULES
from timeline.checks.forms import FORMS
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


def check(timeline: Timeline, selection: Selection = DEFAULT) -> Judged:
    """All that is wrong with a dataset: what its readers found, and what the rules find."""
    found = {problem for problem in timeline.material.problems if selection.asks(problem.rule)}
    for name, rule in RULES.items():
        if selection.asks(name):
            found.update(rule.judge(timeline))
    reasons = {linked.record.id: linked.record.accept for linked in timeline.events}
    problems: list[Problem] = []
    accepted: list[tuple[Problem, str]] = []
    for problem in sorted(found):
        reason = reasons.get(problem.event, {}).get(problem.rule)
        silenced = reason is not None and problem.rule in RULES and RULES[problem.rule].tier != "always"
        if reason is not None and silenced:
            accepted.append((problem, reason))
        else:
            problems.append(problem)
    return Judged(tuple(problems), tuple(accepted))


def names() -> list[str]:
    """The names of all rules: of form first, then in the order of their table."""
    return [*FORMS, *RULES]
