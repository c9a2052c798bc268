"""What stands in a built file and nothing else: its tables, indexes and views by their definitions.

A view in the place of a table could be asked for ever, and a table with an expression in it for all memory:
so a file is asked nothing before its definitions are those that are made here.
"""

import sqlite3

from timeline.store.schema import INDEXES, TABLES
from timeline.store.views import VIEWS
from timeline.store.word_index import TABLES as WORDS

_MOST = 200
"""Definitions that are looked at; there are fewer."""

_STATISTICS = {
    "sqlite_stat1": "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "sqlite_stat4": "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
}
"""What ANALYZE makes: which of them depends on how SQLite was built."""


def lay_out(connection: sqlite3.Connection) -> None:
    """Everything that a built file has, empty."""
    connection.executescript(TABLES + INDEXES + WORDS + VIEWS)


def shape(connection: sqlite3.Connection) -> list[str]:
    """All definitions in an order of their own, those of statistics left out where they are SQLite's."""
    rows = connection.execute(
        f"SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT {_MOST:d}"
    ).fetchall()
    return sorted(repr(row) for row in rows if row[3] is None or _STATISTICS.get(row[1]) != row[3])
