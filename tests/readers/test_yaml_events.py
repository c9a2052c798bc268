"""libyaml and the pure Python parser give the same tree; neither raises, and neither is slow."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline.readers.yaml as reader
from timeline.problems import Problem
from timeline.readers.nodes import Tree
from timeline.readers.yaml_events import parser

DATASET = Path(__file__).resolve().parents[2]
FILES = [
    *sorted((DATASET / "data").glob("*.yaml")),
    *sorted((DATASET / "timeline/actors/world").glob("*.yaml")),
]

needs_libyaml = pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without libyaml")


@contextmanager
def pure_python() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        assert isinstance(parser(""), yaml.scanner.Scanner)
        yield


def both(text: str) -> list[tuple[Tree, list[tuple[int, int, str]]]]:
    """The tree from each parser, with the position and rule of each problem."""
    results = []
    for tree, problems in (reader.read("x.yaml", text), in_pure_python(text)):
        listed = [(problem.location.line, problem.location.column, problem.rule) for problem in problems]
        results.append((tree, listed))
    return results


def in_pure_python(text: str) -> tuple[Tree, list[Problem]]:
    with pure_python():
        return reader.read("x.yaml", text)


@needs_libyaml
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_both_parsers_agree_on_the_shipped_files(file: Path) -> None:
    c, python = both(file.read_text("utf-8"))
    assert c == python
    assert c[1] == []


LINES = [
    "a: b", "c: 'd'", 'e: "f', "  g: h", "- i", "  - j: k", "l: >-", "  m", "", "n: [o, p]", "q: {r: s}",
    "'t': |", "    u", "v: &w x", "y: *w", "<<: z", "---", "# c", "! d", "? e", ": f", "\tg", "h:", "@i", "]",
    "\u00e9: \U0001f54a", "j: k # l", "m: \x07", "n\u2028: o", "p: q\r", "- - r", "s: 't", "  u'", 'v: "w\\',
    "  x\"", "...", "%y", "z: a: b", "<<<<<<< HEAD", "-", "- a: b", "  c: d", "  - e", "[", "{",
]  # fmt: skip
files = st.lists(st.sampled_from(LINES), max_size=8).map("\n".join)


@needs_libyaml
@settings(max_examples=400)
@given(files)
def test_both_parsers_agree_on_any_valid_file(text: str) -> None:
    c, python = both(text)
    faults = {"yaml-syntax", "merge-conflict"} & {
        rule for _, problems in (c, python) for _, _, rule in problems
    }
    if not faults:
        assert c == python


@settings(max_examples=400)
@given(st.one_of(files, st.text(max_size=40)))
def test_reading_never_raises_and_every_problem_has_a_position_in_the_file(text: str) -> None:
    for tree, problems in both(text):
        for line, column, _ in problems:
            assert 1 <= line <= len(tree.lines)
            assert 1 <= column <= len(tree.lines[line - 1]) + 2


MANY = 10_000


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["[" * MANY, "{a: " * MANY, "- " * MANY, "- &a x\n" * MANY, "a: b\n" * MANY, "a: \x07\n" * MANY,
     "a: '" + "\n" * MANY, "- word\n" * MANY, "- {a: [b, 'c']}\n" * MANY],
    ids=["lists", "mappings", "items", "anchors", "keys", "controls", "line ends", "words", "mixed"],
)  # fmt: skip
def test_reading_takes_linear_time(text: str) -> None:
    start = process_time()
    reader.read("x.yaml", text)
    assert process_time() - start < 5
