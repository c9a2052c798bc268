"""The event record: one mapping in `data/events.yaml`."""

from collections import Counter
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from timeline.records.fields import (
    ActorName,
    Edtf,
    EventId,
    Id,
    Record,
    SourceId,
    SourceOrUrl,
    Text,
    Texts,
    defined,
    one_or_more,
)
from timeline.roles import Role

Level = Literal["leader", "deputy", "minister", "official"]
Status = Literal["planned", "held", "cancelled", "ongoing"]
LinkType = Literal["part-of", "outcome-of", "about", "follows", "responds-to", "leads-to"]


class Place(Record):
    """A place of the event."""

    name: Text
    """The town, building or area."""
    country: ActorName | None = None
    """The country, by any name or code of it."""


class Participation(Record):
    """How an actor took part: its roles, and the person who acted for it."""

    roles: Annotated[list[Role], BeforeValidator(one_or_more), Field(min_length=1)] = ["participant"]
    """One role or a list of roles; participant when left out."""
    by: ActorName | None = None
    """The person who took part for the actor."""
    level: Level | None = None
    """The rank of that person: leader, deputy, minister or official."""


class Citation(Record):
    """The event's claim that a source contains this quotation."""

    source: SourceId
    """The id of the source that is quoted."""
    quote: Text
    """The words of the source, verbatim; `[...]` joins parts."""
    supports: list[Text]
    """The fields that the quotation proves; `[]` when it only gives context."""
    note: Text | None = None
    """A remark of the curator."""
    prefix: Text | None = None
    """Words just before the quotation, where the same words are found in several places."""
    suffix: Text | None = None
    """Words just after the quotation, where the same words are found in several places."""
    speaker: Text | None = None
    """The person who says the quoted words."""
    contradicts: list[Text] = []
    """The fields that the quotation contradicts."""


References = Annotated[
    list[SourceOrUrl], BeforeValidator(one_or_more, json_schema_input_type=SourceOrUrl | list[SourceOrUrl])
]


class CuratorNote(Record):
    """A statement that no stored text proves, with references (`see`)."""

    note: Text
    """The curator's note."""
    supports: list[Text]
    """The fields that the note supports."""
    see: References = []
    """Where it comes from: an id of a source or a web address, or a list of them."""


def _participations(value: object) -> object:
    """A plain list of names as a mapping of participations; any other value unchanged."""
    if isinstance(value, list):
        counts = Counter(name for name in value if isinstance(name, str))
        if len(counts) < counts.total():
            raise ValueError(f'"{min(name for name in counts if counts[name] > 1)}" is listed twice')
        if all(isinstance(name, str) for name in value):
            return {name: {} for name in value}
    return value


def _participation(part: object) -> object:
    """One role, a list of roles, or `role` as a key: the same as a mapping with `roles`."""
    if isinstance(part, str | list):
        return {"roles": part}
    if isinstance(part, dict) and "role" in part:
        if "roles" in part:
            raise ValueError('both "role" and "roles" are given; keep one')
        return {("roles" if key == "role" else key): entry for key, entry in part.items()}
    return part


Places = Annotated[list[Place], BeforeValidator(one_or_more, json_schema_input_type=Place | list[Place])]
EventIds = Annotated[
    list[EventId], BeforeValidator(one_or_more, json_schema_input_type=EventId | list[EventId])
]


class EventRecord(Record):
    """One event as curated. Every field except title, kind, topics and links needs evidence."""

    id: Id
    """Lower-case letters, digits and single hyphens, such as `hague-2025`; unique in the dataset."""
    title: Text
    """The curator's words."""
    kind: Id
    """A slug: summit, meeting, speech, statement, announcement, agreement, document, programme, visit,
    conflict, trend, ...
    """
    date: Edtf
    """EDTF; days are local days at the place. Years have four digits, or `X`. Put a set in quotation marks:
    `"[..2024-07-09]"`.
    """
    summary: Texts
    """One sentence or a list of sentences, each with its own evidence."""
    status: Status = "held"
    """planned, held (when left out), cancelled or ongoing."""
    place: Places = []
    """Where it was: `{name, country}`, or a list of places."""
    actors: Annotated[
        dict[ActorName, Annotated[Participation, BeforeValidator(_participation)]],
        BeforeValidator(_participations),
        defined("Actors"),
    ] = {}
    """Who had a part: the name, alias or code of an actor, with a role, a list of roles, or `{role, by,
    level}`. A plain list of names means participant.
    """
    topics: list[Text] = []
    """What it was about: a list of words."""
    links: Annotated[dict[LinkType, EventIds], defined("Links")] = {}
    """Ids of other events, by type: part-of, outcome-of, about, follows, responds-to, leads-to."""
    citations: list[Citation] = []
    """Quotations from sources, each with the fields that it supports."""
    curator: list[CuratorNote] = []
    """Notes on what no stored text proves, and where it comes from."""
    accept: dict[Text, Text] = {}
    """Rules of `timeline check` whose problems are accepted for this event, each with the reason."""


class EventsFile(Record):
    """The top of `data/events.yaml`."""

    format: Literal["1", 1]
    """The version of the record format: 1."""
    events: list[EventRecord]
    """The events, in any order."""
