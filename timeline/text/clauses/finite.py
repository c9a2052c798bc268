"""The tense and mood of a clause with a finite verb."""

from timeline.text.clauses.clause import Mood, Tense
from timeline.text.clauses.reading import PAST_FORMS, Context, Reading, Timing
from timeline.text.clauses.relations import is_reported
from timeline.text.clauses.tokens import COORDINATORS, at, is_date_word
from timeline.text.clauses.verb_classes import COMMITTING, EXPLAINED, REPORTING, SCHEDULED, STATIVE, SUPPOSING
from timeline.text.clauses.verb_group import NONFINITE, Certainty, Form, Group

_FUTURE_FORMS = frozenset({Form.WILL, Form.MAY, Form.MUST, Form.PLAN})
_CONDITIONS = frozenset({"if", "unless", "lest", "provided"})
_TIMES = frozenset({"when", "until", "till", "before", "after", "once", "as", "while", "whenever"})
_MOMENTS = frozenset({"when", "until", "till", "before", "after", "once"})
_SUPPOSING = frozenset({Form.WOULD, Form.MAY, Form.CAN})


def finite_timing(context: Context, index: int, group: Group, parent: Reading) -> Timing:
    """The tense of a finite clause. A present tense after `when` or `if` has the time of its main clause."""
    link = context.link(index)
    if link in _TIMES | _CONDITIONS and group.form in (Form.PRESENT, Form.UNCHANGED):
        ahead = _beside_future(context, index) or (link in _MOMENTS and _hangs_on_other(group, parent))
        return Timing(Tense.FUTURE if ahead else Tense.UNKNOWN)
    if link in _CONDITIONS and group.form is Form.PAST:
        return Timing(Tense.UNKNOWN)
    if group.form in PAST_FORMS:
        return _past(context, index, group, parent)
    if group.form is Form.SUBJUNCTIVE:
        return _demanded(parent)
    return _other(group, is_reported(context, index, parent))


def finite_mood(context: Context, index: int, group: Group) -> Mood:
    if at(context.tokens, context.segments[index].end - 1).text == "?" or context.link(index) == "whether":
        return Mood.QUESTION
    if group.form is Form.IMPERATIVE:
        return Mood.IMPERATIVE
    if context.link(index) in _CONDITIONS or group.form in _SUPPOSING:
        return Mood.CONDITIONAL
    return Mood.INDICATIVE


def _beside_future(context: Context, index: int) -> bool:
    for other in (index - 1, index + 1):
        if 0 <= other < len(context.segments):
            group = context.segments[other].group
            if group is not None and group.form in _FUTURE_FORMS:
                return True
    return False


def _hangs_on_other(group: Group, parent: Reading) -> bool:
    """Whether a present tense depends on another verb: `was elected to lead it when he retires in May`."""
    if group.form is not Form.PRESENT or group.lemma in STATIVE or parent.group is None:
        return False
    return parent.tense is Tense.PAST or parent.group.form is Form.PROGRESSIVE


def _demanded(parent: Reading) -> Timing:
    """`demanded that elections be held on 3 May` lies ahead of the demand."""
    if parent.group is None or parent.group.lemma not in COMMITTING | REPORTING:
        return Timing(Tense.UNKNOWN)
    return Timing(Tense.FUTURE, Tense.PAST if parent.tense is Tense.PAST else Tense.PRESENT)


def _other(group: Group, reported: bool) -> Timing:
    """The tense of a form that is no past tense; `would` is a future only where it reports `will`."""
    form = group.form
    if form in (Form.WILL, Form.PLAN):
        return Timing(Tense.FUTURE)
    if form is Form.WOULD:
        return Timing(Tense.FUTURE if reported and not group.perfect else Tense.UNKNOWN, Tense.PAST)
    if form in (Form.MAY, Form.MUST):
        if group.perfect:
            return Timing(Tense.PAST if form is Form.MAY else Tense.UNKNOWN)
        if form is Form.MAY and group.lemma in (EXPLAINED if group.passive else SUPPOSING):
            return Timing(Tense.UNKNOWN)
        return Timing(Tense.FUTURE, Tense.PAST if reported else Tense.PRESENT)
    if form is Form.PROGRESSIVE or (form is Form.PRESENT and (group.lemma in STATIVE or group.passive)):
        return Timing(Tense.PRESENT)
    return Timing(Tense.UNKNOWN)


def _past(context: Context, index: int, group: Group, parent: Reading) -> Timing:
    """A past tense, unless the word is a participle: `will be signed and ratified`, `Vote set for Friday`."""
    if group.first == group.last and group.certainty is Certainty.PARTICIPLE:
        timing = _shared(context, index, group, parent)
        if timing:
            return timing
        if group.lemma in SCHEDULED and _leads_to_date(context, group.last + 1):
            return Timing(Tense.FUTURE)
    return Timing(Tense.PAST, Tense.PAST if group.form is Form.PAST_PERFECT else Tense.PRESENT)


def _leads_to_date(context: Context, index: int) -> bool:
    preposition, date = at(context.tokens, index), at(context.tokens, index + 1)
    return preposition.text in ("for", "on") and is_date_word(date)


def _shared(context: Context, index: int, group: Group, parent: Reading) -> Timing | None:
    """The tense of a participle that may share the auxiliary of the one before it.

    `will be signed and ratified` does; `shall be lifted and the port reopened` may be a past tense as well.
    """
    before = at(context.tokens, group.first - 1).text
    governing = parent.group
    compound = governing is not None and (governing.passive or governing.perfect)
    if governing and compound and before in COORDINATORS and governing.form not in PAST_FORMS | NONFINITE:
        return Timing(parent.tense, parent.seen_from)
    if parent.tense is not Tense.FUTURE or governing is None:
        return None
    listed = before in COORDINATORS | {","} and group.lemma not in REPORTING
    joined = governing.passive and context.link(index) in COORDINATORS
    return Timing(Tense.UNKNOWN) if listed or joined else None
