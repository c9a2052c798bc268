"""`timeline check` with broken files: all problems in one run, and valid events are still listed."""

import json

import pytest

from tests.conftest import MakeDataset, Run

GOOD = """
- id: fair-2025
  title: The fair
  kind: fair
  date: 2025
  summary: The fair was held.
  curator: [{note: Minutes., supports: [date, status, summary.1], see: https://example.org/m}]
"""
BROKEN = """\
- id: Fair 2026
  title: [The fair]
  kind: fair
  date: 2025-02-30
  summary: &a The fair was held.
- id: fair-2027
  titel: The fair
  kind: fair
  date: 2025-13
- id: fair-2028
  title: The fair: a report
  kind: fair
- id: fair-2029
"""


def test_all_problems_are_reported_with_line_and_column(run: Run, dataset: MakeDataset) -> None:
    own = dataset(GOOD + BROKEN)
    answer = run("--dataset", own, "check", "--json")
    assert answer.code == 1
    found = json.loads(answer.out)
    places = [(problem["line"], problem["column"], problem["rule"]) for problem in found["problems"]]
    assert places == [
        (9, 9, "bad-value"),
        (10, 12, "wrong-type"),
        (12, 11, "bad-date"),
        (13, 14, "yaml-feature"),
        (14, 5, "missing-key"),
        (14, 5, "missing-key"),
        (15, 5, "unknown-key"),
        (17, 11, "bad-date"),
        (19, 20, "yaml-syntax"),
    ]
    assert {problem["file"] for problem in found["problems"]} == {f"{own}/data/events.yaml"}
    assert "the rest of this file is unread" in found["problems"][-1]["message"]
    assert (found["counts"]["events"], found["counts"]["problems"]) == (1, 9)


def test_valid_events_are_listed_and_a_notice_counts_problems(run: Run, dataset: MakeDataset) -> None:
    answer = run("--dataset", dataset(GOOD + BROKEN), "list", "--fields", "id")
    assert (answer.code, answer.out) == (0, "id\nfair-2025\n")
    assert answer.err == '9 problems, 2 records left out; run "timeline check"\n'


def test_notice_uses_singular_for_one_record(run: Run, dataset: MakeDataset) -> None:
    answer = run("--dataset", dataset(GOOD + "- id: fair-2026"), "list", "--fields", "id")
    assert answer.err == '4 problems, 1 record left out; run "timeline check"\n'


@pytest.mark.parametrize("command", [["check"], ["list"], ["show", "fair-2025"]])
def test_no_readable_file_is_exit_3(run: Run, dataset: MakeDataset, command: list[str]) -> None:
    own = dataset(GOOD)
    (own / "data" / "events.yaml").write_bytes(b"\xff\xfe")
    answer = run("--dataset", own, *command)
    assert (answer.code, answer.out) == (3, "")
    assert f"{own}/data/events.yaml:1:1: bad-encoding: byte 1 of this line, 0xFF, is not UTF-8" in answer.err


def test_first_20_problems_are_printed_and_all_with_option(run: Run, dataset: MakeDataset) -> None:
    own = dataset(
        "\n".join(f"- {{id: E{number}, title: T, kind: k, date: 2025, summary: S.}}" for number in range(25))
    )
    short = run("--dataset", own, "check").out
    assert short.count("bad-value: id:") == 20
    assert "\nand 5 more: 5 bad-value     timeline check --all\n" in short
    assert "\n25 problems: 25 bad-value " in short
    assert run("--dataset", own, "check", "--all").out.count("bad-value: id:") == 25


def test_long_excerpt_is_cut_around_the_caret(run: Run, dataset: MakeDataset) -> None:
    filler = "word " * 60
    own = dataset(f"- {{id: a, title: {filler}, kind: BAD, date: 2025, summary: {filler}}}")
    _, excerpt, caret, *_ = run("--dataset", own, "check").out.splitlines()
    assert excerpt.startswith("      3 | …")
    assert excerpt.endswith("…")
    assert excerpt[caret.index("^") : caret.rindex("^") + 1] == "BAD"


def test_control_characters_in_an_excerpt_are_escaped(run: Run, dataset: MakeDataset) -> None:
    own = dataset('- {id: a, title: "\u202ex\ty", kind: BAD, date: 2025, summary: S.}')
    _, excerpt, caret, *_ = run("--dataset", own, "check").out.splitlines()
    assert 'title: "<U+202E>x^Iy"' in excerpt
    assert excerpt[caret.index("^") : caret.rindex("^") + 1] == "BAD"
