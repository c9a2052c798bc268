"""What words of time mean before anything is known of the day on which they were written.

A meaning is a small tree. `Fixed` needs nothing more; every other leaf needs a day to count from, a year, or
both, which `resolve` finds.
"""

from typing import Literal, NamedTuple

CountsFrom = Literal["said", "before", "either"]
"""From what words count: the day on which they were said, the nearest date before them in the text, or
whichever of the two the text counts from (the end of the year)."""
Change = Literal[
    "about", "perhaps", "some-time", "part", "before", "after", "by", "no-earlier", "since", "until"
]


class Fixed(NamedTuple):
    """A date that the words name in full, in EDTF."""

    edtf: str
    rule: str


class Yearless(NamedTuple):
    """A day, a month, a season without its year: `{}-07-09`, to be filled in with one."""

    template: str
    month: int
    """1 to 12; 0 for a season, whose months depend on the hemisphere."""
    day: int
    """The first day of the month that is named; 0 where there is none."""
    rule: str
    weekday: int = -1
    """The weekday that is named beside the day, from 0 for Monday; -1 without."""


class ShortYear(NamedTuple):
    """A date whose year is written with two digits: `May '19`."""

    date: Yearless
    digits: int


class Moved(NamedTuple):
    """So many units on (or back, where negative) from an origin, as precise as the unit."""

    unit: str
    number: int
    origin: CountsFrom
    rule: str


class InMoved(NamedTuple):
    """A day, month or season of a year that is itself counted: `June last year`."""

    date: Yearless
    year: Moved


class Weekday(NamedTuple):
    """A weekday: the nearest on the side that the clause tells, or one that `which` picks out."""

    number: int
    """From 0 for Monday."""
    which: Literal["", "last", "this", "next", "that"] = ""
    week: int | None = None
    """The week it is in, counted from this one: -1 for Thursday of last week."""
    rule: str = "weekday"


class Near(NamedTuple):
    """Days near the one on which it was said, on the side that the clause tells: overnight, the weekend."""

    what: Literal["night", "weekend"]
    rule: str
    weeks: int | None = None
    """The weekend of a week counted from this one; None where the clause tells the side."""


class DayOfMonth(NamedTuple):
    """`the 20th`: a day of the month that was named last."""

    day: int
    rule: str = "day-of-month"


class NearYearless(NamedTuple):
    """`last July`, `next July`, `this July`: counted from the day on which it was said."""

    date: Yearless
    which: Literal["last", "this", "next", "previous"]
    rule: str = "which-month"


class WeekOf(NamedTuple):
    """The week, Monday to Sunday, in which a day lies."""

    day: "Meaning"
    rule: str = "week-of"


class Beside(NamedTuple):
    """So many units before or after a date that is named right there: the day after the vote on Monday."""

    date: "Meaning"
    unit: str
    number: int
    rule: str = "beside"


class Changed(NamedTuple):
    """A date that the words around it change: about, before, since; or reduce to a part of it."""

    date: "Meaning"
    change: Change
    rule: str
    note: str = ""
    """What the words say beyond what EDTF can: `its last third`."""


class Stretch(NamedTuple):
    """From one date to another; `between` says only that it lies there."""

    first: "Meaning"
    last: "Meaning"
    rule: str
    between: bool = False


class Several(NamedTuple):
    """Several dates: all of them, or one of them where the words say `or`."""

    dates: "tuple[Meaning, ...]"
    one_of: bool
    rule: str


class Recent(NamedTuple):
    """`recent months`: up to about the unit before this one, from a start that is not told."""

    unit: str
    rule: str = "recent"


class Refused(NamedTuple):
    """Words of time that come to no date, and why."""

    why: str
    vague: bool = False
    """Whether they are about no date at all: recently, for the third year in a row."""


Meaning = (
    Fixed | Yearless | ShortYear | Moved | InMoved | Weekday | Near | DayOfMonth | NearYearless | WeekOf
    | Beside | Changed | Stretch | Several | Recent | Refused
)  # fmt: skip


class Expression(NamedTuple):
    """Words of time in a text, without the prepositions before them. Places are code points, half open."""

    start: int
    end: int
    text: str
    meaning: Meaning
