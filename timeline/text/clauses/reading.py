"""The reading of a segment, made of tense, mood and stance."""

from typing import NamedTuple

from timeline.text.clauses.clause import Mood, Stance, Tense
from timeline.text.clauses.segments import Segment
from timeline.text.clauses.tokens import Token
from timeline.text.clauses.verb_group import Form, Group


class Reading(NamedTuple):
    """The reading of one segment, with token indexes for its cues."""

    tense: Tense = Tense.UNKNOWN
    mood: Mood = Mood.UNKNOWN
    stance: Stance = Stance.ASSERTED
    seen_from: Tense = Tense.PRESENT
    cues: tuple[int, ...] = ()
    group: Group | None = None
    pending: bool = False
    """Whether a date's preposition may show that an infinitive lies ahead (`agreed to leave by Friday`)."""


class Context(NamedTuple):
    """A sentence while it is read: its tokens, its segments, and a reading so far for each segment."""

    tokens: list[Token]
    segments: list[Segment]
    readings: list[Reading]

    def link(self, index: int) -> str:
        """The word that introduces a segment, or nothing."""
        link = self.segments[index].link
        return self.tokens[link].text if link is not None else ""


class Timing(NamedTuple):
    """The tense of a segment and the time that it is seen from."""

    tense: Tense
    seen_from: Tense = Tense.PRESENT
    pending: bool = False


PAST_FORMS = frozenset({Form.PAST, Form.PERFECT, Form.PAST_PERFECT, Form.HEARSAY_PAST})


def as_unknown(reading: Reading, *cues: int) -> Reading:
    """The reading with an unknown tense, for the cues given."""
    return reading._replace(tense=Tense.UNKNOWN, cues=tuple(sorted({*cues, *reading.cues})))
