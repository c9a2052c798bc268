"""What is asked of a timeline: a frozen value, without SQL and without the command line."""

from typing import NamedTuple

from timeline.roles import CONCERNED, TAKING_PART


class Unclear(ValueError):
    """What was asked cannot be read, or can be read in two ways: the sentence asks back."""


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


class Query(NamedTuple):
    """Every part narrows; within a part any value will do. Texts are folded names (`names.fold`), all but
    `text`: words as typed, all of which an event must hold.
    """

    actors: tuple[ActorTerm, ...] = ()
    member_of: tuple[tuple[str, ...], ...] = ()
    """For each `--member-of` the ids of groups: a then-member of any of them took part."""
    roles: tuple[str, ...] = ()
    windows: tuple[Window, ...] = ()
    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    text: str = ""
    certain: bool = False
    direct: bool = False
    reverse: bool = False
    limit: int | None = None

    @property
    def accepted_roles(self) -> tuple[str, ...]:
        """The roles that count: those asked for, else everybody's who took part or was concerned."""
        return self.roles or (*TAKING_PART, *CONCERNED)

    @property
    def asks(self) -> bool:
        """Whether anything is asked, so that documents say how they match."""
        return self._replace(reverse=False, limit=None, certain=False, direct=False) != Query()
