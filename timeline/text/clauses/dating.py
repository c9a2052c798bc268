"""The tense of a date inside its clause: what is between the verb and the date can place it elsewhere.

`Ministers met ahead of a summit on Thursday` is past, and Thursday is not. `They will discuss the attack on
Monday` is future, and Monday is probably not.
"""

# ruff: noqa: SIM905  (words read best as words)

from typing import NamedTuple

from timeline.text.clauses.reading import Reading, Stance, Tense
from timeline.text.clauses.segments import Segment
from timeline.text.clauses.tokens import (
    COORDINATORS,
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
    FORESEEING,
    GRANTING,
    HOLDING,
    INCIDENTS,
    LASTING,
    LAUNCHING,
    MOVING,
    NAMING,
    OCCASIONS,
    OUTCOMES,
    POSTPONING,
    PROSPECTIVE,
    SCHEDULING,
    UPCOMING,
)
from timeline.text.clauses.verb_group import NONFINITE, Form, Group

_FURTHEST = 16
"""Tokens in front of a date that are looked at."""
_LONGEST = 8
"""Tokens of a date."""
_BEHIND = frozenset(
    """after following since over amid despite regarding concerning response retaliation wake result light
    protest because due given according""".split()
)
"""In a clause about the future, what follows them lies behind, or may."""
_PREPOSITIONS = PREPOSITIONS | frozenset("before after since until till".split())
_AROUND = frozenset(
    """the next this last coming past late early mid around about approximately a an end beginning start
    middle night morning evening afternoon week weekend day month midnight noon midday dawn""".split()
)
"""Words that belong to a date."""
_REPEATED = frozenset("every each usually normally annually always often".split())
_UNTIL = frozenset({"until", "till"})
_RANKING = frozenset("be finish remain stay get come".split())
"""With `ahead of` they tell a rank: `was ahead of his rival on Friday`."""
_MARKS = frozenset({",", ";", ":", '"'})


class _Date(NamedTuple):
    """A date in its segment: its token, the first token looked at, and its preposition, if it has one."""

    tokens: list[Token]
    place: int
    floor: int
    preposition: int | None

    def preposition_text(self) -> str:
        return "" if self.preposition is None else self.tokens[self.preposition].text


def dated_reading(tokens: list[Token], part: Segment, reading: Reading, place: int) -> Reading:
    """The reading of a segment as it holds for a date at token `place`."""
    group = reading.group
    behind = group if group is not None and part.first <= group.last < place else None
    floor = max(behind.last + 1 if behind else part.first, place - _FURTHEST, 0)
    date = _Date(tokens, place, floor, _preposition(tokens, floor, place))
    if behind and (_quotation_ends(date) or _is_parted(date, part, behind)):
        return _unknown(reading)
    changed = _marked(date, reading)
    if changed is None and behind:
        changed = _behind_verb(date, behind, reading)
    return changed or _beside_noun(date, reading) or reading


def _preposition(tokens: list[Token], floor: int, place: int) -> int | None:
    for index in range(place, max(floor, place - 4) - 1, -1):
        if at(tokens, index).text in _PREPOSITIONS:
            return index
        if index < place and not (is_date_word(tokens[index]) or tokens[index].text in _AROUND):
            return None
    return None


def _is_parted(date: _Date, part: Segment, group: Group) -> bool:
    """Whether a comma parts the date from an infinitive or a participle, so that it may belong further up."""
    if group.form not in NONFINITE or part.link is not None:
        return False
    tokens = date.tokens
    commas = (index for index in range(max(date.floor, 1), date.place) if tokens[index].text == ",")
    return any(
        not (is_date_word(tokens[index - 1]) and is_date_word(at(tokens, index + 1))) for index in commas
    )


def _quotation_ends(date: _Date) -> bool:
    """Whether a quotation ends between the verb and the date: `warned “they will attack” on May 5`."""
    return sum(token.text == '"' for token in date.tokens[date.floor : date.place]) % 2 == 1


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


