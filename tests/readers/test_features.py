"""What YAML can do and a file of records may not: each refused where it stands, and the rest is read."""

import pytest

from timeline.readers.nodes import Mapping, Scalar, locate, plain
from timeline.readers.yaml import read

Refusal = tuple[int, int, str, str]


def refusals(text: str) -> list[Refusal]:
    """Line, column, rule and message of each problem."""
    _, problems = read("events.yaml", text)
    return [(one.location.line, one.location.column, one.rule, one.message) for one in problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &day 2025\n", [(1, 4, "yaml-feature", "an anchor (&day) stands here")]),
        ("a: &list [b]\n", [(1, 4, "yaml-feature", "an anchor (&list) stands here")]),
        ("a: &map {b: c}\n", [(1, 4, "yaml-feature", "an anchor (&map) stands here")]),
        ("a: *day\n", [(1, 4, "yaml-feature", "an alias (*day) stands here")]),
        ("a: b\n*day : c\n", [(2, 1, "yaml-feature", "an alias (*day) stands here")]),
        ("a:\n  <<: {b: c}\n", [(2, 3, "yaml-feature", "a merge key (<<) stands here")]),
        ("a: !!str b\n", [(1, 4, "yaml-feature", "a tag (tag:yaml.org,2002:str) stands here")]),
        ("a: ! b\n", [(1, 4, "yaml-feature", "a tag (!) stands here")]),
        ("a: !!python/name:os.system ''\n",
         [(1, 4, "yaml-feature", "a tag (tag:yaml.org,2002:python/name:os.system) stands here")]),
        ("a: !own [b]\n", [(1, 4, "yaml-feature", "a tag (!own) stands here")]),
        ("a: b\n---\nc: d\n", [(2, 1, "yaml-feature", "a second document begins here (---)")]),
        ("a: b\n--- c\n--- d\n", [(2, 1, "yaml-feature", "a second document begins here (---)")]),
        ("? [b, c]\n: d\n", [(1, 3, "yaml-feature", "a list or mapping stands as a key")]),
        ("{b: c}: d\n", [(1, 1, "yaml-feature", "a list or mapping stands as a key")]),
        ("- {? {b: c} : d}\n", [(1, 6, "yaml-feature", "a list or mapping stands as a key")]),
        ("a: b\nc: d\n'a': e\n",
         [(3, 1, "duplicate-key", '"a" stands twice in this mapping, first in line 1')]),
        ("a: {b: 1, b: 2, b: 3}\n",
         [(1, 11, "duplicate-key", '"b" stands twice in this mapping, first in line 1'),
          (1, 17, "duplicate-key", '"b" stands twice in this mapping, first in line 1')]),
        ("a: &x b\nc: *x\n",
         [(1, 4, "yaml-feature", "an anchor (&x) stands here"),
          (2, 4, "yaml-feature", "an alias (*x) stands here")]),
    ],
)  # fmt: skip
def test_refused(text: str, expected: list[Refusal]) -> None:
    assert refusals(text) == expected


@pytest.mark.parametrize(
    "text", ["a: '<<'\n", "a: '&b'\n", "a: b & c * d ! e\n", "a: |\n  <<\n", "%YAML 1.1\n---\na: b\n"]
)
def test_not_refused(text: str) -> None:
    assert refusals(text) == []


def test_the_first_of_two_keys_and_the_first_document_are_kept() -> None:
    tree, _ = read("events.yaml", "a: {b: 1, b: 2}\n---\nc: [d, {e: f}]\n")
    assert plain(tree.root) == {"a": {"b": "1"}}


def test_the_caret_underlines_a_repeated_key() -> None:
    _, (problem,) = read("events.yaml", "title: x\ntitle: y\n")
    assert (problem.location.width, problem.hint) == (5, "keep one of them")


def test_what_is_refused_leaves_an_empty_text_in_its_place() -> None:
    tree, _ = read("events.yaml", "a: *b\nc: {[d]: e, *f : g}\n")
    assert plain(tree.root) == {"a": "", "c": {"": "e"}}
    assert locate(tree.root, ("a",)) == Scalar("", 1, 4, 1, 4, "plain")


def test_a_list_that_stands_as_a_key_leaves_an_empty_key_where_it_began() -> None:
    tree, (problem,) = read("events.yaml", "a: b\n? [b, c]\n: d\n")
    assert isinstance(tree.root, Mapping)
    assert tree.root.entries[""].key == Scalar("", 2, 3, 2, 3, "plain")
    assert str(problem.location) == "events.yaml:2:3"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "a:\n "])
def test_sixteen_deep_is_read_and_deeper_is_not(opening: str) -> None:
    def nested(depth: int) -> str:
        if "\n" in opening:
            return "".join(" " * level + "a:\n" for level in range(depth)) + " " * depth + "b"
        closing = {"[": "]", "{": "}"}.get(opening[0], "")
        return opening * depth + "b" + closing * depth

    message = "this is nested more than 16 deep; the rest of this file is unread"
    assert refusals(nested(16)) == []
    assert [(rule, said) for _, _, rule, said in refusals(nested(17))] == [("yaml-feature", message)]


def test_what_stands_before_too_deep_a_nest_is_kept() -> None:
    tree, problems = read(
        "events.yaml", f"events:\n  - {{id: a}}\n  - {{id: b, deep: {'[' * 20}\n  - {{id: c}}\n"
    )
    assert plain(tree.root) == {"events": [{"id": "a"}]}
    assert (problems[0].location.line, problems[0].hint) == (3, "write it flatter")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: &day 2025\n", "write the value where it is used"),
        ("a: *day\n", "write the value out"),
        ("<<: {b: c}\n", "write the keys out"),
        ("a: !own b\n", "take it out: every value is text"),
        ("a: b\n---\nc: d\n", "one file holds one document"),
        ("? [b, c]\n: d\n", "a key is one text"),
    ],
)
def test_each_refusal_says_what_to_do(text: str, hint: str) -> None:
    _, (problem,) = read("events.yaml", text)
    assert (problem.location.file, problem.hint) == ("events.yaml", hint)


def test_after_a_thousand_faults_the_rest_is_not_read() -> None:
    tree, problems = read("events.yaml", "- *a\n" * 1_002)
    assert [problem.location.line for problem in problems] == list(range(1, 1_002))
    assert problems[-2].message == "an alias (*a) stands here"
    assert problems[-1].message == (
        "an alias (*a) stands here; after 1,000 faults of form the rest of this file is unread"
    )
    assert problems[-1].hint == "write the value out"
    assert plain(tree.root) == [""] * 1_000
