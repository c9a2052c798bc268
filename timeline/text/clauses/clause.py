"""A clause of a sentence, and what its verb says: tense, mood and stance."""

from enum import Enum
from typing import NamedTuple


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
    """What a clause does with what it says. Where several apply, the first of this order counts."""

    DENIED = "denied"
    ASKED = "asked"
    HYPOTHETICAL = "hypothetical"
    REPORTED = "reported"
    PLANNED = "planned"
    ASSERTED = "asserted"


class Clause(NamedTuple):
    """A clause, or a part of one around another clause; all offsets are code points of the sentence."""

    start: int
    end: int
    tense: Tense
    mood: Mood
    stance: Stance
    seen_from: Tense
    """What the tense counts from: the writer's day (PRESENT) or a past moment (PAST: `said it would`)."""
    verb: tuple[int, int] | None
    """The verb group that the reading rests on; the parts of one clause have the same."""
    cues: tuple[tuple[int, int], ...]
    """The words that the reading rests on, in order."""
