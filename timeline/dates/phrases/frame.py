"""What is known where words of time stand, and what they come to there."""

from enum import Enum
from typing import Literal, NamedTuple

from timeline.dates.values import Date, InvalidDate


class Side(Enum):
    """On which side of the day on which it was said a day without a year lies, as its clause tells."""

    BEFORE = "before"
    AFTER = "after"
    AFTER_PAST = "after a past moment"
    """After some past moment, which need not be the day of the text: said it would meet on Thursday."""
    PRESENT = "present"
    """Told in the present: what is a limit lies ahead; of other dates nothing tells the side."""
    UNKNOWN = "unknown"


class TwoReadings(InvalidDate):
    """Words that may be one of several dates, and nothing tells which."""

    def __init__(self, readings: tuple[str, ...]) -> None:
        super().__init__(f"may be {' or '.join(readings)}: nothing tells which")
        self.readings = readings


Tells = Literal["own day", "history", "unsure"]
"""Whether a text counts from its own day, or from the dates that it names."""


class Frame(NamedTuple):
    """What is known where the words stand."""

    said: Date | None
    """The day on which they were written."""
    side: Side
    alone: bool = False
    """Whether there is nothing but the words: no sentence, no text."""
    before: Date | None = None
    """The nearest date before them in the text."""
    year: int | None = None
    """The year that the text is telling of."""
    tells: Tells = "own day"
    """Whether the text counts from its own day, or from the dates that it names."""


class Value(NamedTuple):
    """What the words come to."""

    edtf: str
    rule: str
    note: str = ""
    origin: Literal["", "said", "before", "year"] = ""
    """From what it was counted: nothing, the day of the text, the nearest date before, the year being told.
    """
    named: str = ""
    """The date that is named inside words which change it: 1940 in `by 1940`; empty where it is the same."""
