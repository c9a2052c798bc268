"""What timeline rules must know about single events: small values, collected event by event.

A dataset may hold millions of events, so facts are deduplicated, and beyond a limit they are kept in a
temporary file instead of in memory.
"""

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from timeline.problems import Location

IN_MEMORY = 50_000
"""Facts that are held in memory before they are moved to a temporary file."""
_TABLE = """
CREATE TABLE facts (
    rule TEXT, content TEXT, file TEXT, line INTEGER, column INTEGER, width INTEGER, event TEXT,
    PRIMARY KEY (rule, content, file, line, column, width, event)
) WITHOUT ROWID
"""
_NOWHERE = Location("", 0, 0, 0)


class Fact(NamedTuple):
    """`values` are what a rule compares. A fact that leads to a problem also says where it is written and in
    which event; the others leave both out, so that equal ones are kept once.
    """

    values: tuple[str, ...]
    location: Location | None = None
    event: str = ""


_Row = tuple[str, str, str, int, int, int, str]


class Facts:
    """The facts of all events, by rule. Close it when all is judged."""

    def __init__(self) -> None:
        self._held: set[tuple[str, Fact]] = set()
        self._file: sqlite3.Connection | None = None

    def add(self, rule: str, fact: Fact) -> None:
        """Take one fact; an equal one is taken once."""
        self._held.add((rule, fact))
        if len(self._held) >= IN_MEMORY:
            self._move()

    def of(self, rule: str) -> Iterator[Fact]:
        """The facts of one rule; equal values follow one another, in the order of the files."""
        if self._file is None:
            rows: Iterator[_Row] = iter(sorted(_row(*one) for one in self._held if one[0] == rule))
        else:
            self._move()
            rows = self._file.execute("SELECT * FROM facts WHERE rule = ? ORDER BY 2, 3, 4, 5, 6, 7", (rule,))
        for _, content, file, line, column, width, event in rows:
            location = Location(file, line, column, width) if file else None
            yield Fact(tuple(json.loads(content)), location, event)

    def forget(self, file: str, line: int) -> None:
        """Drop the facts that are written in one line."""
        self._held = {one for one in self._held if (one[1].location or _NOWHERE)[:2] != (file, line)}
        if self._file is not None:
            self._file.execute("DELETE FROM facts WHERE file = ? AND line = ?", (file, line))

    def close(self) -> None:
        """Remove the temporary file."""
        self._held.clear()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _move(self) -> None:
        if self._file is None:
            self._file = sqlite3.connect("", isolation_level=None)  # SQLite's name of a temporary file
            self._file.execute("PRAGMA journal_mode = OFF")
            self._file.execute(_TABLE)
        self._file.execute("BEGIN")
        self._file.executemany(
            "INSERT OR IGNORE INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)", (_row(*one) for one in self._held)
        )
        self._file.execute("COMMIT")
        self._held.clear()


def _row(rule: str, fact: Fact) -> _Row:
    content = json.dumps(fact.values, separators=(",", ":"))
    return (rule, content, *(fact.location or _NOWHERE), fact.event)
