"""The table of rules: what is judged of a linked timeline, one family a file.

A rule is a function from the timeline to its problems; its name is its key here. A new rule is one
function, one line here, and one example in `tests/problems/`.
"""

from collections.abc import Callable, Iterator

from timeline.checks import actors, fields, names, quotes, texts
from timeline.linking import Timeline
from timeline.problems import Problem

Rule = Callable[[Timeline], Iterator[Problem]]

RULES: dict[str, Rule] = {
    "duplicate-id": names.duplicate_id,
    "unknown-actor": names.unknown_actor,
    "ambiguous-actor": names.ambiguous_actor,
    "duplicate-actor": names.duplicate_actor,
    "unknown-link": names.unknown_link,
    "unknown-see": names.unknown_see,
    "self-membership": actors.self_membership,
    "overlapping-membership": actors.overlapping_membership,
    "unknown-member": actors.unknown_member,
    "shared-name": actors.shared_name,
    "unsupported-field": fields.unsupported_field,
    "unknown-support": fields.unknown_support,
    "unknown-source": quotes.unknown_source,
    "quote-not-found": quotes.quote_not_found,
    "quote-ambiguous": quotes.quote_ambiguous,
    "quote-cut-by-yaml": quotes.quote_cut_by_yaml,
    "source-missing": texts.source_missing,
    "source-changed": texts.source_changed,
    "source-unhashed": texts.source_unhashed,
    "source-unrecorded": texts.source_unrecorded,
}


def check(timeline: Timeline) -> list[Problem]:
    """All that is wrong with a dataset, in the order of its files: what its readers found, and every rule."""
    found = set(timeline.material.problems)
    for rule in RULES.values():
        found.update(rule(timeline))
    return sorted(found)
