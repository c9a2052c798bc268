"""P: manipulated built timelines as --dataset, and lines of dates on standard input."""

import os
import random
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from .cases import Case, Proof, want
from .command import TIMELINE, Result, in_terminal, run, surroundings, unharmed
from .datasets import event, make
from .files import THINGS, quick
from .looks import safe
from .processes import shell
from .shared import Shared

_ESCAPE = "char(27) || ']0;owned' || char(7) || char(127) || char(155)"
_READING = (
    ("list",),
    ("list", "--json", "--since", "2000"),
    ("list", "--format", "csv", "--raw"),
    ("list", "--format", "markdown", "--actor", "Japan"),
    ("list", "--format", "ndjson", "--certain", "--member-of", "NATO"),
    ("show", "good-one"),
    ("show", "good-one", "--json"),
    ("why", "good-one"),
    ("search", "ministers"),
    ("search", "ministers", "--json"),
    ("actor", "Japan"),
    ("actor", "NATO", "--json"),
    ("actors",),
)
_SOME = _READING[::3]
Commands = tuple[tuple[str, ...], ...]
_WRONG = {
    "no JSON": "'hello'",
    "another JSON": "'[]'",
    "nothing of ours": "'{}'",
    "bytes": "x'00ff1b5b'",
    "a number": "9e999",
    "nothing": "''",
    "deep": "'{\"id\":' || replace(hex(zeroblob(50000)), '0', '[')",
    "half a character": 'replace(document, \'"title":"\', \'"title":"\\ud800\')',
    "a match": 'replace(document, \'"title":\', \'"match":{"when":"certain","actors":{}},"title":\')',
    "a number for words": 'replace(document, \'"title":"The good one"\', \'"title":7\')',
}
_WORDS = ("search ministers", "search --in sources ministers --json")
_VALUES = {
    **{
        f"UPDATE memberships SET {assignment}": ("list --certain --member-of NATO", "actor NATO --json")
        for assignment in ("edtf = '/'", "edtf = 7", "organisation = x'00'", "first = 'x', last = 'y'")
    },
    "UPDATE actors SET record = '[]'": ("actors", "actor Japan", "list --actor Japan"),
    f"UPDATE actors SET name = {_ESCAPE}, kind = {_ESCAPE}": ("actors", "actor Japan", "list --actor Japan"),
    "UPDATE meta SET value = 'x' WHERE key = 'problems'": ("list", "show good-one --json"),
    "DELETE FROM meta WHERE key = 'left_out'": ("list", "show good-one --json"),
    f"UPDATE sentences SET text = {_ESCAPE}, file = {_ESCAPE}": _WORDS,
    "UPDATE sentences SET line = x'ff'": _WORDS,
    "UPDATE event_words_data SET block = zeroblob(99)": (*_WORDS, "list --text ministers"),
    "UPDATE event_words_config SET v = 'x'": (*_WORDS, "list --text ministers"),
    'UPDATE documents SET document = replace(document, \'"edtf":"2023\', \'"edtf":"soon\')': (
        "list --format markdown",
        "show good-one",
        "search ministers",
    ),
}
_VIEWS = {
    "endless": "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i FROM n",
    "huge": "SELECT 1 AS number, hex(zeroblob(400000000)) AS document",
}
_ADDED = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON meta BEGIN SELECT 1; END",
    "an index": "CREATE INDEX i ON events (length(hex(zeroblob(first))))",
    "a table": "CREATE TABLE more (x)",
    "a column": "ALTER TABLE events ADD COLUMN x AS (hex(zeroblob(400000000)))",
    "a view": "CREATE VIEW v AS SELECT load_extension('evil')",
    "another index of words": "CREATE VIRTUAL TABLE w USING fts5(x)",
    "a default": "PRAGMA writable_schema = 1; UPDATE sqlite_master SET sql = replace(sql, 'value TEXT NOT NULL', "
    "'value TEXT NOT NULL DEFAULT 1') WHERE name = 'meta'",
}


