"""Rules about `accept:`, by which a curator silences a rule for one event with a written reason, and the
complete tables of rules.
"""

from collections import ChainMap
from collections.abc import Iterator, Mapping

from timeline.checks.context import Context
from timeline.checks.facts import Fact, Facts
from timeline.checks.format_rules import FORMAT_RULES
from timeline.checks.locations import entry_place
from timeline.checks.tables import (
    OF_EVENTS,
    OF_TIMELINE,
    RENAMED,
    EventRule,
    Rule,
    TimelineRule,
    current_name,
    renaming_notice,
)
from timeline.evidence import LinkedEvent
from timeline.problems import Problem
from timeline.records import EventRecord


def reasons(record: EventRecord) -> Mapping[str, str]:
    """The reasons in `accept:`, by the current names of the rules."""
    accept = record.accept
    if not accept or accept.keys().isdisjoint(RENAMED):
        return accept
    return {**{current_name(name): reason for name, reason in accept.items()}, **accept}


def unknown_rule(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """`accept:` names a rule that does not exist, or one that cannot be silenced.

    Example: `accept: {quote-not-found: the page is gone}`
    Fix: remove it from `accept:` and correct the record; only rules of the tiers default and strict can be
    silenced.
    """
    for written in linked.record.accept:
        name = current_name(written)
        if name in FORMAT_RULES or (name in RULES and RULES[name].tier == "always"):
            message = f'the rule "{name}" cannot be silenced'
            hint = f"remove {written} from accept:, and correct what the rule found"
        elif name not in RULES:
            message = f'unknown rule "{name}"'
            hint = context.budget.suggest("unknown-rule", name, lambda: list(RULES))
            hint = hint or 'write the name of a rule; "timeline explain" lists them'
        else:
            continue
        location = entry_place(linked.event, "accept", written)
        yield Problem(location, "unknown-rule", message, hint, event=linked.record.id)


def renamed_rule(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """`accept:` uses a former name of a rule. The rule is silenced all the same.

    Example: `accept: {quote-does-not-say: the note says it}`
    Fix: write the current name.
    """
    for written in linked.record.accept:
        if written in RENAMED:
            location = entry_place(linked.event, "accept", written)
            hint = f"write {current_name(written)}"
            yield Problem(location, "renamed-rule", renaming_notice(written), hint, event=linked.record.id)


def unused_accept(facts: Facts, context: Context) -> Iterator[Problem]:
    """`accept:` silences a rule that finds no problem in the event, or none any more.

    Example: `accept: {unsupported-prose: ...}` in an event whose prose is supported
    Fix: remove the line.
    """
    found: dict[str, set[str]] = {}
    for fact in facts.of("unused-accept"):
        name, event, _ = fact.values
        if fact.location is None or not _is_default(name):  # this rule is strict, so it never applies itself
            continue
        if name in TIMELINE_RULES and name not in found:
            found[name] = {problem.event for problem in TIMELINE_RULES[name].check(facts, context)}
        if event not in found.get(name, ()):
            message = f'the rule "{name}" finds no problem in this event'
            yield Problem(fact.location, "unused-accept", message, f"remove {name} from accept:", event=event)


def accepted_without_problem(linked: LinkedEvent, context: Context) -> Iterator[Fact]:
    """Facts for `unused_accept`: rule, event and reason, for event rules that find nothing in the event, and
    for timeline rules, whose problems are not known yet.
    """
    for written, reason in linked.record.accept.items():
        name = current_name(written)
        rule = EVENT_RULES.get(name)
        if name in TIMELINE_RULES or (rule and not any(rule.check(linked, context))):
            location = entry_place(linked.event, "accept", written)
            yield Fact((name, linked.record.id, reason), location, linked.record.id)


def timeline_reasons(facts: Facts) -> dict[tuple[str, str], str]:
    """The reasons for which events accept problems of timeline rules, by rule and event."""
    values = (fact.values for fact in facts.of("unused-accept"))
    return {(name, event): reason for name, event, reason in values if name in TIMELINE_RULES}


def _is_default(name: str) -> bool:
    return name in RULES and RULES[name].tier == "default"


EVENT_RULES: dict[str, EventRule] = {
    **OF_EVENTS,
    "unknown-rule": EventRule(unknown_rule, "always"),
    "renamed-rule": EventRule(renamed_rule, "strict"),
}
TIMELINE_RULES: dict[str, TimelineRule] = {
    **OF_TIMELINE,
    "unused-accept": TimelineRule(unused_accept, "strict", accepted_without_problem),
}
RULES: Mapping[str, Rule] = ChainMap[str, Rule](TIMELINE_RULES, EVENT_RULES)  # type: ignore[arg-type]
"""Both tables, the event rules first."""


def rule_names() -> list[str]:
    """The names of all rules: format rules first, then in the order of the tables."""
    return [*FORMAT_RULES, *RULES]
