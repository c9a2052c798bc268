"""The actors of a timeline: how often each is named, and everything known of one."""

import json
from collections.abc import Iterator
from typing import Literal, cast

from typing_extensions import TypedDict

from timeline.documents.schema import SCHEMA_VERSION, Document
from timeline.forever import FOREVER
from timeline.query import ActorTerm, Query
from timeline.resolve import ReadDate
from timeline.roles import CONCERNED, NOT_THERE, ROLES, TAKING_PART
from timeline.store import Store
from timeline.store.actors import Known, Member

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
"""A membership: of the actor named here in the actor asked about, or the other way round. `edtf` is the time
as the table has it, `from` and `to` its ends (null: still a member), `certainty` how sure it is on the day
that was asked for, `see` the reference of the group.
"""


class ActorEvent(TypedDict):
    """An event of an actor: in which roles, or through which groups. `in_period` is true when the event
    overlaps the time asked for, or none was.
    """

    id: str
    title: str
    edtf: str
    date_text: str
    roles: list[str]
    through: list[str]
    in_period: bool


class ActorReport(TypedDict):
    """`origin` is where the actor is from: `built-in` or data/actors.yaml. `existed` is the lifetime of a
    historical state, in EDTF. `on` is the time asked for, in EDTF; where none was, `members` and `groups` are
    those that last until now as far as known.
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
    id: str
    edtf: str


class Presence(TypedDict):
    """How often an actor is on the timeline, with the first and the last event that names it."""

    schema_version: Literal[1]
    id: str
    name: str
    kind: str
    event_count: int
    first: PresenceEvent
    last: PresenceEvent


def presences(store: Store, kind: str | None = None) -> list[Presence]:
    """The actors that events name, the most frequent first; only those of one kind where it is given."""
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
        for actor in store.people.present((*TAKING_PART, *CONCERNED, *NOT_THERE))
        if kind is None or actor.kind == kind.casefold()
    ]


def actor_report(store: Store, known: Known, day: ReadDate | None) -> ActorReport:
    """Everything about an actor; who belongs to it, and to what it belongs, in the window asked for."""
    record = cast("ActorReport", json.loads(store.people.record(known.id)))
    since, until = _days(day)
    spells = store.people.members(known.id)
    then = [one for one in spells if one.first <= until and one.last >= since]
    present = {one.id for one in then}
    absent = [one for one in spells if one.id not in present]
    see = record["see"]
    return {
        "schema_version": SCHEMA_VERSION,
        **record,
        "on": day.edtf if day else None,
        "members": [_member(one, since, until, see) for one in then],
        "not_yet": [_member(one, since, until, see) for one in absent if one.first > until],
        "no_longer": [_member(one, since, until, see) for one in absent if one.last < since],
        "groups": [
            _member(one, since, until, _reference(store, one.id))
            for one in store.people.groups(known.id)
            if one.first <= until and one.last >= since
        ],
        "events": _events(store, known, day),
    }


def _reference(store: Store, group: str) -> list[str]:
    return cast("ActorReport", json.loads(store.people.record(group)))["see"]


def _days(day: ReadDate | None) -> tuple[int, int]:
    """Where nothing was asked: what lasts for ever, that is, until now as far as known."""
    if day is None:
        return FOREVER - 1, FOREVER - 1
    since, until = day.window
    return -FOREVER if since is None else since, FOREVER if until is None else until


def _member(one: Member, since: int, until: int, see: list[str]) -> MemberReport:
    sure = one.sure_first <= since and one.sure_last >= until
    start, _, end = one.edtf.partition("/")
    return {
        "id": one.id,
        "name": one.name,
        "edtf": one.edtf,
        "from": start,
        "to": None if end == ".." else end or start,
        "certainty": "certain" if sure else "possible",
        "see": see,
    }


def _events(store: Store, known: Known, day: ReadDate | None) -> list[ActorEvent]:
    """All its events, those in which it was absent among them."""
    query = Query(actors=(ActorTerm(known.name, (known.id,)),), roles=ROLES)
    on_the_day = query._replace(windows=(day.window,)) if day else query
    then = {document["id"] for document in _documents(store, on_the_day)}
    return [_event(document, known, then) for document in _documents(store, query)]


def _documents(store: Store, query: Query) -> Iterator[Document]:
    return (cast("Document", json.loads(answer.json)) for answer in store.select(query))


def _event(document: Document, known: Known, then: set[str]) -> ActorEvent:
    own = next((actor for actor in document["actors"] if actor["id"] == known.id), None)
    return {
        "id": document["id"],
        "title": document["title"],
        "edtf": document["date"]["edtf"],
        "date_text": document["date"]["text"],
        "roles": own["roles"] if own else [],
        "through": document["match"]["actors"][known.name]["through"],
        "in_period": document["id"] in then,
    }
