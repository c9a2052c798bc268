"""The two tables of rules, one family a file. A new rule is one function with its docstring, one line in the
table of its type, and one example in `tests/problems/`.

The name of a rule is its key. The docstring of its function says what it means, gives an example, and the
remedy: `timeline explain` and docs/rules.md are made from it.
"""

from timeline.checks import actors, fields, names, prose, quotes, roles, saying, texts, times
from timeline.checks.signatures import EventRule, TimelineRule

OF_EVENTS: dict[str, EventRule] = {
    "unknown-actor": EventRule(names.unknown_actor, "always"),
    "ambiguous-actor": EventRule(names.ambiguous_actor, "always"),
    "duplicate-actor": EventRule(names.duplicate_actor, "always"),
    "unknown-link": EventRule(names.unknown_link, "always"),
    "unknown-reference": EventRule(names.unknown_reference, "always"),
    "unknown-support": EventRule(fields.unknown_support, "always"),
    "unknown-source": EventRule(quotes.unknown_source, "always"),
    "quote-not-found": EventRule(quotes.quote_not_found, "always"),
    "quote-ambiguous": EventRule(quotes.quote_ambiguous, "always"),
    "quote-cut-by-yaml": EventRule(quotes.quote_cut_by_yaml, "always"),
    "unsupported-field": EventRule(fields.unsupported_field, "default"),
    "date-contradicted": EventRule(times.date_contradicted, "default"),
    "status-not-proved": EventRule(times.status_not_proved, "default"),
    "role-contradicted": EventRule(roles.role_contradicted, "default"),
    "quote-too-short": EventRule(saying.quote_too_short, "default"),
    "quote-lacks-support": EventRule(saying.quote_lacks_support, "default"),
    "unsupported-prose": EventRule(prose.unsupported_prose, "default"),
}

OF_TIMELINE: dict[str, TimelineRule] = {
    "duplicate-id": TimelineRule(names.duplicate_id, "always", collect_left_out=names.second_record),
    "self-membership": TimelineRule(actors.self_membership, "always"),
    "overlapping-membership": TimelineRule(actors.overlapping_membership, "always"),
    "unknown-member": TimelineRule(actors.unknown_member, "always"),
    "duplicate-name": TimelineRule(actors.duplicate_name, "always"),
    "source-missing": TimelineRule(texts.source_missing, "always"),
    "source-changed": TimelineRule(texts.source_changed, "always", texts.quotes_of_changed),
    "missing-sha256": TimelineRule(texts.missing_sha256, "always"),
    "source-unrecorded": TimelineRule(texts.source_unrecorded, "always"),
    "unused-source": TimelineRule(texts.unused_source, "strict", texts.used_sources),
}