def cases() -> Iterator[Case]:
    """Each fault of a built timeline, and lines of dates."""
    yield Case("P480", "escapes in every document of a built timeline", _escapes)
    yield Case("P481", "invalid documents in a built timeline", _no_documents)
    for at, (what, view) in enumerate(_VIEWS.items()):
        yield Case(f"P482.{at}", f"a view that is {what} in the place of a table", _changed(_viewed(view)))
    for at, (what, sql) in enumerate(_ADDED.items()):
        yield Case(f"P483.{at}", f"{what} too many in a built timeline", _changed(partial(_run, sql=sql)))
    for at, (what, put) in enumerate(THINGS.items()):
        if "stdin" not in what:
            yield Case(f"P484.{at}", f"{what} as a built timeline", _named(put))
    yield Case("P485", "a built timeline in WAL mode", _wal)
    for seed in range(6):
        yield Case(f"P486.{seed}", f"bits flipped in a built timeline, {seed}", partial(_flipped, seed=seed))
    yield Case("P487", "wrong values next to the documents of a built timeline", _values)
    yield Case("P488", "a signal during a long query of a built timeline", _interrupted)
    yield Case("P489", "lines of dates that are not UTF-8, or endless", _dates)


def _built(folder: Path) -> None:
    supports = "supports: [date, status, summary.1, actors.JP, actors.NATO]"
    make(folder, event("two", "curator:", f"  - {{note: So it was., {supports}}}", actors="[Japan, NATO]"))
    unharmed(run(folder, "build", "-o", "b.db"), 0)


_BUILT = Shared(_built)


def _copy(folder: Path) -> Path:
    (folder / "f.db").write_bytes((_BUILT.folder / "b.db").read_bytes())
    return folder / "f.db"


