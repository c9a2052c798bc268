"""Read and validate YAML files of records."""

from collections.abc import Callable
from typing import Any

import pytest

from timeline.problems import Problem
from timeline.readers.yaml import read
from timeline.records import ActorRecord, EventRecord, Located, SourceRecord, validate_records

Validate = Callable[[str], tuple[list[Located[Any]], list[Problem]]]

MODELS: dict[str, type[Any]] = {"events": EventRecord, "actors": ActorRecord, "sources": SourceRecord}


@pytest.fixture
def validated() -> Validate:
    """Reads a file of records: its valid records and all of its problems."""

    def validate(text: str) -> tuple[list[Located[Any]], list[Problem]]:
        key = next((key for key in MODELS if f"\n{key}:" in f"\n{text}"), "events")
        tree, known = read("x.yaml", text)
        records, problems = validate_records(tree, key, MODELS[key], known)
        return records, [*known, *problems]

    return validate