def _marked(date: _Date, reading: Reading) -> Reading | None:
    """The nearest word in front of a date that places it: `ahead of a summit on`, `since`."""
    for index in range(date.place - 1, date.floor - 1, -1):
        text = date.tokens[index].text
        if text in _MARKS:
            return None
        if text == "since":
            return reading._replace(tense=Tense.PAST)
        if text == "as" and reading.tense is not Tense.PAST and _compares(date, index):
            return _unknown(reading, index)
        changed = _upcoming(date, reading, index)
        if changed:
            return changed
        if text in _BEHIND and reading.tense is not Tense.PAST and _noun_between(date, index):
            particle = reading.group is not None and text == "over" and index == reading.group.last + 1
            return None if particle else _unknown(reading, index)
    return None


def _compares(date: _Date, index: int) -> bool:
    """Whether `as` compares with another time: `as in 1614`, not `as early as Friday`."""
    near = index >= date.place - 2
    return near and at(date.tokens, index - 1).text not in ("early", "soon", "late")


def _upcoming(date: _Date, reading: Reading, index: int) -> Reading | None:
    """`ahead of`, `an upcoming`: ahead of the clause. What is `before` in a past clause may lie behind."""
    tokens = date.tokens
    text = tokens[index].text
    group = reading.group
    if text == "ahead" and group and group.last == index - 1 and group.lemma in _RANKING:
        return _unknown(reading, index)
    if text == "pending" or (text == "ahead" and at(tokens, index + 1).text == "of"):
        return _ahead(reading, index)
    if (
        text == "next"
        and index < date.place - 1
        and _noun_between(date, index)
        and reading.tense is not Tense.PAST
    ):
        return _ahead(reading, index)
    adjective = text in UPCOMING and at(tokens, index - 1).text in DETERMINERS | {"'s"} | PREPOSITIONS
    if text == "before" and at(tokens, index + 1).text in ("midnight", "noon", "midday", "dawn", "dusk"):
        return None
    if adjective or text == "before" or (text == "prior" and at(tokens, index + 1).text == "to"):
        ahead = reading.tense in (Tense.FUTURE, Tense.PRESENT)
        return _ahead(reading, index) if ahead else _unknown(reading, index)
    return None


def _noun_between(date: _Date, index: int) -> bool:
    """Whether a noun is between a word and the date, or behind the date: `over the vote on 7 May`."""
    if _is_attributive(date):
        return True
    return any(
        is_word(token) and not (token.text in _AROUND or token.text in PREPOSITIONS or is_date_word(token))
        for token in date.tokens[index + 1 : date.place]
        if token.text != "to"
    )


def _is_attributive(date: _Date) -> bool:
    """Whether a date is in front of a noun: `the October 7 attacks`, `Monday's vote`."""
    tokens = date.tokens
    index = date.place
    while index < date.place + _LONGEST and (
        is_date_word(at(tokens, index)) or at(tokens, index).text == "-"
    ):
        index += 1
    following = at(tokens, index)
    if following.text in ("'s", "'"):
        return True
    article = at(tokens, date.place - 1).text in DETERMINERS | {"'s"}
    if not article or not is_word(following) or following.capital or is_adverb(following):
        return False
    return following.text not in _PREPOSITIONS | COORDINATORS


def _behind_verb(date: _Date, group: Group, reading: Reading) -> Reading | None:
    text = date.preposition_text()
    if reading.pending and text in ("by", "until", "till"):
        return _ahead(reading)
    if reading.tense is Tense.PAST:
        return _after_past(date, group, reading, text)
    if reading.tense is not Tense.FUTURE and group.form is Form.PRESENT and not group.passive:
        return _after_present(date, group, reading, text)
    return None


def _after_past(date: _Date, group: Group, reading: Reading, text: str) -> Reading | None:
    """`postponed to Friday`, `set a vote for Friday`, `waited until Friday`."""
    if group.lemma in NAMING and date.place - group.last <= 2 and not text:
        return _unknown(reading)
    goal = text == "for" and group.lemma in SCHEDULING
    goal = goal or (text in ("to", "until", "till", "for") and group.lemma in POSTPONING)
    if goal and group.form is Form.PERFECT:
        return _ahead(reading)._replace(seen_from=Tense.PRESENT)
    if goal and not group.passive:
        return _ahead(reading)
    if text in _UNTIL and group.lemma in GRANTING and group.form is Form.PERFECT:
        return _ahead(reading)._replace(seen_from=Tense.PRESENT)
    if goal or text == "for" or (text == "by" and _may_set_deadline(date, group)):
        return _unknown(reading)
    if text in _UNTIL and group.lemma not in LASTING and group.negator is None:
        return _unknown(reading)
    if text == "from" and group.lemma in PROSPECTIVE | POSTPONING:
        return _unknown(reading)
    near = {token.text for token in date.tokens[max(date.floor, date.place - 3) : date.place]}
    return _unknown(reading) if "effective" in near or {"as", "of"} <= near else None


