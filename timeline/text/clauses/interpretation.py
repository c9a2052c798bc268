"""From the segments of a sentence to their readings."""

from timeline.text.clauses.clause import Mood, Stance, Tense
from timeline.text.clauses.dependent import dependent_timing
from timeline.text.clauses.finite import finite_mood, finite_timing
from timeline.text.clauses.reading import Context, Reading
from timeline.text.clauses.relations import governor, main_clause
from timeline.text.clauses.segments import Segment
from timeline.text.clauses.stance import read_stance
from timeline.text.clauses.tokens import Token
from timeline.text.clauses.verb_classes import ATTEMPTING, COMMITTING, PLANNING
from timeline.text.clauses.verb_group import NONFINITE, Form, Group


def readings(tokens: list[Token], segments: list[Segment]) -> list[Reading]:
    """The reading of each segment: finite clauses first, then what depends on them, then what has no verb."""
    context = Context(tokens, segments, [Reading()] * len(segments))
    groups = [(index, segment.group) for index, segment in enumerate(segments)]
    for index, group in groups:
        if group and group.form not in NONFINITE:
            context.readings[index] = _finite(context, index, group)
    for index, group in groups:
        if group and group.form in NONFINITE:
            context.readings[index] = _dependent(context, index, group)
    for index, group in groups:
        if group is None:
            context.readings[index] = main_clause(context, index)
    return context.readings


def _finite(context: Context, index: int, group: Group) -> Reading:
    parent = governor(context, index) if index else Reading()
    timing = finite_timing(context, index, group, parent)
    stance, cues = read_stance(context, index, group, parent)
    shown = tuple(sorted({*range(group.first, group.last + 1), *cues}))
    return Reading(timing.tense, finite_mood(context, index, group), stance, timing.seen_from, shown, group)


def _dependent(context: Context, index: int, group: Group) -> Reading:
    parent = governor(context, index)
    timing = dependent_timing(context, index, group, parent)
    stance, cues = read_stance(context, index, group, parent)
    ahead = timing.tense is Tense.FUTURE or timing.pending
    if stance is Stance.ASSERTED and (ahead or _is_wanted(group, parent)):
        stance = Stance.PLANNED
    governing = () if parent.group is None else range(parent.group.first, parent.group.last + 1)
    shown = tuple(sorted({*range(group.first, group.last + 1), *cues, *governing}))
    return Reading(timing.tense, Mood.UNKNOWN, stance, timing.seen_from, shown, group, timing.pending)


def _is_wanted(group: Group, parent: Reading) -> bool:
    """Whether an infinitive is only wanted or tried: `tried to seize power`."""
    if group.form is not Form.INFINITIVE or parent.group is None:
        return False
    return parent.group.lemma in PLANNING | COMMITTING | ATTEMPTING
