"""The two tables of rules, one family a file. A new rule is one function with its docstring, one line in the
table of its type, and one example in `tests/problems/`.

The name of a rule is its key. The docstring of its function says what it means, gives an example, and the
remedy: `timeline explain` and docs/rules.md are made from it.
"""

from timeline.checks import prose
from timeline.checks.rules import actors, dates, fields, ids, quotes, roles, sources, support
from timeline.checks.signatures import EventRule, TimelineRule

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
