"""The JSON Schema for editors agrees with validation: on all shipped records, and on mistakes."""

import json
import re
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
import yaml

from timeline.readers.yaml import read
from timeline.records import ActorRecord, EventRecord, SourceRecord, validate_records
from timeline.records.event import LinkType
from timeline.records.fields import Record
from timeline.reports.editor_schema import RECORDS, editor_schema

REPOSITORY = Path(__file__).resolve().parents[2]
FILES = {
    "data/events.yaml": "events",
    "data/actors.yaml": "actors",
    "data/sources.yaml": "sources",
    **{f"timeline/actors/world/{name}.yaml": "actors" for name in ("countries", "groups", "historical")},
    **{
        str(path.relative_to(REPOSITORY)): "events"
        for path in REPOSITORY.glob("timeline/template/data/events.yaml")
    },
}


class EditorsYaml(yaml.SafeLoader):
    """YAML 1.2 as editors read it: numbers and booleans are typed, dates and country codes are strings."""


EditorsYaml.yaml_implicit_resolvers = {}
EditorsYaml.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
EditorsYaml.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile("^[-+]?[0-9]+[.][0-9]+$"), list("-+0123456789")
)
EditorsYaml.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
EditorsYaml.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(?:null|~|)$"), ["n", "~", ""])


def validator(records: str) -> jsonschema.Draft202012Validator:
    schema = editor_schema(records)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("file", FILES)
def test_all_shipped_records_are_valid_in_an_editor(file: str) -> None:
    written = yaml.load((REPOSITORY / file).read_text("utf-8"), EditorsYaml)
    errors = validator(FILES[file]).iter_errors(written)
    assert [f"{'/'.join(map(str, error.path))}: {error.message}" for error in errors] == []


MODELS: dict[str, type[Record]] = {"events": EventRecord, "actors": ActorRecord, "sources": SourceRecord}
EVENT = "id: a, title: t, kind: k, date: 2025, summary: s"
ACTOR = "id: A, name: n, kind: group"


@pytest.mark.parametrize(
    ("key", "item"),
    [
        ("events", EVENT),
        ("events", f"{EVENT}, place: {{name: Port}}, links: {{about: b}}, topics: [x]"),
        ("events", f"{EVENT}, place: [{{name: Port, country: NO}}], links: {{about: [b]}}"),
        ("events", f"{EVENT}, actors: [NATO]"),
        ("events", f"{EVENT}, actors: {{NATO: host, JP: [host], NO: {{role: host, by: x, level: leader}}}}"),
        ("events", f"{EVENT}, actors: {{NATO: {{roles: [host]}}}}"),
        ("events", f"{EVENT}, curator: [{{note: n, supports: [], see: a}}]"),
        ("actors", f"{ACTOR}, members: {{JP: 2019/.., NO: [1990, 2001/..]}}"),
        ("actors", f"{ACTOR}, existed: 1990, offices: [{{office: o, when: 1990}}]"),
        ("sources", "id: a, not_text: [2], published: 2025, url: 'https://example.org'"),
        # Numbers and booleans to an editor, strings to this program.
        ("events", EVENT.replace("title: t", "title: 1984").replace("id: a", "id: 2025")),
        ("events", f"{EVENT}, topics: [5, true, 1.5], actors: {{1: host}}"),
        ("events", EVENT.replace("date: 2025", "date: -1985")),
        ("events", EVENT.replace("date: 2025", "date: '0476'")),
        ("events", EVENT.replace("date: 2025", "date: '[..2024-07-09]'")),
        ("events", EVENT.replace("date: 2025", "date: 2022-02-24/..")),
        (
            "sources",
            "id: a, url: 'https://example.org/Élysée?q=(a)#b', file: a.b-1.txt, sha256: " + "0a" * 32,
        ),
        ("sources", "id: a, not_text: ['2']"),
    ],
)
def test_the_schema_allows_valid_records(key: str, item: str) -> None:
    assert both_accept(key, item) == (True, True)


