"""Files are read by their suffix; every scalar has its line and column, counted from 1 as in editors."""

import pytest

from timeline.readers import read
from timeline.readers.nodes import Mapping, Node, Scalar, Sequence, locate, plain

FILE = """\
# a comment
format: 1
events:
  - id: plain-1   # behind it
    title: 'single ''quoted'' words'
    kind: "double\\tquoted"
    date:
    summary:
      - >-
        folded on
        two lines

      - |
        literal

        text
    place: {name: Port, country: NO}
"""


def at(path: tuple[str | int, ...], text: str = FILE) -> Node:
    tree, problems = read("events.yaml", text)
    assert problems == []
    return locate(tree.root, path)


@pytest.mark.parametrize(
    ("path", "scalar"),
    [
        (("format",), Scalar("1", 2, 9, 2, 10, "plain")),
        (("events", 0, "id"), Scalar("plain-1", 4, 9, 4, 16, "plain")),
        (("events", 0, "title"), Scalar("single 'quoted' words", 5, 12, 5, 37, "single")),
        (("events", 0, "kind"), Scalar("double\tquoted", 6, 11, 6, 27, "double")),
        (("events", 0, "date"), Scalar("", 7, 10, 7, 10, "plain")),
        (("events", 0, "summary", 0), Scalar("folded on two lines", 9, 9, 13, 1, "folded")),
        (("events", 0, "summary", 1), Scalar("literal\n\ntext\n", 13, 9, 17, 1, "literal")),
        (("events", 0, "place", "name"), Scalar("Port", 17, 19, 17, 23, "plain")),
        (("events", 0, "place", "country"), Scalar("NO", 17, 34, 17, 36, "plain")),
    ],
)
def test_every_style_of_scalar_has_its_text_and_position(path: tuple[str | int, ...], scalar: Scalar) -> None:
    assert at(path) == scalar


def test_mappings_and_lists_begin_at_their_first_key_or_dash() -> None:
    event, summary, place = at(("events", 0)), at(("events", 0, "summary")), at(("events", 0, "place"))
    assert isinstance(event, Mapping)
    assert isinstance(summary, Sequence)
    assert isinstance(place, Mapping)
    assert [(node.line, node.column) for node in (event, summary, place)] == [(4, 5), (9, 7), (17, 12)]
    assert [node.end for node in (event, summary, place)] == [(18, 1), (17, 5), (17, 37)]


def test_keys_have_positions() -> None:
    event = at(("events", 0))
    assert isinstance(event, Mapping)
    assert event.entries["kind"].key == Scalar("kind", 6, 5, 6, 9, "plain")


@pytest.mark.parametrize(
    "text",
    [
        FILE.replace("\n", "\r\n"),
        "\ufeff" + FILE,
        FILE.rstrip("\n"),
        FILE + "\n\n# the end",
        f"--- # the first document may have a marker\n{FILE}",
    ],
    ids=["CRLF", "BOM", "no final line feed", "a final comment", "with a marker"],
)
def test_line_ends_and_byte_order_marks_change_nothing(text: str) -> None:
    shift = 1 if text.startswith("---") else 0
    date, folded = at(("events", 0, "kind"), text), at(("events", 0, "summary", 0), text)
    assert date == Scalar("double\tquoted", 6 + shift, 11, 6 + shift, 27, "double")
    assert folded == Scalar("folded on two lines", 9 + shift, 9, 13 + shift, 1, "folded")


def test_lines_have_no_line_ends() -> None:
    tree, _ = read("events.yaml", "\ufeffformat: 1\r\nevents:\n")
    assert tree.lines == ("format: 1", "events:", "")


def test_columns_count_code_points() -> None:
    assert at(("b",), "{a: \U0001f54a e\u0301, b: c}") == Scalar("c", 1, 14, 1, 15, "plain")


@pytest.mark.parametrize(
    "text", ["NO", "012", "12:30", "2025-06-24", "~", "null", "true", "1e3", "=", ".inf"]
)
def test_a_scalar_is_never_converted(text: str) -> None:
    scalar = at(("a",), f"a: {text}\n")
    assert isinstance(scalar, Scalar)
    assert scalar.text == text


@pytest.mark.parametrize("name", ["events.yaml", "events.YML", "<standard input>", "folder.d/events", "-"])
def test_yaml_is_read_by_its_suffix_and_by_default(name: str) -> None:
    tree, problems = read(name, "format: 1\n")
    assert (tree.file, problems) == (name, [])
    assert isinstance(tree.root, Mapping)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ('{"id": "a"}\n{"id": "b"}\n', 2),
        ('\ufeff\n{"id": "a"}', 1),
        ('{"id": "a"} {"id": "b"}\n', None),
        ('{"format": "1", "events": []}\n', 0),
        ('{"id": "a",\n "title": "b"}\n', None),
        ("[" * 100_000 + "\n", None),
        ('{"id": ' + "9" * 5000 + "}\n", None),
    ],
)
def test_input_without_suffix_is_json_lines_if_its_first_line_is_a_record(
    text: str, events: int | None
) -> None:
    root = read("<standard input>", text)[0].root
    node = root.get("events") if isinstance(root, Mapping) else None
    assert (len(node.items) if isinstance(node, Sequence) else None) == events


def test_json_lines_are_read_by_their_suffix() -> None:
    tree, problems = read("bulk.JSONL", '{"id": "a"}\n')
    assert (plain(tree.root), problems) == ({"format": "1", "events": [{"id": "a"}]}, [])
