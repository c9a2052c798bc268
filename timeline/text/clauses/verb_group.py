"""A verb group: its place in the sentence, its main verb, its grammatical form."""

from enum import Enum
from typing import NamedTuple


class Form(Enum):
    """The grammatical form of a verb group."""

    WILL = "will, shall"
    WOULD = "would"
    MAY = "may, might"
    CAN = "can, could"
    MUST = "must, should, ought to, has to"
    PRESENT = "present tense"
    IMPERATIVE = "sign!"
    SUBJUNCTIVE = "demanded that it be held"
    PROGRESSIVE = "is meeting"
    PLAN = "is to meet, is set to meet, is due"
    PAST_PLAN = "was to meet, was due"
    REDUCED_PLAN = "due to meet, without is"
    PAST = "past tense"
    PERFECT = "has met"
    PAST_PERFECT = "had met"
    HEARSAY_PAST = "is believed to have met"
    UNCHANGED = "set, put: present or past"
    INFINITIVE = "to meet"
    GERUND = "meeting"
    PARTICIPLE = "signed, without is or has"


NONFINITE = frozenset({Form.INFINITIVE, Form.GERUND, Form.PARTICIPLE, Form.REDUCED_PLAN})


class Certainty(Enum):
    """How sure it is that a word is a finite verb here."""

    SURE = 3
    PARTICIPLE = 2
    """It may be a participle: `the pact signed on Friday`."""
    NOUN = 1
    """It may be a noun: `peace talks`."""


class Group(NamedTuple):
    """A verb group: indexes of its first and last token, the base of its main verb, its form."""

    first: int
    last: int
    lemma: str
    form: Form
    certainty: Certainty = Certainty.SURE
    passive: bool = False
    perfect: bool = False
    negator: int | None = None
