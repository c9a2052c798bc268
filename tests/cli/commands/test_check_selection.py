"""`timeline check`: selected rules, accepted problems, and output formats."""

import json
from pathlib import Path

import pytest

from tests.conftest import MakeDataset, Run

TEXT = {"gazette.txt": "The fair was held on 3 May 2025."}
QUOTED = "The fair was held on 3 May 2025."
TWO_PROBLEMS = f"""
- id: fair-2025
  title: The fair
  kind: fair
  date: 2025-05-04
  summary: The 12 fairs were held.
  ACCEPT
  citations: [{{source: gazette, quote: {QUOTED}, supports: [date, status, summary.1]}}]
"""


@pytest.fixture
def own(dataset: MakeDataset) -> Path:
    """A dataset whose date and summary differ from the quote."""
    return dataset(TWO_PROBLEMS.replace("  ACCEPT\n", ""), texts=TEXT)


@pytest.fixture
def accepting(dataset: MakeDataset) -> Path:
    """The same dataset, with both problems accepted."""
    accept = "accept: {date-contradicted: It was moved., unsupported-prose: Counted by hand.}"
    return dataset(TWO_PROBLEMS.replace("ACCEPT", accept), texts=TEXT)


def rules(answer: str) -> dict[str, int]:
    found: dict[str, int] = json.loads(answer)["counts"]["rules"]
    return found


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], {"date-contradicted": 1, "unsupported-prose": 1}),
        (["--rule", "date-contradicted"], {"date-contradicted": 1}),
        (["--rule", "date-contradicted,quote-not-found"], {"date-contradicted": 1}),
        (["--skip", "date-contradicted"], {"unsupported-prose": 1}),
        (["--skip", "date-contradicted", "--skip", "unsupported-prose"], {}),
        (["--rule", "quote-not-found"], {}),
        (["--rule", "bad-date"], {}),
    ],
)
def test_rule_and_skip_select_rules(run: Run, own: Path, options: list[str], found: dict[str, int]) -> None:
    answer = run("--dataset", own, "check", "--json", *options)
    assert rules(answer.out) == found
    assert answer.code == (1 if found else 0)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--rule", "date-contradict"], 'unknown rule "date-contradict"; did you mean date-'),
        (["--skip", "zzz"], 'unknown rule "zzz"; timeline explain lists the rules'),
        (
            ["--skip", "quote-not-found"],
            'the rule "quote-not-found" cannot be skipped: what it finds is wrong',
        ),
        (["--skip", "bad-date"], 'the rule "bad-date" cannot be skipped'),
        (["--format", "jason"], '--format: unknown format "jason"; did you mean json?'),
        (["--format", "xml"], '--format: unknown format "xml"; one of: text, json, github'),
    ],
)
def test_check_usage_errors(run: Run, own: Path, options: list[str], message: str) -> None:
    answer = run("--dataset", own, "check", *options)
    assert (answer.code, answer.out) == (2, "")
    assert message in answer.err


def test_accepted_problems_are_counted_with_reasons(run: Run, accepting: Path) -> None:
    answer = run("--dataset", accepting, "check")
    assert answer.code == 0
    assert "2 problems accepted with a reason: 1 date-contradicted, 1 unsupported-prose\n" in answer.out
    listed = json.loads(run("--dataset", accepting, "check", "--json").out)["accepted"]
    assert [(problem["rule"], problem["reason"]) for problem in listed] == [
        ("date-contradicted", "It was moved."),
        ("unsupported-prose", "Counted by hand."),
    ]


def test_summary_prints_only_counts(run: Run, own: Path) -> None:
    answer = run("--dataset", own, "check", "--summary")
    assert answer.code == 1
    assert answer.out.splitlines()[0] == "1 event, 1 stored source, 1 quote: 1 found (1 exact)"
    assert "fix:" not in answer.out
    assert "2 problems: 1 date-contradicted, 1 unsupported-prose " in answer.out


def test_github_annotations_are_escaped(run: Run, dataset: MakeDataset) -> None:
    hostile = dataset("- {id: x, title: T, kind: k, date: 2025, summary: 'a'}").rename(
        dataset().parent / "50%,a:b"
    )
    (hostile / "data" / "events.yaml").write_text("format: 1\nevents:\n  - 'a%b'\n", encoding="utf-8")
    answer = run("--dataset", hostile, "check", "--format", "github")
    assert answer.code == 1
    place = f"{hostile}/data/events.yaml".replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    assert answer.out == (
        f"::error file={place},line=3,col=5,title=wrong-type::expected a record, found a string%0A"
        "fix: write a mapping: id, title, kind, date, summary, ...\n"
    )


def test_github_format_without_problems_is_empty(run: Run) -> None:
    assert run("check", "--format", "github").out == ""
