"""Faults of form: where they are, what is kept before them, and what the file looks like."""

import pytest

from timeline.problems import Problem
from timeline.readers.nodes import Plain, Scalar, plain
from timeline.readers.yaml import read

GOOD = "format: 1\nevents:\n  - id: a\n  - id: b\n"


def fault(text: str) -> tuple[Plain, Problem]:
    """What is kept of a file with one fault, and the fault."""
    tree, (problem,) = read("events.yaml", text)
    return plain(tree.root), problem


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        (GOOD + "    title: Lights: the pledge\n", (5, 18), "mapping values are not allowed in this context",
         'put the value in quotation marks or fold it (>-): a bare ": " breaks it'),
        (GOOD + "\ttitle: x\n", (5, 1), "found a tab character that violates indentation",
         "indent with spaces: YAML knows no tabs there"),
        (GOOD + "    title: @home\n", (5, 12), "found character that cannot start any token",
         "put the value in quotation marks: it begins with a character that YAML keeps for itself"),
        (GOOD + "    title: 'it's'\n", (5, 16), "did not find expected key",
         "correct the indentation or the quotation marks at or before this place"),
        (GOOD + "    title: 'open\n  - id: c\n\n", (5, 12),
         "the quotation mark that stands here is never closed",
         "close it; in a quotation in single marks an apostrophe is written twice"),
        (GOOD + "    topics: [x, y\n\n\n", (5, 18), "did not find expected ',' or ']'",
         "correct the indentation or the quotation marks at or before this place"),
        ("{", (1, 2), "did not find expected node content",
         "correct the indentation or the quotation marks at or before this place"),
    ],
)  # fmt: skip
def test_a_syntax_fault_has_a_place_and_a_remedy(
    text: str, place: tuple[int, int], message: str, hint: str
) -> None:
    _, problem = fault(text)
    assert problem.rule == "yaml-syntax"
    assert (problem.location.line, problem.location.column) == place
    assert problem.message == f"{message}; the rest of this file is unread"
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (GOOD + "    title: x: y\n  - id: c\n", {"format": "1", "events": [{"id": "a"}]}),
        (GOOD + "  title: x\n", {"format": "1", "events": [{"id": "a"}, {"id": "b"}]}),
        (GOOD + "more: [\n", {"format": "1", "events": [{"id": "a"}, {"id": "b"}], "more": []}),
        ("- a\n- [b, c]\n- d: e\n- '", ["a", ["b", "c"], {"d": "e"}]),
        ("a: [\n", {"a": []}),
        ("@", ""),
    ],
)
def test_what_was_whole_before_a_fault_is_kept(text: str, kept: Plain) -> None:
    assert fault(text)[0] == kept


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "\ufeff"])
def test_an_empty_file_is_an_empty_text_at_its_beginning(text: str) -> None:
    tree, problems = read("events.yaml", text)
    assert (plain(tree.root), tree.root.line, tree.root.column, problems) == ("", 1, 1, [])


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", ">>>>>>> theirs"])
def test_a_merge_conflict_is_one_problem_at_its_first_marker(marker: str) -> None:
    kept, problem = fault(f"{GOOD}{marker}\n  - id: c\n    id: d\n")
    assert kept == {"format": "1", "events": [{"id": "a"}]}
    assert str(problem) == (
        "events.yaml:5:1: merge-conflict: a git conflict marker stands here; the rest of this file is unread"
    )
    assert (problem.location.width, problem.hint) == (7, "finish the merge, then check again")


def test_a_conflict_marker_inside_a_text_is_a_text() -> None:
    assert read("events.yaml", "a: |\n  <<<<<<< HEAD\n")[1] == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<!DOCTYPE html>\n<p title='x: y'>a: b: c\n", "a web page"),
        ("\n<html>\n\t<p>@: `\n", "a web page"),
        ('{"format": 1, "events": [}\n', "JSON"),
        ("PK\x03\x04 zipped\n", "a zip archive"),
        ("version https://git-lfs.github.com/spec/v1\nsize: x: 1\n",
         "a git LFS pointer: the file itself was not fetched"),
    ],
)  # fmt: skip
def test_a_broken_file_says_what_it_looks_like(text: str, what: str) -> None:
    _, (first, *_) = read("events.yaml", text)
    assert first.rule == "yaml-syntax"
    assert first.details == (f"the file looks like {what}",)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a21\nsize 12345\n",
         "a git LFS pointer: the file itself was not fetched"),
        ("<html><body>Not found</body></html>\n", "a web page"),
    ],
)  # fmt: skip
def test_what_is_one_text_to_yaml_says_so_too(text: str, what: str) -> None:
    _, problem = fault(text)
    assert str(problem) == f"events.yaml:1:1: wrong-type: this file is {what}"


@pytest.mark.parametrize("text", ['{"format": "1", "events": []}', "Dear editor", "'<html>': a\n"])
def test_a_file_without_a_fault_is_what_it_is(text: str) -> None:
    assert read("events.yaml", text)[1] == []


@pytest.mark.parametrize("text", ["---", "---\n", "--- # nothing\n", "# a\n---\n...\n", "%YAML 1.1\n---\n\n"])
def test_an_empty_document_stands_on_top_of_its_file(text: str) -> None:
    """Not behind its last line, where libyaml has it: a problem is at a place that editors can go to."""
    tree, problems = read("events.yaml", text)
    assert (tree.root, problems) == (Scalar("", 1, 1, 1, 1, "plain"), [])


def test_what_is_wrong_before_a_merge_conflict_is_said_too() -> None:
    """Else the record that it spoils would be taken for a good one."""
    twice, hidden = f"{GOOD}    id: c\n", "  - id: d\x07\n"
    _, problems = read("events.yaml", f"{twice}{hidden}  - id: e\n<<<<<<< HEAD\n  - id: f\n    id: g\n")
    assert [(one.location.line, one.rule) for one in problems] == [
        (6, "yaml-syntax"),
        (5, "duplicate-key"),
        (8, "merge-conflict"),
    ]


@pytest.mark.parametrize("lines", [900, 901, 2000])
def test_of_a_file_full_of_controls_nothing_is_read(lines: int) -> None:
    text = "format: 1\nevents:\n" + "  - id: a\x07\n" * lines + "  - id: b\n"
    tree, problems = read("events.yaml", text)
    assert len(problems) == min(lines, 901)
    assert isinstance(tree.root, Scalar) == (lines > 900)
    assert problems[-1].message.endswith("nothing of this file is read") == (lines > 900)
