"""What stands in a file of records, and where to point when something in it is wrong."""

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
    ("path", "place_written"),
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
def test_locate_leads_to_what_was_written_or_the_nearest_above_it(
    path: tuple[Part, ...], place_written: str
) -> None:
    assert str(place("events.yaml", locate(event().root, path))) == f"events.yaml:{place_written}"


def test_a_text_on_one_line_is_underlined_whole_and_anything_else_at_its_beginning() -> None:
    root = event().root
    widths = {
        path: place("e", locate(root, path)).width
        for path in [("id",), ("place",), ("citations", 0, "quote")]
    }
    assert widths == {("id",): 10, ("place",): 1, ("citations", 0, "quote"): 1}
    assert place("e", Scalar("", 3, 4, 3, 4, "plain")) == Location("e", 3, 4, 1)


def test_keys_are_found_in_mappings_only() -> None:
    root = event().root
    key = key_of(root, "topics")
    assert key is not None
    assert (key.text, key.line) == ("topics", 6)
    assert key_of(root, "kind") is None
    assert key_of(locate(root, ("topics",)), "trade") is None


def test_plain_values_have_no_places() -> None:
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
    "with a tail": "quote: Allies met in The Hague.  # not The Hague\n",
    "CRLF": "quote: >-\r\n  Allies met in\r\n  The Hague.\r\n",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_each_word_is_found_on_disk_however_it_is_folded_or_quoted(text: str) -> None:
    tree, scalar = quoted(text)
    for index, word in enumerate(["Allies", "met", "in", "The", "Hague."]):
        found = word_place(tree, scalar, index)
        assert found is not None
        shown = tree.lines[found.line - 1][found.column - 1 :][: found.width]
        assert shown.strip("'\"") == word
    assert word_place(tree, scalar, 5) is None


@pytest.mark.parametrize(
    "text", ['quote: "Allies\\x20met in"\n', "quote: 'it''s here'\n", 'quote: "the sum\\\n  mit"\n']
)
def test_a_word_that_an_escape_hides_has_no_place(text: str) -> None:
    tree, scalar = quoted(text)
    places = [word_place(tree, scalar, index) for index in range(len(scalar.text.split()))]
    assert None in places


def test_a_caret_goes_under_the_word_in_its_line() -> None:
    tree, scalar = quoted(FORMS["folded"])
    assert word_place(tree, scalar, 4) == Location("events.yaml", 4, 7, 6)
