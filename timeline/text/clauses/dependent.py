"""The tense of infinitives, gerunds and participles: it follows from what they depend on."""

from timeline.text.clauses.clause import Tense
from timeline.text.clauses.reading import Context, Reading, Timing
from timeline.text.clauses.relations import attribution
from timeline.text.clauses.segments import Segment
from timeline.text.clauses.tokens import AMBIGUOUS, DETERMINERS, RELATIVES, Token, at, is_date_word
from timeline.text.clauses.verb_classes import (
    BACKWARD,
    COMMITTING,
    DONE,
    MEETING,
    MOVING,
    NO_HEADLINE,
    PLAN_NOUNS,
    PLANNING,
    REPORTING,
    SCHEDULED,
    STARTING,
)
from timeline.text.clauses.verb_forms import UNCHANGED
from timeline.text.clauses.verb_group import Form, Group

_UNKNOWN = Timing(Tense.UNKNOWN)
_ALONGSIDE = frozenset({",", "after", "while", "when", "by", "since", "until"})
_GROUNDS = frozenset({"of", "for", "after", "with", "over"})


def dependent_timing(context: Context, index: int, group: Group, parent: Reading) -> Timing:
    """The tense of a segment whose verb is not finite."""
    part = context.segments[index]
    if group.form is Form.INFINITIVE:
        return _infinitive(context, index, group, parent)
    if group.form is Form.REDUCED_PLAN:
        return _reduced_plan(parent)
    if group.form is Form.GERUND:
        return _gerund(context.tokens, part, group, parent)
    return _participle(context.tokens, group, parent)


def _reduced_plan(parent: Reading) -> Timing:
    """`due to meet` lies ahead, unless a clause in the past tense tells of it."""
    if parent.tense is Tense.PAST and parent.group and parent.group.form is not Form.PERFECT:
        return Timing(Tense.UNKNOWN, Tense.PAST)
    return Timing(Tense.FUTURE)


def _is_headline(context: Context, index: int, group: Group) -> bool:
    """Whether an infinitive is the verb of a headline: `Biden and Xi to meet on Wednesday`."""
    before = at(context.tokens, group.first - 1)
    if index > 1 or (index == 1 and context.segments[0].group):
        return False
    if index + 1 < len(context.segments) and not attribution(context, index):
        return False
    plural = before.text.endswith("s") and before.text not in NO_HEADLINE
    return before.text.isalpha() and (before.capital or plural) and before.text not in PLAN_NOUNS


def _infinitive(context: Context, index: int, group: Group, parent: Reading) -> Timing:
    tokens, part = context.tokens, context.segments[index]
    governing = parent.group
    if _is_headline(context, index, group):
        return Timing(Tense.FUTURE)
    if governing is None or group.perfect:
        return _UNKNOWN
    if parent.tense is Tense.FUTURE:
        return Timing(Tense.FUTURE, parent.seen_from)
    planned = at(tokens, group.first - 1).text in PLAN_NOUNS or governing.lemma in COMMITTING
    if governing.form in (Form.PRESENT, Form.PROGRESSIVE):
        moving = governing.lemma in MOVING and governing.form is Form.PROGRESSIVE
        ahead = planned or moving or governing.lemma in PLANNING or governing.lemma == "be"
        return Timing(Tense.FUTURE) if ahead else _UNKNOWN
    if planned:
        return _committed(tokens, part, group, parent)
    done = governing.lemma in DONE | MOVING or at(tokens, group.first - 1).text == "able"
    first = governing.lemma in ("be", "become") and _is_first(tokens, group)
    if parent.tense is Tense.PAST and (done or first):
        return Timing(Tense.PAST)
    return _UNKNOWN


def _is_first(tokens: list[Token], group: Group) -> bool:
    """`the first country to sign`."""
    before = tokens[max(0, group.first - 4) : group.first]
    return any(token.text in ("first", "second", "third", "last", "latest", "only") for token in before)


def _committed(tokens: list[Token], part: Segment, group: Group, parent: Reading) -> Timing:
    """`agreed to meet on Monday` lies ahead; in `agreed to end the war on Monday` it may be the agreement."""
    governing = parent.group
    if governing is None or governing.form is Form.PAST_PERFECT or parent.tense is not Tense.PAST:
        return Timing(Tense.UNKNOWN, Tense.PAST, pending=True)
    if governing.form is Form.PERFECT:
        return Timing(Tense.FUTURE)
    dated = any(is_date_word(token) for token in tokens[governing.last + 1 : part.first])
    if dated or group.lemma in MEETING:
        return Timing(Tense.FUTURE, Tense.PAST)
    return Timing(Tense.UNKNOWN, Tense.PAST, pending=True)


def _gerund(tokens: list[Token], part: Segment, group: Group, parent: Reading) -> Timing:
    before = tokens[part.first].text if part.first < group.first else at(tokens, group.first - 1).text
    before = before or ","  # at the head of a sentence, as between commas
    lemma = parent.group.lemma if parent.group else ""
    if group.perfect:
        return Timing(Tense.PAST)
    if parent.tense is Tense.FUTURE:
        ahead = group.lemma in STARTING or before == "before"
        return Timing(Tense.FUTURE if ahead else Tense.UNKNOWN, parent.seen_from)
    if group.lemma in STARTING and before not in ("after", "since"):
        return _UNKNOWN
    if lemma in BACKWARD and before in _GROUNDS:
        return Timing(Tense.PAST)
    if parent.tense is Tense.PAST and (before in _ALONGSIDE or lemma in DONE):
        return Timing(Tense.PAST, parent.seen_from)
    return _UNKNOWN


def _participle(tokens: list[Token], group: Group, parent: Reading) -> Timing:
    """`a summit scheduled for July 9` lies ahead, `the pact signed on Friday` behind."""
    following = at(tokens, group.last + 1).text
    if at(tokens, group.first - 1).text == "as":
        return Timing(parent.tense, parent.seen_from)
    if group.lemma in SCHEDULED and following in ("for", "on", "to", "in"):
        return _scheduled(parent)
    if following in ("to", "until", "till"):
        return _UNKNOWN
    if group.lemma in UNCHANGED or (parent.tense is Tense.FUTURE and not _is_definite(tokens, group.first)):
        return _UNKNOWN
    return Timing(Tense.PAST)


def _scheduled(parent: Reading) -> Timing:
    """`missed the talks scheduled for Monday` may be told after that Monday, `cancelled them` may not."""
    if parent.tense is not Tense.PAST:
        return Timing(Tense.FUTURE, parent.seen_from)
    announced = parent.group is not None and parent.group.lemma in REPORTING | COMMITTING | {
        "cancel",
        "postpone",
    }
    return Timing(Tense.FUTURE if announced else Tense.UNKNOWN, Tense.PAST, pending=True)


def _is_definite(tokens: list[Token], index: int) -> bool:
    """Whether a noun with an article or pronoun is in front: `the pact signed`, not `ballots cast`."""
    for place in range(index - 1, max(-1, index - 6), -1):
        if tokens[place].text in DETERMINERS | {"'s"}:
            return True
        if tokens[place].text in RELATIVES | AMBIGUOUS | {","}:
            return False
    return False
