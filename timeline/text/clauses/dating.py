"""The tense of a date inside its clause: what is between the verb and the date can place it elsewhere.

`Ministers met ahead of a summit on Thursday` is past, and Thursday is not. `They will discuss the attack on
Monday` is future, and Monday is probably not.
"""

# ruff: noqa: SIM905  (words read best as words)

from timeline.text.clauses.clause import Stance, Tense
from timeline.text.clauses.date_place import (
    DATE_PREPOSITIONS,
    DatePlace,
    date_place,
    is_parted,
    noun_between,
    quotation_ends,
)
from timeline.text.clauses.dated_nouns import beside_noun
from timeline.text.clauses.reading import Reading, as_unknown
from timeline.text.clauses.segments import Segment
from timeline.text.clauses.tokens import (
    DETERMINERS,
    PREPOSITIONS,
    Token,
    at,
    is_adverb,
    is_date_word,
)
from timeline.text.clauses.verb_classes import (
    DATED_FUTURE,
    DATED_PHRASES,
    GRANTING,
    HOLDING,
    LASTING,
    NAMING,
    OCCASIONS,
    POSTPONING,
    PROSPECTIVE,
    SCHEDULING,
    UPCOMING,
)
from timeline.text.clauses.verb_group import Form, Group

_BEHIND = frozenset(
    """after following since over amid despite regarding concerning response retaliation wake result light
    protest because due given according""".split()
)
"""In a clause about the future, what follows them lies behind, or may."""
_REPEATED = frozenset("every each usually normally annually always often".split())
_UNTIL = frozenset({"until", "till"})
_RANKING = frozenset("be finish remain stay get come".split())
"""With `ahead of` they tell a rank: `was ahead of his rival on Friday`."""
_MARKS = frozenset({",", ";", ":", '"'})


def dated_reading(tokens: list[Token], part: Segment, reading: Reading, place: int) -> Reading:
    """The reading of a segment as it holds for a date at token `place`."""
    group = reading.group
    behind = group if group is not None and part.first <= group.last < place else None
    date = date_place(tokens, behind.last + 1 if behind else part.first, place)
    if behind and (quotation_ends(date) or is_parted(date, part, behind)):
        return as_unknown(reading)
    changed = _marked(date, reading)
    if changed is None and behind:
        changed = _behind_verb(date, behind, reading)
    return changed or beside_noun(date, reading) or reading


def _ahead(reading: Reading, *cues: int) -> Reading:
    past = Tense.PAST in (reading.tense, reading.seen_from)
    return reading._replace(
        tense=Tense.FUTURE,
        stance=Stance.PLANNED,
        seen_from=Tense.PAST if past else Tense.PRESENT,
        cues=tuple(sorted({*cues, *reading.cues})),
    )


def _marked(date: DatePlace, reading: Reading) -> Reading | None:
    """The nearest word in front of a date that places it: `ahead of a summit on`, `since`."""
    for index in range(date.place - 1, date.floor - 1, -1):
        text = date.tokens[index].text
        if text in _MARKS:
            return None
        if text == "since":
            return reading._replace(tense=Tense.PAST)
        if text == "as" and reading.tense is not Tense.PAST and _compares(date, index):
            return as_unknown(reading, index)
        changed = _upcoming(date, reading, index)
        if changed:
            return changed
        if text in _BEHIND and reading.tense is not Tense.PAST and noun_between(date, index):
            particle = reading.group is not None and text == "over" and index == reading.group.last + 1
            return None if particle else as_unknown(reading, index)
    return None


def _compares(date: DatePlace, index: int) -> bool:
    """Whether `as` compares with another time: `as in 1614`, not `as early as Friday`."""
    near = index >= date.place - 2
    return near and at(date.tokens, index - 1).text not in ("early", "soon", "late")


def _upcoming(date: DatePlace, reading: Reading, index: int) -> Reading | None:
    """`ahead of`, `an upcoming`: ahead of the clause. What is `before` in a past clause may lie behind."""
    tokens = date.tokens
    text = tokens[index].text
    group = reading.group
    if text == "ahead" and group and group.last == index - 1 and group.lemma in _RANKING:
        return as_unknown(reading, index)
    if text == "pending" or (text == "ahead" and at(tokens, index + 1).text == "of"):
        return _ahead(reading, index)
    if (
        text == "next"
        and index < date.place - 1
        and noun_between(date, index)
        and reading.tense is not Tense.PAST
    ):
        return _ahead(reading, index)
    adjective = text in UPCOMING and at(tokens, index - 1).text in DETERMINERS | {"'s"} | PREPOSITIONS
    if text == "before" and at(tokens, index + 1).text in ("midnight", "noon", "midday", "dawn", "dusk"):
        return None
    if adjective or text == "before" or (text == "prior" and at(tokens, index + 1).text == "to"):
        ahead = reading.tense in (Tense.FUTURE, Tense.PRESENT)
        return _ahead(reading, index) if ahead else as_unknown(reading, index)
    return None


def _behind_verb(date: DatePlace, group: Group, reading: Reading) -> Reading | None:
    text = date.preposition_text()
    if reading.pending and text in ("by", "until", "till"):
        return _ahead(reading)
    if reading.tense is Tense.PAST:
        return _after_past(date, group, reading, text)
    if reading.tense is not Tense.FUTURE and group.form is Form.PRESENT and not group.passive:
        return _after_present(date, group, reading, text)
    return None


def _after_past(date: DatePlace, group: Group, reading: Reading, text: str) -> Reading | None:
    """`postponed to Friday`, `set a vote for Friday`, `waited until Friday`."""
    if group.lemma in NAMING and date.place - group.last <= 2 and not text:
        return as_unknown(reading)
    goal = text == "for" and group.lemma in SCHEDULING
    goal = goal or (text in ("to", "until", "till", "for") and group.lemma in POSTPONING)
    if goal and group.form is Form.PERFECT:
        return _ahead(reading)._replace(seen_from=Tense.PRESENT)
    if goal and not group.passive:
        return _ahead(reading)
    if text in _UNTIL and group.lemma in GRANTING and group.form is Form.PERFECT:
        return _ahead(reading)._replace(seen_from=Tense.PRESENT)
    if goal or text == "for" or (text == "by" and _may_set_deadline(date, group)):
        return as_unknown(reading)
    if text in _UNTIL and group.lemma not in LASTING and group.negator is None:
        return as_unknown(reading)
    if text == "from" and group.lemma in PROSPECTIVE | POSTPONING:
        return as_unknown(reading)
    near = {token.text for token in date.tokens[max(date.floor, date.place - 3) : date.place]}
    return as_unknown(reading) if "effective" in near or {"as", "of"} <= near else None


def _may_set_deadline(date: DatePlace, group: Group) -> bool:
    """Whether `by Friday` behind a past tense may lie ahead: `demanded a reply by`, `had to leave by`."""
    obliged = any(token.text == "to" for token in date.tokens[group.first : group.last])
    return obliged or group.lemma in PROSPECTIVE | GRANTING or group.lemma in ("need", "seek", "have", "push")


def _after_present(date: DatePlace, group: Group, reading: Reading, text: str) -> Reading | None:
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
        after.text in DATE_PREPOSITIONS
        or after.text in ("this", "next", "here")
        or is_date_word(after)
        or is_adverb(after)
    )
