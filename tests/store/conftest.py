"""A store in memory, built from records that stand in the test, with a world of their own."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Protocol

import pytest

from timeline import readers
from timeline.dataset.read import LoadedDataset
from timeline.evidence import link
from timeline.records import ActorRecord, EventRecord, validate_records
from timeline.store import Store
from timeline.store.build import build

Record = Mapping[str, object]


class Compile(Protocol):
    """Records as YAML would have them; what an event leaves out but needs is made up."""

    def __call__(self, events: Sequence[Record], actors: Sequence[Record] = ()) -> Store: ...


@pytest.fixture(scope="session")
def compiled() -> Compile:
    """A compiled timeline of these events, in a world of these actors and nobody else."""

    def make(events: Sequence[Record], actors: Sequence[Record] = ()) -> Store:
        whole = [{"title": event["id"], "kind": "summit", "summary": "It was.", **event} for event in events]
        event_tree, faults = readers.read("events.yaml", json.dumps({"format": "1", "events": whole}))
        actor_tree, more = readers.read("actors.yaml", json.dumps({"format": "1", "actors": list(actors)}))
        admitted, wrong = validate_records(event_tree, "events", EventRecord, faults)
        people, wrong_too = validate_records(actor_tree, "actors", ActorRecord, more)
        assert [*faults, *more, *wrong, *wrong_too] == []
        material = LoadedDataset(tuple(admitted), (), (), tuple(people), None, {}, (), 0)
        connection = sqlite3.connect(":memory:", isolation_level=None)
        build(connection, link(material), {"problems": "0"})
        return Store(connection)

    return make
