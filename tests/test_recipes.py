"""The recipes of CONTRIBUTING.md: each is followed in a copy of the package, and the program is run there."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
FROZEN = REPOSITORY / "tests" / "frozen"
PAGE = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
BLOCK = re.compile(r"^(New file|At the end of|In) `(\S+)`:\n\n```(python|diff)\n(.*?)^```$", re.M | re.S)


class Change(NamedTuple):
    """A code block: what to do with its file."""

    action: str
    file: str
    code: str


def changes(title: str) -> list[Change]:
    """The code blocks of the recipe with that title."""
    section = PAGE.partition(f"\n### {title}\n")[2].partition("\n## ")[0].partition("\n### ")[0]
    blocks = [Change(action, file, code) for action, file, _, code in BLOCK.findall(section)]
    assert len(blocks) == section.count("\n```\n"), "a block does not name its file"
    return blocks


def apply(change: Change, folder: Path) -> None:
    file = folder / change.file
    if change.action == "New file":
        assert not file.exists()
        file.write_text(change.code, "utf-8")
        return
    text = file.read_text("utf-8")
    if change.action == "At the end of":
        file.write_text(f"{text}\n\n{change.code}", "utf-8")
        return
    lines = change.code.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if not line.startswith("+"))
    assert text.count(before) == 1, f"{change.file}: expected once: {before}"
    file.write_text(text.replace(before, "".join(line[1:] for line in lines)), "utf-8")


Program = Callable[..., str]


@pytest.fixture
def follow(tmp_path: Path) -> Callable[[str], Program]:
    """Follows a recipe in a copy, and returns the program of that copy: arguments in, stdout out."""

    def run(*arguments: str | Path, code: int = 0) -> str:
        command = [sys.executable, "-m", "timeline", *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == code, done.stderr
        return done.stdout

    def follow(title: str) -> Program:
        shutil.copytree(
            REPOSITORY / "timeline", tmp_path / "timeline", ignore=shutil.ignore_patterns("__pycache__")
        )
        for part in ("data", "seeds"):
            shutil.copytree(FROZEN / part, tmp_path / part)
        for change in changes(title):
            apply(change, tmp_path)
        return run

    return follow


@pytest.mark.parametrize(
    ("title", "files"),
    [
        ("Add an output format", 2),
        ("Add a rule", 2),
        ("Add a filter", 1),
        ("Add a command", 2),
        ("Add a record field", 4),
    ],
)
def test_number_of_files(title: str, files: int) -> None:
    touched = {change.file for change in changes(title)}
    assert len(touched) == files
    assert all(file.startswith("timeline/") for file in touched)


def test_every_recipe_is_tested() -> None:
    assert re.findall("^### (.+)$", PAGE, re.M) == [
        "Add an output format", "Add a rule", "Add a filter", "Add a command", "Add a record field",
    ]  # fmt: skip


@pytest.mark.slow
def test_add_an_output_format(follow: Callable[[str], Program]) -> None:
    run = follow("Add an output format")
    assert "* 2025-06-24/2025-06-25 " in run("list", "--format", "org")
    run("list", "-o", "events.org")
    run("list", "--format", "org", "--fields", "id", code=2)
    assert "org" in run("list", "--help")


@pytest.mark.slow
def test_add_a_rule(follow: Callable[[str], Program], tmp_path: Path) -> None:
    run = follow("Add a rule")
    own = tmp_path / "own"
    (own / "data").mkdir(parents=True)
    event = "id: talks\n    title: Talks\n    kind: meeting\n    date: 2025\n    summary: They talked."
    (own / "data" / "events.yaml").write_text(f"format: 1\nevents:\n  - {event}\n")
    arguments = ("--dataset", own, "check")
    assert "own/data/events.yaml:3:9: missing-place: talks has no place\n" in run(
        *arguments, "--strict", code=1
    )
    assert "missing-place" not in run(*arguments, code=1)
    assert "An event that was held has no place." in run("explain", "missing-place")
    assert "missing-place" in run("explain", "--markdown")


@pytest.mark.slow
def test_add_a_filter(follow: Callable[[str], Program]) -> None:
    run = follow("Add a filter")
    ids = run("list", "--level", "deputy", "--json", "--fields", "id,actors")
    events = json.loads(ids)
    assert events
    assert all("deputy" in [actor["level"] for actor in event["actors"]] for event in events)
    everything = json.loads(run("list", "--json", "--fields", "id"))
    assert len(events) < len(everything)


@pytest.mark.slow
def test_add_a_command(follow: Callable[[str], Program]) -> None:
    run = follow("Add a command")
    counts = dict(line.split("\t") for line in run("kinds").splitlines())
    events = json.loads(run("list", "--json", "--fields", "kind"))
    assert {kind: int(count) for kind, count in counts.items()} == {
        kind: sum(event["kind"] == kind for event in events) for kind in {event["kind"] for event in events}
    }
    assert "kinds" in run("--help")
    assert run("kinds", "--help").startswith("Examples:\n  timeline kinds\n")


@pytest.mark.slow
def test_add_a_record_field(follow: Callable[[str], Program], tmp_path: Path) -> None:
    run = follow("Add a record field")
    records = tmp_path / "data" / "events.yaml"
    text = records.read_text("utf-8")
    assert text.count("  - id: hague-2025\n") == 1
    website = "https://summit.example/"
    records.write_text(
        text.replace("  - id: hague-2025\n", f"  - id: hague-2025\n    website: {website}\n"), "utf-8"
    )
    assert website in run("show", "hague-2025")
    published = {
        event["id"]: event["website"] for event in json.loads(run("list", "--json", "--fields", "id,website"))
    }
    assert published["hague-2025"] == website
    assert published["unga-2025"] is None
    assert "The web page of the event itself." in run("schema", "--records", "events")
    assert "null where none is recorded" in run("schema")
