"""One mistake is one problem: what depends on a mistake is not reported as well."""

import json
from pathlib import Path

import pytest

from tests.conftest import MakeDataset, Run

TEXT = {"gazette.txt": "The ministers of Japan met in Oslo on 3 May 2025.\nThey spoke of trade."}
MEETING = """
- id: oslo-2025
  title: The ministers meet
  kind: meeting
  date: 2025-05-03
  place: {name: Oslo, country: NO}
  actors: {Japan: participant}
  summary: The ministers of Japan met in Oslo.
  citations:
    - source: gazette
      quote: The ministers of Japan met in Oslo on 3 May 2025.
      supports: [date, place, status, actors.Japan, summary.1]
"""


def problems(run: Run, folder: Path, *options: str) -> list[str]:
    """The rule and the line of every problem of a dataset, as `RULE at LINE`."""
    found = json.loads(run("--dataset", folder, "check", "--json", *options).out)["problems"]
    return [f"{problem['rule']} at {problem['line']}" for problem in found]


def test_a_correct_dataset_has_no_problems(run: Run, dataset: MakeDataset) -> None:
    assert problems(run, dataset(MEETING, texts=TEXT), "--strict") == []


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("3 May 2025.\n", "4 May 2025.\n", "quote-not-found at 12"),
        ("quote: The ministers of Japan", "quote: The misters of Japan", "quote-not-found at 12"),
        ("source: gazette", "source: gazete", "unknown-source at 11"),
        ("actors: {Japan: participant}", "actors: {Japn: participant}", "unknown-actor at 8"),
        ("actors: {Japan: participant}", "actors: {Korea: participant}", "ambiguous-actor at 8"),
        ("country: NO", "country: Noway", "unknown-actor at 7"),
        ("date: 2025-05-03", "date: 2025-05-04", "date-contradicted at 6"),
        ("date: 2025-05-03", "date: 2025-05-0", "bad-date at 6"),
        ("supports: [date, ", "supports: [", "unsupported-field at 6"),
        ("place, status", "plce, status, place", "unknown-support at 13"),
        ("Oslo on 3 May 2025.", "Oslo on 3 May # 2025.", "quote-cut-by-yaml at 12"),
    ],
)
def test_one_mistake(run: Run, dataset: MakeDataset, before: str, after: str, problem: str) -> None:
    assert MEETING.count(before) == 1
    own = dataset(MEETING.replace(before, after), texts=TEXT)
    assert problems(run, own) == [problem]


def test_a_changed_text_is_one_problem(run: Run, dataset: MakeDataset) -> None:
    own = dataset(MEETING, texts=TEXT)
    (own / "seeds" / "gazette.txt").write_text("Nothing of the kind.", encoding="utf-8")
    assert problems(run, own) == ["source-changed at 3"]


def test_an_unreadable_text_is_one_problem(run: Run, dataset: MakeDataset) -> None:
    own = dataset(MEETING, texts=TEXT)
    (own / "seeds" / "gazette.txt").write_bytes(b"\xff")
    assert problems(run, own) == ["bad-encoding at 1"]


def test_a_missing_text_is_one_problem(run: Run, dataset: MakeDataset) -> None:
    own = dataset(MEETING, texts=TEXT)
    (own / "seeds" / "gazette.txt").unlink()
    assert problems(run, own) == ["source-missing at 3"]


@pytest.mark.parametrize("name", ["sources", "actors"])
def test_records_in_the_unread_part_of_a_file_are_not_reported_as_missing(
    run: Run, dataset: MakeDataset, name: str
) -> None:
    actors = "- {id: bureau, name: The Bureau, kind: body}"
    own = dataset(
        MEETING.replace("actors: {Japan", "actors: {The Bureau: partner, Japan"), texts=TEXT, actors=actors
    )
    assert problems(run, own) == ["unsupported-field at 8"]
    (own / "data" / f"{name}.yaml").write_text("format: 1\n@\n", encoding="utf-8")
    found = problems(run, own)
    assert found.count("yaml-syntax at 2") == 1
    assert set(found) <= {"yaml-syntax at 2", "unsupported-field at 8"}


def test_a_link_to_a_record_with_a_problem_is_not_a_problem(run: Run, dataset: MakeDataset) -> None:
    events = MEETING.replace("  summary:", "  links: {follows: [bergen-2024]}\n  summary:")
    events += (
        "- {id: bergen-2024, title: The ministers meet, kind: meeting, date: 2024-13, summary: They met.}\n"
    )
    own = dataset(events, texts=TEXT)
    assert problems(run, own) == ["bad-date at 15"]


def test_a_second_record_with_the_same_id_is_left_out_and_not_checked(run: Run, dataset: MakeDataset) -> None:
    second = "- {id: oslo-2025, title: Another, kind: meeting, date: 2024, summary: They met in 12 towns.}\n"
    own = dataset(MEETING + second, texts=TEXT)
    assert problems(run, own) == ["duplicate-id at 14"]


def test_problems_are_in_the_order_of_the_file_in_every_run(run: Run, dataset: MakeDataset) -> None:
    events = MEETING.replace("country: NO", "country: Noway").replace("Japan: part", "Japn: part")
    own = dataset(events.replace("3 May 2025.\n", "4 May 2025.\n"), texts=TEXT)
    found = problems(run, own)
    assert found == ["unknown-actor at 7", "unknown-actor at 8", "quote-not-found at 12"]
    assert problems(run, own) == found
