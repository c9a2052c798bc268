"""JSON Lines: a record a line, every value a text with its place; a bad line loses that line only."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.problems import Problem
from timeline.readers import read as read_any
from timeline.readers.jsonl import read, skim
from timeline.tree import Mapping, Plain, Scalar, Sequence, Skimmed, Tree, locate, plain

Way = Callable[[str, str], tuple[Tree, list[Problem]]]


def records(tree: Tree) -> list[Plain]:
    """What the lines hold, without places."""
    items = locate(tree.root, ("events",))
    assert isinstance(items, Sequence)
    return [plain(item) for item in items.items]


LINES = '{"id": "a", "topics": ["x", {"y": "\\u00e9\\n"}]}\r\n\n \t\n{"id":"b"}'


@pytest.mark.parametrize("text", [LINES, LINES + "\n", "\ufeff" + LINES])
def test_each_line_is_a_record_below_a_format_and_empty_ones_are_none(text: str) -> None:
    tree, problems = read_any("bulk.JSONL", text)
    assert (records(tree), problems) == ([{"id": "a", "topics": ["x", {"y": "\u00e9\n"}]}, {"id": "b"}], [])
    assert isinstance(tree.root, Mapping)
    assert plain(tree.root.entries["format"].value) == "1"
    assert [tree.lines[index] for index in (0, 3)] == [LINES.split("\r")[0], '{"id":"b"}']
    assert len(tree.lines) == 4


@pytest.mark.parametrize(
    ("path", "scalar"),
    [
        (("events", 0, "id"), Scalar("a", 1, 8, 1, 11, "double")),
        (("events", 0, "topics", 0), Scalar("x", 1, 24, 1, 27, "double")),
        (("events", 0, "topics", 1, "y"), Scalar("\u00e9\n", 1, 35, 1, 45, "double")),
        (("events", 1, "id"), Scalar("b", 4, 7, 4, 10, "double")),
    ],
)
def test_every_text_has_its_line_and_column(path: tuple[str | int, ...], scalar: Scalar) -> None:
    assert locate(read("x.jsonl", LINES)[0].root, path) == scalar


def test_a_piece_of_a_file_has_the_lines_of_the_whole_file() -> None:
    tree, (problem,) = read("x.jsonl", '{"id": "a"}\n{"id": 1}\n', first=100)
    assert (problem.location.line, problem.location.column) == (101, 8)
    assert (tree.lines[100], tree.lines[3], len(tree.lines)) == ('{"id": 1}', "", 101)


FAULTS = [
    ('{"a": "b"', 10, "the line ends too soon"),
    ('{"a":', 6, "the line ends too soon"),
    ('{"a": "b" "c": "d"}', 11, 'a comma or "}" is wanted here'),
    ('["a" "b"]', 6, 'a comma or "]" is wanted here'),
    ('{"a" "b"}', 6, "a colon is wanted here"),
    ("{a: 1}", 2, "a key in quotation marks is wanted here"),
    ('{"a": }', 7, "a value is wanted here"),
    ('{"a": "b",}', 11, "a key in quotation marks is wanted here"),
    ('{"a": "b"} x', 12, "something stands behind the record on its line"),
    ('{"a": "b', 7, "a quotation mark that stands here is never closed"),
    ('{"a": "b\tc"}', 9, "the character U+0009 stands in a text; JSON has it escaped"),
    ('{"a": "b\\xc"}', 7, "this text has an escape that JSON does not know"),
    ('{"a": "\\ud800"}', 7, "half of a character (a surrogate) is escaped in this text"),
    ('{"a": nul}', 7, "nul is no value of JSON"),
    ('{"a": NaN}', 7, "NaN is no value of JSON"),
    ('{"a": 01}', 7, "01 is no value of JSON"),
    ("[" * 17 + "]" * 17, 17, "this is nested more than 16 deep"),
]


@pytest.mark.parametrize("way", [read, skim])
@pytest.mark.parametrize(("line", "column", "message"), FAULTS)
def test_a_line_that_is_no_json_is_one_problem_and_loses_that_line_only(
    way: Way,
    line: str,
    column: int,
    message: str,
) -> None:
    tree, (problem,) = way("x.jsonl", f'{{"id": "a"}}\n{line}\n{{"id": "c"}}\n')
    assert str(problem) == f"x.jsonl:2:{column}: json-syntax: {message}"
    assert problem.hint == "write one record as JSON on this line; the other lines are read"
    assert records(tree) == [{"id": "a"}, "", {"id": "c"}]


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        ("2025", "the number 2025 stands where a text is wanted", 'write it in quotation marks: "2025"'),
        (
            "-1.5e3",
            "the number -1.5e3 stands where a text is wanted",
            'write it in quotation marks: "-1.5e3"',
        ),
        ("true", "true stands where a text is wanted", 'write it in quotation marks: "true"'),
        ("null", "null stands where a text is wanted", "leave the key out"),
    ],
)
@pytest.mark.parametrize("shape", ["%s", "[%s]", '["x", %s]', "[[%s]]", '{"x": %s}'])
def test_what_is_no_text_is_kept_as_written_and_said(value: str, message: str, hint: str, shape: str) -> None:
    line = '{"citations": ' + shape % value + "}"
    for way in (read, skim):
        tree, (problem,) = way("x.jsonl", line)
        assert (problem.rule, problem.message, problem.hint) == ("wrong-shape", message, hint)
        assert line[problem.location.column - 1 :].startswith(value)
        assert value in str(records(tree))


@pytest.mark.parametrize("way", [read, skim])
def test_a_key_stands_once(way: Way) -> None:
    tree, (problem,) = way("x.jsonl", '{"a": "b", "c": {"d": "e", "d": "f"}}')
    assert str(problem) == 'x.jsonl:1:28: duplicate-key: "d" stands twice in this object'
    assert (problem.location.width, problem.hint) == (3, "keep one of them")
    assert records(tree) == [{"a": "b", "c": {"d": "e"}}]


def test_what_is_skimmed_knows_its_line_and_has_the_nodes_that_linking_wants() -> None:
    line = '{"id": "a", "title": "t", "citations": [{"source": "s", "quote": "q", "supports": ["date"]}]}'
    tree, problems = skim("x.jsonl", f"\n{line}\n")
    assert problems == []
    (item,) = locate(tree.root, ("events",)).items  # type: ignore[union-attr]
    assert isinstance(item, Skimmed)
    assert plain(item) == json.loads(line)
    assert locate(item, ("citations", 0, "quote")) == Scalar("q", 2, 1, 2, 1, "double")
    assert (item.line, item.end) == (2, (3, 1))


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8
)


@settings(max_examples=50)
@given(st.lists(st.dictionaries(texts, values, max_size=4), min_size=1, max_size=4), st.booleans())
def test_what_is_written_as_json_is_read_and_skimmed_alike(written: list[Plain], ascii_only: bool) -> None:
    text = "\n".join(json.dumps(one, ensure_ascii=ascii_only) for one in written)
    for way in (read, skim):
        tree, problems = way("x.jsonl", text)
        assert (records(tree), problems) == (written, [])


@settings(max_examples=300)
@given(st.text('{}[]",:\\u0d8 ab1\ttrue\n\r'))
def test_reading_never_raises_and_both_ways_say_the_same(text: str) -> None:
    (tree, problems), (fast, told) = read("x.jsonl", text), skim("x.jsonl", text)
    assert records(tree) == records(fast)
    assert problems == told
    for problem in problems:
        assert 1 <= problem.location.column <= len(tree.lines[problem.location.line - 1]) + 1


@pytest.mark.parametrize(
    "line", ["[" * 100_000, '{"a":' * 100_000, '"' + "\\" * 100_000, '"' * 100_001, " " * 100_000 + "{"]
)
def test_no_line_is_too_much(line: str) -> None:
    assert [one.rule for one in skim("x.jsonl", line)[1]] == ["json-syntax"]
