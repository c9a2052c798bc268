"""`--dataset`: a folder, a file of events, standard input, or the nearest dataset; never silently another."""

import json
from pathlib import Path

import pytest

from tests.conftest import MakeDataset, Run
from timeline.cli.session import cache_folder

FAIR = """
- id: fair-2025
  title: The fair
  kind: fair
  date: 2025-05
  summary: The fair was held.
  citations: [{source: gazette, quote: The fair was held in May 2025., supports: [date, status, summary.1]}]
"""
TEXT = {"gazette.txt": "The fair was held in May 2025."}
LISTED = "id\nfair-2025\n"


def test_dataset_folder(run: Run, dataset: MakeDataset) -> None:
    answer = run("--dataset", dataset(FAIR, texts=TEXT), "list", "--fields", "id")
    assert answer == (0, LISTED, "")


def test_file_of_events_has_no_texts(run: Run, dataset: MakeDataset) -> None:
    events = dataset(FAIR, texts=TEXT) / "data" / "events.yaml"
    assert run("--dataset", events, "list", "--fields", "id") == (0, LISTED, "")
    checked = run("--dataset", events, "check")
    assert checked.code == 0
    assert "1 quote, unchecked: this dataset has no stored texts" in checked.out
    (document,) = json.loads(run("--dataset", events, "show", "fair-2025", "--json").out)
    assert document["evidence"] == {"date": "unchecked", "status": "unchecked", "summary.1": "unchecked"}


def test_dataset_from_standard_input(run: Run, dataset: MakeDataset) -> None:
    events = (dataset(FAIR) / "data" / "events.yaml").read_bytes()
    assert run("--dataset", "-", "list", "--fields", "id", stdin=events) == (0, LISTED, "")


def test_standard_input_may_be_json_lines(run: Run) -> None:
    record = '{"id": "fair-2025", "title": "The fair", "kind": "fair", "date": "2025", "summary": ["S."]}\n'
    assert run("--dataset", "-", "list", "--fields", "id", stdin=record.encode()).out == LISTED
    checked = run("--dataset", "-", "check", stdin=(record + "[]\n").encode())
    assert "<standard input>:2:1: wrong-type: " in checked.out


def test_problems_of_standard_input_name_it(run: Run) -> None:
    answer = run("--dataset", "-", "check", stdin=b"format: 1\nevents:\n  - a text\n")
    assert answer.out.startswith("<standard input>:3:5: wrong-type: ")
    assert "      3 |   - a text\n" in answer.out


def test_empty_standard_input_is_a_problem(run: Run) -> None:
    answer = run("--dataset", "-", "check", stdin=b"")
    assert (answer.code, answer.err) == (1, "")
    assert answer.out.startswith("<standard input>:1:1: wrong-type: no mapping on top")


def test_standard_input_has_a_limit(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.cli.session.LIMIT", 1000)
    assert "larger than" not in run("--dataset", "-", "list", stdin=b"#" * 1000).err
    answer = run("--dataset", "-", "list", stdin=b"#" * 1001)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == "timeline: <standard input>: larger than the limit of 1,000 bytes\n"


@pytest.mark.parametrize("command", [["list"], ["show", "fair-2025"], ["check"]])
def test_missing_dataset_is_exit_3(run: Run, tmp_path: Path, command: list[str]) -> None:
    answer = run("--dataset", tmp_path / "nowhere", *command)
    assert (answer.code, answer.out) == (3, "")
    assert f"{tmp_path}/nowhere: no such dataset" in answer.err


def test_folder_without_events_is_exit_3(run: Run, tmp_path: Path) -> None:
    answer = run("--dataset", tmp_path, "list")
    assert (answer.code, answer.out) == (3, "")
    assert f"{tmp_path}: this folder holds no data/events.yaml; timeline init makes one" in answer.err


def test_option_overrides_timeline_dataset(
    run: Run, dataset: MakeDataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_DATASET", str(dataset(FAIR)))
    assert run("list", "--fields", "id").out == LISTED
    assert run("--dataset", dataset(""), "list", "--fields", "id").out == "id\n"


def test_dataset_is_found_in_parent_folders(
    run: Run, dataset: MakeDataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = dataset(FAIR, texts=TEXT)
    monkeypatch.chdir(own)
    assert run("list", "--fields", "id") == (0, LISTED, "")
    monkeypatch.chdir(own / "seeds")
    assert run("list", "--fields", "id") == (0, LISTED, "")
    (own / "data" / "sources.yaml").unlink()
    assert run("check").out.startswith("../data/events.yaml:8:26: unknown-source: ")


def test_unrecorded_text_is_named_by_its_path(run: Run, dataset: MakeDataset) -> None:
    own = dataset("", sources="", texts=TEXT).rename(dataset().parent / "my-data")
    assert run("--dataset", own, "check").out.startswith(f"{own}/seeds/gazette.txt:1:1: source-unrecorded: ")


def test_events_in_several_files(run: Run, dataset: MakeDataset) -> None:
    own = dataset(FAIR, texts=TEXT)
    more = own / "data" / "events"
    more.mkdir()
    (own / "data" / "events.yaml").rename(more / "b.yaml")
    (more / "a.yaml").write_text("format: 1\nevents: []\n", encoding="utf-8")
    (more / "notes.txt").write_text("no events", encoding="utf-8")
    assert run("--dataset", own, "list", "--fields", "id") == (0, LISTED, "")


def test_closed_standard_input_is_empty(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.cli.session.sys.stdin", None)
    assert run("--dataset", "-", "check", stdin=b"").code == 1


@pytest.mark.parametrize(
    ("platform", "xdg", "home", "folder"),
    [
        ("linux", "/caches", "/home/a", "/caches"),
        ("linux", "", "/home/a", "/home/a/.cache"),
        ("linux", "relative", "/home/a", "/home/a/.cache"),
        ("linux", "", "", None),
        ("darwin", "/caches", "/home/a", None),
    ],
)
def test_cache_folder_by_platform(
    monkeypatch: pytest.MonkeyPatch, platform: str, xdg: str, home: str, folder: str | None
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv("XDG_CACHE_HOME", xdg)
    monkeypatch.setenv("HOME", home)
    assert cache_folder() == (Path(folder) if folder else None)
