"""The syntax of YAML files: features that are refused, syntax errors, and limits."""

import pytest

from timeline.problems import Problem
from timeline.readers import yaml
from timeline.readers.nodes import Mapping, Plain, Scalar, Sequence, locate, plain
from timeline.readers.yaml import read

Refusal = tuple[int, int, str, str]
GOOD = "format: 1\nevents:\n  - id: a\n  - id: b\n"
UNREAD = "the rest of this file is unread"


def refusals(text: str) -> list[Refusal]:
    """Line, column, rule and message of each problem."""
    _, problems = read("events.yaml", text)
    return [
        (problem.location.line, problem.location.column, problem.rule, problem.message)
        for problem in problems
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &day 2025\n", [(1, 4, "yaml-feature", "unsupported anchor (&day)")]),
        ("a: &list [b]\n", [(1, 4, "yaml-feature", "unsupported anchor (&list)")]),
        ("a: &map {b: c}\n", [(1, 4, "yaml-feature", "unsupported anchor (&map)")]),
        ("a: *day\n", [(1, 4, "yaml-feature", "unsupported alias (*day)")]),
        ("a: b\n*day : c\n", [(2, 1, "yaml-feature", "unsupported alias (*day)")]),
        ("a:\n  <<: {b: c}\n", [(2, 3, "yaml-feature", "unsupported merge key (<<)")]),
        ("a: !!str b\n", [(1, 4, "yaml-feature", "unsupported tag (tag:yaml.org,2002:str)")]),
        ("a: ! b\n", [(1, 4, "yaml-feature", "unsupported tag (!)")]),
        ("a: !!python/name:os.system ''\n",
         [(1, 4, "yaml-feature", "unsupported tag (tag:yaml.org,2002:python/name:os.system)")]),
        ("a: !own [b]\n", [(1, 4, "yaml-feature", "unsupported tag (!own)")]),
        ("a: b\n---\nc: d\n", [(2, 1, "yaml-feature", "unsupported second document (---)")]),
        ("a: b\n--- c\n--- d\n", [(2, 1, "yaml-feature", "unsupported second document (---)")]),
        ("? [b, c]\n: d\n", [(1, 3, "yaml-feature", "expected a string as key, found a list or mapping")]),
        ("{b: c}: d\n", [(1, 1, "yaml-feature", "expected a string as key, found a list or mapping")]),
        ("- {? {b: c} : d}\n", [(1, 6, "yaml-feature", "expected a string as key, found a list or mapping")]),
        ("a: b\nc: d\n'a': e\n",
         [(3, 1, "duplicate-key", 'duplicate key "a", first in line 1')]),
        ("a: {b: 1, b: 2, b: 3}\n",
         [(1, 11, "duplicate-key", 'duplicate key "b", first in line 1'),
          (1, 17, "duplicate-key", 'duplicate key "b", first in line 1')]),
        ("a: &x b\nc: *x\n",
         [(1, 4, "yaml-feature", "unsupported anchor (&x)"),
          (2, 4, "yaml-feature", "unsupported alias (*x)")]),
    ],
)  # fmt: skip
def test_features_that_are_refused(text: str, expected: list[Refusal]) -> None:
    assert refusals(text) == expected


@pytest.mark.parametrize(
    "text", ["a: '<<'\n", "a: '&b'\n", "a: b & c * d ! e\n", "a: |\n  <<\n", "%YAML 1.1\n---\na: b\n"]
)
def test_similar_text_is_not_refused(text: str) -> None:
    assert refusals(text) == []


def test_the_first_of_duplicate_keys_and_of_two_documents_is_kept() -> None:
    tree, _ = read("events.yaml", "a: {b: 1, b: 2}\n---\nc: [d, {e: f}]\n")
    assert plain(tree.root) == {"a": {"b": "1"}}