def _run(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as made:
        made.executescript(sql)


def _results(folder: Path, *codes: int, commands: Commands = _READING) -> Iterator[Result]:
    """The results of commands on the file: it is refused quickly, with one line that names it."""
    for arguments in commands:
        result = run(folder, "--dataset", "f.db", *arguments)
        quick(result, *codes)
        safe(result, styled=False)
        want(result.code != 3 or result.err.startswith("timeline: f.db: "), f"it is not named: {result.err}")
        want(result.code != 3 or result.err.count("\n") == 1, f"not one line: {result.err}")
        yield result


def _escapes(folder: Path) -> None:
    path = _copy(folder)
    results = [*_results(folder, 0)]
    want(all(result.out for result in results), "a command prints nothing for a valid file")
    want("problem" not in "".join(result.err for result in results), f"problems: {results[0].err}")
    _run(path, f"UPDATE documents SET document = replace(document, ':\"', ':\"' || {_ESCAPE})")
    for result in _results(folder, 3, 0, 1, commands=_SOME):
        want("owned" not in result.out, f"an invalid document is printed: {result.out[:300]}")
    # JSON escapes may put any character in a title: it is shown as an escape, as in a record.
    path = _copy(folder)
    _run(path, "UPDATE documents SET document = replace(document, 'good', '\\u001b]0;owned\\u0007\\u009b')")
    for verb in ("list", "search ministers", "list --json", "list --format table"):
        safe(in_terminal(folder, "--dataset", "f.db", *verb.split()))
    want("^[]0;owned" in run(folder, "--dataset", "f.db", "list").out, "it is not shown")


def _no_documents(folder: Path) -> None:
    for what, document in _WRONG.items():
        _run(_copy(folder), f"UPDATE documents SET document = {document}")
        codes = [result.code for result in _results(folder, 0, 1, 3, commands=_SOME[1:4])]
        want(3 in codes, f"{what}: not refused")


def _viewed(view: str) -> Callable[[Path], None]:
    return partial(_run, sql=f"DROP TABLE documents; CREATE VIEW documents (number, document) AS {view}")


def _changed(change: Callable[[Path], None]) -> Proof:
    def prove(folder: Path) -> None:
        change(_copy(folder))
        for _ in _results(folder, 3, commands=_READING[:2]):
            pass

    return prove


def _named(put: Callable[[Path], None]) -> Proof:
    def prove(folder: Path) -> None:
        put(folder / "f.db")
        for verb in ("list", "check"):
            quick(run(folder, "--dataset", "f.db", verb), 3, *((1,) if verb == "check" else ()))

    return prove


def _wal(folder: Path) -> None:
    path = _copy(folder)
    (folder / "in").mkdir()
    path.rename(folder / "in" / "f.db")
    content = bytearray((folder / "in" / "f.db").read_bytes())
    content[18:20] = b"\x02\x02"
    (folder / "in" / "f.db").write_bytes(content)
    result = run(folder, "--dataset", "in/f.db", "list")
    unharmed(result, 0)
    want("good-one" in result.out, f"nothing is listed: {result.output}")
    left = os.listdir(folder / "in")
    want(left == ["f.db"], f"left next to it: {left}")


def _flipped(folder: Path, seed: int) -> None:
    """Anywhere, in the heads of pages, in the index of words."""
    path = _copy(folder)
    source, content = random.Random(seed), bytearray(path.read_bytes())
    pages = len(content) // 4096
    for _ in range((1, 20, 200)[seed % 3]):
        page = source.randrange(pages) if seed % 2 else source.randrange(pages * 3 // 4, pages)
        at = page * 4096 + source.randrange(16 if seed % 2 else 4096)
        content[at] ^= 1 << source.randrange(8)
    path.write_bytes(content)
    for _ in _results(folder, 0, 1, 3, commands=_READING[seed // 2 % 2 :: 2]):
        pass


def _values(folder: Path) -> None:
    """Each with the commands that read it."""
    for change, lines in _VALUES.items():
        _run(_copy(folder), change)
        for _ in _results(folder, 0, 1, 3, commands=tuple(tuple(line.split()) for line in lines)):
            pass


def _interrupted(folder: Path) -> None:
    """So many memberships and parts that a count takes very long: a signal ends it at once."""
    many = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)"
    path = _copy(folder)
    _run(path, f"INSERT INTO memberships {many} SELECT 'JP', 'x' || i, 0, 9, 0, 9, '..' FROM n")
    _run(path, f"INSERT INTO parts {many} SELECT 'x' || i, 0, 1, 'part-' || i FROM n")
    _run(path, f"INSERT INTO memberships {many} SELECT 'JP', 'NATO', 1, 900000, 1, 1, '..' FROM n")
    _run(path, f"INSERT INTO parts {many} SELECT 'JP', i % 7, 1 + i % 2, 'part-' || i FROM n")
    for number, code in ((signal.SIGTERM, 143), (signal.SIGINT, 130)):
        process = subprocess.Popen(
            [TIMELINE, "--dataset", path.name, "list", "--actor", "NATO", "--json"],
            cwd=folder, env=surroundings(folder), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        time.sleep(3)
        want(process.poll() is None, "it finished before the signal")
        process.send_signal(number)
        sent = time.monotonic()
        try:
            _, errors = process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            want(False, f"signal {number} is not handled")
        want(process.returncode == code and not errors, f"exit {process.returncode}: {errors[-300:]!r}")
        want(time.monotonic() - sent < 3, "the signal is handled late")


def _dates(folder: Path) -> None:
    for env in ({}, {"PYTHONIOENCODING": "utf-8:strict"}, {"LC_ALL": "C", "LANG": None}):
        for more in ((), ("--json",)):
            result = run(folder, "date", *more, "-", stdin=b"2024\ncaf\xe9\n2025\n", env=env)
            quick(result, 3)
            want("<standard input>:2:4: byte 4 of this line, 0xE9, is not UTF-8" in result.err, result.err)
            want("2024" in result.out and "caf" not in result.out, f"it says {result.out}")
    for endless in ("</dev/zero", "< <(yes 2024 | tr '\\n' ' ')"):
        result = shell(folder, f"$T date - {endless}")
        unharmed(result, 3)
        want("33,554,432 bytes" in result.err and result.peak < 200, f"{result.peak} MB: {result.err}")
