"""Nodes of a tree are found by path, and their locations in the file by node or word."""

import pytest

from timeline.problems import Location
from timeline.readers.nodes import Node, Part, Scalar, Tree, key_of, locate, place, plain, word_place
from timeline.readers.yaml import read

EVENT = """\
id: hague-2025
place: {name: The Hague, country: NL}
actors:
  NATO: organiser
  Japan: {role: partner, by: Takeshi Iwaya}
topics: [defence, trade]
summary: One sentence.
citations:
  - quote: >-
      Allies met in
      The Hague.
    supports: [date, summary.1]
"""


def event() -> Tree:
    tree, problems = read("events.yaml", EVENT)
    assert problems == []
    return tree


@pytest.mark.parametrize(
    ("path", "position"),
    [
        (("id",), "1:5"),
        (("citations", 0, "supports", 1), "12:22"),
        (("actors", "Japan", "by"), "5:30"),
        (("place", 0, "country"), "2:35"),
        (("actors", "NATO", "roles", 0), "4:9"),
        (("actors", "Japan", "roles", 0), "5:17"),
        (("topics", "trade"), "6:19"),
        (("topics", "peace"), "6:9"),
        (("summary", 0), "7:10"),
        (("citations", 0, "source"), "9:5"),
        (("citations", 7, "quote"), "9:3"),
        (("title",), "1:1"),
        ((), "1:1"),
    ],
)
def test_locate_returns_the_node_or_its_nearest_parent(path: tuple[Part, ...], position: str) -> None:
    assert str(place("events.yaml", locate(event().root, path))) == f"events.yaml:{position}"


def test_place_underlines_a_scalar_on_one_line_and_the_first_character_of_others() -> None:
    root = event().root
    widths = {
        path: place("e", locate(root, path)).width
        for path in [("id",), ("place",), ("citations", 0, "quote")]
    }
    assert widths == {("id",): 10, ("place",): 1, ("citations", 0, "quote"): 1}
    assert place("e", Scalar("", 3, 4, 3, 4, "plain")) == Location("e", 3, 4, 1)


def test_key_of_finds_keys_of_mappings_only() -> None:
    root = event().root
    key = key_of(root, "topics")
    assert key is not None
    assert (key.text, key.line) == ("topics", 6)
    assert key_of(root, "kind") is None
    assert key_of(locate(root, ("topics",)), "trade") is None


def test_plain_values_have_no_positions() -> None:
    assert plain(locate(event().root, ("citations",))) == [
        {"quote": "Allies met in The Hague.", "supports": ["date", "summary.1"]}
    ]


def quoted(text: str) -> tuple[Tree, Scalar]:
    tree, problems = read("events.yaml", text)
    assert problems == []
    node: Node | None = locate(tree.root, ("quote",))
    assert isinstance(node, Scalar)
    return tree, node


FORMS = {
    "plain": "quote: Allies met\n  in The   Hague.\n",
    "plain in a list": "{a: b, quote: Allies met in The Hague.}\n",
    "single": "quote: 'Allies met in\n  The Hague.'\n",
    "double": 'quote: "Allies met\n\n  in The Hague."\n',
    "folded": "quote: >-  # a comment\n  Allies met in\n\n  The Hague.\nnote: in The Hague.\n",
    "literal": "quote: |\n  Allies met in The\n    Hague.",
    "with a comment": "quote: Allies met in The Hague.  # not The Hague\n",
    "CRLF": "quote: >-\r\n  Allies met in\r\n  The Hague.\r\n",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_word_place_finds_each_word_however_it_is_folded_or_quoted(text: str) -> None:
    tree, scalar = quoted(text)
    for index, word in enumerate(["Allies", "met", "in", "The", "Hague."]):
        location = word_place(tree, scalar, index)
        assert location is not None
        underlined = tree.lines[location.line - 1][location.column - 1 :][: location.width]
        assert underlined.strip("'\"") == word
    assert word_place(tree, scalar, 5) is None


@pytest.mark.parametrize(
    "text", ['quote: "Allies\\x20met in"\n', "quote: 'it''s here'\n", 'quote: "the sum\\\n  mit"\n']
)
def test_word_place_is_none_for_an_escaped_word(text: str) -> None:
    tree, scalar = quoted(text)
    places = [word_place(tree, scalar, index) for index in range(len(scalar.text.split()))]
    assert None in places


def test_word_place_underlines_the_word() -> None:
    tree, scalar = quoted(FORMS["folded"])
    assert word_place(tree, scalar, 4) == Location("events.yaml", 4, 7, 6)
