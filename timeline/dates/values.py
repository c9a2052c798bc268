"""The values of this room: a date as EDTF says it, and what the two overlap tests need of it."""

from typing import Literal, NamedTuple


class InvalidDate(ValueError):
    """Words that are not a date: the sentence says why and where."""


class Bound(NamedTuple):
    """One end of a span, in day numbers as written: `None` where it is open or unknown."""

    earliest: int | None
    latest: int | None
    state: Literal["known", "open", "unknown"]
    """`known`, `open` (`..`: there is none, or none is said) or `unknown` (empty)."""


class Span(NamedTuple):
    """One stretch of time: when it starts and when it ends, each with its own doubt."""

    start: Bound
    end: Bound


class Reach(NamedTuple):
    """What the overlap tests ask of one span, in day numbers, after the widening of `~` and `%`.

    `None` is no limit on that side. With a window [a, b] the span is possible when `first <= b` and
    `last >= a`, and certain when it is `sure`, `surely_by <= b` and `surely_from >= a`.
    """

    first: int | None
    """Earliest start."""
    last: int | None
    """Latest end."""
    surely_by: int | None
    """Latest start: by then it has surely begun."""
    surely_from: int | None
    """Earliest end: up to then it is surely not over."""
    sure: bool
    """False where `?` or `%` makes the whole span uncertain."""


class Date(NamedTuple):
    """A date as written and as understood; `str` gives it back letter for letter."""

    text: str
    level: int
    """The lowest EDTF level that can say it: 0, 1 or 2."""
    precision: str
    """`second` `minute` `day` `month` `season` `quarter` `quadrimester` `semester` `year` `decade`
    `century`: of an interval or a set the coarsest of its parts, `none` where no part is known."""
    approximate: bool
    """`~`, `%` or significant digits stand anywhere in it."""
    uncertain: bool
    """`?` or `%` stands anywhere in it."""
    start: Bound
    end: Bound
    spans: tuple[Span, ...]
    """The members of a set, empty for anything else."""
    reaches: tuple[Reach, ...]
    """One for each member of a set, one for anything else."""
    every: bool
    """True for `[..]`: certain only when all reaches are; otherwise one is enough."""

    def __str__(self) -> str:
        """The text as it was written."""
        return self.text


class Point(NamedTuple):
    """One date inside the engine: no interval, no set. All numbers are day numbers."""

    precision: str
    level: int
    approximate: bool
    uncertain: bool
    earliest: int
    latest: int
    final: int
    """The first day of the last unit it can be: an interval runs backwards when it ends before this."""
    first: int
    """Earliest day for the overlap tests, after widening."""
    last: int
    """Latest day for the overlap tests, after widening."""
    surely_from: int
    surely_by: int


COARSENESS = (
    "second", "minute", "day", "month", "quarter", "season", "quadrimester", "semester",
    "year", "decade", "century", "none",
)  # fmt: skip


def coarsest(precisions: list[str]) -> str:
    """The coarsest of these precisions; `none` where the list is empty."""
    return max(precisions, key=COARSENESS.index, default="none")
