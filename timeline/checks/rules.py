"""The table of rules, one family a file. A new rule is one function with its docstring, one line here,
and one example in `tests/problems/`.

A rule is a function from the timeline to its problems; its name is its key. Its docstring says what it
means, gives an example, and the remedy: `timeline explain` and docs/rules.md are made of it.
"""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from timeline.checks import actors, fields, names, prose, quotes, roles, saying, texts, times
from timeline.linking import Timeline
from timeline.problems import Problem

Judge = Callable[[Timeline], Iterator[Problem]]
Tier = Literal["always", "default", "strict"]
"""`always` rules cannot be silenced; `default` ones can, for one event and with a reason; `strict` ones
speak when asked."""


class Rule(NamedTuple):
    judge: Judge
    tier: Tier


JUDGEMENTS: dict[str, Rule] = {
    "duplicate-id": Rule(names.duplicate_id, "always"),
    "unknown-actor": Rule(names.unknown_actor, "always"),
    "ambiguous-actor": Rule(names.ambiguous_actor, "always"),
    "duplicate-actor": Rule(names.duplicate_actor, "always"),
    "unknown-link": Rule(names.unknown_link, "always"),
    "unknown-see": Rule(names.unknown_see, "always"),
    "unknown-support": Rule(fields.unknown_support, "always"),
    "unknown-source": Rule(quotes.unknown_source, "always"),
    "self-membership": Rule(actors.self_membership, "always"),
    "overlapping-membership": Rule(actors.overlapping_membership, "always"),
    "unknown-member": Rule(actors.unknown_member, "always"),
    "shared-name": Rule(actors.shared_name, "always"),
    "quote-not-found": Rule(quotes.quote_not_found, "always"),
    "quote-ambiguous": Rule(quotes.quote_ambiguous, "always"),
    "quote-cut-by-yaml": Rule(quotes.quote_cut_by_yaml, "always"),
    "source-missing": Rule(texts.source_missing, "always"),
    "source-changed": Rule(texts.source_changed, "always"),
    "source-unhashed": Rule(texts.source_unhashed, "always"),
    "source-unrecorded": Rule(texts.source_unrecorded, "always"),
    "unsupported-field": Rule(fields.unsupported_field, "default"),
    "date-contradicted": Rule(times.date_contradicted, "default"),
    "status-not-proved": Rule(times.status_not_proved, "default"),
    "planned-in-the-past": Rule(times.planned_in_the_past, "default"),
    "status-contradicted": Rule(times.status_contradicted, "default"),
    "role-contradicted": Rule(roles.role_contradicted, "default"),
    "quote-too-short": Rule(saying.quote_too_short, "default"),
    "quote-does-not-say": Rule(saying.quote_does_not_say, "default"),
    "unsupported-prose": Rule(prose.unsupported_prose, "default"),
    "unused-source": Rule(texts.unused_source, "strict"),
}
