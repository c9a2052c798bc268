"""Completion of values: what is known is offered, and whatever goes wrong offers nothing."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import MakeDataset
from timeline.cli.options import completion

FAIR = """
- id: fair-2025
  title: The fair
  kind: fair
  date: 2025
  actors: [Japan, Chile]
  topics: [trade, Tea, "t\\e[31m", -t]
  place: {name: Port Example, country: JP}
  summary: It was held.
  citations: [{source: gazette, quote: It was held., supports: []}]
"""


def offered(values: str, typed: str, dataset: str | None) -> list[str]:
    """What is offered for an option's value of which so much is typed."""
    context: Any = SimpleNamespace(find_root=lambda: SimpleNamespace(params={"dataset": dataset}))
    return [value for value, _ in completion(values)(context, typed)]


@pytest.mark.parametrize(
    ("values", "typed", "words"),
    [
        ("event_ids", "fa", ["fair-2025"]),
        ("event_ids", "zz", []),
        ("actor_names", "ja", ["Japan"]),
        ("actor_names", "Norw", ["Norway"]),
        ("kinds", "", ["fair"]),
        ("topics", "T", ["Tea", "trade"]),
        ("places", "po", ["Port Example"]),
        ("places", "jap", ["Japan"]),
        ("sources", "g", ["gazette"]),
        ("statuses", "h", ["held"]),
        ("roles", "ho", ["host"]),
    ],
)
def test_what_begins_so_is_offered(dataset: MakeDataset, values: str, typed: str, words: list[str]) -> None:
    assert sorted(offered(values, typed, str(dataset(FAIR)))) == sorted(words)


@pytest.mark.parametrize("values", ["event_ids", "actor_names", "kinds"])
def test_of_a_dataset_that_is_not_there_nothing_is_offered(values: str, tmp_path: Path) -> None:
    assert offered(values, "", str(tmp_path / "nowhere")) == []


def test_standard_input_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "hague-2025" in offered("event_ids", "hag", "-")


def test_the_environment_may_name_the_dataset(dataset: MakeDataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_DATASET", str(dataset(FAIR)))
    assert offered("event_ids", "", None) == ["fair-2025"]


def test_a_shell_is_answered(tmp_path: Path) -> None:
    asked = {
        "_TIMELINE_COMPLETE": "complete_bash",
        "COMP_WORDS": "timeline show hague-",
        "COMP_CWORD": "2",
    }
    command = [Path(sys.executable).with_name("timeline")]
    done = subprocess.run(command, env={**os.environ, **asked}, cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout == b"hague-2025\n"
