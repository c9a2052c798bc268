"""Tense, mood and stance: the values, and how a verb group's form and its place in the sentence give them."""

from enum import Enum
from typing import NamedTuple

from timeline.text.segments import Segment, is_subordinate
from timeline.text.tokens import (
    AMBIGUOUS,
    COORDINATORS,
    DETERMINERS,
    RELATIVES,
    Token,
    is_date_word,
)
from timeline.text.verb_classes import (
    BACKWARD,
    COMMITTING,
    DENYING,
    DONE,
    HEARSAY_ADVERBS,
    MEETING,
    MOVING,
    PLAN_NOUNS,
    PLANNING,
    REFUSING,
    REPORTING,
    STARTING,
    STATIVE,
)
from timeline.text.verb_groups import NONFINITE, Form, Group, at


class Tense(Enum):
    """When what a clause tells happens. Without a sure sign it is unknown; it is never guessed."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    """Also what is planned or expected: `is to meet`, `agreed to meet`, `a summit scheduled for July 9`."""
    UNKNOWN = "unknown"


class Mood(Enum):
    """Whether a clause tells, supposes, asks or orders; unknown where it has no finite verb."""

    INDICATIVE = "indicative"
    CONDITIONAL = "conditional"
    IMPERATIVE = "imperative"
    QUESTION = "question"
    UNKNOWN = "unknown"


class Stance(Enum):
    """What a clause does with what it says. Where several apply the first of this order counts."""

    DENIED = "denied"
    ASKED = "asked"
    HYPOTHETICAL = "hypothetical"
    REPORTED = "reported"
    PLANNED = "planned"
    ASSERTED = "asserted"


class Reading(NamedTuple):
    """The reading of one segment; `seen_from` is the time that its tense counts from."""

    tense: Tense
    mood: Mood
    stance: Stance
    seen_from: Tense = Tense.PRESENT
    cues: tuple[int, ...] = ()
    group: Group | None = None
    pending: bool = False
    """Whether a preposition in front of the date may show that an infinitive lies ahead (`to leave by Friday`)."""


NOTHING = Reading(Tense.UNKNOWN, Mood.UNKNOWN, Stance.ASSERTED)
_FUTURE_FORMS = frozenset({Form.WILL, Form.MAY, Form.MUST, Form.PLAN})
_PAST_FORMS = frozenset({Form.PAST, Form.PERFECT, Form.PAST_PERFECT, Form.HEARSAY_PAST})
_TIME_LINKS = frozenset("when until till before after once as while whenever".split())  # noqa: SIM905
_PLANNED_LEMMAS = frozenset("schedule plan expect due slate set book time".split())  # noqa: SIM905


def readings(tokens: list[Token], parts: list[Segment]) -> list[Reading]:
    """The reading of each segment, in order."""
    result: list[Reading] = [NOTHING] * len(parts)
    for index, part in enumerate(parts):
        if part.group and part.group.form not in NONFINITE:
            result[index] = _finite(tokens, parts, result, index)
    for index, part in enumerate(parts):
        if part.group and part.group.form in NONFINITE:
            result[index] = _nonfinite(tokens, parts, result, index)
    for index, part in enumerate(parts):
        if not part.group:
            result[index] = _adopted(tokens, parts, result, index)
    return result


def _adopted(tokens: list[Token], parts: list[Segment], result: list[Reading], index: int) -> Reading:
    """A stretch without a verb belongs to the next finite clause that is not subordinate."""
    for later in range(index + 1, len(parts)):
        group = parts[later].group
        if group and group.form not in NONFINITE and not is_subordinate(tokens, parts[later]):
            return result[later]
    return NOTHING


def _parent(parts: list[Segment], result: list[Reading], index: int) -> Reading:
    """The reading that a dependent segment counts from: that before it, else the next finite one."""
    for earlier in range(index - 1, -1, -1):
        if result[earlier].group:
            return result[earlier]
    for later in range(index + 1, len(parts)):
        group = parts[later].group
        if group and group.form not in NONFINITE:
            return result[later]
    return NOTHING


def _finite(tokens: list[Token], parts: list[Segment], result: list[Reading], index: int) -> Reading:
    group = parts[index].group
    assert group is not None
    parent = _parent(parts, result, index) if index else NOTHING
    link = _link_text(tokens, parts[index])
    reported = _is_reported(tokens, parts, index, parent)
    tense, seen_from = _tense(tokens, group, parent, reported)
    if link in _TIME_LINKS | {"if", "unless"} and group.form in (Form.PRESENT, Form.UNCHANGED):
        tense = Tense.FUTURE if _main_is_future(parts, index) else Tense.UNKNOWN
    mood = _mood(tokens, parts[index], link)
    stance, cues = _stance(tokens, parts, index, parent)
    cues = tuple(sorted({*range(group.first, group.last + 1), *cues}))
    return Reading(tense, mood, stance, seen_from, cues, group)


def _link_text(tokens: list[Token], part: Segment) -> str:
    return tokens[part.link].text if part.link is not None else ""


def _main_is_future(parts: list[Segment], index: int) -> bool:
    around = [parts[other].group for other in (index - 1, index + 1) if 0 <= other < len(parts)]
    return any(group is not None and group.form in _FUTURE_FORMS for group in around)


def _is_reported(tokens: list[Token], parts: list[Segment], index: int, parent: Reading) -> bool:
    """Whether a clause is what a reporting verb in the past tense says: `said it would hold`."""
    group = parent.group
    link = _link_text(tokens, parts[index])
    if group and group.lemma in REPORTING and group.form in _PAST_FORMS | {Form.GERUND}:
        if link in ("", "that", "whether", "when", "how"):
            return True
    if link in COORDINATORS and group and group.form is Form.WOULD and parent.tense is Tense.FUTURE:
        return True
    return _attribution(tokens, parts, index) is not None


def _attribution(tokens: list[Token], parts: list[Segment], index: int) -> int | None:
    """The segment that says behind a comma who said it: `..., officials said`."""
    if index + 1 >= len(parts):
        return None
    following = parts[index + 1]
    group = following.group
    if (
        group
        and group.lemma in REPORTING
        and group.form in (Form.PAST, Form.PRESENT)
        and following.link is None
    ):
        ends = tokens[following.first - 1].text in (",", '"') or tokens[following.first].text == '"'
        return index + 1 if ends and group.last - following.first < 12 else None
    return None


def _tense(tokens: list[Token], group: Group, parent: Reading, reported: bool) -> tuple[Tense, Tense]:
    """Tense and the time it is seen from."""
    form = group.form
    back = Tense.PAST if reported else Tense.PRESENT
    if form in (Form.WILL, Form.PLAN):
        return Tense.FUTURE, Tense.PRESENT
    if form is Form.WOULD:
        return (Tense.FUTURE if reported and not group.perfect else Tense.UNKNOWN), Tense.PAST
    if form in (Form.MAY, Form.MUST):
        if group.perfect:
            return (Tense.PAST if form is Form.MAY else Tense.UNKNOWN), Tense.PRESENT
        return Tense.FUTURE, back
    if form in _PAST_FORMS:
        return _past_or_planned(tokens, group, parent)
    if form is Form.PROGRESSIVE or (form is Form.PRESENT and (group.lemma in STATIVE or group.passive)):
        return Tense.PRESENT, Tense.PRESENT
    return Tense.UNKNOWN, Tense.PRESENT


def _past_or_planned(tokens: list[Token], group: Group, parent: Reading) -> tuple[Tense, Tense]:
    """A past tense, except where it coordinates with a plan, or announces one: `Vote planned for Friday`."""
    seen_from = Tense.PAST if group.form is Form.PAST_PERFECT else Tense.PRESENT
    single = group.first == group.last
    if single and parent.group and _coordinates(tokens, group, parent.group):
        return parent.tense, parent.seen_from
    if single and group.certainty.name == "PARTICIPLE" and group.lemma in _PLANNED_LEMMAS:
        if at(tokens, group.last + 1).text in ("for", "on") and is_date_word(at(tokens, group.last + 2)):
            return Tense.FUTURE, Tense.PRESENT
    return Tense.PAST, seen_from


def _coordinates(tokens: list[Token], group: Group, parent: Group) -> bool:
    """`will be signed and ratified`: the second participle has the tense of the first."""
    before = at(tokens, group.first - 1).text
    if before not in COORDINATORS | {","}:
        return False
    return (
        (parent.passive or parent.perfect)
        and parent.form not in _PAST_FORMS
        and group.certainty.name != "SURE"
    )


def _mood(tokens: list[Token], part: Segment, link: str) -> Mood:
    group = part.group
    assert group is not None
    if at(tokens, part.end - 1).text == "?":
        return Mood.QUESTION
    if link in ("if", "unless") or group.form in (Form.WOULD, Form.MAY, Form.CAN):
        return Mood.CONDITIONAL
    return Mood.QUESTION if link == "whether" else Mood.INDICATIVE


def _stance(
    tokens: list[Token], parts: list[Segment], index: int, parent: Reading
) -> tuple[Stance, tuple[int, ...]]:
    """The stance of a segment with the tokens that show it."""
    for stance, find in (
        (Stance.DENIED, _denial), (Stance.ASKED, _question), (Stance.HYPOTHETICAL, _hypothesis),
        (Stance.REPORTED, _report), (Stance.PLANNED, _plan),
    ):  # fmt: skip
        cues = find(tokens, parts, index, parent)
        if cues:
            return stance, cues
    return Stance.ASSERTED, ()


def _denial(tokens: list[Token], parts: list[Segment], index: int, parent: Reading) -> tuple[int, ...]:
    part = parts[index]
    group = part.group
    if group and group.negator is not None:
        return (group.negator,)
    if group and group.lemma in REFUSING and group.form is not Form.INFINITIVE:
        return (group.last,)
    for place in range(part.first, min(part.first + 3, part.end)):
        if tokens[place].text in ("no", "none", "neither", "nobody", "nothing", "without"):
            return (place,)
    complement = _link_text(tokens, part) in ("that", "") and tokens[part.first].text not in (",", '"')
    if parent.group and complement and index:
        if parent.group.lemma in DENYING | (REFUSING if group and group.form in NONFINITE else DENYING):
            return tuple(range(parent.group.first, parent.group.last + 1))
    before = part.first - 1
    if at(tokens, before - 1).text == "no" and _link_text(tokens, part) == "that":
        return (before - 1, before)
    return ()


def _question(tokens: list[Token], parts: list[Segment], index: int, parent: Reading) -> tuple[int, ...]:
    part = parts[index]
    if at(tokens, part.end - 1).text == "?":
        return (part.end - 1,)
    link = _link_text(tokens, part)
    asked = parent.group is not None and parent.group.lemma in ("ask", "wonder", "know", "see", "say")
    if part.link is not None and (link == "whether" or link == "if" and asked and index):
        return (part.link,)
    return ()


def _hypothesis(tokens: list[Token], parts: list[Segment], index: int, parent: Reading) -> tuple[int, ...]:
    part = parts[index]
    group = part.group
    if part.link is not None and tokens[part.link].text in ("if", "unless", "lest"):
        return (part.link,)
    if group and group.form in (Form.MAY, Form.CAN):
        return (group.first,)
    if group and group.form is Form.WOULD and not _is_reported(tokens, parts, index, parent):
        return (group.first,)
    return ()


def _report(tokens: list[Token], parts: list[Segment], index: int, parent: Reading) -> tuple[int, ...]:
    part = parts[index]
    for place in range(part.first, part.end):
        if tokens[place].text in HEARSAY_ADVERBS:
            return (place,)
        if tokens[place].text == "according" and at(tokens, place + 1).text == "to":
            return (place, place + 1)
    if part.group and part.group.form is Form.HEARSAY_PAST:
        return tuple(range(part.group.first, part.group.last + 1))
    attribution = _attribution(tokens, parts, index)
    group = parts[attribution].group if attribution is not None else parent.group
    if group is None or group.lemma not in REPORTING or (not index and attribution is None):
        return ()
    if attribution is None and _link_text(tokens, part) not in ("that", ""):
        return ()
    return tuple(range(group.first, group.last + 1))


def _plan(tokens: list[Token], parts: list[Segment], index: int, parent: Reading) -> tuple[int, ...]:
    group = parts[index].group
    if group and group.form in (Form.WILL, Form.PLAN, Form.PAST_PLAN, Form.MUST):
        return (group.first,)
    return ()


def _nonfinite(tokens: list[Token], parts: list[Segment], result: list[Reading], index: int) -> Reading:
    """An infinitive, gerund or participle: its time follows from what it depends on."""
    group = parts[index].group
    assert group is not None
    parent = _parent(parts, result, index)
    tense, seen_from, pending = {
        Form.INFINITIVE: _infinitive, Form.GERUND: _gerund, Form.PARTICIPLE: _participle,
    }[group.form](tokens, parts[index], parent, group)  # fmt: skip
    stance, cues = _stance(tokens, parts, index, parent)
    if stance is Stance.ASSERTED and (tense is Tense.FUTURE or pending):
        stance = Stance.PLANNED
    shown = {*range(group.first, group.last + 1), *cues, *parent.cues}
    return Reading(tense, Mood.UNKNOWN, stance, seen_from, tuple(sorted(shown)), group, pending)


def _infinitive(
    tokens: list[Token], part: Segment, parent: Reading, group: Group
) -> tuple[Tense, Tense, bool]:
    governor = parent.group
    back = Tense.PAST if parent.tense is Tense.PAST or parent.seen_from is Tense.PAST else Tense.PRESENT
    if governor is None:
        return Tense.UNKNOWN, Tense.PRESENT, False
    if group.perfect:
        return Tense.UNKNOWN, back, False
    noun = at(tokens, group.first - 1).text in PLAN_NOUNS
    if parent.tense is Tense.FUTURE:
        return Tense.FUTURE, parent.seen_from, False
    if governor.form is Form.PRESENT and (
        noun or governor.lemma in COMMITTING | PLANNING or governor.lemma == "be"
    ):
        return Tense.FUTURE, Tense.PRESENT, False
    if governor.form is Form.PROGRESSIVE:
        return Tense.FUTURE, Tense.PRESENT, False
    if noun or governor.lemma in COMMITTING:
        return _committed(tokens, part, parent, group, back)
    if parent.tense is Tense.PAST and governor.form is not Form.PAST_PLAN:
        return _done(tokens, governor)
    return Tense.UNKNOWN, back, False


def _committed(
    tokens: list[Token], part: Segment, parent: Reading, group: Group, back: Tense
) -> tuple[Tense, Tense, bool]:
    """`agreed to meet on Monday` lies ahead; `agreed to extend the truce on Monday` may date the agreement."""
    governor = parent.group
    assert governor is not None
    if governor.form is Form.PAST_PERFECT or parent.tense not in (Tense.PAST, Tense.FUTURE):
        return Tense.UNKNOWN, back, True
    if governor.form is Form.PERFECT:
        return Tense.FUTURE, Tense.PRESENT, False
    dated = any(is_date_word(token) for token in tokens[governor.last + 1 : part.first])
    if dated or group.lemma in MEETING:
        return Tense.FUTURE, back, False
    return Tense.UNKNOWN, back, True


def _done(tokens: list[Token], governor: Group) -> tuple[Tense, Tense, bool]:
    if governor.lemma in DONE or governor.lemma in MOVING:
        return Tense.PAST, Tense.PRESENT, False
    return Tense.UNKNOWN, Tense.PRESENT, False


def _gerund(tokens: list[Token], part: Segment, parent: Reading, group: Group) -> tuple[Tense, Tense, bool]:
    before = tokens[part.first].text if part.first < group.first else at(tokens, group.first - 1).text
    before = before or ","
    governor = parent.group
    if parent.tense is Tense.FUTURE:
        ahead = group.lemma in STARTING or before in (",", "before")
        return (Tense.FUTURE if ahead else Tense.UNKNOWN), parent.seen_from, False
    if group.lemma in STARTING and before not in ("after", "since"):
        return Tense.UNKNOWN, Tense.PRESENT, False
    if governor and governor.lemma in BACKWARD and before in ("of", "for", "after", "with", "over"):
        return Tense.PAST, Tense.PRESENT, False
    if parent.tense is Tense.PAST and (
        before in (",", "after", "while", "when", "by", "since") or governor and governor.lemma in DONE
    ):
        return Tense.PAST, parent.seen_from, False
    return Tense.UNKNOWN, Tense.PRESENT, False


def _participle(
    tokens: list[Token], part: Segment, parent: Reading, group: Group
) -> tuple[Tense, Tense, bool]:
    """`a summit scheduled for July 9` lies ahead, `the pact signed on Friday` behind."""
    following = at(tokens, group.last + 1).text
    if at(tokens, group.first - 1).text == "as":
        return parent.tense, parent.seen_from, False
    if group.lemma in _PLANNED_LEMMAS and following in ("for", "on", "to", "in"):
        if parent.tense is not Tense.PAST:
            return Tense.FUTURE, parent.seen_from, False
        announced = parent.group is not None and parent.group.lemma in REPORTING | COMMITTING | {
            "cancel",
            "postpone",
        }
        return (Tense.FUTURE if announced else Tense.UNKNOWN), Tense.PAST, True
    if following in ("to", "until", "till"):
        return Tense.UNKNOWN, Tense.PRESENT, False
    if parent.tense is Tense.FUTURE and not _is_definite(tokens, group.first):
        return Tense.UNKNOWN, Tense.PRESENT, False
    return Tense.PAST, Tense.PRESENT, False


def _is_definite(tokens: list[Token], index: int) -> bool:
    """Whether a noun with an article or pronoun stands in front: `the pact signed`, not `ballots cast`."""
    for place in range(index - 1, max(-1, index - 6), -1):
        if tokens[place].text in DETERMINERS | {"'s"}:
            return True
        if tokens[place].text in RELATIVES | AMBIGUOUS | {","}:
            return False
    return False