@pytest.mark.parametrize(
    ("key", "item"),
    [
        ("events", EVENT.replace("title: t, ", "")),
        ("events", f"{EVENT}, zzz: x"),
        ("events", f"{EVENT}, status: no"),
        ("events", f"{EVENT}, place: Port"),
        ("events", f"{EVENT}, place: {{name: Port, land: NO}}"),
        ("events", f"{EVENT}, links: {{zzz: b}}"),
        ("events", f"{EVENT}, links: {{about: B}}"),
        ("events", f"{EVENT}, actors: {{NATO: zzz}}"),
        ("events", f"{EVENT}, actors: {{NATO: []}}"),
        ("events", f"{EVENT}, actors: {{NATO: {{level: zzz}}}}"),
        ("events", f"{EVENT}, topics: x"),
        ("events", f"{EVENT}, citations: [{{source: a, supports: []}}]"),
        ("events", EVENT.replace("id: a", "id: A b")),
        ("events", EVENT.replace("title: t", "title: ''")),
        ("events", EVENT.replace("title: t", "title: ' '")),
        ("events", EVENT.replace("date: 2025", "date: 2025-13-01")),
        ("events", EVENT.replace("date: 2025", "date: late June")),
        ("events", EVENT.replace("date: 2025", "date: 2023-02-30")),
        ("events", EVENT.replace("date: 2025", "date: 20240709")),
        ("events", f"{EVENT}, actors: {{NATO: {{role: host, roles: [host]}}}}"),
        ("events", f"{EVENT}, actors: [NATO, NATO]"),
        ("events", f"{EVENT}, accept: [date-contradicted]"),
        ("actors", f"{ACTOR}, members: {{JP: '[2019,2021]'}}"),
        ("actors", f"{ACTOR}, members: {{JP: 2019-13}}"),
        ("actors", f"{ACTOR}, existed: once"),
        ("sources", "id: a, published: yesterday"),
        ("sources", "id: a, url: www.example.org"),
        ("sources", "id: a, url: 'https://user@example.org'"),
        ("sources", "id: a, file: ../a.txt"),
        ("sources", "id: a, file: a..txt"),
        ("sources", "id: a, sha256: 0a"),
        ("sources", "id: a, not_text: [-1]"),
        ("actors", f"{ACTOR}s"),
        ("actors", f"{ACTOR}, members: [JP]"),
        ("sources", "id: a, not_text: [x]"),
        ("sources", "id: a, coverage: some"),
    ],
)
def test_the_schema_refuses_invalid_records(key: str, item: str) -> None:
    assert both_accept(key, item) == (False, False)


def both_accept(key: str, item: str) -> tuple[bool, bool]:
    """Whether validation and the schema accept a file with one record."""
    text = f"format: 1\n{key}:\n- {{{item}}}\n"
    tree, known = read("x.yaml", text)
    problems = [*known, *validate_records(tree, key, MODELS[key], known)[1]]
    return problems == [], validator(key).is_valid(yaml.load(text, EditorsYaml))


MISTAKES = """
format: 1
events:
  - id: Lower_Case
    title: Leaders meet
    kind: summit
    date: 2025-13-01
    actors: {Japan: hots, Norway: {role: host, levle: leader}}
    status: maybe
    summary: Five states signed.
    citations: []
    seats: 1
  - id: second
    title: Leaders meet again
    kind: summit
    date: late June
    actors: [Japan]
    summary: [Five states signed.]
    links: {followz: [first]}
    place: {nam: Oslo}
    citations:
      - {source: note, qoute: five states signed, supports: [date]}
      - {source: note, quote: five states signed}
"""


