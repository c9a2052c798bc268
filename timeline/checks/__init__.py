"""Checks of a linked timeline: the rules, running them, and what curators accept.

`check_timeline` and `BatchChecker` apply the rules; `results` holds what they return. Each rule is a function
in `rules/` or `prose/`, and `tables` lists them.
"""

from timeline.checks.context import Context
from timeline.checks.excerpts import Excerpts
from timeline.checks.explain import Explanation, explanation, explanations, rules_page
from timeline.checks.facts import Fact, Facts
from timeline.checks.format_rules import FORMAT_RULES
from timeline.checks.limits import MAX_PROBLEMS_PER_RULE, Budget
from timeline.checks.results import DEFAULT, EventResults, RuleResults, Selection, WithReason, all_problems
from timeline.checks.rules.support import MIN_QUOTE_LENGTH
from timeline.checks.run import CheckedTimeline, apply_timeline_rules, check, check_event, check_timeline
from timeline.checks.run_batches import (
    BatchChecker,
    DatasetCheck,
    check_batches,
    check_dataset,
    with_trees,
    without_trees,
)
from timeline.checks.summary import Counts, EventCounts
from timeline.checks.suppressions import RULES, rule_names
from timeline.checks.tables import RENAMED, EventRule, Rule, Tier, TimelineRule, current_name, renaming_notice

__all__ = [
    "DEFAULT",
    "FORMAT_RULES",
    "MAX_PROBLEMS_PER_RULE",
    "MIN_QUOTE_LENGTH",
    "RENAMED",
    "RULES",
    "BatchChecker",
    "Budget",
    "CheckedTimeline",
    "Context",
    "Counts",
    "DatasetCheck",
    "EventCounts",
    "EventResults",
    "EventRule",
    "Excerpts",
    "Explanation",
    "Fact",
    "Facts",
    "Rule",
    "RuleResults",
    "Selection",
    "Tier",
    "TimelineRule",
    "WithReason",
    "all_problems",
    "apply_timeline_rules",
    "check",
    "check_batches",
    "check_dataset",
    "check_event",
    "check_timeline",
    "current_name",
    "explanation",
    "explanations",
    "renaming_notice",
    "rule_names",
    "rules_page",
    "with_trees",
    "without_trees",
]