def test_the_caret_underlines_a_duplicate_key() -> None:
    _, (problem,) = read("events.yaml", "title: x\ntitle: y\n")
    assert (problem.location.width, problem.hint) == (5, "keep one of them")


def test_a_refused_value_is_replaced_by_an_empty_scalar() -> None:
    tree, _ = read("events.yaml", "a: *b\nc: {[d]: e, *f : g}\n")
    assert plain(tree.root) == {"a": "", "c": {"": "e"}}
    assert locate(tree.root, ("a",)) == Scalar("", 1, 4, 1, 4, "plain")


def test_a_list_as_a_key_is_replaced_by_an_empty_key() -> None:
    tree, (problem,) = read("events.yaml", "a: b\n? [b, c]\n: d\n")
    assert isinstance(tree.root, Mapping)
    assert tree.root.entries[""].key == Scalar("", 2, 3, 2, 3, "plain")
    assert str(problem.location) == "events.yaml:2:3"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "a:\n "])
def test_at_most_sixteen_levels_are_read(opening: str) -> None:
    def nested(depth: int) -> str:
        if "\n" in opening:
            return "".join(" " * level + "a:\n" for level in range(depth)) + " " * depth + "b"
        closing = {"[": "]", "{": "}"}.get(opening[0], "")
        return opening * depth + "b" + closing * depth

    message = "nested more than 16 levels deep; the rest of this file is unread"
    assert refusals(nested(16)) == []
    assert [(rule, text) for _, _, rule, text in refusals(nested(17))] == [("yaml-feature", message)]


def test_records_before_too_many_levels_are_kept() -> None:
    tree, problems = read(
        "events.yaml", f"events:\n  - {{id: a}}\n  - {{id: b, deep: {'[' * 20}\n  - {{id: c}}\n"
    )
    assert plain(tree.root) == {"events": [{"id": "a"}]}
    assert (problems[0].location.line, problems[0].hint) == (3, "use fewer levels")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: &day 2025\n", "write the value where it is used"),
        ("a: *day\n", "write the value in full"),
        ("<<: {b: c}\n", "write the keys in full"),
        ("a: !own b\n", "remove it: every value is text"),
        ("a: b\n---\nc: d\n", "keep one document in a file"),
        ("? [b, c]\n: d\n", "use a string as the key"),
    ],
)
def test_each_refusal_has_a_fix(text: str, hint: str) -> None:
    _, (problem,) = read("events.yaml", text)
    assert (problem.location.file, problem.hint) == ("events.yaml", hint)


def test_the_rest_of_a_file_is_unread_after_a_thousand_problems() -> None:
    tree, problems = read("events.yaml", "- *a\n" * 1_002)
    assert [problem.location.line for problem in problems] == list(range(1, 1_002))
    assert problems[-2].message == "unsupported alias (*a)"
    assert problems[-1].message == (
        "unsupported alias (*a); after 1,000 problems the rest of this file is unread"
    )
    assert problems[-1].hint == "write the value in full"
    assert plain(tree.root) == [""] * 1_000


def fault_in(text: str) -> tuple[Plain, Problem]:
    """What is kept of a file with one syntax error, and the problem."""
    tree, (problem,) = read("events.yaml", text)
    return plain(tree.root), problem


