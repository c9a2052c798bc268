"""Judging a linked timeline: the rules, which of them to ask, and what curators have accepted."""

from timeline.checks.run import DEFAULT, RuleResults, Selection, check
from timeline.checks.signatures import Rule
from timeline.checks.suppressions import RULES

__all__ = ["DEFAULT", "RULES", "Rule", "RuleResults", "Selection", "check"]
