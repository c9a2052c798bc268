"""The JSON Schema of a file of records, for editors. With it an editor completes keys and values, and marks
what `timeline check` would refuse, as far as JSON Schema can express it.
"""

from collections.abc import Iterable
from typing import NamedTuple, cast, get_args

from pydantic import BaseModel
from pydantic_core import core_schema

from timeline.dataset.read import LoadedDataset
from timeline.dates.pattern import edtf_pattern
from timeline.documents.schema import SCHEMA_VERSION
from timeline.readers.nodes import Mapping, Scalar, Sequence, Tree
from timeline.records import ActorsFile, EventsFile, Participation, SourcesFile
from timeline.records.event import Level, LinkType
from timeline.records.fields import ACTOR_ID, DEFINED, ID, WEB
from timeline.reports.key_docs import DIALECT, DocumentedSchema, Schema, key_docs
from timeline.roles import ROLES

RECORDS: dict[str, type[BaseModel]] = {"events": EventsFile, "actors": ActorsFile, "sources": SourcesFile}
"""The files of a dataset, by the name of their list."""


class KnownIds(NamedTuple):
    """The ids and names to which the records of a dataset can refer."""

    events: list[str]
    """Ids of events."""
    sources: list[str]
    """Ids of sources."""
    actors: list[str]
    """Names, codes and ids of actors, including built-in ones."""


def known_ids(material: LoadedDataset) -> KnownIds:
    """The ids and names of a dataset, including those of records with problems."""
    actors = [admitted.record for admitted in (*material.world, *material.actors)]
    names = {name for actor in actors for name in (actor.id, actor.name, *actor.codes, *actor.aliases)}
    trees = [*material.trees.values()]
    return KnownIds(_ids(trees, "events"), _ids(trees, "sources"), sorted(names))


def _ids(trees: Iterable[Tree], key: str) -> list[str]:
    ids: set[str] = set()
    for tree in trees:
        items = tree.root.get(key) if isinstance(tree.root, Mapping) else None
        for item in items.items if isinstance(items, Sequence) else ():
            written = item.get("id") if isinstance(item, Mapping) else None
            if isinstance(written, Scalar) and ID.fullmatch(written.text):
                ids.add(written.text)
    return sorted(ids)


