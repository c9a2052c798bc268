"""The event record: what `data/events.yaml` holds, one mapping an event."""

from collections import Counter
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field, WithJsonSchema

from timeline.records.fields import Edtf, Id, Record, Text, Texts, one_or_more
from timeline.roles import ROLES, Role

Level = Literal["leader", "deputy", "minister", "official"]
Status = Literal["planned", "held", "cancelled", "ongoing"]
LinkType = Literal["part-of", "outcome-of", "about", "follows", "responds-to", "leads-to"]


class Place(Record):
    """Where it was; `country` is any name or code of a country."""

    name: Text
    country: Text | None = None


class Participation(Record):
    """The part that an actor had, and who came for it."""

    roles: Annotated[list[Role], BeforeValidator(one_or_more), Field(min_length=1)] = ["participant"]
    by: Text | None = None
    level: Level | None = None


class Citation(Record):
    """The event's claim that a source says this. `supports` names what the quote proves; [] is context."""

    source: Id
    quote: Text
    supports: list[Text]
    note: Text | None = None
    prefix: Text | None = None
    suffix: Text | None = None
    speaker: Text | None = None
    contradicts: list[Text] = []


class CuratorNote(Record):
    """What no stored text proves, and where it is from (`see`: source ids or web addresses)."""

    note: Text
    supports: list[Text]
    see: Texts = []


def _participations(value: object) -> object:
    """Names with roles in any of the short forms, as a mapping of participations."""
    if isinstance(value, list):
        times = Counter(name for name in value if isinstance(name, str))
        if len(times) < times.total():
            raise ValueError(f'"{min(name for name in times if times[name] > 1)}" is listed twice')
        if all(isinstance(name, str) for name in value):
            return {name: {} for name in value}
    return value


def _participation(part: object) -> object:
    if isinstance(part, str | list):
        return {"roles": part}
    if isinstance(part, dict) and "role" in part:
        if "roles" in part:
            raise ValueError("both role and roles are here: one of them is enough")
        return {("roles" if key == "role" else key): entry for key, entry in part.items()}
    return part


_ROLE = {"enum": list(ROLES)}
_PART = {"oneOf": [_ROLE, {"type": "array", "items": _ROLE, "minItems": 1}]}
_TEXT = {"type": "string"}
_PARTICIPATION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"role": _PART, "roles": _PART, "by": _TEXT, "level": {"enum": list(get_args(Level))}},
}
_ACTORS = {
    "oneOf": [
        {"type": "array", "items": _TEXT},
        {"type": "object", "additionalProperties": {"oneOf": [*_PART["oneOf"], _PARTICIPATION]}},
    ]
}


Places = Annotated[list[Place], BeforeValidator(one_or_more, json_schema_input_type=Place | list[Place])]
Ids = Annotated[list[Id], BeforeValidator(one_or_more, json_schema_input_type=Id | list[Id])]


class EventRecord(Record):
    """One event as curated. Everything but title, kind, topics and links must be answered for."""

    id: Id
    title: Text
    kind: Id
    date: Edtf
    summary: Texts
    status: Status = "held"
    place: Places = []
    actors: Annotated[
        dict[Text, Annotated[Participation, BeforeValidator(_participation)]],
        BeforeValidator(_participations),
        WithJsonSchema(_ACTORS),
    ] = {}
    topics: list[Text] = []
    links: dict[LinkType, Ids] = {}
    citations: list[Citation] = []
    curator: list[CuratorNote] = []
    accept: dict[Text, Text] = {}


class EventsFile(Record):
    """The top of `data/events.yaml`."""

    format: Literal["1", 1]
    events: list[EventRecord]
