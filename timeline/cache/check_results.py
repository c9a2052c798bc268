"""The database of check results: problems, counts, and what each record contributed to them.

After an edit, only the changed records are checked again. The lines of their problems are stored relative to
the record, because a record moves when an earlier one grows. Problems of the timeline rules belong to no
record and are stored with their line in the file; they are found again after each edit.
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
    file TEXT NOT NULL, position INTEGER NOT NULL, digest BLOB NOT NULL, event TEXT NOT NULL,
    first INTEGER NOT NULL, counts TEXT NOT NULL, facts TEXT NOT NULL, PRIMARY KEY (file, position)
) WITHOUT ROWID;
CREATE TABLE problems (
    file TEXT NOT NULL, position INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL,
    width INTEGER NOT NULL, rule TEXT NOT NULL, message TEXT NOT NULL, hint TEXT NOT NULL,
    details TEXT NOT NULL, event TEXT NOT NULL, unread INTEGER NOT NULL, reason TEXT
);
CREATE INDEX problems_chunk ON problems (file, position);
"""
NO_RECORD = -1
"""The position of a problem that belongs to no record."""

Problems = Iterable[tuple[Problem, str | None]]
"""Problems, each with the reason if a curator accepted it."""


class Totals(NamedTuple):
    """What is stored besides problems and records."""

    counts: EventCounts
    left_out: int
    sources: tuple[int, int]
    """The number of sources with a stored text, and without one."""
    spent: Mapping[str, int]
    """How much expensive work the event rules did."""
    shown: str
    """The prefix of file names, as seen from the folder in which the dataset was checked."""
    locations: bool
    """Whether a message mentions a location, as seen from that folder."""


def write_totals(connection: sqlite3.Connection, totals: Totals) -> None:
    """Store the totals."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('totals', ?)", (json.dumps(totals),))


def read_totals(connection: sqlite3.Connection) -> Totals:
    """The stored totals."""
    (content,) = connection.execute("SELECT value FROM meta WHERE key = 'totals'").fetchone()
    counts, left_out, sources, spent, shown, locations = json.loads(content)
    return Totals(EventCounts(*counts), left_out, tuple(sources), spent, shown, locations)


def write_problems(connection: sqlite3.Connection, problems: Problems, shown: str) -> None:
    """Store problems that belong to no record; `shown` is the prefix of file names."""
    rows = ((*_location(problem.location, shown), *_values(problem), reason) for problem, reason in problems)
    connection.executemany(_INSERT, rows)


def write_chunk(
    connection: sqlite3.Connection, row: ChunkRow, first: int, read_at: int, findings: EventResults
) -> None:
    """Store the results of one record, which begins in line `first` of its file.

    In `findings` it begins in line `read_at`, because a changed record is read by itself.
    """
    values = (*row, first, repr([*findings.counts]), _encoded(findings.facts, read_at))
    connection.execute("INSERT OR REPLACE INTO chunks VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    for problem, reason in all_problems(findings):
        location = (row.file, row.position, *_relative(problem.location, read_at))
        connection.execute(_INSERT, (*location, *_values(problem), reason))


def _encoded(facts: tuple[tuple[str, Fact], ...], read_at: int) -> str:
    """Facts as JSON, with relative lines."""
    if any(fact.location for _, fact in facts):
        return _json(facts, read_at)
    return _json(facts, 0)  # without locations, many events have equal facts: encode them once


@lru_cache(maxsize=1024)
def _json(facts: tuple[tuple[str, Fact], ...], read_at: int) -> str:
    plain = [
        (rule, fact.values, fact.event, fact.location and _relative(fact.location, read_at))
        for rule, fact in facts
    ]
    return json.dumps(plain, separators=(",", ":"))


_INSERT = f"INSERT INTO problems VALUES ({', '.join('?' * 12)})"


def _location(location: Location, shown: str) -> tuple[str, int, int, int, int]:
    file, line, column, width = location
    return file.removeprefix(shown), NO_RECORD, line, column, width


def _relative(location: Location, read_at: int) -> tuple[int, int, int]:
    return location.line - read_at, location.column, location.width


def _values(problem: Problem) -> tuple[str, str, str, str, str, bool]:
    details = json.dumps(problem.details)
    return problem.rule, problem.message, problem.hint, details, problem.event, problem.unread


def stored_chunks(connection: sqlite3.Connection) -> list[ChunkRow]:
    """The stored records, by file and position."""
    rows = connection.execute("SELECT file, position, digest, event FROM chunks ORDER BY file, position")
    return list(map(ChunkRow._make, rows))


def counts_of(connection: sqlite3.Connection, file: str, position: int) -> EventCounts:
    """The counts of one record."""
    sql = "SELECT counts FROM chunks WHERE file = ? AND position = ?"
    (content,) = connection.execute(sql, (file, position)).fetchone()
    return EventCounts(*json.loads(content))


def facts_of(connection: sqlite3.Connection, shown: str) -> Facts:
    """The facts of all events."""
    facts, added = Facts(), set[str]()
    for file, first, content in connection.execute("SELECT file, first, facts FROM chunks"):
        if content in added:
            continue
        entries = json.loads(content)
        for rule, values, event, relative in entries:
            location = _absolute(shown + file, first, relative) if relative else None
            facts.add(rule, Fact(tuple(values), location, event))
        if not any(relative for *_, relative in entries):
            added.add(content)  # without locations, equal facts of another record add nothing
    return facts


def _absolute(file: str, first: int, relative: list[int]) -> Location:
    line, column, width = relative
    return Location(file, first + line, column, width)


def read_results(connection: sqlite3.Connection, shown: str) -> RuleResults:
    """The stored problems; `shown` is the prefix of file names."""
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
        yield Problem(location, rule, message, hint, tuple(json.loads(details)), event, bool(unread)), reason


class LocationPattern:
    """Finds mentions of a line in one of these files, such as `data/events.yaml:3`."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._pattern = re.compile(rf"(?:{'|'.join(map(re.escape, labels))}):\d")

    def in_text(self, text: str) -> bool:
        """Whether a text mentions a location."""
        return ":" in text and self._pattern.search(text) is not None

    def in_problems(self, problems: Iterable[Problem]) -> bool:
        """Whether a message, hint or detail of a problem mentions a location."""
        texts = chain.from_iterable((problem.message, problem.hint, *problem.details) for problem in problems)
        return any(map(self.in_text, texts))
