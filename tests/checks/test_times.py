"""Plans against the clock, what a status is told as, and when a plan answers a question."""

import json

import pytest

from tests.conftest import MakeDataset, Run


def event(quote: str, *, status: str, date: str, kind: str = "meeting") -> str:
    """An event whose date and status rest on one quote."""
    return f"""
    - id: a
      title: Envoys in Oslo
      kind: {kind}
      status: {status}
      date: "{date}"
      summary: A thing.
      citations:
        - source: gazette
          quote: {quote}
          supports: [date, status, summary.1]
    """


def source(published: str) -> str:
    return f"- {{id: gazette, file: gazette.txt, published: {published}}}"


def rules(run: Run, dataset: MakeDataset, record: str, quote: str, published: str) -> set[str]:
    folder = dataset(record, sources=source(published), texts={"gazette.txt": f"{quote}\n"})
    problems = json.loads(run("--dataset", folder, "check", "--json").out)["problems"]
    return {problem["rule"] for problem in problems} & {"planned-in-the-past", "status-contradicted"}


@pytest.mark.parametrize(
    ("quote", "status", "date", "published", "found"),
    [
        ("Envoys will meet in Oslo on 7 July 2025.",
         "planned", "2025-07-07", "2025-08-20", "planned-in-the-past"),
        ("Envoys will meet in Oslo on 7 July 2025.", "planned", "2025-07-07", "2025-07-07", ""),
        ("Envoys will meet in Oslo on 7 July 2025.", "planned", "2025-07-07", "2025-06-20", ""),
        ("Envoys met in Oslo on 7 July 2025.", "planned", "2025-07-07", "2025-07-07", "status-contradicted"),
        ("Envoys met in Oslo on 7 July 2025.", "held", "2025-07-07", "2025-07-07", ""),
        ("Envoys agreed to meet in Oslo on 7 July 2025.", "planned", "2025-07-07", "2025-06-20", ""),
        ("The envoys announced a summit on 7 July 2025.", "planned", "2025-07-07", "2025-06-20", ""),
        ("Envoys will meet in Oslo on 7 July 2025.",
         "held", "2025-07-07", "2025-07-07", "status-contradicted"),
        ("Aides said envoys will meet in Oslo on 7 July 2025.", "held", "2025-07-07", "2025-07-07",
         "status-contradicted"),
        ("Envoys, who will meet again, met in Oslo on 7 July 2025.", "held", "2025-07-07", "2025-07-09", ""),
    ],
)  # fmt: skip
def test_a_status_against_the_words_and_the_clock(
    run: Run, dataset: MakeDataset, quote: str, status: str, date: str, published: str, found: str
) -> None:
    record = event(quote, status=status, date=date)
    assert rules(run, dataset, record, quote, published) == ({found} if found else set())


def test_a_statement_is_held_by_being_said(run: Run, dataset: MakeDataset) -> None:
    quote = "Aides said on 7 July 2025 that envoys will meet in Oslo."
    record = event(quote, status="held", date="2025-07-07", kind="statement")
    assert rules(run, dataset, record, quote, "2025-07-07") == set()


@pytest.mark.parametrize(("until", "count"), [("2024-06-01", 0), ("2024-07-10", 1), ("1950", 0)])
def test_a_plan_answers_nothing_about_the_time_before_it_was_announced(
    run: Run, dataset: MakeDataset, until: str, count: int
) -> None:
    quote = "A deal is due in Oslo by 12 July 2024."
    record = event(quote, status="planned", date="[..2024-07-12]")
    folder = dataset(record, sources=source("2024-07-09"), texts={"gazette.txt": f"{quote}\n"})
    assert len(json.loads(run("--dataset", folder, "list", "--until", until, "--json").out)) == count
