"""One bad record never hides the good ones; and what the reader has said is not said again."""

import pytest

from tests.records.conftest import Admit
from timeline.readers.yaml import read
from timeline.records import count

TOP = "format: 1\nevents:\n"
WANTED = 'a mapping with "format: 1" and "events:" stands on top of this file'


def record(name: str, more: str = "") -> str:
    return f"- id: {name}\n  title: t\n  kind: summit\n  date: 2025\n  summary: s\n{more}"


def in_a_line(name: str, more: str = "") -> str:
    return f"{{id: {name}, title: t, kind: summit, date: 2025, summary: s{more}}}"


def outcome(admitted: Admit, text: str) -> tuple[list[str], list[str]]:
    """The ids of what is taken in, and each problem with its place."""
    records, problems = admitted(text)
    return [one.record.id for one in records], [
        f"{one.location.line}:{one.location.column} {one.rule}" for one in problems
    ]


@pytest.mark.parametrize(
    ("more", "problems"),
    [
        ("  zzz: 1\n", ["13:3 unknown-key"]),
        ("  topics: &x [y]\n", ["13:11 yaml-feature"]),
        ("  topics: *x\n", ["13:11 yaml-feature"]),
        ("  <<: *x\n", ["13:3 yaml-feature", "13:7 yaml-feature"]),
        ("  title: u\n", ["13:3 duplicate-key"]),
        ("  place: {name: x, name: y}\n", ["13:20 duplicate-key"]),
        ("  ? [topics]\n  : x\n", ["13:5 yaml-feature"]),
        ("  topics: [\x07]\n", ["13:12 yaml-syntax"]),
    ],
)
def test_the_bad_one_is_left_out_and_its_neighbours_are_not(
    admitted: Admit, more: str, problems: list[str]
) -> None:
    text = TOP + record("a") + record("b", more) + record("c")
    assert outcome(admitted, text) == (["a", "c"], problems)
    assert count(read("x.yaml", text)[0], "events") == 3


def test_the_bad_one_in_one_line_with_the_good(admitted: Admit) -> None:
    items = [in_a_line("a"), in_a_line("b", ", id: d"), in_a_line("c")]
    text = f"format: 1\nevents: [{', '.join(items)}]"
    column = text.split("\n")[1].index("id: d") + 1
    assert outcome(admitted, text) == (["a", "c"], [f"2:{column} duplicate-key"])


def test_what_stands_where_a_record_is_wanted_hides_none(admitted: Admit) -> None:
    text = TOP + record("a") + "- b\n" + record("c")
    assert outcome(admitted, text) == (["a", "c"], ["8:3 wrong-type"])


def test_what_else_is_wrong_with_a_spoilt_record_is_said_too(admitted: Admit) -> None:
    text = TOP + "- &x\n  id: a\n  title: *y\n  kind: Summit\n"
    assert outcome(admitted, text) == ([], ["3:3 yaml-feature", "5:10 yaml-feature", "6:9 bad-value",
                                            "3:3 missing-key", "3:3 missing-key"])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (TOP + record("a") + "- id: b\n  title: x: y\n", ["9:11 yaml-syntax"]),
        (TOP + record("a") + "- id: b\n  title: 'x\n", ["9:10 yaml-syntax"]),
        (TOP + record("a") + "- {id: b\n", ["8:9 yaml-syntax"]),
        (TOP + record("a") + "- id: b\n<<<<<<< HEAD\n  title: x\n", ["9:1 merge-conflict"]),
        (TOP + record("a") + "- id: *x\n  title: [\n", ["8:7 yaml-feature", "9:11 yaml-syntax"]),
        (TOP + record("a") + "---\nc: d\n", ["8:1 yaml-feature"]),
    ],
)
def test_what_was_whole_before_a_fault_is_taken_in(admitted: Admit, text: str, problems: list[str]) -> None:
    assert outcome(admitted, text) == (["a"], problems)


@pytest.mark.parametrize(
    ("text", "problem", "message"),
    [
        ("", "1:1 wrong-type", f"no mapping on top: {WANTED}"),
        ("- a\n", "1:1 wrong-type", f"no mapping on top: {WANTED}"),
        ("format: 1\n", "1:1 missing-key", 'there is no "events:" on top'),
        ("format: 1\nevents: {a: b}\n", "2:9 wrong-type", '"events" is not a list'),
        ("format: 1\nevents: none\n", "2:9 wrong-type", '"events" is not a list'),
        ("events: []\n", "1:1 wrong-format", 'this file does not say "format: 1"'),
        ("format: 2\nevents: []\n", "1:9 wrong-format", 'this file does not say "format: 1"'),
        ("format: [1]\nevents: []\n", "1:9 wrong-format", 'this file does not say "format: 1"'),
        ("format: 1\nevents: []\nevent: []\n", "3:1 unknown-key", '"event" is no key on top of this file'),
    ],
)
def test_the_top_of_a_file(admitted: Admit, text: str, problem: str, message: str) -> None:
    records, (found,) = admitted(text)
    assert (records, f"{found.location.line}:{found.location.column} {found.rule}") == ([], problem)
    assert found.message == message
    assert found.hint == ("did you mean events?" if found.rule == "unknown-key" else WANTED)


def test_an_unknown_key_on_top_without_a_near_one_is_told_what_is_wanted(admitted: Admit) -> None:
    assert admitted("format: 1\nevents:\nzzz: 1\n")[1][0].hint == WANTED


@pytest.mark.parametrize(
    "text", ["format: 1\nevents:\n", "format: 1\nevents: []\n", "format: '1'\nevents: ''\n"]
)
def test_a_file_without_events_is_no_mistake(admitted: Admit, text: str) -> None:
    assert admitted(text) == ([], [])


@pytest.mark.parametrize(
    "text",
    ["@\n", "format: 1\n@: x\n", "version https://git-lfs.github.com/spec/v1\n", "[[[[[[[[[[[[[[[[[[[[\n"],
)
def test_of_a_file_that_is_not_read_whole_it_is_not_said_what_is_missing(admitted: Admit, text: str) -> None:
    records, problems = admitted(text)
    assert (records, len(problems)) == ([], 1)
