"""The actors of a timeline: how often each is named, and everything about one of them."""

import json
from collections.abc import Iterator
from typing import Literal, cast

from typing_extensions import TypedDict

from timeline.documents.schema import SCHEMA_VERSION, Document
from timeline.query import FOREVER, ActorTerm, Query
from timeline.resolve import ReadDate
from timeline.roles import CONCERNED, NOT_THERE, ROLES, TAKING_PART
from timeline.store import Store
from timeline.store.actors import KnownActor, MemberRow

MemberReport = TypedDict(
    "MemberReport",
    {
        "id": str,
        "name": str,
        "edtf": str,
        "from": str,
        "to": str | None,
        "certainty": Literal["certain", "possible"],
        "see": list[str],
    },
)
"""A membership, seen from the group or from the member: `id` and `name` are those of the other one. `edtf` is
the time as the table has it, `from` and `to` are its ends (null: still a member), `certainty` says whether it
holds for the whole period that was asked for, and `see` is where the table has it from.
"""


class ActorEvent(TypedDict):
    """An event of an actor, with its roles or the groups through which it matches. `in_period` is true if the
    event overlaps the period that was asked for, or none was.
    """

    id: str
    title: str
    edtf: str
    date_text: str
    roles: list[str]
    through: list[str]
    in_period: bool


class ActorReport(TypedDict):
    """Everything about an actor. `origin` is `built-in` or data/actors.yaml. `existed` is the lifetime of a
    historical state, in EDTF. `on` is the period that was asked for, in EDTF; without one, `members` and
    `groups` are those without a known end.
    """

    schema_version: Literal[1]
    id: str
    name: str
    kind: str
    names: list[str]
    ambiguous: list[str]
    see: list[str]
    existed: str | None
    origin: str
    on: str | None
    members: list[MemberReport]
    not_yet: list[MemberReport]
    no_longer: list[MemberReport]
    groups: list[MemberReport]
    events: list[ActorEvent]


class PresenceEvent(TypedDict):
    """An event by its id and its date in EDTF."""

    id: str
    edtf: str


class Presence(TypedDict):
    """How many events name an actor, with the first and the last of them."""

    schema_version: Literal[1]
    id: str
    name: str
    kind: str
    event_count: int
    first: PresenceEvent
    last: PresenceEvent


def presences(store: Store, kind: str | None = None) -> list[Presence]:
    """The actors that events name, the most frequent first; with `kind` only those of this kind."""
    return [
        {
            "schema_version": SCHEMA_VERSION,
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "event_count": actor.events,
            "first": {"id": actor.first[0], "edtf": actor.first[1]},
            "last": {"id": actor.last[0], "edtf": actor.last[1]},
        }
        for actor in store.actors.activity((*TAKING_PART, *CONCERNED, *NOT_THERE))
        if kind is None or actor.kind == kind.casefold()
    ]


def actor_report(store: Store, known: KnownActor, period: ReadDate | None) -> ActorReport:
    """Everything about an actor: names, events, and its members and groups in a period (None: now)."""
    record = cast("ActorReport", json.loads(store.actors.record(known.id)))
    since, until = _days(period)
    memberships = store.actors.members(known.id)
    current = [member for member in memberships if member.first <= until and member.last >= since]
    present = {member.id for member in current}
    others = [member for member in memberships if member.id not in present]
    see = record["see"]
    return {
        "schema_version": SCHEMA_VERSION,
        **record,
        "on": period.edtf if period else None,
        "members": [_member(member, since, until, see) for member in current],
        "not_yet": [_member(member, since, until, see) for member in others if member.first > until],
        "no_longer": [_member(member, since, until, see) for member in others if member.last < since],
        "groups": [
            _member(group, since, until, _reference(store, group.id))
            for group in store.actors.groups(known.id)
            if group.first <= until and group.last >= since
        ],
        "events": _events(store, known, period),
    }


def _reference(store: Store, group: str) -> list[str]:
    return cast("ActorReport", json.loads(store.actors.record(group)))["see"]


def _days(period: ReadDate | None) -> tuple[int, int]:
    """The first and the last day of the period. Without one, a day that only memberships without a known end
    include.
    """
    if period is None:
        return FOREVER - 1, FOREVER - 1
    since, until = period.window
    return -FOREVER if since is None else since, FOREVER if until is None else until


def _member(member: MemberRow, since: int, until: int, see: list[str]) -> MemberReport:
    certain = member.sure_first <= since and member.sure_last >= until
    start, _, end = member.edtf.partition("/")
    return {
        "id": member.id,
        "name": member.name,
        "edtf": member.edtf,
        "from": start,
        "to": None if end == ".." else end or start,
        "certainty": "certain" if certain else "possible",
        "see": see,
    }


def _events(store: Store, known: KnownActor, period: ReadDate | None) -> list[ActorEvent]:
    """All its events, including those from which it was absent."""
    query = Query(actors=(ActorTerm(known.name, (known.id,)),), roles=ROLES)
    in_period = query._replace(windows=(period.window,)) if period else query
    ids = {document["id"] for document in _documents(store, in_period)}
    return [_event(document, known, ids) for document in _documents(store, query)]


def _documents(store: Store, query: Query) -> Iterator[Document]:
    return (cast("Document", json.loads(answer.json)) for answer in store.select(query))


def _event(document: Document, known: KnownActor, in_period: set[str]) -> ActorEvent:
    own = next((actor for actor in document["actors"] if actor["id"] == known.id), None)
    return {
        "id": document["id"],
        "title": document["title"],
        "edtf": document["date"]["edtf"],
        "date_text": document["date"]["text"],
        "roles": own["roles"] if own else [],
        "through": document["match"]["actors"][known.name]["through"],
        "in_period": document["id"] in in_period,
    }
