"""The rules of `check`, explained."""

from typing import Literal

from typing_extensions import TypedDict

from timeline.checks import Explanation, Tier
from timeline.documents.schema import SCHEMA_VERSION


class RuleReport(TypedDict):
    """An explanation of a rule."""

    schema_version: Literal[1]
    """The version of this schema."""
    rule: str
    """The name of the rule, as in problems and in `accept`."""
    tier: Tier
    """Whether it can be silenced: `always` never, `default` for one event with a reason; `strict` rules run
    only with `check --strict` or by name.
    """
    meaning: str
    """What the rule finds."""
    example: str
    """An example of what it finds."""
    fix: str
    """What to do about it."""


def rule_report(rule: Explanation) -> RuleReport:
    """The explanation of a rule, as `explain --json` prints it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "rule": rule.rule,
        "tier": rule.tier,
        "meaning": rule.meaning,
        "example": rule.example,
        "fix": rule.fix,
    }
