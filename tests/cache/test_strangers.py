"""A built timeline may be anybody's: what is not as we build it is refused, and nothing of it is believed."""

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
from timeline.store.untrusted import InvalidStore, open_built, sound

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


def test_a_sound_file_gives_its_documents_letter_for_letter(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        stored = [row[0] for row in connection.execute("SELECT document FROM documents ORDER BY number")]
    assert [answer.stored for answer in opened(file).select(Query())] == stored
    assert [sound(one) for one in stored] == stored


def test_what_is_written_otherwise_is_written_anew() -> None:
    with pytest.raises(InvalidStore, match="invalid document: title: Field required"):
        sound('{"schema_version": 1, "id": "x"}')
    with pytest.raises(InvalidStore, match="invalid document: Invalid JSON: control character"):
        sound('{"id": "\x1b"}')


@pytest.mark.parametrize(
    "document", ["'hello'", "'[]'", "x'00'", "7", "replace(document, '}', char(27) || '}')",
                 "replace(document, '\"id\":', '\"match\":{},\"id\":')"],
)  # fmt: skip
@pytest.mark.parametrize(
    "command", [["list"], ["list", "--json"], ["show", "fair-2025"], ["why", "fair-2025"], ["search", "fair"],
                ["search", "fair", "--json"], ["actor", "Japan"]],
)  # fmt: skip
def test_a_document_that_is_none_is_exit_3(
    run: Run, file: Path, change: Change, document: str, command: list[str]
) -> None:
    change(f"UPDATE documents SET document = {document}")
    answer = run("--dataset", file, *command)
    assert answer.code == 3
    assert answer.err.splitlines()[-1].startswith(f"timeline: {file}: this is no sound built timeline: ")
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
def test_whatever_else_is_wrong_names_the_file(
    run: Run, file: Path, change: Change, sql: str, command: list[str]
) -> None:
    change(sql)
    answer = run("--dataset", file, *command)
    assert answer.code == 3
    assert f"timeline: {file}: this is no sound built timeline: " in answer.err


def test_the_blame_is_not_for_the_next_run(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("--dataset", file, "list").code == 0
    monkeypatch.setattr("timeline.cli.commands.date.read", None)
    assert run("date", "2024").code == 4


def test_only_what_is_shown_is_looked_at(run: Run, file: Path, change: Change) -> None:
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
def test_tables_that_are_not_ours_are_asked_nothing(file: Path, change: Change, sql: str) -> None:
    try:
        change(sql)
    except sqlite3.OperationalError:
        change("CREATE VIEW sqlite AS SELECT 1")  # SQLite itself keeps such names
    with pytest.raises(ValueError, match="its tables are not those of this version of timeline"):
        opened(file)


def test_without_statistics_it_is_ours_too(file: Path, change: Change) -> None:
    change("DROP TABLE sqlite_stat1; VACUUM")
    assert opened(file).count() == 2


@pytest.mark.parametrize(
    ("put", "said"), [(os.mkfifo, "is a pipe, not a file"), (Path.touch, "its tables are not those")]
)
def test_a_thing_that_is_no_database(put: Callable[[Path], object], said: str, tmp_path: Path) -> None:
    put(tmp_path / "f.db")
    with pytest.raises(ValueError, match=said):
        opened(tmp_path / "f.db")


def test_nothing_is_left_beside_it(file: Path) -> None:
    """SQLite makes two files beside one whose head says that it has a log."""
    content = bytearray(file.read_bytes())
    content[18:20] = b"\x02\x02"
    file.write_bytes(content)
    assert [json.loads(answer.stored)["id"] for answer in opened(file).select(Query(limit=1))] == [
        "fair-2024"
    ]
    assert [path.name for path in file.parent.iterdir()] == ["f.db"]


def test_a_value_that_takes_all_memory_is_refused(file: Path) -> None:
    with pytest.raises(sqlite3.DataError, match="too big"):
        opened(file)._connection.execute("SELECT hex(zeroblob(400000000))").fetchone()


def test_a_signal_is_heard_while_sqlite_works(file: Path) -> None:
    heard: list[int] = []

    def ring(number: int, _: FrameType | None) -> None:
        heard.append(number)
        raise TimeoutError

    earlier = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    began = time.monotonic()
    try:
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            opened(file)._connection.execute(f"SELECT COUNT(*) FROM ({ENDLESS})").fetchone()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)
    assert heard
    assert time.monotonic() - began < 30
