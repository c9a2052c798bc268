"""docs/records.md has the keys of the record models, with the same description of each."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.records import (
    ActorRecord,
    ActorsFile,
    Citation,
    CuratorNote,
    EventRecord,
    EventsFile,
    Office,
    Participation,
    Place,
    SourceRecord,
    SourcesFile,
)
from timeline.records.fields import Record
from timeline.reports.key_docs import key_docs

MANUAL = (Path(__file__).parents[2] / "docs" / "records.md").read_text("utf-8")
TABLES: dict[tuple[str, str], type[Record]] = {
    ("data/events.yaml", "The file"): EventsFile,
    ("data/events.yaml", "An event"): EventRecord,
    ("data/events.yaml", "A place"): Place,
    ("data/events.yaml", "The part of an actor"): Participation,
    ("data/events.yaml", "A citation"): Citation,
    ("data/events.yaml", "A curator's note"): CuratorNote,
    ("data/actors.yaml", "The file"): ActorsFile,
    ("data/actors.yaml", "An actor"): ActorRecord,
    ("data/actors.yaml", "An office"): Office,
    ("data/sources.yaml", "The file"): SourcesFile,
    ("data/sources.yaml", "A source"): SourceRecord,
}


def tables() -> Iterator[tuple[tuple[str, str], dict[str, str]]]:
    """The tables of the page, by chapter and section: the meaning of each key."""
    for chapter in MANUAL.split("\n## ")[1:]:
        for section in chapter.split("\n### ")[1:]:
            rows = dict(re.findall(r"^\| `([^`]+)` \| (.*) \|$", section, re.MULTILINE))
            yield (chapter.splitlines()[0], section.splitlines()[0]), rows


def test_the_page_has_a_table_for_every_record_model() -> None:
    assert {heading for heading, rows in tables() if rows} == set(TABLES)


@pytest.mark.parametrize("heading", TABLES, ids=lambda heading: " ".join(heading))
def test_a_table_has_the_keys_and_descriptions_of_its_model(heading: tuple[str, str]) -> None:
    model = TABLES[heading]
    written = key_docs(model)
    assert list(written) == list(model.model_fields)
    if model is Participation:
        written = {"role": written["roles"], **written}
    assert dict(tables())[heading] == written
