"""How the segments of a sentence depend on each other: what governs one, and who reports it."""

from timeline.text.clauses.clause import Tense
from timeline.text.clauses.reading import PAST_FORMS, Context, Reading
from timeline.text.clauses.segments import is_subordinate
from timeline.text.clauses.tokens import COORDINATORS, RELATIVES, at
from timeline.text.clauses.verb_classes import REPORTING
from timeline.text.clauses.verb_group import NONFINITE, Form, Group

_LONGEST_SPEAKER = 12
"""Tokens from a comma to the reporting verb behind it: `..., a spokesman for the ministry said`."""
_COMPLEMENTS = frozenset({"", "that", "whether", "when", "how"})


def governor(context: Context, index: int) -> Reading:
    """The reading that a segment depends on: that before it, else the next finite one."""
    group = context.segments[index].group
    start = index - 1
    if group and group.form not in NONFINITE and context.segments[index].link is None:
        start = _before_insertion(context, index)
    for earlier in range(start, -1, -1):
        if context.readings[earlier].group:
            return context.readings[earlier]
        if index - earlier > 3:
            break
    if group and group.form not in NONFINITE:
        return Reading()
    return main_clause(context, index)


def main_clause(context: Context, index: int) -> Reading:
    """The next finite clause behind a segment that is not subordinate."""
    for later in range(index + 1, min(index + 8, len(context.segments))):
        group = context.segments[later].group
        if (
            group
            and group.form not in NONFINITE
            and not is_subordinate(context.tokens, context.segments[later])
        ):
            return context.readings[later]
    return Reading()


def _before_insertion(context: Context, index: int) -> int:
    """The segment that a clause continues past an insertion: `said the pact, signed today, would`."""
    before = index - 1
    if before > 0 and context.tokens[context.segments[index].first - 1].text == ",":
        group = context.segments[before].group
        if group and (group.form in NONFINITE or is_subordinate(context.tokens, context.segments[before])):
            return before - 1
    return before


def is_reported(context: Context, index: int, parent: Reading) -> bool:
    """Whether a clause is what a reporting verb in the past tense says: `said it would hold`."""
    group = parent.group
    if group and group.form is Form.WOULD and context.link(index) in COORDINATORS:
        return parent.tense is Tense.FUTURE
    if group and reports(group) and group.form in PAST_FORMS | {Form.GERUND}:
        return context.link(index) in _COMPLEMENTS
    return attribution(context, index) is not None


def reports(group: Group) -> bool:
    return group.lemma in REPORTING


def attribution(context: Context, index: int) -> Group | None:
    """The verb behind a clause that says who said it: `..., officials said`."""
    if index + 1 >= len(context.segments):
        return None
    following = context.segments[index + 1]
    group = following.group
    if group is None or not reports(group) or group.form not in (Form.PAST, Form.PRESENT):
        return None
    if following.link is not None or group.last - following.first >= _LONGEST_SPEAKER:
        return None
    ends = (
        at(context.tokens, following.first - 1).text in (",", '"')
        or context.tokens[following.first].text == '"'
    )
    return group if ends else None


def is_relative(context: Context, index: int) -> bool:
    return context.link(index) in RELATIVES
