"""Characters that have no place in a file of records: each line with one is one problem, all else is read."""

import pytest

from timeline.readers.nodes import plain
from timeline.readers.yaml import read


@pytest.mark.parametrize(
    "character",
    [*"\x00\x07\x1b\x7f\x80\x85\x9f\u2028\u2029\ufffe\uffff\ud800\r"],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_a_character_that_nobody_sees_is_refused_where_it_stands(character: str) -> None:
    tree, (problem,) = read("events.yaml", f"a: b\nc: d{character}e\ng: h\n")
    assert plain(tree.root) == {"a": "b", "c": "d e", "g": "h"}
    assert str(problem.location) == "events.yaml:2:5"
    said = f"the character U+{ord(character):04X} may not stand in a file of records"
    assert (problem.rule, problem.message, problem.hint) == ("yaml-syntax", said, "take it out")


@pytest.mark.parametrize(
    "character",
    [*"\t\u00a0\u00ad\u200b\u202e\u00e9\ud7ff\ue000\ufffd\U0001f54a\U0010ffff"],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_what_a_text_may_hold_stays(character: str) -> None:
    tree, problems = read("events.yaml", f"a: 'b{character}c'\n")
    assert (plain(tree.root), problems) == ({"a": f"b{character}c"}, [])


def test_no_line_end_that_only_yaml_knows_makes_a_key() -> None:
    tree, problems = read("events.yaml", "quote: words\u2028source: forged\n")
    assert "source" not in str(tree.root).replace("words source", "")
    assert problems[0].rule == "yaml-syntax"


def test_each_line_is_one_problem_and_later_places_are_right() -> None:
    _, problems = read("events.yaml", "a: \x01\x02\r\nb: 'x\x85'\r\nc: *d\r\n")
    assert [(one.location.line, one.location.column, one.rule) for one in problems] == [
        (1, 4, "yaml-syntax"),
        (2, 6, "yaml-syntax"),
        (3, 4, "yaml-feature"),
    ]
