"""JSON Lines: what JSON says, as text with its place; a bad line is one problem and loses that line only."""

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


@given(st.lists(records, max_size=4), st.booleans(), st.sampled_from([None, 1]), st.booleans())
def test_what_is_read_is_what_json_says(
    written: list[dict[str, Plain]], ascii_only: bool, spaced: int | None, skimmed: bool
) -> None:
    separators = (" , ", " : ") if spaced else (",", ":")
    lines = [json.dumps(one, ensure_ascii=ascii_only, separators=separators) for one in written]
    assert [plain(node) for node in items("\n".join(lines), skimmed=skimmed)] == written


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [one for item in node.items for one in scalars(item)]
    return [one for entry in node.entries.values() for one in (entry.key, *scalars(entry.value))]


@given(records)
def test_each_text_stands_where_it_says(written: dict[str, Plain]) -> None:
    line = json.dumps(written, ensure_ascii=False)
    for one in scalars(items(f"\n{line}")[0]):
        assert one.line == one.end_line == 2
        assert json.loads(line[one.column - 1 : one.end_column - 1]) == one.text


@given(
    st.text(max_size=30) | records.map(json.dumps).flatmap(lambda one: st.sampled_from([one[:-1], one[1:]]))
)
def test_whatever_a_line_holds_it_is_read_or_it_is_a_problem(line: str) -> None:
    line = line.replace("\n", " ")
    _, problems = jsonl.read("bulk.jsonl", line)
    _, skimmed = jsonl.skim("bulk.jsonl", line)
    assert problems == skimmed
    assert all(problem.location.line == 1 for problem in problems)


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ('{"a": NaN}', 7, "json-syntax: NaN is no value of JSON"),
        ('{"a": -Infinity}', 7, "json-syntax: -Infinity is no value of JSON"),
        ('{"a": "b", "a": "c"}', 12, 'duplicate-key: "a" stands twice in this object'),
        ('{"a": "\\ud800"}', 7, "json-syntax: half of a character (a surrogate) is escaped in this text"),
        ('{"a": "b', 7, "json-syntax: a quotation mark that stands here is never closed"),
        ('{"a": "b\tc"}', 9, "json-syntax: the character U+0009 stands in a text; JSON has it escaped"),
        ('{"a": "\\x"}', 7, "json-syntax: this text has an escape that JSON does not know"),
        ('{"a": "b",}', 11, "json-syntax: a key in quotation marks is wanted here"),
        ('{"a": "b"} {}', 12, "json-syntax: something stands behind the record on its line"),
        ('{"a" "b"}', 6, "json-syntax: a colon is wanted here"),
        ('{"a": ["b" "c"]}', 12, 'json-syntax: a comma or "]" is wanted here'),
        ('{"a":', 6, "json-syntax: the line ends too soon"),
        ('{"a": ,}', 7, "json-syntax: a value is wanted here"),
        ("[" * 100_000, 17, "json-syntax: this is nested more than 16 deep"),
        ('{"a": 1e999}', 7, "wrong-type: the number 1e999 stands where a text is wanted"),
        ('{"a": false}', 7, "wrong-type: false stands where a text is wanted"),
    ],
)
@pytest.mark.parametrize("skimmed", [False, True])
def test_what_is_no_record_is_said_with_its_place(line: str, column: int, said: str, skimmed: bool) -> None:
    good = '{"id": "good"}'
    tree, problems = (jsonl.skim if skimmed else jsonl.read)("bulk.jsonl", f"{good}\n{line}\r\n{good}\n")
    assert list(map(str, problems)) == [f"bulk.jsonl:2:{column}: {said}"]
    events = tree.root.get("events") if isinstance(tree.root, Mapping) else None
    assert isinstance(events, Sequence)
    assert [plain(events.items[0]), plain(events.items[2])] == [{"id": "good"}] * 2


@pytest.mark.parametrize(
    ("line", "width", "hint"),
    [
        ('{"a": "b", "a": "c"}', 3, "keep one of them"),
        ('{"a": 2025}', 4, 'write it in quotation marks: "2025"'),
        ('{"a": null}', 4, "leave the key out"),
        ('{"a": b}', 1, "write one record as JSON on this line; the other lines are read"),
    ],
)
def test_each_fault_says_what_to_do(line: str, width: int, hint: str) -> None:
    _, (problem,) = jsonl.read("bulk.jsonl", line)
    assert (problem.location.file, problem.location.width, problem.hint) == ("bulk.jsonl", width, hint)


def test_lists_and_objects_begin_at_their_bracket_and_end_behind_it() -> None:
    (record,) = items(' {"a": ["b", "c"] }')
    assert isinstance(record, Mapping)
    inner = record.get("a")
    assert isinstance(inner, Sequence)
    assert (record.line, record.column, record.end) == (1, 2, (1, 20))
    assert (inner.line, inner.column, inner.end) == (1, 8, (1, 18))


@pytest.mark.parametrize(
    ("line", "node"),
    [
        ('{"a": "b"}', Scalar("b", 1, 7, 1, 10, "double")),
        ('{"a": 2025}', Scalar("2025", 1, 7, 1, 11, "plain")),
    ],
)
def test_a_value_has_its_text_and_place(line: str, node: Scalar) -> None:
    tree, _ = jsonl.read("bulk.jsonl", line)
    assert locate(tree.root, ("events", 0, "a")) == node


def test_a_line_that_cannot_be_read_is_an_empty_text_where_the_fault_is() -> None:
    tree, _ = jsonl.read("bulk.jsonl", '{"a": b}')
    assert locate(tree.root, ("events", 0)) == Scalar("", 1, 7, 1, 7, "plain")


def test_sixteen_deep_is_read_and_deeper_is_not() -> None:
    assert len(items("[" * 16 + "]" * 16)) == 1
    _, (problem,) = jsonl.read("bulk.jsonl", "[" * 17 + "]" * 17)
    assert (problem.location.column, problem.message) == (17, "this is nested more than 16 deep")


def test_a_byte_order_mark_and_blank_lines_are_no_matter() -> None:
    assert [plain(node) for node in items('\ufeff{"id": "a"}\n\n  \n{"id": "b"}\n')] == [
        {"id": "a"},
        {"id": "b"},
    ]


def test_a_piece_of_a_file_knows_the_numbers_of_its_lines() -> None:
    tree, problems = jsonl.read("bulk.jsonl", '{"id": "a"}\n{,}', 7)
    assert [problem.location.line for problem in problems] == [8]
    assert (tree.lines[6], tree.lines[7], tree.lines[0], len(tree.lines)) == ('{"id": "a"}', "{,}", "", 8)
