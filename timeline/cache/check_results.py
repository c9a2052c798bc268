"""What `check` found, kept in a database of its own beside the store: the problems, the counts, and for each
record what its event contributed, so that after an edit only the changed events are judged.

Lines are relative to the record of the event, which moves when an earlier record grows. Problems that belong
to no event have their line in the file; they are found again after each edit.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from timeline.cache.edits import ChunkRow
from timeline.checks import EventCounts, EventResults, Fact, Facts, RuleResults, all_problems
from timeline.problems import Location, Problem

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE chunks (
    file TEXT NOT NULL, position INTEGER NOT NULL, print BLOB NOT NULL, event TEXT NOT NULL,
    first INTEGER NOT NULL, counts TEXT NOT NULL, facts TEXT NOT NULL, PRIMARY KEY (file, position)
) WITHOUT ROWID;
CREATE TABLE problems (
    file TEXT NOT NULL, position INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL,
    width INTEGER NOT NULL, rule TEXT NOT NULL, message TEXT NOT NULL, hint TEXT NOT NULL,
    details TEXT NOT NULL, event TEXT NOT NULL, unread INTEGER NOT NULL, reason TEXT
);
CREATE INDEX problems_chunk ON problems (file, position);
"""
OF_NO_RECORD = -1
"""The position of a problem that belongs to no record."""

Found = Iterable[tuple[Problem, str | None]]
"""Problems, each with the reason for which it was accepted, if it was."""


class Totals(NamedTuple):
    """What is stored besides problems and records."""

    counts: EventCounts
    left_out: int
    sources: tuple[int, int]
    """How many have a stored text, and how many are only known."""
    spent: Mapping[str, int]
    """How much expensive work the event rules did."""
    shown: str
    """What goes before the names of files for a user who is where the dataset was checked."""
    places: bool
    """Whether a message names a place in a file, as it is called from there."""


def write_totals(connection: sqlite3.Connection, totals: Totals) -> None:
    """Store the totals."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('totals', ?)", (json.dumps(totals),))


def totals_of(connection: sqlite3.Connection) -> Totals:
    """The totals that are stored."""
    (content,) = connection.execute("SELECT value FROM meta WHERE key = 'totals'").fetchone()
    numbers, left_out, sources, spent, shown, places = json.loads(content)
    return Totals(EventCounts(*numbers), left_out, tuple(sources), spent, shown, places)


def write_problems(connection: sqlite3.Connection, found: Found, shown: str) -> None:
    """Store problems that belong to no record, in the files of a dataset that begin with `shown`."""
    rows = ((*_where(problem.location, shown), *_words(problem), reason) for problem, reason in found)
    connection.executemany(_INSERT, rows)


def write_chunk(
    connection: sqlite3.Connection, row: ChunkRow, first: int, read_at: int, findings: EventResults
) -> None:
    """Store what is known of one record. It begins in line `first` of its file, and was read as if that were
    line `read_at`.
    """
    values = (*row, first, repr([*findings.counts]), _encoded(findings.facts, read_at))
    connection.execute("INSERT OR REPLACE INTO chunks VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    for problem, reason in all_problems(findings):
        where = (row.file, row.position, *_relative(problem.location, read_at))
        connection.execute(_INSERT, (*where, *_words(problem), reason))


def _encoded(facts: tuple[tuple[str, Fact], ...], read_at: int) -> str:
    """Facts as they are stored."""
    if any(fact.location for _, fact in facts):
        return _json(facts, read_at)
    return _json(facts, 0)  # the same for many events, and then encoded once


@lru_cache(maxsize=1024)
def _json(facts: tuple[tuple[str, Fact], ...], read_at: int) -> str:
    plain = [
        (rule, fact.values, fact.event, fact.location and _relative(fact.location, read_at))
        for rule, fact in facts
    ]
    return json.dumps(plain, separators=(",", ":"))


_INSERT = f"INSERT INTO problems VALUES ({', '.join('?' * 12)})"


def _where(location: Location, shown: str) -> tuple[str, int, int, int, int]:
    file, line, column, width = location
    return file.removeprefix(shown), OF_NO_RECORD, line, column, width


def _relative(location: Location, read_at: int) -> tuple[int, int, int]:
    return location.line - read_at, location.column, location.width


def _words(problem: Problem) -> tuple[str, str, str, str, str, bool]:
    details = json.dumps(problem.details)
    return problem.rule, problem.message, problem.hint, details, problem.event, problem.unread


def rows_stored(connection: sqlite3.Connection) -> list[ChunkRow]:
    """The records that are stored, in the order of their files."""
    rows = connection.execute("SELECT file, position, print, event FROM chunks ORDER BY file, position")
    return list(map(ChunkRow._make, rows))


def counts_of(connection: sqlite3.Connection, file: str, position: int) -> EventCounts:
    """The counts of one record."""
    sql = "SELECT counts FROM chunks WHERE file = ? AND position = ?"
    (content,) = connection.execute(sql, (file, position)).fetchone()
    return EventCounts(*json.loads(content))


def facts_of(connection: sqlite3.Connection, shown: str) -> Facts:
    """The facts of all events."""
    facts = Facts()
    for file, first, content in connection.execute("SELECT file, first, facts FROM chunks"):
        for rule, values, event, spot in json.loads(content):
            location = Location(shown + file, first + spot[0], spot[1], spot[2]) if spot else None
            facts.add(rule, Fact(tuple(values), location, event))
    return facts


def judged(connection: sqlite3.Connection, shown: str) -> RuleResults:
    """The problems that are stored."""
    problems: list[Problem] = []
    accepted: list[tuple[Problem, str]] = []
    for problem, reason in _problems(connection, shown):
        if reason is None:
            problems.append(problem)
        else:
            accepted.append((problem, reason))
    return RuleResults(tuple(sorted(problems)), tuple(sorted(accepted)))


def _problems(connection: sqlite3.Connection, shown: str) -> Iterator[tuple[Problem, str | None]]:
    rows = connection.execute(
        "SELECT p.file, p.line + IFNULL(c.first, 0), p.column, p.width, p.rule, p.message, p.hint, "
        "p.details, p.event, p.unread, p.reason FROM problems p LEFT JOIN chunks c USING (file, position)"
    )
    for file, line, column, width, rule, message, hint, details, event, unread, reason in rows:
        location = Location(shown + file, line, column, width)
        words = tuple(json.loads(details))
        yield Problem(location, rule, message, hint, words, event, bool(unread)), reason


class Places:
    """Finds the line of one of these files in a text."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._pattern = re.compile(rf"(?:{'|'.join(map(re.escape, labels))}):\d")

    def in_text(self, text: str) -> bool:
        """Whether a text names a place."""
        return ":" in text and self._pattern.search(text) is not None

    def in_problems(self, problems: Iterable[Problem]) -> bool:
        """Whether a message does."""
        texts = chain.from_iterable((problem.message, problem.hint, *problem.details) for problem in problems)
        return any(map(self.in_text, texts))
