"""The list of events: by year, with the part of each actor in the filter."""

import re

import pytest

from tests.conftest import MakeDataset, Run

FIVE_FAIRS = """
- id: plain-2025
  title: The plain fair
  kind: fair
  date: 2025-05-03
  actors: {Japan: {role: partner, by: A. Person, level: minister}, Chile: [host, speaker]}
  summary: It was held.
- id: planned-2025
  title: The planned fair
  kind: fair
  status: planned
  date: 2025-06
  actors: [NATO]
  summary: It will be held.
- {id: about-2025, title: The fair about Japan, kind: fair, date: 2025, actors: {Japan: target}, summary: S.}
- {id: no-date, title: The fair without a date, kind: fair, date: /, actors: [Quad], summary: S.}
- id: full-2026
  title: The crowded fair
  kind: fair
  date: 2026-01-01
  actors: [Chile, Peru, Cuba, Oman, Japan, India]
  summary: It was held.
"""


def table(run: Run, dataset: MakeDataset, *arguments: str) -> list[str]:
    """The lines of the table, without the brackets, which are around everything here."""
    answer = run("--dataset", dataset(FIVE_FAIRS), "list", "--format", "table", *arguments)
    return answer.out.replace("[", "").replace("]", "").splitlines()


def test_years_are_headings_and_undated_events_come_last(run: Run, dataset: MakeDataset) -> None:
    lines = table(run, dataset)
    headings = [line for line in lines if re.fullmatch(r" (\d{4}|no date)", line)]
    assert headings == [" 2025", " 2026", " no date"]


def test_second_line_has_id_actors_and_number_of_quotes(run: Run, dataset: MakeDataset) -> None:
    words = " ".join(" ".join(table(run, dataset, "--text", "crowded")).split())
    assert words == (
        "2026 1 Jan 2026 The crowded fair full-2026 · Chile, Peru, Cuba, Oman and 2 more · 0 quotes"
    )


@pytest.mark.parametrize(
    ("actor", "event", "words"),
    [
        ("Japan", "plain-2025", "plain-2025 · partner, minister A. Person · 0 quotes"),
        ("Japan", "about-2025", "about-2025 · concerned (target) · 0 quotes"),
        ("Japan", "no-date", "no-date · ? via Quad · 0 quotes"),
        ("Chile", "plain-2025", "plain-2025 · host, speaker · 0 quotes"),
        ("Norway", "planned-2025", "planned-2025 · via NATO · planned · 0 quotes"),
        ("Japan,Chile", "plain-2025", "plain-2025 · Japan, Chile · 0 quotes"),
        ("Norway,Japan", "planned-2025", "planned-2025 · via NATO · planned · 0 quotes"),
    ],
)
def test_part_of_the_actor_in_the_filter(
    run: Run, dataset: MakeDataset, actor: str, event: str, words: str
) -> None:
    lines = [line.strip() for line in table(run, dataset, "--actor", actor)]
    assert [line for line in lines if line.startswith(event)] == [words]


def test_parts_of_two_actors_have_their_names(run: Run, dataset: MakeDataset) -> None:
    words = " ".join(
        " ".join(table(run, dataset, "--actor", "Japan", "--actor", "Chile", "--on", "2025-05")).split()
    )
    assert "plain-2025 · Japan: partner, minister A. Person · Chile: host, speaker · 0 quotes" in words


def test_a_possible_match_has_a_question_mark(run: Run, dataset: MakeDataset) -> None:
    lines = table(run, dataset, "--on", "2025-05")
    assert " ? 2025         The fair about Japan" in lines
    assert " 3 May 2025     The plain fair" in lines


def test_stderr_has_the_number_of_events(run: Run, dataset: MakeDataset) -> None:
    own = dataset(FIVE_FAIRS)
    japan = run("--dataset", own, "list", "--format", "table", "--actor", "Japan").err
    assert "4 of 5 events. 3 name Japan; 1 match only through a group." in japan
    chile = run("--dataset", own, "list", "--format", "table", "--actor", "Chile").err
    assert "2 of 5 events. All name Chile; none match only through a group." in chile
    assert "5 of 5 events." in run("--dataset", own, "list", "--format", "table").err
    limited = run("--dataset", own, "list", "--format", "table", "--limit", "2").err
    assert "2 of 5 events, limited by --limit; there may be more." in limited


@pytest.mark.parametrize(("columns", "lines"), [("120", 1), ("119", 2), ("60", 2), ("59", 3)])
def test_lines_of_an_event_at_a_width(
    run: Run, dataset: MakeDataset, monkeypatch: pytest.MonkeyPatch, columns: str, lines: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    heading, *event = table(run, dataset, "--text", "plain")
    assert (heading, len(event)) == (" 2025", lines)
