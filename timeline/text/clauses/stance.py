"""The stance of a clause: whether it asserts, denies, asks, supposes, reports or plans what it says."""

from timeline.text.clauses.clause import Stance
from timeline.text.clauses.reading import Context, Reading
from timeline.text.clauses.relations import attribution, is_reported, reports
from timeline.text.clauses.tokens import PREPOSITIONS, at
from timeline.text.clauses.verb_classes import (
    ACCUSING,
    DENYING,
    HEARSAY,
    HEARSAY_ADVERBS,
    PREVENTING,
    REFUSING,
    REPORT_NOUNS,
)
from timeline.text.clauses.verb_group import NONFINITE, Form, Group

_NOTHING = frozenset({"no", "none", "neither", "nobody", "nothing", "without"})
_NO_DENIAL = frozenset({"fewer", "less", "more", "later", "sooner", "longer", "doubt", "wonder", "matter"})
"""After `no` they deny nothing: `no fewer than 12`."""
_ONLY = frozenset({"only", "just", "merely", "simply", "least"})
_CONDITIONS = frozenset({"if", "unless", "lest"})
_ASKING = frozenset({"ask", "wonder", "know", "see", "say", "doubt"})
_PLANS = frozenset(
    {Form.WILL, Form.PLAN, Form.PAST_PLAN, Form.MUST, Form.REDUCED_PLAN, Form.IMPERATIVE, Form.SUBJUNCTIVE}
)


def read_stance(
    context: Context, index: int, group: Group, parent: Reading
) -> tuple[Stance, tuple[int, ...]]:
    """The stance of a segment, and the tokens that show it."""
    rules = (
        (Stance.DENIED, _denial(context, index, group, parent)),
        (Stance.ASKED, _question(context, index, parent)),
        (Stance.HYPOTHETICAL, _hypothesis(context, index, group, parent)),
        (Stance.REPORTED, _report(context, index, group, parent)),
        (Stance.PLANNED, (group.first,) if group.form in _PLANS else ()),
    )
    return next(((stance, cues) for stance, cues in rules if cues), (Stance.ASSERTED, ()))


def _whole(group: Group) -> tuple[int, ...]:
    return tuple(range(group.first, group.last + 1))


def _denial(context: Context, index: int, group: Group, parent: Reading) -> tuple[int, ...]:
    if group.negator is not None and at(context.tokens, group.negator + 1).text not in _ONLY:
        return (group.negator,)
    if group.lemma in REFUSING and at(context.tokens, group.last + 1).text == "to":
        return _whole(group)
    part = context.segments[index]
    for place in (*range(part.first, min(part.first + 3, group.first)), group.last + 1):
        if _is_nothing(context, place, group):
            return (place,)
    if index and parent.group and _is_denied(context, index, group, parent.group):
        return _whole(parent.group)
    before = part.first - 1
    if at(context.tokens, before - 1).text == "no" and context.link(index) == "that":
        return (before - 1, before)
    return ()


def _is_nothing(context: Context, place: int, group: Group) -> bool:
    """Whether a word denies its clause: `no country signed`, `signed no treaty`, `without signing`."""
    text = at(context.tokens, place).text
    if text == "without":
        return group.form is Form.GERUND and place < group.first
    adverbial = at(context.tokens, place - 1).text in PREPOSITIONS
    return text in _NOTHING and not adverbial and at(context.tokens, place + 1).text not in _NO_DENIAL


def _is_denied(context: Context, index: int, group: Group, governing: Group) -> bool:
    """Whether the clause above denies this one: `denied that`, `refused to`, `was prevented from`."""
    if context.link(index) not in ("that", "") or not _is_complement(context, index):
        return False
    if governing.negator is not None:
        return False
    if governing.lemma in DENYING:
        return True
    if group.form is Form.GERUND:
        return governing.lemma in PREVENTING
    return group.form is Form.INFINITIVE and governing.lemma in REFUSING


def _is_complement(context: Context, index: int) -> bool:
    """Whether a segment follows its governor without a mark in between."""
    first = context.segments[index].first
    return at(context.tokens, first - 1).text not in (",", ";", ":") and context.tokens[first].text not in (
        ",",
        '"',
    )


def _question(context: Context, index: int, parent: Reading) -> tuple[int, ...]:
    part = context.segments[index]
    if at(context.tokens, part.end - 1).text == "?":
        return (part.end - 1,)
    asked = bool(index and parent.group and parent.group.lemma in _ASKING)
    if part.link is not None and (
        context.link(index) == "whether" or (asked and context.link(index) == "if")
    ):
        return (part.link,)
    return ()


def _hypothesis(context: Context, index: int, group: Group, parent: Reading) -> tuple[int, ...]:
    link = context.segments[index].link
    if link is not None and context.link(index) in _CONDITIONS:
        return (link,)
    for place in range(group.first, group.last):
        if context.tokens[place].text == "unlikely":
            return (place,)
    if group.form in (Form.MAY, Form.CAN):
        return (group.first,)
    if group.form is Form.WOULD and not is_reported(context, index, parent):
        return (group.first,)
    return ()


def _tells(group: Group) -> bool:
    return reports(group) or group.lemma in DENYING


def _is_hearsay(group: Group, governing: Group) -> bool:
    """Whether a verb that is not finite depends on an accusation or a rumour: `is said to be dying`."""
    if group.form is Form.INFINITIVE:
        return governing.passive and governing.lemma in HEARSAY
    return group.form is Form.GERUND and governing.lemma in ACCUSING


def _report(context: Context, index: int, group: Group, parent: Reading) -> tuple[int, ...]:
    part = context.segments[index]
    for place in range(part.first, part.end):
        text = context.tokens[place].text
        if text in HEARSAY_ADVERBS:
            return (place,)
        if text == "according" and at(context.tokens, place + 1).text == "to":
            return (place, place + 1)
    if group.form is Form.HEARSAY_PAST:
        return _whole(group)
    before = part.first - 1
    if context.link(index) == "that" and at(context.tokens, before).text in REPORT_NOUNS:
        return (before,)
    governing = parent.group
    if governing and _is_hearsay(group, governing):
        return _whole(governing)
    speaker = attribution(context, index)
    if speaker:
        return _whole(speaker)
    if index and group.form not in NONFINITE and parent.group and _tells(parent.group):
        return _whole(parent.group) if context.link(index) in ("that", "") else ()
    return ()
