"""JSON Lines in haste: what is skimmed is what is read, but that it stands in column 1 of its line."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.readers import read as read_any
from timeline.readers.jsonl import read, skim
from timeline.readers.nodes import Mapping, Node, Scalar, Sequence, Skimmed, Tree, locate, plain


def items(tree: Tree) -> list[Node]:
    found = locate(tree.root, ("events",))
    assert isinstance(found, Sequence)
    return found.items


def test_the_ending_of_a_name_says_json_lines() -> None:
    tree, problems = read_any("bulk.JSONL", '{"id": "a"}\n')
    assert ([plain(item) for item in items(tree)], problems) == ([{"id": "a"}], [])


def test_what_is_skimmed_has_the_nodes_that_linking_wants() -> None:
    line = '{"id": "a", "title": "t", "citations": [{"source": "s", "quote": "q", "supports": ["date"]}]}'
    tree, problems = skim("x.jsonl", f"\n{line}\n")
    (item,) = items(tree)
    assert problems == []
    assert isinstance(item, Skimmed)
    assert isinstance(locate(item, ("citations", 0)), Mapping)
    assert locate(item, ("id",)) == Scalar("a", 2, 1, 2, 1, "double")
    assert locate(item, ("citations", 0, "quote")) == Scalar("q", 2, 1, 2, 1, "double")
    assert len(tree.lines) == 2
    assert (plain(item), item.line, item.end) == (json.loads(line), 2, (3, 1))


def test_all_that_is_skimmed_stands_in_column_1_of_its_line() -> None:
    tree, _ = skim("x.jsonl", '\n{"citations": [{"source": "s", "supports": ["date"]}]}\n')
    found = locate(tree.root, ("events", 0, "citations"))
    assert isinstance(found, Sequence)
    (citation,) = found.items
    assert isinstance(citation, Mapping)
    supports = citation.entries["supports"]
    assert supports.key == Scalar("supports", 1, 1, 1, 1, "double")
    assert supports.value == Sequence([Scalar("date", 2, 1, 2, 1, "double")], 2, 1, (3, 1))
    for node in (found, citation):
        assert (node.line, node.column, node.end) == (2, 1, (3, 1))


def test_a_record_without_id_and_citations_is_skimmed_as_one_that_has_none() -> None:
    (item,) = items(skim("x.jsonl", '{"title": "t"}')[0])
    assert isinstance(item, Skimmed)
    assert locate(item, ("id",)) == Scalar("", 1, 1, 1, 1, "double")
    assert item.entries["id"].key.text == "id"
    assert locate(item, ("citations",)) == Sequence([], 1, 1, (2, 1))


@pytest.mark.parametrize("shape", ["%s", "[%s]", '["x", %s]', "[[%s]]", '{"x": %s}', '[{"x": [%s]}]'])
@pytest.mark.parametrize("value", ["2025", "-1.5e3", "true", "null"])
def test_a_line_with_what_is_no_text_is_read_with_care(value: str, shape: str) -> None:
    line = '{"citations": ' + shape % value + "}"
    for way in (read, skim):
        tree, (problem,) = way("x.jsonl", line)
        assert problem.rule == "wrong-type"
        assert line[problem.location.column - 1 :].startswith(value)
        assert value in str(plain(items(tree)[0]))


@settings(max_examples=300)
@given(st.text('{}[]",:\\u0d8 ab1\ttrue\n\r'))
def test_reading_and_skimming_never_raise_and_say_the_same(text: str) -> None:
    (tree, problems), (fast, told) = read("x.jsonl", text), skim("x.jsonl", text)
    assert [plain(item) for item in items(tree)] == [plain(item) for item in items(fast)]
    assert problems == told
    for problem in problems:
        assert 1 <= problem.location.column <= len(tree.lines[problem.location.line - 1]) + 1


@pytest.mark.parametrize("opening", ["[", '{"a":', '"\\\\', " ", '{"a":"b",'])
def test_no_line_is_too_much(opening: str) -> None:
    _, (problem,) = skim("x.jsonl", opening * 50_000 + "{")
    assert problem.rule == "json-syntax"
