"""The two types of rules, the tables that list them, and former names of rules.

An event rule looks at one event, so it can run batch by batch, and again for an event that changed. A
timeline rule looks at all events: it collects facts from each event, and runs when the facts of all events
are known.

A new rule is one function with its docstring, one line in the table of its type, and one example in
`tests/problems/`. The name of a rule is its key in the table. The docstring of its function gives the
meaning, an example and the fix; `timeline explain` and docs/rules.md are made from it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from timeline.checks import prose
from timeline.checks.context import Context
from timeline.checks.facts import Fact, Facts
from timeline.checks.rules import actors, dates, fields, ids, quotes, roles, sources, support
from timeline.evidence import LinkedEvent
from timeline.problems import Problem
from timeline.records import EventRecord, Located

Tier = Literal["always", "default", "strict"]
"""`always` rules cannot be silenced; `default` rules can be silenced for one event, with a reason; `strict`
rules run only on request.
"""


class EventRule(NamedTuple):
    """`check` yields the problems of one event. They depend on this event and the context only."""

    check: Callable[[LinkedEvent, Context], Iterator[Problem]]
    tier: Tier


class TimelineRule(NamedTuple):
    """`check` yields the problems of the whole timeline. It gets the facts that `collect` yields for each
    event, and those of `collect_left_out` for each event that is left out because another one (the second
    argument) has its id. What `collect` yields depends on this event and the context only.
    """

    check: Callable[[Facts, Context], Iterator[Problem]]
    tier: Tier
    collect: Callable[[LinkedEvent, Context], Iterable[Fact]] | None = None
    collect_left_out: Callable[[Located[EventRecord], Located[EventRecord]], Fact] | None = None


Rule = EventRule | TimelineRule

OF_EVENTS: dict[str, EventRule] = {
    "unknown-actor": EventRule(ids.unknown_actor, "always"),
    "ambiguous-actor": EventRule(ids.ambiguous_actor, "always"),
    "duplicate-actor": EventRule(ids.duplicate_actor, "always"),
    "unknown-link": EventRule(ids.unknown_link, "always"),
    "unknown-reference": EventRule(ids.unknown_reference, "always"),
    "unknown-support": EventRule(fields.unknown_support, "always"),
    "unknown-source": EventRule(quotes.unknown_source, "always"),
    "quote-not-found": EventRule(quotes.quote_not_found, "always"),
    "quote-ambiguous": EventRule(quotes.quote_ambiguous, "always"),
    "quote-cut-by-yaml": EventRule(quotes.quote_cut_by_yaml, "always"),
    "unsupported-field": EventRule(fields.unsupported_field, "default"),
    "date-contradicted": EventRule(dates.date_contradicted, "default"),
    "status-not-proved": EventRule(dates.status_not_proved, "default"),
    "planned-in-the-past": EventRule(dates.planned_in_the_past, "default"),
    "status-contradicted": EventRule(dates.status_contradicted, "default"),
    "role-contradicted": EventRule(roles.role_contradicted, "default"),
    "quote-too-short": EventRule(support.quote_too_short, "default"),
    "quote-lacks-support": EventRule(support.quote_lacks_support, "default"),
    "unsupported-prose": EventRule(prose.unsupported_prose, "default"),
}

OF_TIMELINE: dict[str, TimelineRule] = {
    "duplicate-id": TimelineRule(ids.duplicate_id, "always", collect_left_out=ids.second_record),
    "self-membership": TimelineRule(actors.self_membership, "always"),
    "overlapping-membership": TimelineRule(actors.overlapping_membership, "always"),
    "unknown-member": TimelineRule(actors.unknown_member, "always"),
    "duplicate-name": TimelineRule(actors.duplicate_name, "always"),
    "source-missing": TimelineRule(sources.source_missing, "always"),
    "source-changed": TimelineRule(sources.source_changed, "always", sources.quotes_of_changed),
    "missing-sha256": TimelineRule(sources.missing_sha256, "always"),
    "source-unrecorded": TimelineRule(sources.source_unrecorded, "always"),
    "unused-source": TimelineRule(sources.unused_source, "strict", sources.used_sources),
}

RENAMED = {
    "unknown-see": "unknown-reference",
    "quote-does-not-say": "quote-lacks-support",
    "needless-accept": "unused-accept",
    "wrong-shape": "wrong-type",
    "source-unhashed": "missing-sha256",
    "shared-name": "duplicate-name",
}
"""Former names of rules, which are still accepted, with the current ones."""


def current_name(rule: str) -> str:
    """The current name of a rule, given its current or a former name."""
    return RENAMED.get(rule, rule)


def renaming_notice(rule: str) -> str:
    """A sentence that gives the current name of a renamed rule; empty for any other."""
    return f"{rule} is now called {RENAMED[rule]}" if rule in RENAMED else ""
