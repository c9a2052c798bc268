"""Stores compiled from a few records that a test spells out."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Protocol

import pytest

from timeline import readers
from timeline.dataset.read import LoadedDataset
from timeline.evidence import Timeline, link
from timeline.records import ActorRecord, EventRecord, validate_records
from timeline.store import Store
from timeline.store.build import build

Record = Mapping[str, object]


class Link(Protocol):
    """Records as in YAML; required keys that an event lacks are filled in."""

    def __call__(self, events: Sequence[Record], actors: Sequence[Record] = ()) -> Timeline: ...


class Compile(Protocol):
    """The same records, compiled."""

    def __call__(self, events: Sequence[Record], actors: Sequence[Record] = ()) -> Store: ...


@pytest.fixture(scope="session")
def linked() -> Link:
    """A linked timeline of these events, in a world of these actors only."""

    def make(events: Sequence[Record], actors: Sequence[Record] = ()) -> Timeline:
        complete = [
            {"title": event["id"], "kind": "summit", "summary": "It was.", **event} for event in events
        ]
        event_tree, syntax = readers.read("events.yaml", json.dumps({"format": "1", "events": complete}))
        actor_tree, actor_syntax = readers.read(
            "actors.yaml", json.dumps({"format": "1", "actors": list(actors)})
        )
        valid_events, problems = validate_records(event_tree, "events", EventRecord, syntax)
        valid_actors, actor_problems = validate_records(actor_tree, "actors", ActorRecord, actor_syntax)
        assert [*syntax, *actor_syntax, *problems, *actor_problems] == []
        return link(LoadedDataset(tuple(valid_events), (), (), tuple(valid_actors), None, {}, (), 0))

    return make


@pytest.fixture(scope="session")
def compiled(linked: Link) -> Compile:
    """A compiled timeline of these events, in a world of these actors only."""

    def make(events: Sequence[Record], actors: Sequence[Record] = ()) -> Store:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        build(connection, linked(events, actors), {"problems": "0"})
        return Store(connection)

    return make
