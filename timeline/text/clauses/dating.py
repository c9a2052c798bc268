"""The tense of a date inside its clause: what stands between the verb and the date can place it elsewhere."""

# ruff: noqa: SIM905  (words read best as words)

from timeline.text.clauses.reading import Reading, Stance, Tense
from timeline.text.clauses.segments import Segment
from timeline.text.clauses.tokens import (
    DETERMINERS,
    PREPOSITIONS,
    Token,
    at,
    is_adverb,
    is_date_word,
    is_word,
)
from timeline.text.clauses.verb_classes import (
    DATED_FUTURE,
    DATED_PHRASES,
    DISCUSSING,
    HOLDING,
    INCIDENTS,
    LASTING,
    LAUNCHING,
    OCCASIONS,
    OUTCOMES,
    POSTPONING,
    PROSPECTIVE,
    SCHEDULING,
    UPCOMING,
)
from timeline.text.clauses.verb_group import NONFINITE, Form

_FURTHEST = 16
"""Tokens in front of a date that are looked at."""
_BEHIND = frozenset("after following since over amid despite regarding concerning".split())
_PREPOSITIONS = PREPOSITIONS | frozenset("before after since until till".split())
_AROUND = frozenset(
    "the next this last coming past late early mid around about approximately a an end beginning start middle".split()
)
_REPEATED = frozenset("every each usually normally annually always often".split())


def dated_reading(tokens: list[Token], part: Segment, reading: Reading, place: int) -> Reading:
    """The reading of a segment as it holds for a date at token `place`."""
    group = reading.group
    inside = group is not None and part.first <= group.last < place
    floor = max(group.last + 1 if inside and group else part.first, place - _FURTHEST, 0)
    preposition = _preposition(tokens, floor, place)
    if (
        inside
        and part.link is None
        and group
        and group.form in NONFINITE
        and _comma_between(tokens, floor, place)
    ):
        return _unknown(reading)
    changed = _planned_noun(tokens, floor, place, reading)
    if changed is None and inside:
        changed = _behind_verb(tokens, floor, place, reading, preposition)
    if changed is None:
        changed = _event(tokens, floor, place, reading)
    return changed or reading


def _comma_between(tokens: list[Token], floor: int, place: int) -> bool:
    return any(
        tokens[index].text == ","
        and not (is_date_word(tokens[index - 1]) and is_date_word(at(tokens, index + 1)))
        for index in range(max(floor, 1), place)
    )


def _preposition(tokens: list[Token], floor: int, place: int) -> int:
    """The index of the preposition of the date at `place`, or -1."""
    for index in range(place, max(floor, place - 4) - 1, -1):
        if at(tokens, index).text in _PREPOSITIONS:
            return index
        if index < place and not (is_date_word(tokens[index]) or tokens[index].text in _AROUND):
            return -1
    return -1


def _ahead(reading: Reading, *cues: int) -> Reading:
    past = Tense.PAST in (reading.tense, reading.seen_from)
    return reading._replace(
        tense=Tense.FUTURE,
        stance=Stance.PLANNED,
        seen_from=Tense.PAST if past else Tense.PRESENT,
        cues=tuple(sorted({*cues, *reading.cues})),
    )


def _unknown(reading: Reading, *cues: int) -> Reading:
    return reading._replace(tense=Tense.UNKNOWN, cues=tuple(sorted({*cues, *reading.cues})))


