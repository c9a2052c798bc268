"""Rules about `accept:`, by which a curator silences a rule for one event, with a written reason."""

from collections import ChainMap
from collections.abc import Iterator, Mapping

from timeline.checks.context import Context
from timeline.checks.facts import Fact, Facts
from timeline.checks.format_rules import FORMS
from timeline.checks.locations import entry_place
from timeline.checks.renamed import RENAMED, current, hint
from timeline.checks.signatures import EventRule, Rule, TimelineRule
from timeline.checks.tables import OF_EVENTS, OF_TIMELINE
from timeline.evidence import LinkedEvent
from timeline.problems import Problem
from timeline.records import EventRecord


def reasons(record: EventRecord) -> Mapping[str, str]:
    """The reasons of an event by the current names of the rules that it silences."""
    accept = record.accept
    if not accept or accept.keys().isdisjoint(RENAMED):
        return accept
    return {**{current(name): reason for name, reason in accept.items()}, **accept}


def unknown_rule(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """`accept:` names a rule that does not exist, or one that cannot be silenced.

    Example: `accept: {quote-not-found: the page is gone}`
    Fix: only judgements can be accepted, such as unsupported-prose; all else is mended in the record.
    """
    for written in linked.record.accept:
        name = current(written)
        where = entry_place(linked.event, "accept", written)
        if name in FORMS or (name in RULES and RULES[name].tier == "always"):
            remedy = "mend what it found; only judgements can be accepted"
            message = f'the rule "{name}" cannot be silenced'
            yield Problem(where, "unknown-rule", message, remedy, event=linked.record.id)
        elif name not in RULES:
            near = context.budget.near("unknown-rule", name, lambda: list(RULES))
            message = f'there is no rule "{name}"'
            remedy = near or "timeline explain lists the rules"
            yield Problem(where, "unknown-rule", message, remedy, event=linked.record.id)


def renamed_rule(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """`accept:` names a rule by a name that it had before. It is silenced all the same.

    Example: `accept: {quote-does-not-say: the note says it}`
    Fix: write the current name.
    """
    for written in linked.record.accept:
        if written in RENAMED:
            where = entry_place(linked.event, "accept", written)
            remedy = f"write {current(written)}"
            yield Problem(where, "renamed-rule", hint(written), remedy, event=linked.record.id)


def unused_accept(facts: Facts, context: Context) -> Iterator[Problem]:
    """`accept:` silences a rule that finds nothing in its event (any more).

    Example: `accept: {unsupported-prose: ...}` in an event whose prose is proved
    Fix: take the line out.
    """
    found: dict[str, set[str]] = {}
    for fact in facts.of("unused-accept"):
        name, event, _ = fact.values
        rule = TIMELINE_RULES.get(name)
        if rule is not None and name not in found:
            found[name] = {problem.event for problem in rule.judge(facts, context)}
        if fact.location is not None and _is_default(name) and event not in found.get(name, ()):
            message = f'the rule "{name}" finds nothing here'
            yield Problem(fact.location, "unused-accept", message, "take this line out", event=event)


def accepted(linked: LinkedEvent, context: Context) -> Iterator[Fact]:
    """What `unused_accept` must know: rule, event and reason, where an event rule finds nothing, or where it
    is a timeline rule, of which that is not known yet.
    """
    for written, reason in linked.record.accept.items():
        name = current(written)
        rule = EVENT_RULES.get(name)
        if name in TIMELINE_RULES or (rule and not any(rule.judge(linked, context))):
            where = entry_place(linked.event, "accept", written)
            yield Fact((name, linked.record.id, reason), where, linked.record.id)


def timeline_reasons(facts: Facts) -> dict[tuple[str, str], str]:
    """The reasons for which timeline rules are silenced, by rule and event."""
    found = (fact.values for fact in facts.of("unused-accept"))
    return {(name, event): reason for name, event, reason in found if name in TIMELINE_RULES}


def _is_default(name: str) -> bool:
    return name in RULES and RULES[name].tier == "default"


EVENT_RULES: dict[str, EventRule] = {
    **OF_EVENTS,
    "unknown-rule": EventRule(unknown_rule, "always"),
    "renamed-rule": EventRule(renamed_rule, "strict"),
}
TIMELINE_RULES: dict[str, TimelineRule] = {
    **OF_TIMELINE,
    "unused-accept": TimelineRule(unused_accept, "strict", accepted),
}
RULES: Mapping[str, Rule] = ChainMap[str, Rule](TIMELINE_RULES, EVENT_RULES)  # type: ignore[arg-type]
"""Both tables, the event rules first."""
