"""Judging a linked timeline: the rules, which of them to ask, and what curators have accepted."""

from timeline.checks.accepting import RULES
from timeline.checks.judging import DEFAULT, Judged, Selection, check
from timeline.checks.signatures import Rule

__all__ = ["DEFAULT", "RULES", "Judged", "Rule", "Selection", "check"]
