"""Timelines of a few events that are written in the test, with the built-in world and without files."""

import textwrap
from collections.abc import Callable, Iterator
from typing import Protocol

import pytest

from tests.conftest import FROZEN
from timeline import readers
from timeline.checks import Context
from timeline.dataset.locate import Dataset
from timeline.dataset.read import LoadedDataset
from timeline.evidence import LinkedEvent, Timeline, link, load_timeline
from timeline.problems import Problem
from timeline.records import ActorRecord, EventRecord, Located, validate_records


class MakeTimeline(Protocol):
    """`events` and `actors` are lists of records in YAML. Quotes are not looked up: there are no texts."""

    def __call__(self, events: str, *, actors: str = "") -> Timeline: ...


def ask(rule: Callable[[LinkedEvent, Context], Iterator[Problem]], timeline: Timeline) -> list[Problem]:
    """The problems that an event rule finds in all events."""
    context = Context(timeline)
    return [problem for linked in timeline.events for problem in rule(linked, context)]


@pytest.fixture(scope="session")
def shipped() -> Timeline:
    """The frozen copy of the shipped dataset, linked."""
    return load_timeline(Dataset("folder", FROZEN, ""))


@pytest.fixture(scope="session")
def world(shipped: Timeline) -> tuple[Located[ActorRecord], ...]:
    """The built-in world."""
    return shipped.material.world


@pytest.fixture(scope="session")
def timeline_of(world: tuple[Located[ActorRecord], ...]) -> MakeTimeline:
    """Make timelines from YAML that is written in the test."""

    def make(events: str, *, actors: str = "") -> Timeline:
        tree, form = readers.read("data/events.yaml", _file("events", events))
        records, shape = validate_records(tree, "events", EventRecord, form)
        people: list[Located[ActorRecord]] = []
        if actors:
            file, faults = readers.read("data/actors.yaml", _file("actors", actors))
            people, more = validate_records(file, "actors", ActorRecord, faults)
            shape += [*faults, *more]
        assert [*form, *shape] == []
        trees = {tree.file: tree}
        return link(LoadedDataset(tuple(records), tuple(people), (), world, None, trees, (), 0))

    return make


def _file(key: str, items: str) -> str:
    return f"format: 1\n{key}:\n{textwrap.indent(textwrap.dedent(items).strip(chr(10)), '  ')}\n"
