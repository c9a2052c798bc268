"""Facts about single events that timeline rules need: small values, collected event by event.

A dataset may hold millions of events, so equal facts are stored once, and above a limit all facts move from
memory to a temporary file.
"""

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from timeline.problems import Location

MAX_IN_MEMORY = 50_000
"""Facts that are held in memory before they move to a temporary file."""
_TABLE = """
CREATE TABLE facts (
    rule TEXT, content TEXT, file TEXT, line INTEGER, column INTEGER, width INTEGER, event TEXT,
    PRIMARY KEY (rule, content, file, line, column, width, event)
) WITHOUT ROWID
"""
_NO_LOCATION = Location("", 0, 0, 0)


class Fact(NamedTuple):
    """`values` are what a rule compares. A fact that leads to a problem also has the location and the event
    of the problem; other facts omit both, so that equal ones are stored once.
    """

    values: tuple[str, ...]
    location: Location | None = None
    event: str = ""


_Row = tuple[str, str, str, int, int, int, str]


class Facts:
    """The facts of all events, by rule. Call `close` when they are not needed any more."""

    def __init__(self) -> None:
        self._held: set[tuple[str, Fact]] = set()
        self._file: sqlite3.Connection | None = None

    def add(self, rule: str, fact: Fact) -> None:
        """Add one fact; equal facts of a rule are stored once."""
        self._held.add((rule, fact))
        if len(self._held) >= MAX_IN_MEMORY:
            self._move_to_file()

    def of(self, rule: str) -> Iterator[Fact]:
        """The facts of one rule, sorted by their values, then by file and line."""
        if self._file is None:
            rows: Iterator[_Row] = iter(sorted(_row(name, fact) for name, fact in self._held if name == rule))
        else:
            self._move_to_file()
            rows = self._file.execute("SELECT * FROM facts WHERE rule = ? ORDER BY 2, 3, 4, 5, 6, 7", (rule,))
        for _, content, file, line, column, width, event in rows:
            location = Location(file, line, column, width) if file else None
            yield Fact(tuple(json.loads(content)), location, event)

    def forget(self, file: str, line: int) -> None:
        """Remove the facts that are located in one line."""
        self._held = {
            (rule, fact) for rule, fact in self._held if (fact.location or _NO_LOCATION)[:2] != (file, line)
        }
        if self._file is not None:
            self._file.execute("DELETE FROM facts WHERE file = ? AND line = ?", (file, line))

    def close(self) -> None:
        """Remove all facts and the temporary file."""
        self._held.clear()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _move_to_file(self) -> None:
        if self._file is None:
            self._file = sqlite3.connect("", isolation_level=None)  # an empty name makes a temporary file
            self._file.execute("PRAGMA journal_mode = OFF")
            self._file.execute(_TABLE)
        self._file.execute("BEGIN")
        self._file.executemany(
            "INSERT OR IGNORE INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)",
            (_row(rule, fact) for rule, fact in self._held),
        )
        self._file.execute("COMMIT")
        self._held.clear()


def _row(rule: str, fact: Fact) -> _Row:
    content = json.dumps(fact.values, separators=(",", ":"))
    return (rule, content, *(fact.location or _NO_LOCATION), fact.event)