class _EditorSchema(DocumentedSchema):
    """A schema without null: an optional key is left out."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """The schema of the value without null."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """The schema without a default that is null or empty."""
        with_default = super().default_schema(schema)
        return {key: value for key, value in with_default.items() if key != "default" or value}


def editor_schema(records: str, known: KnownIds | None = None) -> Schema:
    """The JSON Schema (draft 2020-12) of `data/NAME.yaml`. With `known`, references to other records must be
    among these ids, and editors offer these names of actors. Raises KeyError if there is no such file.
    """
    generated = RECORDS[records].model_json_schema(schema_generator=_EditorSchema)
    definitions = {**cast("dict[str, Schema]", generated.pop("$defs")), **_values(known)}
    identity = {} if known else {"$id": f"urn:timeline:schema:{SCHEMA_VERSION}:records:{records}"}
    cast("dict[str, Schema]", generated["properties"])[records]["type"] = [
        "array",
        "null",
    ]  # null while it has no records
    file = cast("Schema", _linked(generated))
    linked = {name: _linked(definition) for name, definition in definitions.items()}
    used = _used(file, linked)
    return {
        "$schema": DIALECT,
        **identity,
        "title": f"timeline: data/{records}.yaml",
        **file,
        "$defs": {name: definition for name, definition in linked.items() if name in used},
    }


def _linked(node: object) -> object:
    """A schema with a reference in place of each name of a definition."""
    if isinstance(node, list):
        return [_linked(item) for item in node]
    if not isinstance(node, dict):
        return node
    linked = {key: _linked(value) for key, value in node.items() if key != DEFINED}
    return {"$ref": f"#/$defs/{node[DEFINED]}", **linked} if DEFINED in node else linked


def _used(node: object, definitions: dict[str, object]) -> set[str]:
    """The names of the definitions to which a schema refers, directly or through others."""
    used: set[str] = set()
    pending = [node]
    while pending:
        item = pending.pop()
        if isinstance(item, list):
            pending += item
        elif isinstance(item, dict):
            pending += item.values()
            name = str(item.get("$ref", "")).removeprefix("#/$defs/")
            if name in definitions and name not in used:
                used.add(name)
                pending.append(definitions[name])
    return used


def _ref(name: str) -> Schema:
    return {DEFINED: name}


def _values(known: KnownIds | None) -> dict[str, Schema]:
    """Definitions of values. Editors read 2025 and 007 in YAML as numbers, `timeline` reads them as text."""
    identifier: Schema = {"type": ["string", "integer"], "pattern": f"^{ID.pattern}$", "minimum": 0}
    return {
        "Text": {"type": ["string", "number", "boolean"], "pattern": r"\S"},
        "Id": identifier,
        "EventId": _one_of(known.events) if known and known.events else identifier,
        "SourceId": _one_of(known.sources) if known and known.sources else identifier,
        "ActorId": {"type": ["string", "integer"], "pattern": f"^{ACTOR_ID.pattern}$", "minimum": 0},
        "ActorName": {"anyOf": [{"enum": known.actors}, _ref("Text")]} if known else _ref("Text"),
        "SourceOrUrl": {"anyOf": [_ref("SourceId"), _ref("Url")]},
        "Url": {"type": "string", "pattern": f"^{WEB.pattern}$"},
        "FileName": {
            "type": ["string", "number"],
            "minimum": 0,
            "pattern": "^[a-z0-9][a-z0-9_-]*(?:[.][a-z0-9_-]+)*[.]?$",
        },
        "Sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "LineNumber": {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]{1,9}$"},
        "Date": _edtf(sets=True),
        "Period": _edtf(sets=False),
        "Links": _links(),
        **_actors(known),
    }


def _one_of(ids: list[str]) -> Schema:
    numbers = [int(name) for name in ids if name.isdecimal() and str(int(name)) == name]
    return {"enum": [*ids, *numbers]}


def _edtf(*, sets: bool) -> Schema:
    """A date. Editors read a year as a number and drop the zeros of one before 1000, so it must be quoted."""
    return {
        "type": ["string", "integer"],
        "pattern": edtf_pattern(sets=sets),
        "minimum": -9999,
        "maximum": 9999,
        "not": {"type": "integer", "minimum": -999, "maximum": 999},
        "patternErrorMessage": "not a date in EDTF; write 2024, 2024-07, 2024-07-09 or 2024-07-09/2024-07-11",
        "description": "A date in EDTF (ISO 8601-2, levels 0 to 2), no more precise than it is known. "
        'Years have four digits; put one before 1000 in quotation marks: "0476".',
        "examples": ["2025-06-24", "2025-06-24/2025-06-25", "2024-07", "2023~", "2022-02-24/.."],
    }


_LINKS: dict[LinkType, str] = {
    "part-of": "Events that this one is a part of.",
    "outcome-of": "Events that this one resulted from.",
    "about": "Events that this one is about.",
    "follows": "Events that this one follows.",
    "responds-to": "Events to which this one responds.",
    "leads-to": "Events to which this one leads.",
}


def _links() -> Schema:
    ids: Schema = {"anyOf": [_ref("EventId"), {"type": "array", "items": _ref("EventId")}]}
    properties = {name: {**ids, "description": meaning} for name, meaning in _LINKS.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _actors(known: KnownIds | None) -> dict[str, Schema]:
    """Definitions for the short and the long forms of `actors`."""
    docs = key_docs(Participation)
    roles = {**_ref("Roles"), "description": docs["roles"]}
    named: Schema = {"properties": {name: _ref("Part") for name in known.actors}} if known else {}
    return {
        "Role": {"enum": list(ROLES)},
        "Roles": {"anyOf": [_ref("Role"), {"type": "array", "items": _ref("Role"), "minItems": 1}]},
        "Participation": {
            "type": "object",
            "properties": {
                "role": roles,
                "roles": roles,
                "by": {**_ref("ActorName"), "description": docs["by"]},
                "level": {"enum": list(get_args(Level)), "description": docs["level"]},
            },
            "additionalProperties": False,
            "not": {"required": ["role", "roles"]},
        },
        "Part": {"anyOf": [_ref("Roles"), _ref("Participation")]},
        "Actors": {
            "anyOf": [
                {"type": "array", "items": _ref("ActorName"), "uniqueItems": True},
                {
                    "type": "object",
                    "propertyNames": {"pattern": r"\S"},
                    **named,
                    "additionalProperties": _ref("Part"),
                },
            ]
        },
    }
