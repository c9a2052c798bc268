"""A built file may have been crafted: any difference from what `timeline build` writes is refused."""

import json
import os
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import FrameType

import pytest

from tests.conftest import MakeDataset, Run
from timeline.dataset.locate import find
from timeline.query import Query
from timeline.store import Store
from timeline.store.untrusted import InvalidStore, open_built, validated

EVENTS = """
- {id: fair-2024, title: The fair, kind: fair, date: 2024, summary: The fair was held.}
- {id: fair-2025, title: The fair, kind: fair, date: 2025, actors: [Japan], summary: The fair was held.}
"""
ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i FROM n"
Change = Callable[[str], None]


@pytest.fixture
def file(run: Run, dataset: MakeDataset, tmp_path: Path) -> Path:
    """A built timeline of two events, alone in its folder."""
    run("--dataset", dataset(EVENTS), "build", "-o", tmp_path / "f.db")
    return tmp_path / "f.db"


@pytest.fixture
def change(file: Path) -> Change:
    """Runs SQL in it."""

    def script(sql: str) -> None:
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            connection.executescript(sql)

    return script


def opened(file: Path) -> Store:
    return open_built(find(str(file), file.parent))


def test_a_valid_file_returns_its_documents_verbatim(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        stored = [row[0] for row in connection.execute("SELECT document FROM documents ORDER BY number")]
    assert [answer.stored for answer in opened(file).select(Query())] == stored
    assert [validated(document) for document in stored] == stored


def test_validated_rejects_an_invalid_document() -> None:
    with pytest.raises(InvalidStore, match="invalid document: title: Field required"):
        validated('{"schema_version": 1, "id": "x"}')
    with pytest.raises(InvalidStore, match="invalid document: Invalid JSON: control character"):
        validated('{"id": "\x1b"}')


@pytest.mark.parametrize(
    "document", ["'hello'", "'[]'", "x'00'", "7", "replace(document, '}', char(27) || '}')",
                 "replace(document, '\"id\":', '\"match\":{},\"id\":')"],
)  # fmt: skip
@pytest.mark.parametrize(
    "command", [["list"], ["list", "--json"], ["show", "fair-2025"], ["why", "fair-2025"], ["search", "fair"],
                ["search", "fair", "--json"], ["actor", "Japan"]],
)  # fmt: skip
def test_an_invalid_document_is_exit_3(
    run: Run, file: Path, change: Change, document: str, command: list[str]
) -> None:
    change(f"UPDATE documents SET document = {document}")
    answer = run("--dataset", file, *command)
    assert answer.code == 3
    assert answer.err.splitlines()[-1].startswith(f"timeline: {file}: not a valid timeline database: ")
    assert "\x1b" not in answer.out


@pytest.mark.parametrize(
    ("sql", "command"),
    [
        ("UPDATE memberships SET edtf = 'soon'", ["actor", "NATO", "--on", "1900", "-o", "x"]),
        ("UPDATE actors SET record = '[]'", ["actor", "Japan"]),
        ("UPDATE meta SET value = 'x' WHERE key = 'problems'", ["list"]),
        ("UPDATE documents SET document = 'x'", ["actors"]),
    ],
)
def test_any_other_invalid_value_names_the_file(
    run: Run, file: Path, change: Change, sql: str, command: list[str]
) -> None:
    change(sql)
    answer = run("--dataset", file, *command)
    assert answer.code == 3
    assert f"timeline: {file}: not a valid timeline database: " in answer.err


def test_the_file_is_not_blamed_in_the_next_run(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("--dataset", file, "list").code == 0
    monkeypatch.setattr("timeline.cli.commands.date.read", None)
    assert run("date", "2024").code == 4


def test_only_documents_that_are_shown_are_validated(run: Run, file: Path, change: Change) -> None:
    change("UPDATE documents SET document = 'x' WHERE number = 2")
    assert run("--dataset", file, "list", "--limit", "1").code == 0
    assert run("--dataset", file, "list").code == 3


@pytest.mark.parametrize(
    "sql",
    [
        f"DROP TABLE documents; CREATE VIEW documents (number, document) AS {ENDLESS}",
        f"DROP TABLE meta; CREATE VIEW meta (key, value) AS {ENDLESS}",
        "CREATE TABLE more (x)",
        "CREATE TRIGGER t AFTER INSERT ON meta BEGIN SELECT 1; END",
        "ALTER TABLE events ADD COLUMN x AS (hex(zeroblob(400000000)))",
        "CREATE INDEX i ON events (hex(zeroblob(first)))",
        "DROP VIEW event_list",
        "DROP TABLE sqlite_stat1; CREATE TABLE sqlite_stat2 (x)",
    ],
)
def test_other_definitions_are_refused_before_any_query(file: Path, change: Change, sql: str) -> None:
    try:
        change(sql)
    except sqlite3.OperationalError:
        change("CREATE VIEW sqlite AS SELECT 1")  # SQLite itself keeps such names
    with pytest.raises(ValueError, match="its tables are not those of this version of timeline"):
        opened(file)


def test_a_file_without_statistics_is_accepted(file: Path, change: Change) -> None:
    change("DROP TABLE sqlite_stat1; VACUUM")
    assert opened(file).count() == 2


@pytest.mark.parametrize(
    ("create", "message"), [(os.mkfifo, "is a pipe, not a file"), (Path.touch, "its tables are not those")]
)
def test_a_file_that_is_not_a_database_is_refused(
    create: Callable[[Path], object], message: str, tmp_path: Path
) -> None:
    create(tmp_path / "f.db")
    with pytest.raises(ValueError, match=message):
        opened(tmp_path / "f.db")


def test_opening_creates_no_files(file: Path) -> None:
    """SQLite creates two files beside a database whose header announces a write-ahead log."""
    content = bytearray(file.read_bytes())
    content[18:20] = b"\x02\x02"
    file.write_bytes(content)
    assert [json.loads(answer.stored)["id"] for answer in opened(file).select(Query(limit=1))] == [
        "fair-2024"
    ]
    assert [path.name for path in file.parent.iterdir()] == ["f.db"]


def test_a_value_that_would_fill_the_memory_is_refused(file: Path) -> None:
    with pytest.raises(sqlite3.DataError, match="too big"):
        opened(file)._connection.execute("SELECT hex(zeroblob(400000000))").fetchone()


def test_signals_are_handled_during_a_query(file: Path) -> None:
    received: list[int] = []

    def interrupt(number: int, _: FrameType | None) -> None:
        received.append(number)
        raise TimeoutError

    earlier = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    began = time.monotonic()
    try:
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            opened(file)._connection.execute(f"SELECT COUNT(*) FROM ({ENDLESS})").fetchone()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)
    assert received
    assert time.monotonic() - began < 30
