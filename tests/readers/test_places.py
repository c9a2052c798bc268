"""Every text knows where it stands, as an editor counts: lines and columns from 1."""

import pytest

from timeline.readers import read
from timeline.readers.nodes import Mapping, Node, Scalar, Sequence, locate

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
def test_every_kind_of_scalar_has_its_text_and_place(path: tuple[str | int, ...], scalar: Scalar) -> None:
    assert at(path) == scalar


def test_mappings_and_lists_begin_at_their_first_key_or_dash() -> None:
    event, summary, place = at(("events", 0)), at(("events", 0, "summary")), at(("events", 0, "place"))
    assert isinstance(event, Mapping)
    assert isinstance(summary, Sequence)
    assert isinstance(place, Mapping)
    assert [(one.line, one.column) for one in (event, summary, place)] == [(4, 5), (9, 7), (17, 12)]
    assert [one.end for one in (event, summary, place)] == [(18, 1), (17, 5), (17, 37)]


def test_keys_have_places_too() -> None:
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
        f"--- # a first document may be begun\n{FILE}",
    ],
    ids=["CRLF", "BOM", "no last line end", "a comment last", "begun"],
)
def test_line_ends_and_marks_of_editors_change_nothing(text: str) -> None:
    shift = 1 if text.startswith("---") else 0
    date, folded = at(("events", 0, "kind"), text), at(("events", 0, "summary", 0), text)
    assert date == Scalar("double\tquoted", 6 + shift, 11, 6 + shift, 27, "double")
    assert folded == Scalar("folded on two lines", 9 + shift, 9, 13 + shift, 1, "folded")


def test_the_lines_are_those_of_the_file_without_their_ends() -> None:
    tree, _ = read("events.yaml", "\ufeffformat: 1\r\nevents:\n")
    assert tree.lines == ("format: 1", "events:", "")


def test_columns_count_code_points() -> None:
    assert at(("b",), "{a: \U0001f54a e\u0301, b: c}") == Scalar("c", 1, 14, 1, 15, "plain")


@pytest.mark.parametrize(
    "text", ["NO", "012", "12:30", "2025-06-24", "~", "null", "true", "1e3", "=", ".inf"]
)
def test_a_scalar_stays_the_text_that_it_is(text: str) -> None:
    scalar = at(("a",), f"a: {text}\n")
    assert isinstance(scalar, Scalar)
    assert scalar.text == text


@pytest.mark.parametrize("name", ["events.yaml", "events.YML", "<standard input>", "folder.d/events", "-"])
def test_a_file_is_read_as_yaml_where_its_name_says_so_or_nothing(name: str) -> None:
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
def test_what_has_no_name_is_json_lines_when_its_first_line_is_a_record(
    text: str, events: int | None
) -> None:
    root = read("<standard input>", text)[0].root
    found = root.get("events") if isinstance(root, Mapping) else None
    assert (len(found.items) if isinstance(found, Sequence) else None) == events
