"""Every key that a record may have is used: it is read by some code outside records/, and users see it."""

import ast
import hashlib
import json
from pathlib import Path

import pytest

from tests.conftest import MakeDataset, Run
from timeline.records import ActorRecord, EventRecord, SourceRecord
from timeline.records.fields import Record

TEXT = "The towns met in Port Example on Monday. The mayor of the towns stayed at home."
EVENT = """
- id: towns
  title: The towns meet
  kind: meeting
  date: 2025-07-07
  summary: The towns met.
  citations:
    - {source: gazette, quote: The towns met in Port Example on Monday., supports: [date, summary.1, status]}
    - source: gazette
      quote: The mayor of the towns stayed at home.
      supports: []
      contradicts: [FIELDS]
"""
SOURCES = """
- id: gazette
  file: gazette.txt
  sha256: SHA
  published: 2025-07-09
  retrieved: 2025-07-10
  archived: https://example.org/copy
  language: en
  rights: all rights reserved
"""


def own(dataset: MakeDataset, fields: str) -> Path:
    """A dataset with one event, whose second quotation contradicts these fields."""
    sources = SOURCES.replace("SHA", hashlib.sha256(TEXT.encode()).hexdigest())
    actors = "- {id: LEAGUE, name: League of Ports, kind: group, existed: 1918/1992-04-27}"
    return dataset(
        EVENT.replace("FIELDS", fields), sources=sources, actors=actors, texts={"gazette.txt": TEXT}
    )


def models(model: type[Record]) -> set[type[Record]]:
    """A record and the records inside it."""
    found = {model}
    for field in model.model_fields.values():
        pending: list[object] = [field.annotation]
        while pending:
            annotation = pending.pop()
            if isinstance(annotation, type) and issubclass(annotation, Record):
                found |= models(annotation)
            pending += getattr(annotation, "__args__", ())
    return found


def test_every_key_of_a_record_is_read_outside_records(repository: Path) -> None:
    read = {
        node.attr
        for file in (repository / "timeline").rglob("*.py")
        if "records" not in file.parts
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
    }
    keys = {
        f"{model.__name__}.{name}"
        for record in (EventRecord, SourceRecord, ActorRecord)
        for model in models(record)
        for name in model.model_fields
    }
    assert "SourceRecord.rights" in keys
    assert {key for key in keys if key.partition(".")[2] not in read} == set()


def test_a_field_that_a_quotation_contradicts_is_disputed(dataset: MakeDataset, run: Run) -> None:
    folder = own(dataset, "summary.1")
    (event,) = json.loads(run("--dataset", folder, "show", "towns", "--json").out)
    disputed = {entry["field"]: entry["disputed"] for entry in event["fields"]}
    assert disputed == {"date": False, "status": False, "summary.1": True}
    assert event["citations"][1]["contradicts"] == ["summary.1"]
    page = run("--dataset", folder, "show", "towns").out
    assert "DISPUTED: summary 1 by 2" in page
    assert "contradicts: summary 1" in page
    why = run("--dataset", folder, "why", "towns", "summary.1").out
    assert "QUOTED, DISPUTED" in why
    assert "Contradicted by\n   seeds/gazette.txt:1:42\n" in why


def test_a_quotation_that_is_in_no_text_disputes_nothing(dataset: MakeDataset, run: Run) -> None:
    folder = own(dataset, "summary.1")
    file = folder / "data" / "events.yaml"
    file.write_text(file.read_text("utf-8").replace("stayed at home", "stayed in bed"), "utf-8")
    (event,) = json.loads(run("--dataset", folder, "show", "towns", "--json").out)
    assert not any(entry["disputed"] for entry in event["fields"])


@pytest.mark.parametrize(("written", "column"), [("no such field", 23), ("summary.1, no such field", 34)])
def test_an_unknown_field_in_contradicts_is_a_problem_at_its_place(
    dataset: MakeDataset, run: Run, written: str, column: int
) -> None:
    checked = run("--dataset", own(dataset, written), "check")
    assert checked.code == 1
    assert f'data/events.yaml:13:{column}: unknown-support: unknown field "no such field"' in checked.out


def test_what_a_source_record_says_is_published_and_shown(dataset: MakeDataset, run: Run) -> None:
    folder = own(dataset, "")
    report = json.loads(run("--dataset", folder, "source", "gazette", "--json").out)
    keys = ("retrieved", "archived", "language", "rights")
    values = ["2025-07-10", "https://example.org/copy", "en", "all rights reserved"]
    assert [report[key] for key in keys] == values
    (event,) = json.loads(run("--dataset", folder, "show", "towns", "--json").out)
    assert [event["citations"][0]["source"][key] for key in keys] == values
    page = " ".join(run("--dataset", folder, "source", "gazette").out.split())
    for words in ("retrieved 10 July 2025", "archived at https://example.org/copy", "all rights reserved"):
        assert words in page


def test_the_lifetime_of_a_historical_actor_is_published_and_shown(dataset: MakeDataset, run: Run) -> None:
    folder = own(dataset, "")
    assert (
        json.loads(run("--dataset", folder, "actor", "LEAGUE", "--json").out)["existed"] == "1918/1992-04-27"
    )
    assert "existed 1918 – 27 April 1992" in run("--dataset", folder, "actor", "LEAGUE").out
