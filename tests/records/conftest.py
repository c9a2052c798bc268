"""Records out of YAML, as loading takes them in."""

from collections.abc import Callable
from typing import Any

import pytest

from timeline.problems import Problem
from timeline.readers.yaml import read
from timeline.records import ActorRecord, EventRecord, Located, SourceRecord, validate_records

Admit = Callable[[str], tuple[list[Located[Any]], list[Problem]]]

MODELS: dict[str, type[Any]] = {"events": EventRecord, "actors": ActorRecord, "sources": SourceRecord}


@pytest.fixture
def admitted() -> Admit:
    """Takes in a whole file of records: those that are good, and all that is wrong with it."""

    def take(text: str) -> tuple[list[Located[Any]], list[Problem]]:
        key = next((key for key in MODELS if f"\n{key}:" in f"\n{text}"), "events")
        tree, known = read("x.yaml", text)
        records, problems = validate_records(tree, key, MODELS[key], known)
        return records, [*known, *problems]

    return take
