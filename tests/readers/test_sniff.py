"""Forbidden characters, merge conflicts, and files that are not files of records."""

import pytest

from timeline.problems import Problem
from timeline.readers.nodes import Plain, Scalar, plain
from timeline.readers.yaml import read

GOOD = "format: 1\nevents:\n  - id: a\n  - id: b\n"


@pytest.mark.parametrize(
    "character",
    [*"\x00\x07\x1b\x7f\x80\x85\x9f\u2028\u2029\ufffe\uffff\ud800\r"],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_a_forbidden_character_is_reported_at_its_position(character: str) -> None:
    tree, (problem,) = read("events.yaml", f"a: b\nc: d{character}e\ng: h\n")
    assert plain(tree.root) == {"a": "b", "c": "d e", "g": "h"}
    assert str(problem.location) == "events.yaml:2:5"
    message = f"the character U+{ord(character):04X} is not allowed in a file of records"
    assert (problem.rule, problem.message, problem.hint) == ("yaml-syntax", message, "remove it")


@pytest.mark.parametrize(
    "character",
    [*"\t\u00a0\u00ad\u200b\u202e\u00e9\ud7ff\ue000\ufffd\U0001f54a\U0010ffff"],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_other_characters_are_kept(character: str) -> None:
    tree, problems = read("events.yaml", f"a: 'b{character}c'\n")
    assert (plain(tree.root), problems) == ({"a": f"b{character}c"}, [])


def test_a_line_separator_of_yaml_does_not_begin_a_key() -> None:
    tree, problems = read("events.yaml", "quote: words\u2028source: forged\n")
    assert "source" not in str(tree.root).replace("words source", "")
    assert problems[0].rule == "yaml-syntax"


def test_each_line_is_one_problem_and_later_positions_are_right() -> None:
    _, problems = read("events.yaml", "a: \x01\x02\r\nb: 'x\x85'\r\nc: *d\r\n")
    assert [(problem.location.line, problem.location.column, problem.rule) for problem in problems] == [
        (1, 4, "yaml-syntax"),
        (2, 6, "yaml-syntax"),
        (3, 4, "yaml-feature"),
    ]


def fault_in(text: str) -> tuple[Plain, Problem]:
    """What is kept of a file with one syntax error, and the problem."""
    tree, (problem,) = read("events.yaml", text)
    return plain(tree.root), problem


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", ">>>>>>> theirs"])
def test_a_merge_conflict_is_one_problem_at_its_first_marker(marker: str) -> None:
    kept, problem = fault_in(f"{GOOD}{marker}\n  - id: c\n    id: d\n")
    assert kept == {"format": "1", "events": [{"id": "a"}]}
    assert str(problem) == (
        "events.yaml:5:1: merge-conflict: git conflict marker; the rest of this file is unread"
    )
    assert (problem.location.width, problem.hint) == (7, "resolve the conflict, then check again")


def test_a_conflict_marker_inside_a_block_is_text() -> None:
    assert read("events.yaml", "a: |\n  <<<<<<< HEAD\n")[1] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html>\n<p title='x: y'>a: b: c\n", "a web page"),
        ("\n<html>\n\t<p>@: `\n", "a web page"),
        ('{"format": 1, "events": [}\n', "JSON"),
        ("PK\x03\x04 zipped\n", "a zip archive"),
        ("version https://git-lfs.github.com/spec/v1\nsize: x: 1\n",
         "a git LFS pointer: the file itself was not fetched"),
    ],
)  # fmt: skip
def test_a_problem_says_what_kind_of_file_it_is(text: str, kind: str) -> None:
    _, (first, *_) = read("events.yaml", text)
    assert first.rule == "yaml-syntax"
    assert first.details == (f"the file looks like {kind}",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a21\nsize 12345\n",
         "a git LFS pointer: the file itself was not fetched"),
        ("<html><body>Not found</body></html>\n", "a web page"),
    ],
)  # fmt: skip
def test_another_kind_of_file_that_is_valid_yaml_is_a_problem(text: str, kind: str) -> None:
    _, problem = fault_in(text)
    assert str(problem) == f"events.yaml:1:1: wrong-type: this file is {kind}"


@pytest.mark.parametrize("text", ['{"format": "1", "events": []}', "Dear editor", "'<html>': a\n"])
def test_a_valid_file_is_not_reported_whatever_it_looks_like(text: str) -> None:
    assert read("events.yaml", text)[1] == []


def test_problems_before_a_merge_conflict_are_kept() -> None:
    """Otherwise their records would be taken for valid ones."""
    twice, hidden = f"{GOOD}    id: c\n", "  - id: d\x07\n"
    _, problems = read("events.yaml", f"{twice}{hidden}  - id: e\n<<<<<<< HEAD\n  - id: f\n    id: g\n")
    assert [(problem.location.line, problem.rule) for problem in problems] == [
        (6, "yaml-syntax"),
        (5, "duplicate-key"),
        (8, "merge-conflict"),
    ]


@pytest.mark.parametrize("lines", [900, 901, 2000])
def test_a_file_with_too_many_forbidden_characters_is_not_read(lines: int) -> None:
    text = "format: 1\nevents:\n" + "  - id: a\x07\n" * lines + "  - id: b\n"
    tree, problems = read("events.yaml", text)
    assert len(problems) == min(lines, 901)
    assert isinstance(tree.root, Scalar) == (lines > 900)
    assert problems[-1].message.endswith("this file is not read") == (lines > 900)


def test_a_merge_conflict_replaces_other_problems_on_its_line() -> None:
    _, problem = fault_in(f"{GOOD}<<<<<<< HEAD\x07\n")
    assert problem.rule == "merge-conflict"


def test_a_merge_conflict_replaces_an_earlier_problem_that_left_the_rest_unread() -> None:
    _, problem = fault_in(f"{GOOD}    title: x: y\n<<<<<<< HEAD\n")
    assert (problem.rule, problem.location.line) == ("merge-conflict", 6)
