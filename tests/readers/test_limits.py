"""How much a reader takes in of what is no record."""

import pytest

from timeline.readers import json_line, jsonl, yaml
from timeline.readers.nodes import Mapping, Sequence
from timeline.readers.yaml import read

UNREAD = "the rest of this file is unread"


def last(text: str) -> str:
    _, problems = read("x.yaml", text)
    return problems[-1].message


def items(text: str) -> int:
    root = read("x.yaml", text)[0].root
    assert isinstance(root, Mapping)
    events = root.get("events")
    assert isinstance(events, Sequence)
    return len(events.items)


def test_so_many_records_are_read_and_one_more_is_said() -> None:
    text = "events:\n" + "- {}\n" * (yaml.MAX_RECORDS + 1)
    assert items(text) == yaml.MAX_RECORDS
    _, (problem,) = read("x.yaml", text)
    assert problem.message == f"a file of YAML holds at most {yaml.MAX_RECORDS:,} records; {UNREAD}"
    assert problem.location.line == yaml.MAX_RECORDS + 2
    assert "JSON Lines" in problem.hint
    assert read("x.yaml", "events:\n" + "- {}\n" * yaml.MAX_RECORDS)[1] == []


def test_a_short_file_has_few_values() -> None:
    text = "events: [" + "a," * 200_000 + "]\n"
    assert last(text) == f"these are more values than so short a file has; {UNREAD}"
    assert items(text) < yaml.FREE_VALUES + len(text) // 6


@pytest.mark.parametrize("text", ["events: [{%s}]\n" % ("a," * 5000), "events: [%s]\n" % ("{a,a}," * 5000)])
def test_keys_that_stand_twice_are_faults_of_form(text: str) -> None:
    _, problems = read("x.yaml", text)
    assert len(problems) == yaml.MAX_FAULTS + 1
    assert problems[-1].message.endswith(f"after {yaml.MAX_FAULTS:,} faults of form {UNREAD}")


def test_keys_on_top() -> None:
    assert UNREAD in last("".join(f"k{number}:\n" for number in range(yaml.MAX_FAULTS + 1)))


def test_lines_that_are_too_short_for_records() -> None:
    text = "{}\n" * (jsonl.MAX_SHORT_LINES + 10)
    tree, (problem,) = jsonl.read("x.jsonl", text)
    assert problem.location.line == jsonl.MAX_SHORT_LINES + 1
    assert UNREAD in problem.message
    assert isinstance(tree.root, Mapping)


def test_short_lines_among_others_stop_nothing() -> None:
    record = '{"id": "e-1", "title": "t", "kind": "k", "date": "2023", "summary": "s"}\n'
    tree, problems = jsonl.read("x.jsonl", (record * 2 + "{}\n") * (jsonl.MAX_SHORT_LINES + 10))
    assert problems == []
    assert isinstance(tree.root, Mapping)


@pytest.mark.parametrize("member", ['""', "1"])
def test_a_line_of_marks(member: str) -> None:
    _, problems = jsonl.read("x.jsonl", '{"id":"a","title":[' + ",".join([member] * 100_000) + "]}\n")
    assert len(problems) <= json_line.MAX_FAULTS + 1
    assert problems[-1].rule == "json-syntax"
