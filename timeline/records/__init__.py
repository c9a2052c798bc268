"""Records as curators write them, validated: events, actors and sources.

`validate` turns the nodes of a file into records and problems. The models define what is allowed;
`timeline schema --records` prints the JSON Schema made from them, for editors.
"""

from timeline.records import event, fields, limits
from timeline.records.actor import ActorRecord, ActorsFile, Office
from timeline.records.event import (
    Citation,
    CuratorNote,
    EventRecord,
    EventsFile,
    Participation,
    Place,
)
from timeline.records.limits import FileBudget
from timeline.records.source import SourceRecord, SourcesFile
from timeline.records.validate import Located, count, validate_records

__all__ = [
    "ActorRecord",
    "ActorsFile",
    "Citation",
    "CuratorNote",
    "EventRecord",
    "EventsFile",
    "FileBudget",
    "Located",
    "Office",
    "Participation",
    "Place",
    "SourceRecord",
    "SourcesFile",
    "count",
    "event",
    "fields",
    "limits",
    "validate_records",
]
