"""What curators write, validated: events, actors and sources, each with its place in the file.

`gate` is the way in: a tree goes in, records and problems come out. The models say what is allowed,
and their JSON Schema (`timeline schema --records`) says it to editors.
"""

from timeline.records.actor import ActorRecord, ActorsFile, Office
from timeline.records.event import (
    Citation,
    CuratorNote,
    EventRecord,
    EventsFile,
    Participation,
    Place,
)
from timeline.records.patience import Patience
from timeline.records.source import SourceRecord, SourcesFile
from timeline.records.validate import Located, count, validate_records

__all__ = [
    "ActorRecord",
    "ActorsFile",
    "Citation",
    "CuratorNote",
    "EventRecord",
    "EventsFile",
    "Located",
    "Office",
    "Participation",
    "Patience",
    "Place",
    "SourceRecord",
    "SourcesFile",
    "count",
    "validate_records",
]
