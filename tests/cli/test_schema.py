"""`timeline schema`: what it promises of documents and records is what they are."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.conftest import Run


def test_every_shipped_document_is_as_the_schema_says(run: Run) -> None:
    schema = json.loads(run("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    documents = json.loads(run("list", "--actor", "Japan", "--since", "2020", "--json").out)
    assert len(documents) > 10
    jsonschema.validate(documents, schema)


def test_a_document_that_lacks_a_key_is_not(run: Run) -> None:
    schema = json.loads(run("schema").out)
    documents = json.loads(run("show", "hague-2025", "--json").out)
    del documents[0]["citations"][0]["anchors"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(documents, schema)


@pytest.mark.parametrize("records", ["events", "actors", "sources"])
def test_every_shipped_file_is_as_the_schema_for_editors_says(
    run: Run, repository: Path, records: str
) -> None:
    schema = json.loads(run("schema", "--records", records).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    written = yaml.load((repository / "data" / f"{records}.yaml").read_text("utf-8"), yaml.BaseLoader)
    as_editors_read_numbers(written)
    jsonschema.validate(written, schema)


def as_editors_read_numbers(node: object) -> None:
    """Editors read `not_text: [7]` as numbers; all else in our records is text."""
    for source in node["sources"] if isinstance(node, dict) and "sources" in node else ():
        source["not_text"] = [int(line) for line in source.get("not_text", [])]


def test_the_schema_of_events_knows_the_closed_lists(run: Run) -> None:
    schema = run("schema", "--records", "events").out
    for word in ("organiser", "not-invited", "deputy", "cancelled", "responds-to"):
        assert f'"{word}"' in schema


def test_it_can_be_written_to_a_file(run: Run, tmp_path: Path) -> None:
    assert run("schema", "-o", tmp_path / "schema.json") == (0, "", "")
    assert (tmp_path / "schema.json").read_text("utf-8") == run("schema").out
