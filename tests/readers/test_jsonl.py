"""JSON Lines, read with all columns or skimmed: the same records and the same problems."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.readers import json_line, jsonl
from timeline.readers.nodes import Mapping, Node, Plain, Scalar, Sequence, Skimmed, Tree, locate, plain

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8
)
records = st.dictionaries(texts, values, max_size=5)


def items_of(tree: Tree) -> list[Node]:
    events = locate(tree.root, ("events",))
    assert isinstance(events, Sequence)
    return events.items


def items(text: str, *, skimmed: bool = False) -> list[Node]:
    tree, problems = (jsonl.skim if skimmed else jsonl.read)("bulk.jsonl", text)
    assert problems == []
    events = tree.root.get("events") if isinstance(tree.root, Mapping) else None
    assert isinstance(events, Sequence)
    return events.items


@given(st.lists(records, max_size=4), st.booleans(), st.sampled_from([None, 1]), st.booleans())
def test_records_equal_those_of_json(
    written: list[dict[str, Plain]], ascii_only: bool, spaced: int | None, skimmed: bool
) -> None:
    separators = (" , ", " : ") if spaced else (",", ":")
    lines = [json.dumps(record, ensure_ascii=ascii_only, separators=separators) for record in written]
    assert [plain(node) for node in items("\n".join(lines), skimmed=skimmed)] == written


@given(
    st.text(max_size=30)
    | records.map(json.dumps).flatmap(lambda line: st.sampled_from([line[:-1], line[1:]]))
)
def test_any_line_is_read_or_is_a_problem(line: str) -> None:
    line = line.replace("\n", " ")
    _, problems = jsonl.read("bulk.jsonl", line)
    _, skimmed = jsonl.skim("bulk.jsonl", line)
    assert problems == skimmed
    assert all(problem.location.line == 1 for problem in problems)


def test_a_byte_order_mark_and_blank_lines_are_ignored() -> None:
    assert [plain(node) for node in items('\ufeff{"id": "a"}\n\n  \n{"id": "b"}\n')] == [
        {"id": "a"},
        {"id": "b"},
    ]


def test_a_part_of_a_file_has_the_line_numbers_of_the_file() -> None:
    tree, problems = jsonl.read("bulk.jsonl", '{"id": "a"}\n{,}', 7)
    assert [problem.location.line for problem in problems] == [8]
    assert (tree.lines[6], tree.lines[7], tree.lines[0], len(tree.lines)) == ('{"id": "a"}', "{,}", "", 8)


def test_a_skimmed_record_has_the_nodes_that_linking_needs() -> None:
    line = '{"id": "a", "title": "t", "citations": [{"source": "s", "quote": "q", "supports": ["date"]}]}'
    tree, problems = jsonl.skim("x.jsonl", f"\n{line}\n")
    (item,) = items_of(tree)
    assert problems == []
    assert isinstance(item, Skimmed)
    assert isinstance(locate(item, ("citations", 0)), Mapping)
    assert locate(item, ("id",)) == Scalar("a", 2, 1, 2, 1, "double")
    assert locate(item, ("citations", 0, "quote")) == Scalar("q", 2, 1, 2, 1, "double")
    assert len(tree.lines) == 2
    assert (plain(item), item.line, item.end) == (json.loads(line), 2, (3, 1))


def test_skimmed_nodes_are_at_column_1() -> None:
    tree, _ = jsonl.skim("x.jsonl", '\n{"citations": [{"source": "s", "supports": ["date"]}]}\n')
    citations = locate(tree.root, ("events", 0, "citations"))
    assert isinstance(citations, Sequence)
    (citation,) = citations.items
    assert isinstance(citation, Mapping)
    supports = citation.entries["supports"]
    assert supports.key == Scalar("supports", 1, 1, 1, 1, "double")
    assert supports.value == Sequence([Scalar("date", 2, 1, 2, 1, "double")], 2, 1, (3, 1))
    for node in (citations, citation):
        assert (node.line, node.column, node.end) == (2, 1, (3, 1))


def test_a_skimmed_record_has_an_empty_id_and_no_citations_by_default() -> None:
    (item,) = items_of(jsonl.skim("x.jsonl", '{"title": "t"}')[0])
    assert isinstance(item, Skimmed)
    assert locate(item, ("id",)) == Scalar("", 1, 1, 1, 1, "double")
    assert item.entries["id"].key.text == "id"
    assert locate(item, ("citations",)) == Sequence([], 1, 1, (2, 1))


@pytest.mark.parametrize("shape", ["%s", "[%s]", '["x", %s]', "[[%s]]", '{"x": %s}', '[{"x": [%s]}]'])
@pytest.mark.parametrize("value", ["2025", "-1.5e3", "true", "null"])
def test_a_value_that_is_not_a_string_is_a_problem_when_skimmed_too(value: str, shape: str) -> None:
    line = '{"citations": ' + shape % value + "}"
    for reader in (jsonl.read, jsonl.skim):
        tree, (problem,) = reader("x.jsonl", line)
        assert problem.rule == "wrong-type"
        assert line[problem.location.column - 1 :].startswith(value)
        assert value in str(plain(items_of(tree)[0]))


@settings(max_examples=300)
@given(st.text('{}[]",:\\u0d8 ab1\ttrue\n\r'))
def test_read_and_skim_never_raise_and_agree(text: str) -> None:
    (tree, problems), (skimmed_tree, skimmed_problems) = (
        jsonl.read("x.jsonl", text),
        jsonl.skim("x.jsonl", text),
    )
    assert [plain(item) for item in items_of(tree)] == [plain(item) for item in items_of(skimmed_tree)]
    assert problems == skimmed_problems
    for problem in problems:
        assert 1 <= problem.location.column <= len(tree.lines[problem.location.line - 1]) + 1


@pytest.mark.parametrize("opening", ["[", '{"a":', '"\\\\', " ", '{"a":"b",'])
def test_a_very_long_line_is_one_problem(opening: str) -> None:
    _, (problem,) = jsonl.skim("x.jsonl", opening * 50_000 + "{")
    assert problem.rule == "json-syntax"


def test_reading_stops_after_too_many_short_lines() -> None:
    text = "{}\n" * (jsonl.MAX_SHORT_LINES + 10)
    tree, (problem,) = jsonl.read("x.jsonl", text)
    assert problem.location.line == jsonl.MAX_SHORT_LINES + 1
    assert problem.message.endswith("the rest of this file is unread")
    assert isinstance(tree.root, Mapping)


def test_short_lines_among_records_do_not_stop_reading() -> None:
    record = '{"id": "e-1", "title": "t", "kind": "k", "date": "2023", "summary": "s"}\n'
    tree, problems = jsonl.read("x.jsonl", (record * 2 + "{}\n") * (jsonl.MAX_SHORT_LINES + 10))
    assert problems == []
    assert isinstance(tree.root, Mapping)


@pytest.mark.parametrize("member", ['""', "1"])
def test_values_are_limited_by_the_length_of_the_line(member: str) -> None:
    _, problems = jsonl.read("x.jsonl", '{"id":"a","title":[' + ",".join([member] * 100_000) + "]}\n")
    assert len(problems) <= json_line.MAX_FAULTS + 1
    assert problems[-1].rule == "json-syntax"
