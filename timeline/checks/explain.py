"""What a rule means, from its own docstring: for `timeline explain` and docs/rules.md."""

import inspect
from typing import NamedTuple

from timeline.checks.format_rules import FORMS
from timeline.checks.renamed import current
from timeline.checks.signatures import Tier
from timeline.checks.suppressions import RULES


class Explained(NamedTuple):
    """A rule in words: its first paragraph, an example, the remedy, and when it speaks."""

    rule: str
    tier: Tier
    meaning: str
    example: str
    fix: str

    @property
    def summary(self) -> str:
        """One line: the first sentence of the meaning, or its first clause where that is long."""
        first = self.meaning.split(". ")[0].removesuffix(".")
        return first if len(first) <= 90 else first.split(":")[0].split(";")[0]


def explain(rule: str) -> Explained:
    """A rule by its name, or by one that it had before. Raises KeyError where there is none."""
    rule = current(rule)
    if rule in FORMS:
        return _read(rule, "always", inspect.cleandoc(FORMS[rule]))
    entry = RULES[rule]
    return _read(rule, entry.tier, inspect.getdoc(entry.judge) or "")


def everything() -> list[Explained]:
    """All rules: of form first, then in the order of their table."""
    return [explain(name) for name in (*FORMS, *RULES)]


def _read(rule: str, tier: Tier, text: str) -> Explained:
    """The parts of a docstring: paragraphs, then a line `Example:` and a line `Fix:`."""
    meaning, _, rest = text.partition("\n\nExample:")
    example, _, fix = rest.partition("\nFix:")
    return Explained(rule, tier, " ".join(meaning.split()), " ".join(example.split()), " ".join(fix.split()))


def manual() -> str:
    """docs/rules.md, whole."""
    lines = [
        "# Rules",
        "",
        "What `timeline check` finds; made from the rules themselves by `timeline explain --markdown`.",
        "",
        "Three tiers: *always* (cannot be silenced), *default* (can be, for one event and with a reason:",
        "`accept: {rule: reason}`), *strict* (asked with `check --strict`, or by name).",
    ]
    for one in everything():
        lines += ["", f"## {one.rule}", "", f"*{one.tier}* · {one.meaning}", ""]
        lines += [f"- Example: {one.example}", f"- Fix: {one.fix}"]
    return "\n".join(lines) + "\n"
