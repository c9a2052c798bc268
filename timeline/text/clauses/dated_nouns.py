"""Nouns that take a date from the verb of their clause: `Monday's attack`, `the events of 9 May`."""

from timeline.text.clauses.clause import Tense
from timeline.text.clauses.date_place import (
    DatePlace,
    is_attributive,
    noun_before,
)
from timeline.text.clauses.reading import Reading, as_unknown
from timeline.text.clauses.verb_classes import (
    DISCUSSING,
    FORESEEING,
    INCIDENTS,
    LAUNCHING,
    MOVING,
    OCCASIONS,
    OUTCOMES,
    PROSPECTIVE,
)
from timeline.text.clauses.verb_group import Form


def beside_noun(date: DatePlace, reading: Reading) -> Reading | None:
    """Where a noun takes the date from the verb: `Monday's attack`, `the events of 9 May`."""
    noun = noun_before(date)
    past = reading.tense is Tense.PAST
    if is_attributive(date) and (not past or _is_prospective(reading) or date.preposition_text() == "for"):
        return as_unknown(reading)
    if not past:
        placed = date.preposition_text() == "of" and noun != ""
        return as_unknown(reading) if placed or _has_happened(date, reading, noun) else None
    lemma = reading.group.lemma if reading.group else ""
    first = reading.group.first if reading.group else 0
    followed = reading.group is not None and reading.group.form is Form.GERUND
    if date.place < first:
        return None
    if noun in OCCASIONS and (followed or _is_prospective(reading) or _is_destination(date, reading)):
        return as_unknown(reading)
    return as_unknown(reading) if noun in INCIDENTS and lemma in FORESEEING else None


def _has_happened(date: DatePlace, reading: Reading, noun: str) -> bool:
    """Whether a noun in a clause about the future names what came before: `will discuss the attack`."""
    group = reading.group
    if group is None:
        return noun in INCIDENTS
    subject = date.place < group.first
    launched = group.lemma in LAUNCHING and not subject
    discussed = subject or group.lemma in DISCUSSING
    return (noun in INCIDENTS and not launched) or (noun in OUTCOMES and discussed)


def _is_destination(date: DatePlace, reading: Reading) -> bool:
    """`arrived for a summit on Thursday`: on the way to it, or at it."""
    if reading.group is None or reading.group.lemma not in MOVING:
        return False
    return any(token.text == "for" for token in date.tokens[date.floor : date.place])


def _is_prospective(reading: Reading) -> bool:
    return reading.group is not None and reading.group.lemma in PROSPECTIVE
