"""`timeline schema`: every JSON output and every file of records matches its schema."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.conftest import MakeDataset, Run
from timeline.reports.schemas import OUTPUTS

WORDS = "Indo-Pacific"
TEXT = "Ministers met in Oslo on 3 May 2024.\nFive states signed the note.\n"
BROKEN = """
- id: oslo-2024
  title: Ministers meet
  kind: meeting
  date: 2024-05-03
  summary: [Five states signed the note., Nine states refused it.]
  actors: {Norway: host, Atlantis: speaker}
  citations:
    - {source: note, quote: Five states signed the note, supports: [summary.1]}
    - {source: note, quote: Six states signed the note, supports: [date]}
- id: oslo-2024
  title: The same id
  kind: meeting
  date: 2024-13
  summary: [s]
"""
ARGUMENTS: dict[str, list[list[str]]] = {
    "list": [["--actor", "Japan", "--since", "2020"], ["--since", "2030"], []],
    "show": [["hague-2025"], ["madrid-2022"]],
    "why": [["hague-2025"], ["hague-2025", "date"], ["hague-2025", "actors.Japan"]],
    "check": [[], ["--strict"]],
    "search": [["summit"], ["summit", "--in", "sources"], ["no such words anywhere"]],
    "actor": [["NATO", "--on", "2022-06-29"], ["Japan"], ["Fumio Kishida"]],
    "actors": [[], ["--kind", "group"]],
    "source": [["allies-independent-path"], ["allies-independent-path", "--uncited"], ["npr-bland-2025"]],
    "sources": [[]],
    "quote": [[WORDS], ["words that no text has"]],
    "date": [["2025-06-24/2025-06-25", "[..2024-07-09]", "late June", "recently", "{2022,2024}", "/"]],
    "explain": [[], ["quote-not-found"]],
    "date-text": [["nato-indo-pacific-partners-unite"], ["allies-independent-path"]],
}
COMMANDS = {"date-text": ["source", "--dates"]}
"""The commands of the outputs that have another name."""


def validator(run: Run, *arguments: str | Path) -> jsonschema.Draft202012Validator:
    schema = json.loads(run(*arguments).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def values(output: str, text: str) -> Iterator[Any]:
    """The values to validate: each line of `date`, else the whole output."""
    yield from map(json.loads, text.splitlines() if output == "date" else [text])


def errors(schema: jsonschema.Draft202012Validator, output: str, text: str) -> list[str]:
    return [
        f"{error.json_path}: {error.message}"
        for value in values(output, text)
        for error in schema.iter_errors(value)
    ]


def test_every_output_has_a_schema() -> None:
    assert set(ARGUMENTS) == set(OUTPUTS)
    assert len(OUTPUTS) == 13


@pytest.mark.parametrize("output", OUTPUTS)
def test_built_in_outputs_match_their_schema(run: Run, frozen: Path, output: str) -> None:
    schema = validator(run, "schema", "--of", output)
    for arguments in ARGUMENTS[output]:
        answer = run("--dataset", frozen, *COMMANDS.get(output, [output]), *arguments, "--json")
        assert answer.out
        assert errors(schema, output, answer.out) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["show", "oslo-2024"],
        ["why", "oslo-2024"],
        ["check"],
        ["search", "note"],
        ["actor", "Norway"],
        ["actors"],
        ["source", "note"],
        ["sources"],
        ["quote", "Six states"],
    ],
    ids=lambda arguments: str(arguments[0]),
)
def test_outputs_of_broken_dataset_match_their_schema(
    run: Run, dataset: MakeDataset, arguments: list[str]
) -> None:
    folder = dataset(BROKEN, texts={"note.txt": TEXT})
    schema = validator(run, "schema", "--of", arguments[0])
    answer = run("--dataset", folder, *arguments, "--json")
    assert errors(schema, arguments[0], answer.out) == []


def test_check_output_with_accepted_problems_matches_its_schema(run: Run, dataset: MakeDataset) -> None:
    accepted = BROKEN.replace(
        "  actors:", "  accept: {unsupported-field: the minutes are lost}\n  actors:", 1
    )
    folder = dataset(accepted, texts={"note.txt": TEXT})
    checked = json.loads(run("--dataset", folder, "check", "--json").out)
    assert validator(run, "schema", "--of", "check").is_valid(checked)
    assert {"bad-date", "quote-not-found"} <= {problem["rule"] for problem in checked["problems"]}
    assert {problem["reason"] for problem in checked["accepted"]} == {"the minutes are lost"}


@pytest.mark.parametrize("output", OUTPUTS)
def test_every_output_has_a_schema_version(run: Run, frozen: Path, output: str) -> None:
    for arguments in ARGUMENTS[output]:
        text = run("--dataset", frozen, *COMMANDS.get(output, [output]), *arguments, "--json").out
        for value in values(output, text):
            objects = value if isinstance(value, list) else [value]
            assert [entry["schema_version"] for entry in objects] == [1] * len(objects)
            assert all(next(iter(entry)) == "schema_version" for entry in objects)


@pytest.mark.parametrize("output", OUTPUTS)
def test_schema_has_an_id_and_allows_new_keys(run: Run, output: str) -> None:
    text = run("schema", "--of", output).out
    schema = json.loads(text)
    assert schema["$id"] == f"urn:timeline:schema:1:{output}"
    command = {"date-text": "date --text"}.get(output, output)
    assert schema["title"] == f"timeline {command} --json"
    assert schema["description"]
    assert '"additionalProperties": false' not in text
    assert '"required"' in text


def test_schema_requires_known_keys(run: Run, frozen: Path) -> None:
    schema = validator(run, "schema", "--of", "show")
    (event,) = json.loads(run("--dataset", frozen, "show", "hague-2025", "--json").out)
    assert schema.is_valid([event | {"a key of a later version": 1}])
    del event["citations"][0]["anchors"]
    assert not schema.is_valid([event])


def test_default_schema_is_that_of_list(run: Run) -> None:
    assert run("schema").out == run("schema", "--of", "list").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--of", "chekc"], '--of: no schema for "chekc"; did you mean check'),
        (["--records", "event"], '--records: unknown file "event"; did you mean events'),
        (["--of", "check", "--records", "events"], "use only one of --of, --records and --markdown"),
    ],
)
def test_unknown_schema_name_is_exit_2(run: Run, arguments: list[str], message: str) -> None:
    answer = run("schema", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert message in answer.err


@pytest.mark.parametrize("records", ["events", "actors", "sources"])
@pytest.mark.parametrize("named", [False, True], ids=["", "with ids"])
def test_built_in_records_match_the_editor_schema(run: Run, frozen: Path, records: str, named: bool) -> None:
    dataset: list[str | Path] = ["--dataset", frozen] if named else []
    schema = validator(run, *dataset, "schema", "--records", records)
    written = yaml.load((frozen / "data" / f"{records}.yaml").read_text("utf-8"), yaml.BaseLoader)
    assert [error.message for error in schema.iter_errors(written)] == []


def test_schema_without_dataset_reads_none(run: Run, monkeypatch: pytest.MonkeyPatch, frozen: Path) -> None:
    monkeypatch.chdir(frozen)
    text = run("schema", "--records", "events").out
    assert "hague-2025" not in text.replace("such as `hague-2025`", "")
    assert "Kishida" not in text


def test_schema_with_dataset_has_its_ids_and_names(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(
        BROKEN,
        texts={"note.txt": TEXT},
        actors="- {id: PORTS, name: League of Ports, kind: group, codes: [LP]}",
    )
    schema = json.loads(run("--dataset", folder, "schema", "--records", "events").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    definitions = schema["$defs"]
    assert definitions["EventId"]["enum"] == ["oslo-2024"]
    assert definitions["SourceId"]["enum"] == ["note"]
    assert {"PORTS", "League of Ports", "LP", "Japan", "JP"} <= set(
        definitions["ActorName"]["anyOf"][0]["enum"]
    )


def test_schema_ids_include_all_files_and_broken_records(run: Run, dataset: MakeDataset) -> None:
    folder = dataset("- {id: first, title: t, kind: k, date: soon, summary: s}\n- {id: Not an id}")
    (folder / "data" / "events").mkdir()
    bulk = '{"id": "second", "title": "t", "kind": "k", "date": "2024", "summary": ["s"]}\n'
    (folder / "data" / "events" / "bulk.jsonl").write_text(bulk, "utf-8")
    schema = json.loads(run("--dataset", folder, "schema", "--records", "events").out)
    assert schema["$defs"]["EventId"]["enum"] == ["first", "second"]


EVENT: dict[str, object] = {"id": "a", "title": "t", "kind": "k", "date": "2025", "summary": ["s"]}


@pytest.mark.parametrize(
    ("fields", "valid"),
    [
        ({"links": {"follows": ["oslo-2024"]}}, True),
        ({"links": {"follows": "oslo-2042"}}, False),
        ({"citations": [{"source": "note", "quote": "q", "supports": []}]}, True),
        ({"citations": [{"source": "nota", "quote": "q", "supports": []}]}, False),
        ({"curator": [{"note": "n", "supports": [], "see": ["note", "https://example.org/"]}]}, True),
        ({"curator": [{"note": "n", "supports": [], "see": "nota"}]}, False),
        ({"actors": {"Japan": "host", "An actor that is not known yet": "host"}}, True),
        ({"actors": {"Japan": "hots"}}, False),
        ({"actors": {"An actor that is not known yet": "hots"}}, False),
        ({"actors": ["An actor that is not known yet"]}, True),
    ],
)
def test_editor_schema_checks_ids_but_not_actors(
    run: Run, dataset: MakeDataset, fields: dict[str, object], valid: bool
) -> None:
    schema = validator(
        run, "--dataset", dataset(BROKEN, texts={"note.txt": TEXT}), "schema", "--records", "events"
    )
    assert schema.is_valid({"format": 1, "events": [{**EVENT, **fields}]}) == valid


def test_events_schema_has_enumerations(run: Run) -> None:
    schema = run("schema", "--records", "events").out
    for word in ("organiser", "not-invited", "deputy", "cancelled", "responds-to"):
        assert f'"{word}"' in schema


def test_schema_to_a_file(run: Run, tmp_path: Path) -> None:
    assert run("schema", "-o", tmp_path / "schema.json") == (0, "", "")
    assert (tmp_path / "schema.json").read_text("utf-8") == run("schema").out
