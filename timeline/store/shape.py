"""What stands in a built file and nothing else: its tables, indexes and views by their definitions.

A view in the place of a table could be asked for ever, and a table with an expression in it for all memory:
so a file is asked nothing before its definitions are those that are made here.
"""

import sqlite3
import zlib
from types import UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

from timeline.documents.schema import Document
from timeline.store.fts_index import TABLES as WORDS
from timeline.store.schema import INDEXES, TABLES
from timeline.store.views import VIEWS

_MOST = 200
"""Definitions that are looked at; there are fewer."""

_STATISTICS = {
    "sqlite_stat1": "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "sqlite_stat4": "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
}
"""What ANALYZE makes: which of them depends on how SQLite was built."""


def schema_digest() -> str:
    """A digest of the tables and of the document's keys and types: files with another one are not read."""
    described = f"{TABLES}{INDEXES}{WORDS}{VIEWS}{_described(Document)}"
    return f"{zlib.crc32(described.encode()):08x}"


def _described(hint: object) -> str:
    """A type in words that no version of Python or pydantic changes."""
    if isinstance(hint, type) and hasattr(hint, "__required_keys__"):  # a TypedDict of either module
        hints = get_type_hints(hint, include_extras=True)
        return f"{{{', '.join(f'{key}: {_described(value)}' for key, value in hints.items())}}}"
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return f"one of {arguments!r}"
    if origin in (Union, UnionType):
        return " or ".join(map(_described, arguments))
    name = getattr(origin or hint, "__name__", None) or repr(origin or hint)
    return f"{name}[{', '.join(map(_described, arguments))}]" if arguments else name


def lay_out(connection: sqlite3.Connection) -> None:
    """Everything that a built file has, empty."""
    connection.executescript(TABLES + INDEXES + WORDS + VIEWS)


def shape(connection: sqlite3.Connection) -> list[str]:
    """All definitions in an order of their own, those of statistics left out where they are SQLite's."""
    rows = connection.execute(
        f"SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT {_MOST:d}"
    ).fetchall()
    return sorted(repr(row) for row in rows if row[3] is None or _STATISTICS.get(row[1]) != row[3])
