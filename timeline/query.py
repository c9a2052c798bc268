"""What is asked of a timeline: a frozen value, without SQL and without the command line."""

from typing import NamedTuple

from timeline.roles import CONCERNED, TAKING_PART

FOREVER = 1 << 62
"""The day number for "no end"; its negative is the one for "no beginning"."""

NEVER = FOREVER + 1
"""A day number beyond all others, for what is not certain of any day."""


class InvalidQuery(ValueError):
    """A query that cannot be read, or that can be read in two ways: the message names both."""


class UnknownName(KeyError):
    """What was asked for by name does not exist: an event, an actor, a source, a field. The message
    says so.
    """

    def __str__(self) -> str:
        """The message, and not its repr as of any other KeyError."""
        return str(self.args[0])


class Window(NamedTuple):
    """Days from `since` to `until`, both included; None is no limit on that side."""

    since: int | None
    until: int | None


class ActorTerm(NamedTuple):
    """One `--actor`: `name` is how the answer calls it; any of `ids` will do (a comma widens)."""

    name: str
    ids: tuple[str, ...]


class FacetTerm(NamedTuple):
    """The values of one facet (`timeline.filters.FACETS`), as folded names: any of them will do."""

    facet: str
    values: tuple[str, ...]


class Query(NamedTuple):
    """Every part narrows; within a part any value will do. `text` is words as typed, all of which an event
    must hold.
    """

    actors: tuple[ActorTerm, ...] = ()
    member_of: tuple[tuple[str, ...], ...] = ()
    """For each `--member-of` the ids of groups: a then-member of any of them took part."""
    roles: tuple[str, ...] = ()
    windows: tuple[Window, ...] = ()
    facets: tuple[FacetTerm, ...] = ()
    text: str = ""
    certain: bool = False
    direct: bool = False
    reverse: bool = False
    limit: int | None = None

    @property
    def accepted_roles(self) -> tuple[str, ...]:
        """The roles that count: those asked for, else those of taking part or being concerned."""
        return self.roles or (*TAKING_PART, *CONCERNED)

    @property
    def asks(self) -> bool:
        """Whether anything is asked, so that documents say how they match."""
        return self._replace(reverse=False, limit=None, certain=False, direct=False) != Query()
