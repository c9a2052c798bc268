"""Messages do not affect what is found: with other messages the same problems are found."""

import json
import sys
from pathlib import Path

import pytest

from tests.conftest import MakeDataset, Run
from timeline.problems import Location, Problem

TEXT = {"gazette.txt": "The ministers of Japan met in Oslo on 3 May 2025.\nThey spoke of trade."}
EVENTS = """
- id: oslo-2025
  title: The ministers meet
  kind: meeting
  date: 2025-05-03
  actors: {Japan: participant, The Bureau: partner}
  summary: The ministers of Japan met in Oslo.
  citations:
    - source: gazette
      quote: The ministers of Japan met in Oslo on 3 May 2025.
      supports: [date, status, actors.Japan, actors.The Bureau, summary.1]
"""
STRAY = "".join(f"x{number}: y\n" for number in range(1100))
SOURCES = "format: 1\n{}sources:\n  - {{id: gazette, file: gazette.txt}}\n"
ACTORS = "format: 1\n{}actors:\n  - {{id: bureau, name: The Bureau, kind: body}}\n"
BROKEN = {
    "more keys than are read": ("sources", SOURCES.format(STRAY)),
    "a syntax fault": ("sources", SOURCES.format("@\n")),
    "a merge conflict": ("actors", ACTORS.format("<<<<<<< HEAD\nformat: 1\n")),
    "a merge conflict after a fault": ("actors", ACTORS.format("\x01\n<<<<<<< HEAD\nformat: [\n")),
    "too deep": ("sources", SOURCES.format(f"x: {'[' * 20}{']' * 20}\n")),
    "a web page": ("sources", "<html><body>Not found</body></html>\n"),
    "a list on top": ("actors", "- {id: bureau, name: The Bureau, kind: body}\n"),
    "a bare colon": (
        "events",
        f"format: 1\nevents:{EVENTS.replace('The ministers meet', 'Oslo: they meet')}",
    ),
    "an open quotation mark": ("events", f"format: 1\nevents:{EVENTS.replace('2025-05-03', chr(34))}"),
    "a word outside a closed list": ("events", f"format: 1\nevents:{EVENTS}  status: hold\n"),
}


def found(run: Run, folder: Path) -> list[tuple[str, int, int]]:
    """The rule and the location of every problem."""
    problems = json.loads(run("--dataset", folder, "check", "--json").out)["problems"]
    return [(problem["rule"], problem["line"], problem["column"]) for problem in problems]


def reworded(
    location: Location,
    rule: str,
    message: str,
    hint: str,
    details: tuple[str, ...] = (),
    event: str = "",
    unread: bool = False,
) -> Problem:
    return Problem(location, rule, message.upper().replace(" ", "_"), "do so", ("etc.",), event, unread)


@pytest.fixture
def other_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every module writes other messages."""
    for name, module in list(sys.modules.items()):
        if name.startswith("timeline.") and getattr(module, "Problem", None) is Problem:
            monkeypatch.setattr(module, "Problem", reworded)
    monkeypatch.setattr("timeline.problems.Problem", Problem)


@pytest.mark.parametrize("name", BROKEN)
def test_rewording_finds_the_same_problems(
    run: Run, dataset: MakeDataset, request: pytest.FixtureRequest, name: str
) -> None:
    file, content = BROKEN[name]
    own = dataset(EVENTS, texts=TEXT, actors="- {id: bureau, name: The Bureau, kind: body}")
    (own / "data" / f"{file}.yaml").write_text(content, encoding="utf-8")
    before = found(run, own)
    request.getfixturevalue("other_words")
    assert before
    assert found(run, own) == before


def test_sources_in_a_file_with_too_many_keys_are_not_reported_as_missing(
    run: Run, dataset: MakeDataset
) -> None:
    own = dataset(EVENTS, texts=TEXT, actors="- {id: bureau, name: The Bureau, kind: body}")
    (own / "data" / "sources.yaml").write_text(SOURCES.format(STRAY), encoding="utf-8")
    rules = {rule for rule, _, _ in found(run, own)}
    assert not rules & {"unknown-source", "source-unrecorded"}
