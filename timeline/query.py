"""What is asked of a timeline, as a frozen value that knows neither SQL nor the command line."""

from typing import NamedTuple

from timeline.roles import CONCERNED, TAKING_PART

FOREVER = 1 << 62
"""The day number for "no end"; its negative is the one for "no beginning"."""

NEVER = FOREVER + 1
"""A day number beyond all others, for what is not certain of any day."""


class InvalidQuery(ValueError):
    """A query that cannot be parsed, or that is ambiguous; the message names the possible readings."""


class UnknownName(KeyError):
    """An event, actor, source or field that does not exist; the message names it."""

    def __str__(self) -> str:
        """The message itself; a KeyError would show its repr."""
        return str(self.args[0])


class Window(NamedTuple):
    """The days from `since` to `until`, inclusive; None means no limit on that side."""

    since: int | None
    until: int | None


class ActorTerm(NamedTuple):
    """One `--actor`: events with any of `ids` match; `name` is how the answer displays it."""

    name: str
    ids: tuple[str, ...]


class FacetTerm(NamedTuple):
    """Accepted values of one facet (see `timeline.filters.FACETS`), as folded names."""

    facet: str
    values: tuple[str, ...]


class Query(NamedTuple):
    """The filters of a query and the order of its answer.

    An event must match every filter; within one filter, any value will do. `text` holds words as typed, and
    an event must contain all of them.
    """

    actors: tuple[ActorTerm, ...] = ()
    member_of: tuple[tuple[str, ...], ...] = ()
    """For each `--member-of`, the ids of groups: a member of any of them at the time took part."""
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
        """The roles given, or by default all roles except those of actors that were not there."""
        return self.roles or (*TAKING_PART, *CONCERNED)

    @property
    def asks(self) -> bool:
        """Whether there is any filter, so that documents show how they match it."""
        return self._replace(reverse=False, limit=None, certain=False, direct=False) != Query()
