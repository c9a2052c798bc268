"""Explanations of rules, read from their docstrings, for `timeline explain` and docs/rules.md."""

import inspect
from typing import NamedTuple

from timeline.checks.format_rules import FORMAT_RULES
from timeline.checks.suppressions import RULES, rule_names
from timeline.checks.tables import Tier, current_name

_MAX_SUMMARY = 90
"""Characters of a summary, which has to fit on a line of the list of rules."""


class Explanation(NamedTuple):
    """A rule, its tier, and the parts of its docstring."""

    rule: str
    tier: Tier
    meaning: str
    example: str
    fix: str

    @property
    def summary(self) -> str:
        """The first sentence of the meaning, or its first clause if the sentence is long."""
        first = self.meaning.split(". ")[0].removesuffix(".")
        return first if len(first) <= _MAX_SUMMARY else first.split(":")[0].split(";")[0]


def explanation(rule: str) -> Explanation:
    """The explanation of a rule, by its current or a former name. Raises KeyError if there is none."""
    rule = current_name(rule)
    if rule in FORMAT_RULES:
        return _parse(rule, "always", inspect.cleandoc(FORMAT_RULES[rule]))
    entry = RULES[rule]
    return _parse(rule, entry.tier, inspect.getdoc(entry.check) or "")


def explanations() -> list[Explanation]:
    """The explanations of all rules: format rules first, then in the order of the tables."""
    return [explanation(name) for name in rule_names()]


def _parse(rule: str, tier: Tier, text: str) -> Explanation:
    """Split a docstring: the meaning, then lines that begin with `Example:` and `Fix:`."""
    meaning, _, rest = text.partition("\n\nExample:")
    example, _, fix = rest.partition("\nFix:")
    return Explanation(rule, tier, *(" ".join(part.split()) for part in (meaning, example, fix)))


def rules_page() -> str:
    """The text of docs/rules.md."""
    lines = [
        "# Rules",
        "",
        "What `timeline check` finds. Generated from the rules by `timeline explain --markdown`.",
        "",
        "There are three tiers: *always* (cannot be silenced), *default* (can be silenced for one event with",
        "a reason: `accept: {rule: reason}`) and *strict* (runs with `check --strict` or `--rule`).",
    ]
    for explanation in explanations():
        lines += ["", f"## {explanation.rule}", "", f"*{explanation.tier}* · {explanation.meaning}", ""]
        lines += [f"- Example: {explanation.example}", f"- Fix: {explanation.fix}"]
    return "\n".join(lines) + "\n"
