"""`timeline build`: the compiled timeline as one file, for others and as a dataset."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import pytest

from tests.conftest import MakeDataset, Run

FAIR = "- {id: fair-2025, title: The fair, kind: fair, date: 2025, actors: [Japan], summary: It was held.}"


@pytest.fixture
def database(run: Run, dataset: MakeDataset, tmp_path: Path) -> Path:
    """What build makes of a dataset with one event."""
    answer = run("--dataset", dataset(FAIR), "build", "-o", tmp_path / "timeline.db")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err.startswith(f"{tmp_path}/timeline.db: ")
    return tmp_path / "timeline.db"


def test_what_is_built_answers_like_its_dataset(run: Run, database: Path) -> None:
    listed = run("--dataset", database, "list", "--actor", "Japan", "--fields", "id,actors")
    assert (listed.code, listed.out) == (0, "id\tactors\nfair-2025\tJapan\n")
    assert run("--dataset", database, "show", "fair-2025", "--json").code == 0


def test_another_tool_reads_its_views(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        rows = connection.execute("SELECT id, title FROM event_list").fetchall()
    connection.close()
    assert rows == [("fair-2025", "The fair")]


def test_the_views_say_what_the_documents_say(run: Run, tmp_path: Path) -> None:
    run("build", "-o", tmp_path / "shipped.db")
    documents = json.loads(run("list", "--json").out)
    with sqlite3.connect(tmp_path / "shipped.db") as connection:
        rows = {view: connection.execute(f"SELECT * FROM {view}").fetchall() for view in VIEWED}
    connection.close()
    for view, wanted in VIEWED.items():
        assert rows[view] == [row for document in documents for row in wanted(document)], view


def _event(one: dict[str, Any]) -> list[tuple[Any, ...]]:
    ends = [one["date"][end][bound] for end in ("start", "end") for bound in ("earliest", "latest")]
    return [(one["id"], one["title"], one["kind"], one["status"], one["date"]["edtf"], *ends, ANY)]


def _actors(one: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (one["id"], actor["id"], actor["name"], role, actor["by"], actor["level"], actor["evidence"])
        for actor in one["actors"]
        for role in actor["roles"]
    ]


def _quotes(one: dict[str, Any]) -> list[tuple[Any, ...]]:
    rows = []
    for quote in one["citations"]:
        at = quote["anchors"][0]
        place = (at["file"], at["line"], at["column"], at["fidelity"])
        supports = json.dumps(quote["supports"], separators=(",", ":"))
        rows.append((one["id"], quote["source"]["id"], quote["quote"], *place, supports))
    return rows


def _evidence(one: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(one["id"], field, evidence) for field, evidence in one["evidence"].items()]


VIEWED: dict[str, Callable[[dict[str, Any]], list[tuple[Any, ...]]]] = {
    "event_list": _event,
    "event_actors": _actors,
    "event_quotes": _quotes,
    "event_evidence": _evidence,
}


def test_an_old_sqlite_is_told_of(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 37, 2))
    answer = run("build", "-o", tmp_path / "x.db")
    assert (answer.code, answer.out) == (3, "")
    assert "timeline: build needs SQLite 3.38, this Python has 3." in answer.err


def test_it_is_no_dataset_to_build_or_to_check(run: Run, database: Path, tmp_path: Path) -> None:
    again = run("--dataset", database, "build", "-o", tmp_path / "again.db")
    assert (again.code, again.err) == (2, f"timeline: {database}: this is a built timeline already\n")
    checked = run("--dataset", database, "check")
    assert (checked.code, checked.out) == (3, "")
    assert "a built timeline contains no records and no stored texts" in checked.err


def test_a_file_that_is_no_store_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"SQLite format 3\0 and nothing more")
    answer = run("--dataset", tmp_path / "x.db", "list")
    assert (answer.code, answer.out) == (3, "")
    assert f"{tmp_path}/x.db: this is no built timeline" in answer.err


def test_a_store_of_another_version_is_refused(run: Run, database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
    connection.close()
    answer = run("--dataset", database, "list")
    assert (answer.code, answer.out) == (3, "")
    assert "built by another version of timeline; build it again" in answer.err


def test_the_old_file_stands_when_the_new_one_cannot_be_written(
    run: Run, dataset: MakeDataset, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = database.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    answer = run("--dataset", dataset(FAIR), "build", "-o", database)
    assert answer.code == 3
    assert "cannot be written" in answer.err
    assert database.read_bytes() == before
    assert [path.name for path in database.parent.iterdir()] == ["timeline.db"]


def test_where_nothing_can_be_read_nothing_is_built(run: Run, dataset: MakeDataset, tmp_path: Path) -> None:
    own = dataset(FAIR)
    (own / "data" / "events.yaml").write_bytes(b"\xff")
    answer = run("--dataset", own, "build", "-o", tmp_path / "x.db")
    assert (answer.code, answer.out) == (3, "")
    assert "bad-encoding" in answer.err
    assert not (tmp_path / "x.db").exists()