@pytest.mark.parametrize(
    ("text", "position", "message", "hint"),
    [
        (GOOD + "    title: Lights: the pledge\n", (5, 18), "mapping values are not allowed in this context",
         'put the value in quotation marks or fold it (>-): ": " is not allowed in a plain value'),
        (GOOD + "\ttitle: x\n", (5, 1), "found a tab character that violates indentation",
         "indent with spaces: YAML does not allow tabs"),
        (GOOD + "    title: @home\n", (5, 12), "found character that cannot start any token",
         "put the value in quotation marks: it begins with a character that YAML reserves"),
        (GOOD + "    title: 'it's'\n", (5, 16), "did not find expected key",
         "correct the indentation or the quotation marks at or before this position"),
        (GOOD + "    title: 'open\n  - id: c\n\n", (5, 12),
         "unclosed quotation mark",
         "close it; in single quotation marks, write an apostrophe twice"),
        (GOOD + "    topics: [x, y\n\n\n", (5, 18), "did not find expected ',' or ']'",
         "correct the indentation or the quotation marks at or before this position"),
        ("{", (1, 2), "did not find expected node content",
         "correct the indentation or the quotation marks at or before this position"),
    ],
)  # fmt: skip
def test_a_syntax_error_has_a_position_and_a_fix(
    text: str, position: tuple[int, int], message: str, hint: str
) -> None:
    _, problem = fault_in(text)
    assert problem.rule == "yaml-syntax"
    assert (problem.location.line, problem.location.column) == position
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
def test_complete_records_before_a_syntax_error_are_kept(text: str, kept: Plain) -> None:
    assert fault_in(text)[0] == kept


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "\ufeff"])
def test_an_empty_file_is_an_empty_scalar_at_its_beginning(text: str) -> None:
    tree, problems = read("events.yaml", text)
    assert (plain(tree.root), tree.root.line, tree.root.column, problems) == ("", 1, 1, [])


@pytest.mark.parametrize("text", ["---", "---\n", "--- # nothing\n", "# a\n---\n...\n", "%YAML 1.1\n---\n\n"])
def test_an_empty_document_is_at_the_top_of_its_file(text: str) -> None:
    """libyaml puts it after the last line, where no editor can go."""
    tree, problems = read("events.yaml", text)
    assert (tree.root, problems) == (Scalar("", 1, 1, 1, 1, "plain"), [])


def last_message(text: str) -> str:
    _, problems = read("x.yaml", text)
    return problems[-1].message


def count_items(text: str) -> int:
    root = read("x.yaml", text)[0].root
    assert isinstance(root, Mapping)
    events = root.get("events")
    assert isinstance(events, Sequence)
    return len(events.items)


def test_records_are_limited() -> None:
    text = "events:\n" + "- {}\n" * (yaml.MAX_RECORDS + 1)
    assert count_items(text) == yaml.MAX_RECORDS
    _, (problem,) = read("x.yaml", text)
    assert problem.message == f"a YAML file may hold at most {yaml.MAX_RECORDS:,} records; {UNREAD}"
    assert problem.location.line == yaml.MAX_RECORDS + 2
    assert "JSON Lines" in problem.hint
    assert read("x.yaml", "events:\n" + "- {}\n" * yaml.MAX_RECORDS)[1] == []


def test_values_are_limited_by_the_length_of_the_file() -> None:
    text = "events: [" + "a," * 200_000 + "]\n"
    assert last_message(text) == f"too many values for a file of this length; {UNREAD}"
    assert count_items(text) < yaml.FREE_VALUES + len(text) // 6


@pytest.mark.parametrize("text", ["events: [{%s}]\n" % ("a," * 5000), "events: [%s]\n" % ("{a,a}," * 5000)])
def test_duplicate_keys_count_as_problems(text: str) -> None:
    _, problems = read("x.yaml", text)
    assert len(problems) == yaml.MAX_FAULTS + 1
    assert problems[-1].message.endswith(f"after {yaml.MAX_FAULTS:,} problems {UNREAD}")


def test_top_level_keys_are_limited() -> None:
    keys = "".join(f"k{number}:\n" for number in range(yaml.MAX_FAULTS + 1))
    assert last_message(keys) == f"more than 1,000 keys at the top level of this file; {UNREAD}"


@pytest.mark.parametrize(("number", "problems"), [(74_999, 0), (75_000, 1)])
def test_a_file_may_hold_50_000_values_and_one_for_every_six_code_points(number: int, problems: int) -> None:
    assert len(read("x.yaml", f"[{'a,' * number}]\n")[1]) == problems
