"""`timeline build`: a SQLite file for other tools, which is also a dataset."""

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
    """The database of a dataset with one event."""
    answer = run("--dataset", dataset(FAIR), "build", "-o", tmp_path / "timeline.db")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err.startswith(f"{tmp_path}/timeline.db: ")
    return tmp_path / "timeline.db"


def test_database_is_read_as_a_dataset(run: Run, database: Path) -> None:
    listed = run("--dataset", database, "list", "--actor", "Japan", "--fields", "id,actors")
    assert (listed.code, listed.out) == (0, "id\tactors\nfair-2025\tJapan\n")
    assert run("--dataset", database, "show", "fair-2025", "--json").code == 0


def test_views_are_readable_by_sqlite(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        rows = connection.execute("SELECT id, title FROM event_list").fetchall()
    connection.close()
    assert rows == [("fair-2025", "The fair")]


def test_views_equal_the_documents(run: Run, tmp_path: Path) -> None:
    run("build", "-o", tmp_path / "shipped.db")
    documents = json.loads(run("list", "--json").out)
    with sqlite3.connect(tmp_path / "shipped.db") as connection:
        rows = {view: connection.execute(f"SELECT * FROM {view}").fetchall() for view in VIEWED}
    connection.close()
    for view, wanted in VIEWED.items():
        assert rows[view] == [row for document in documents for row in wanted(document)], view


def _event(event: dict[str, Any]) -> list[tuple[Any, ...]]:
    ends = [event["date"][end][bound] for end in ("start", "end") for bound in ("earliest", "latest")]
    return [(event["id"], event["title"], event["kind"], event["status"], event["date"]["edtf"], *ends, ANY)]


def _actors(event: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (event["id"], actor["id"], actor["name"], role, actor["by"], actor["level"], actor["evidence"])
        for actor in event["actors"]
        for role in actor["roles"]
    ]


def _quotes(event: dict[str, Any]) -> list[tuple[Any, ...]]:
    rows = []
    for quote in event["citations"]:
        at = quote["anchors"][0]
        place = (at["file"], at["line"], at["column"], at["fidelity"])
        supports = json.dumps(quote["supports"], separators=(",", ":"))
        rows.append((event["id"], quote["source"]["id"], quote["quote"], *place, supports))
    return rows


def _evidence(event: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(event["id"], field, evidence) for field, evidence in event["evidence"].items()]


VIEWED: dict[str, Callable[[dict[str, Any]], list[tuple[Any, ...]]]] = {
    "event_list": _event,
    "event_actors": _actors,
    "event_quotes": _quotes,
    "event_evidence": _evidence,
}


def test_old_sqlite_is_exit_3(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 37, 2))
    answer = run("build", "-o", tmp_path / "x.db")
    assert (answer.code, answer.out) == (3, "")
    assert "timeline: build needs SQLite 3.38 or later; this Python has 3." in answer.err


def test_database_cannot_be_built_or_checked(run: Run, database: Path, tmp_path: Path) -> None:
    again = run("--dataset", database, "build", "-o", tmp_path / "again.db")
    assert (again.code, again.err) == (2, f"timeline: {database}: already a timeline database\n")
    checked = run("--dataset", database, "check")
    assert (checked.code, checked.out) == (3, "")
    assert "a built timeline contains no records and no stored texts" in checked.err


def test_invalid_database_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"SQLite format 3\0 and nothing more")
    answer = run("--dataset", tmp_path / "x.db", "list")
    assert (answer.code, answer.out) == (3, "")
    assert f"{tmp_path}/x.db: not a valid timeline database" in answer.err


def test_database_of_another_version_is_refused(run: Run, database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
    connection.close()
    answer = run("--dataset", database, "list")
    assert (answer.code, answer.out) == (3, "")
    assert "built by another version of timeline; build it again" in answer.err


def test_failed_build_keeps_the_old_file(
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


def test_build_without_readable_file_writes_nothing(run: Run, dataset: MakeDataset, tmp_path: Path) -> None:
    own = dataset(FAIR)
    (own / "data" / "events.yaml").write_bytes(b"\xff")
    answer = run("--dataset", own, "build", "-o", tmp_path / "x.db")
    assert (answer.code, answer.out) == (3, "")
    assert "bad-encoding" in answer.err
    assert not (tmp_path / "x.db").exists()