def _may_set_deadline(date: _Date, group: Group) -> bool:
    """Whether `by Friday` behind a past tense may lie ahead: `demanded a reply by`, `had to leave by`."""
    obliged = any(token.text == "to" for token in date.tokens[group.first : group.last])
    return obliged or group.lemma in PROSPECTIVE | GRANTING or group.lemma in ("need", "seek", "have", "push")


def _after_present(date: _Date, group: Group, reading: Reading, text: str) -> Reading | None:
    """`expires on April 24`, `is closed until Friday`: ahead, unless it is repeated."""
    tokens = date.tokens
    if text in _UNTIL and group.lemma in HOLDING:
        return _ahead(reading)
    if any(token.text in _REPEATED for token in tokens[max(0, group.first - 3) : date.place + 1]):
        return None
    if _is_dated_future(tokens, group):
        return _ahead(reading)
    dated_noun = group.lemma == "be" and at(tokens, group.first - 1).text in OCCASIONS
    return _ahead(reading) if dated_noun and date.place - group.last <= 2 else None


def _is_dated_future(tokens: list[Token], group: Group) -> bool:
    """`begins on Monday`, not `begins an offensive on Monday`; `takes effect`, `goes to the polls`."""
    following = [token.text for token in tokens[group.last + 1 : group.last + 4]]
    if any((group.lemma, *following[:count]) in DATED_PHRASES for count in (1, 2, 3)):
        return True
    after = at(tokens, group.last + 1)
    return group.lemma in DATED_FUTURE and (
        after.text in _PREPOSITIONS
        or after.text in ("this", "next", "here")
        or is_date_word(after)
        or is_adverb(after)
    )


def _beside_noun(date: _Date, reading: Reading) -> Reading | None:
    """Where a noun takes the date from the verb: `Monday's attack`, `the events of 9 May`."""
    noun = _noun_before(date)
    past = reading.tense is Tense.PAST
    if _is_attributive(date) and (not past or _is_prospective(reading) or date.preposition_text() == "for"):
        return _unknown(reading)
    if not past:
        placed = date.preposition_text() == "of" and noun != ""
        return _unknown(reading) if placed or _has_happened(date, reading, noun) else None
    lemma = reading.group.lemma if reading.group else ""
    first = reading.group.first if reading.group else 0
    followed = reading.group is not None and reading.group.form is Form.GERUND
    if date.place < first:
        return None
    if noun in OCCASIONS and (followed or _is_prospective(reading) or _is_destination(date, reading)):
        return _unknown(reading)
    return _unknown(reading) if noun in INCIDENTS and lemma in FORESEEING else None


def _has_happened(date: _Date, reading: Reading, noun: str) -> bool:
    """Whether a noun in a clause about the future names what came before: `will discuss the attack`."""
    group = reading.group
    if group is None:
        return noun in INCIDENTS
    subject = date.place < group.first
    launched = group.lemma in LAUNCHING and not subject
    discussed = subject or group.lemma in DISCUSSING
    return (noun in INCIDENTS and not launched) or (noun in OUTCOMES and discussed)


def _is_prospective(reading: Reading) -> bool:
    return reading.group is not None and reading.group.lemma in PROSPECTIVE


def _is_destination(date: _Date, reading: Reading) -> bool:
    """`arrived for a summit on Thursday`: on the way to it, or at it."""
    if reading.group is None or reading.group.lemma not in MOVING:
        return False
    return any(token.text == "for" for token in date.tokens[date.floor : date.place])


def _noun_before(date: _Date) -> str:
    """The word in front of the date and its preposition, if it is in the segment."""
    for index in range(date.place - 1, date.floor - 1, -1):
        token = date.tokens[index]
        if (
            not is_word(token)
            or token.text in _PREPOSITIONS | _AROUND
            or is_date_word(token)
            or is_adverb(token)
        ):
            continue
        return token.text
    return ""
