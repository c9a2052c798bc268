"""Rules about `accept:`, by which a curator silences a judgement for one event, with a written reason."""

from collections.abc import Iterator

from timeline.checks.forms import FORMS
from timeline.checks.guessing import Guesses
from timeline.checks.places import entry_place
from timeline.checks.rules import JUDGEMENTS, Rule
from timeline.linking import Timeline
from timeline.problems import Problem


def unknown_rule(timeline: Timeline) -> Iterator[Problem]:
    """`accept:` names a rule that does not exist, or one that cannot be silenced.

    Example: `accept: {quote-not-found: the page is gone}`
    Mend: only judgements can be accepted, such as unsupported-prose; all else is mended in the record.
    """
    guesses = Guesses(lambda: RULES)
    for linked in timeline.events:
        for name in linked.record.accept:
            where = entry_place(linked.event, "accept", name)
            if name in FORMS or (name in RULES and RULES[name].tier == "always"):
                hint = "mend what it found; only judgements can be accepted"
                message = f'the rule "{name}" cannot be silenced'
                yield Problem(where, "unknown-rule", message, hint, event=linked.record.id)
            elif name not in RULES:
                hint = guesses.near(name) or "timeline explain lists the rules"
                message = f'there is no rule "{name}"'
                yield Problem(where, "unknown-rule", message, hint, event=linked.record.id)


def unused_accept(timeline: Timeline) -> Iterator[Problem]:
    """`accept:` silences a rule that finds nothing in its event (any more).

    Example: `accept: {unsupported-prose: ...}` in an event whose prose is proved
    Mend: take the line out.
    """
    for linked in timeline.events:
        for name in linked.record.accept:
            rule = JUDGEMENTS.get(name)
            if rule is None or rule.tier != "default":
                continue
            alone = timeline._replace(events=(linked,))
            if not any(problem.event == linked.record.id for problem in rule.judge(alone)):
                where = entry_place(linked.event, "accept", name)
                message = f'the rule "{name}" finds nothing here'
                yield Problem(where, "unused-accept", message, "take this line out", event=linked.record.id)


RULES: dict[str, Rule] = {
    **JUDGEMENTS,
    "unknown-rule": Rule(unknown_rule, "always"),
    "unused-accept": Rule(unused_accept, "strict"),
}
"""The whole table."""
