"""Apply the rules to a timeline in memory, and separate the problems that curators accepted with a reason."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from timeline.checks.context import Context
from timeline.checks.facts import Fact, Facts
from timeline.checks.results import (
    DEFAULT,
    Collector,
    EventResults,
    RuleResults,
    Selection,
    WithReason,
    all_problems,
)
from timeline.checks.summary import count_event, count_sources
from timeline.checks.suppressions import EVENT_RULES, RULES, TIMELINE_RULES, reasons, timeline_reasons
from timeline.evidence import LinkedEvent, Timeline


class CheckedTimeline(NamedTuple):
    """A timeline in memory, with the results of each event, of the timeline rules, and in total."""

    timeline: Timeline
    events: tuple[tuple[LinkedEvent, EventResults], ...]
    timeline_problems: tuple[WithReason, ...]
    results: RuleResults


def check(timeline: Timeline, selection: Selection = DEFAULT) -> RuleResults:
    """What the readers found in a dataset, and what the selected rules find."""
    return check_timeline(timeline).results.select(selection)


def check_timeline(timeline: Timeline) -> CheckedTimeline:
    """Apply all rules to a timeline."""
    context, collector = Context(timeline), Collector()
    collector.add_left_out(timeline)
    events = tuple((linked, check_event(linked, context)) for linked in timeline.events)
    for _, of_event in events:
        collector.add_event(of_event)
    spent = dict(context.budget.spent)
    separate = Collector()
    separate.add_problems(apply_timeline_rules(collector.facts, context))
    collector.merge(separate)
    results = with_totals(collector.results(), context, spent)
    return CheckedTimeline(timeline, events, tuple(all_problems(separate.results())), results)


def with_totals(results: RuleResults, context: Context, spent: Mapping[str, int]) -> RuleResults:
    """Add the numbers of sources and the work that was done (`spent` by the event rules) to results."""
    return results._replace(
        sources=count_sources(context), spent=dict(spent), exhausted=context.budget.exhausted
    )


def check_event(linked: LinkedEvent, context: Context) -> EventResults:
    """Apply all event rules to one event, and collect its facts for the timeline rules."""
    problems = [problem for rule in EVENT_RULES.values() for problem in rule.check(linked, context)]
    facts = tuple(collect_facts(linked, context))
    if not problems:  # as in most events
        return EventResults((), (), facts, count_event(linked, context))
    accept = {name: reason for name, reason in reasons(linked.record).items() if _can_be_silenced(name)}
    # A rule may yield equal problems; each is reported once.
    remaining = dict.fromkeys(problem for problem in problems if problem.rule not in accept)
    accepted = dict.fromkeys(
        (problem, accept[problem.rule]) for problem in problems if problem.rule in accept
    )
    return EventResults(tuple(remaining), tuple(accepted), facts, count_event(linked, context))


def _can_be_silenced(rule: str) -> bool:
    return rule in RULES and RULES[rule].tier != "always"


def collect_facts(linked: LinkedEvent, context: Context) -> Iterator[tuple[str, Fact]]:
    """The facts of one event, each with the name of the timeline rule that needs it."""
    for name, rule in TIMELINE_RULES.items():
        if rule.collect is not None:
            for fact in rule.collect(linked, context):
                yield name, fact


def apply_timeline_rules(facts: Facts, context: Context) -> Iterator[WithReason]:
    """What all timeline rules find, given the facts of all events."""
    accept = timeline_reasons(facts)
    for name, rule in TIMELINE_RULES.items():
        for problem in rule.check(facts, context):
            yield problem, accept.get((name, problem.event)) if _can_be_silenced(name) else None