def test_every_mistake_of_a_file_is_found_at_its_place() -> None:
    errors = validator("events").iter_errors(yaml.load(MISTAKES, EditorsYaml))
    found = {(error.json_path, str(error.validator)) for error in errors}
    assert found == {
        ("$.events[0]", "additionalProperties"),
        ("$.events[0].id", "pattern"),
        ("$.events[0].date", "pattern"),
        ("$.events[0].actors", "anyOf"),
        ("$.events[0].status", "enum"),
        ("$.events[1].date", "pattern"),
        ("$.events[1].links", "additionalProperties"),
        ("$.events[1].place", "anyOf"),
        ("$.events[1].citations[0]", "additionalProperties"),
        ("$.events[1].citations[0]", "required"),
        ("$.events[1].citations[1]", "required"),
    }


@pytest.mark.parametrize("records", RECORDS)
def test_every_key_has_a_description_and_every_mapping_is_closed(records: str) -> None:
    schema = editor_schema(records)
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    mappings = {"": schema, **{name: value for name, value in definitions.items() if "properties" in value}}
    for name, mapping in mappings.items():
        properties = mapping["properties"]
        assert isinstance(properties, dict)
        assert mapping["additionalProperties"] is False
        assert [f"{name}.{key}" for key, value in properties.items() if not value.get("description")] == []


@pytest.mark.parametrize("records", RECORDS)
def test_a_schema_has_no_null_and_no_open_reference(records: str) -> None:
    schema = editor_schema(records)
    text = json.dumps(schema)
    assert '"null"' not in json.dumps(schema["$defs"])
    assert "x-defined" not in text
    assert set(re.findall(r'"#/[$]defs/(\w+)"', text)) == set(schema["$defs"])  # type: ignore[call-overload]


@pytest.mark.parametrize("records", RECORDS)
def test_a_file_without_records_yet_is_valid(records: str) -> None:
    assert validator(records).is_valid(yaml.load(f"format: 1\n{records}:\n", EditorsYaml))


VALUES = [
    "", "x", "x y", "A-b", "5", "1.5", "-3", "true", "2025", "2025-13", "'2024'", "'2023-06-31'", "[]", "[x]",
    "[[x]]", "[5]", "[x, x]", "['']", "[{}]", "{}", "{a: b}", "{a: [b]}", "{a: {b: c}}", "https://example.org",
    "https://example.org/a b",
]  # fmt: skip
"""Values that a curator may write at any key. Not null: an editor reads `title: null` and `title:` alike."""


@pytest.mark.parametrize(
    ("records", "key"), [(records, key) for records, model in MODELS.items() for key in model.model_fields]
)
def test_the_schema_says_of_a_value_at_any_key_what_the_records_say(records: str, key: str) -> None:
    needed = {"events": EVENT, "actors": ACTOR, "sources": "id: a"}[records]
    others = [item for item in needed.split(", ") if not item.startswith(f"{key}:")]
    answers = {value: both_accept(records, ", ".join([*others, f"{key}: {value}"])) for value in VALUES}
    differ = {value: answer for value, answer in answers.items() if answer[0] != answer[1]}
    assert {value: answer for value, answer in differ.items() if (key, value) not in READ_OTHERWISE} == {}


READ_OTHERWISE = {("id", "true"), ("kind", "true"), ("rewrite_of", "true"), ("file", "true")}
"""A truth value to an editor, and a text to us; as an id it is more likely a mistake."""


def test_every_type_of_link_is_in_the_schema() -> None:
    definitions = editor_schema("events")["$defs"]
    assert isinstance(definitions, dict)
    assert set(definitions["Links"]["properties"]) == set(get_args(LinkType))


def test_a_year_before_1000_needs_quotation_marks_and_the_schema_says_so() -> None:
    """An editor reads `0476` as the number 476, and cannot tell it from a year of three digits."""
    assert both_accept("events", EVENT.replace("2025", "0476")) == (True, False)
    assert not validator("events").is_valid(
        {"format": 1, "events": [yaml.load(f"{{{EVENT.replace('2025', '500')}}}", EditorsYaml)]}
    )
    assert "quotation marks" in json.dumps(editor_schema("events"))
