"""What `actors` and `actor` print as JSON."""

import sys
from typing import Literal

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:  # pydantic makes a schema of typing_extensions' TypedDict only
    from typing_extensions import TypedDict


MemberReport = TypedDict(
    "MemberReport",
    {
        "id": str,
        "name": str,
        "edtf": str,
        "from": str,
        "to": str | None,
        "when": Literal["certain", "possible"],
        "see": list[str],
    },
)
"""A spell of membership, of the one named here in the actor asked about, or the other way round. `edtf` is
the spell as the table has it, `from` and `to` its ends (null: still a member), `when` how sure it is on the
day that was asked for, `see` the reference of the group.
"""


class ActorEvent(TypedDict):
    """An event of an actor: in which roles, or through which groups; `then` when it overlaps what was asked
    for, or nothing was.
    """

    id: str
    title: str
    date: str
    text: str
    roles: list[str]
    through: list[str]
    then: bool


class ActorReport(TypedDict):
    """`table` is where the actor is from: `built-in` or data/actors.yaml. `on` is what was asked for, in
    EDTF; where nothing was, `members` and `groups` are those that last until now as far as known.
    """

    id: str
    name: str
    kind: str
    names: list[str]
    ambiguous: list[str]
    see: list[str]
    table: str
    on: str | None
    members: list[MemberReport]
    not_yet: list[MemberReport]
    no_longer: list[MemberReport]
    groups: list[MemberReport]
    events: list[ActorEvent]


class PresenceEvent(TypedDict):
    id: str
    date: str


class Presence(TypedDict):
    """How often an actor is on the timeline."""

    id: str
    name: str
    kind: str
    events: int
    first: PresenceEvent
    last: PresenceEvent