def _planned_noun(tokens: list[Token], floor: int, place: int, reading: Reading) -> Reading | None:
    """`ahead of a summit on Thursday`, `a planned visit on July 9`, `before a vote on Friday`."""
    for index in range(place - 1, floor - 1, -1):
        text = tokens[index].text
        if text in (",", ";", ":", '"'):
            return None
        if text == "ahead" and at(tokens, index + 1).text == "of":
            return _ahead(reading, index, index + 1)
        if text == "pending":
            return _ahead(reading, index)
        if text in UPCOMING and index > 0 and tokens[index - 1].text in DETERMINERS | {"'s"} | PREPOSITIONS:
            return _unknown(reading, index) if reading.tense is Tense.PAST else _ahead(reading, index)
        if text == "before" or (text == "prior" and at(tokens, index + 1).text == "to"):
            ahead = reading.tense in (Tense.FUTURE, Tense.PRESENT)
            return _ahead(reading, index) if ahead else _unknown(reading, index)
        particle = text == "over" and reading.group is not None and index == reading.group.last + 1
        if text in _BEHIND and reading.tense is not Tense.PAST and index < place - 1 and not particle:
            return _unknown(reading, index)
        if text == "since":
            return reading._replace(tense=Tense.PAST)
    return None


def _behind_verb(
    tokens: list[Token], floor: int, place: int, reading: Reading, preposition: int
) -> Reading | None:
    group = reading.group
    assert group is not None
    text = at(tokens, preposition).text if preposition >= 0 else ""
    if reading.pending and text in ("by", "until", "till"):
        return _ahead(reading, preposition)
    if reading.tense is Tense.PAST:
        return _after_past(reading, text, preposition)
    if group.form is Form.PRESENT and reading.tense in (Tense.UNKNOWN, Tense.PRESENT):
        if text in ("until", "till") and group.lemma in HOLDING:
            return _ahead(reading, preposition)
        phrase = (group.lemma, at(tokens, group.last + 1).text)
        repeated = any(token.text in _REPEATED for token in tokens[max(0, group.first - 3) : place + 1])
        if (group.lemma in DATED_FUTURE or phrase in DATED_PHRASES) and not repeated and not group.passive:
            return _ahead(reading, group.last)
    return None


def _after_past(reading: Reading, text: str, preposition: int) -> Reading | None:
    """`postponed to Friday`, `set a vote for Friday`, `waited until Friday`."""
    group = reading.group
    assert group is not None
    goal = text == "for" and group.lemma in SCHEDULING
    goal = goal or text in ("to", "until", "till", "for") and group.lemma in POSTPONING
    if goal and (not group.passive or group.form is Form.PERFECT):
        ahead = _ahead(reading, preposition)
        return ahead._replace(seen_from=Tense.PRESENT) if group.form is Form.PERFECT else ahead
    if goal or text in ("until", "till", "for", "by") and group.lemma not in LASTING and not group.perfect:
        return _unknown(reading, preposition)
    return None


def _event(tokens: list[Token], floor: int, place: int, reading: Reading) -> Reading | None:
    """Where an event's noun or a possessive takes the date: `will discuss Monday's attack`."""
    if at(tokens, place + 1).text == "'s" or at(tokens, place + 2).text == "'s":
        if reading.tense is not Tense.PAST or _is_prospective(reading):
            return _unknown(reading)
    noun = _noun_before(tokens, floor, place)
    if reading.tense in (Tense.FUTURE, Tense.PRESENT) and _has_happened(reading, noun, place):
        return _unknown(reading)
    if noun in OCCASIONS and reading.tense is Tense.PAST and _is_prospective(reading):
        return _unknown(reading)
    return None


def _has_happened(reading: Reading, noun: str, place: int) -> bool:
    """Whether a noun in a clause about the future names what came before: `will discuss the attack on Monday`."""
    group = reading.group
    subject = group is not None and place < group.first
    discussed = group is not None and group.lemma in DISCUSSING
    launched = group is not None and group.lemma in LAUNCHING and not subject
    return (noun in INCIDENTS and not launched) or (noun in OUTCOMES and (subject or discussed))


def _is_prospective(reading: Reading) -> bool:
    return reading.group is not None and reading.group.lemma in PROSPECTIVE


def _noun_before(tokens: list[Token], floor: int, place: int) -> str:
    """The word in front of the date and its preposition, if it is in the segment."""
    for index in range(place, floor - 1, -1):
        token = at(tokens, index)
        if (
            index < place
            and is_word(token)
            and not (token.text in _PREPOSITIONS | _AROUND or is_date_word(token) or is_adverb(token))
        ):
            return token.text
    return ""
