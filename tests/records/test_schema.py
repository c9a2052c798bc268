"""The JSON Schema that editors get says what the gate says: of all shipped records, and of mistakes."""

import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from timeline.readers.yaml import read
from timeline.records import (
    ActorRecord,
    ActorsFile,
    EventRecord,
    EventsFile,
    SourceRecord,
    SourcesFile,
    admit,
)
from timeline.records.fields import Record

REPOSITORY = Path(__file__).resolve().parents[2]
FILES: dict[str, type[Record]] = {
    "data/events.yaml": EventsFile,
    "data/actors.yaml": ActorsFile,
    "data/sources.yaml": SourcesFile,
    **{f"timeline/world/{name}.yaml": ActorsFile for name in ("countries", "groups", "historical")},
    **{
        str(path.relative_to(REPOSITORY)): EventsFile
        for path in REPOSITORY.glob("timeline/template/data/events.yaml")
    },
}


class EditorsYaml(yaml.SafeLoader):
    """YAML 1.2 as editors read it: numbers and truth values are typed, dates and country codes are text."""


EditorsYaml.yaml_implicit_resolvers = {}
EditorsYaml.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
EditorsYaml.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
EditorsYaml.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(?:null|~|)$"), ["n", "~", ""])


def validator(model: type[Record]) -> jsonschema.Draft202012Validator:
    schema = model.model_json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("file", FILES)
def test_all_that_is_shipped_is_valid_in_an_editor(file: str) -> None:
    written = yaml.load((REPOSITORY / file).read_text("utf-8"), EditorsYaml)
    errors = validator(FILES[file]).iter_errors(written)
    assert [f"{'/'.join(map(str, one.path))}: {one.message}" for one in errors] == []


MODELS: dict[str, tuple[type[Record], type[Record]]] = {
    "events": (EventsFile, EventRecord),
    "actors": (ActorsFile, ActorRecord),
    "sources": (SourcesFile, SourceRecord),
}
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
    ],
)
def test_what_the_gate_takes_in_the_schema_allows(key: str, item: str) -> None:
    assert judged(key, item) == (True, True)


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
        ("actors", f"{ACTOR}s"),
        ("actors", f"{ACTOR}, members: [JP]"),
        ("sources", "id: a, not_text: [x]"),
        ("sources", "id: a, coverage: some"),
    ],
)
def test_what_the_gate_refuses_the_schema_refuses(key: str, item: str) -> None:
    assert judged(key, item) == (False, False)


def judged(key: str, item: str) -> tuple[bool, bool]:
    """What the gate and the schema say of a file with one record."""
    text = f"format: 1\n{key}:\n- {{{item}}}\n"
    file, model = MODELS[key]
    tree, known = read("x.yaml", text)
    problems = [*known, *admit(tree, key, model, known)[1]]
    return problems == [], validator(file).is_valid(yaml.load(text, EditorsYaml))
