"""One line of JSON: the positions of its values, and its problems."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.readers import jsonl
from timeline.readers.nodes import Mapping, Node, Plain, Scalar, Sequence, locate, plain

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8
)
records = st.dictionaries(texts, values, max_size=5)


def items(text: str, *, skimmed: bool = False) -> list[Node]:
    tree, problems = (jsonl.skim if skimmed else jsonl.read)("bulk.jsonl", text)
    assert problems == []
    events = tree.root.get("events") if isinstance(tree.root, Mapping) else None
    assert isinstance(events, Sequence)
    return events.items


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in scalars(item)]
    return [scalar for entry in node.entries.values() for scalar in (entry.key, *scalars(entry.value))]


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ('{"a": NaN}', 7, "json-syntax: NaN is not a JSON value"),
        ('{"a": -Infinity}', 7, "json-syntax: -Infinity is not a JSON value"),
        ('{"a": "b", "a": "c"}', 12, 'duplicate-key: duplicate key "a" in this object'),
        ('{"a": "\\ud800"}', 7, "json-syntax: unpaired surrogate in this string"),
        ('{"a": "b', 7, "json-syntax: unclosed quotation mark"),
        ('{"a": "b\tc"}', 9, "json-syntax: the character U+0009 must be escaped in a string"),
        ('{"a": "\\x"}', 7, "json-syntax: unknown escape sequence in this string"),
        ('{"a": "b",}', 11, "json-syntax: expected a key in quotation marks"),
        ('{"a": "b"} {}', 12, "json-syntax: unexpected text after the record"),
        ('{"a" "b"}', 6, "json-syntax: expected a colon"),
        ('{"a": ["b" "c"]}', 12, 'json-syntax: expected a comma or "]"'),
        ('{"a":', 6, "json-syntax: unexpected end of line"),
        ('{"a": ,}', 7, "json-syntax: expected a value"),
        ("[" * 100_000, 17, "json-syntax: nested more than 16 levels deep"),
        ('{"a": 1e999}', 7, "wrong-type: expected a string, found the number 1e999"),
        ('{"a": false}', 7, "wrong-type: expected a string, found false"),
    ],
)
@pytest.mark.parametrize("skimmed", [False, True])
def test_a_problem_has_the_column_and_loses_only_its_line(
    line: str, column: int, message: str, skimmed: bool
) -> None:
    good = '{"id": "good"}'
    tree, problems = (jsonl.skim if skimmed else jsonl.read)("bulk.jsonl", f"{good}\n{line}\r\n{good}\n")
    assert list(map(str, problems)) == [f"bulk.jsonl:2:{column}: {message}"]
    events = tree.root.get("events") if isinstance(tree.root, Mapping) else None
    assert isinstance(events, Sequence)
    assert [plain(events.items[0]), plain(events.items[2])] == [{"id": "good"}] * 2


@pytest.mark.parametrize(
    ("line", "width", "hint"),
    [
        ('{"a": "b", "a": "c"}', 3, "keep one of them"),
        ('{"a": 2025}', 4, 'put it in quotation marks: "2025"'),
        ('{"a": null}', 4, "remove the key"),
        ('{"a": b}', 1, "write one record as JSON on this line; the other lines are read"),
    ],
)
def test_each_problem_has_a_fix(line: str, width: int, hint: str) -> None:
    _, (problem,) = jsonl.read("bulk.jsonl", line)
    assert (problem.location.file, problem.location.width, problem.hint) == ("bulk.jsonl", width, hint)


@pytest.mark.parametrize(
    ("line", "node"),
    [
        ('{"a": "b"}', Scalar("b", 1, 7, 1, 10, "double")),
        ('{"a": 2025}', Scalar("2025", 1, 7, 1, 11, "plain")),
    ],
)
def test_a_value_has_its_text_and_position(line: str, node: Scalar) -> None:
    tree, _ = jsonl.read("bulk.jsonl", line)
    assert locate(tree.root, ("events", 0, "a")) == node


def test_an_invalid_line_is_an_empty_scalar_at_the_error() -> None:
    tree, _ = jsonl.read("bulk.jsonl", '{"a": b}')
    assert locate(tree.root, ("events", 0)) == Scalar("", 1, 7, 1, 7, "plain")


def test_at_most_sixteen_levels_are_read() -> None:
    assert len(items("[" * 16 + "]" * 16)) == 1
    _, (problem,) = jsonl.read("bulk.jsonl", "[" * 17 + "]" * 17)
    assert (problem.location.column, problem.message) == (17, "nested more than 16 levels deep")


def test_lists_and_objects_begin_and_end_at_their_brackets() -> None:
    (record,) = items(' {"a": ["b", "c"] }')
    assert isinstance(record, Mapping)
    inner = record.get("a")
    assert isinstance(inner, Sequence)
    assert (record.line, record.column, record.end) == (1, 2, (1, 20))
    assert (inner.line, inner.column, inner.end) == (1, 8, (1, 18))


@given(records)
def test_each_string_has_its_position(written: dict[str, Plain]) -> None:
    line = json.dumps(written, ensure_ascii=False)
    for scalar in scalars(items(f"\n{line}")[0]):
        assert scalar.line == scalar.end_line == 2
        assert json.loads(line[scalar.column - 1 : scalar.end_column - 1]) == scalar.text


@pytest.mark.parametrize(("number", "problems"), [(9_998, 0), (9_999, 1)])
def test_a_line_may_hold_5_000_values_and_one_for_every_six_code_points(number: int, problems: int) -> None:
    line = "[" + ",".join(['""'] * number) + "]"
    assert len(jsonl.read("bulk.jsonl", line)[1]) == problems
