"""Open a database from `timeline build` that may have been crafted by an attacker.

SQLite runs what a database defines: a view in the place of a table may never end, and a computed column may
fill the memory. So the file is opened without executing anything of it, its definitions must be exactly those
of this version, and every document is validated on the way out.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from timeline.dataset.files import LIMIT, Unreadable, opened
from timeline.dataset.locate import Dataset
from timeline.documents.schema import Document
from timeline.store import Store
from timeline.store.encode import encode
from timeline.store.schema import create_all, definitions, schema_digest

_STEPS = 100_000
"""Instructions of SQLite's virtual machine, some milliseconds, after which Python handles pending signals."""
_MAX_MESSAGE = 200
"""Characters of an error message, which may contain text of the file."""

_DOCUMENT = TypeAdapter(Document)


class InvalidStore(ValueError):
    """The file is not what `timeline build` writes; the message says why."""


def open_built(dataset: Dataset) -> Store:
    """The store in a built file. Raises ValueError if it is not one, or was built by another version."""
    try:
        opened(dataset.root).close()
        connection = _connect(dataset.root)
        _check_definitions(connection)
        store = Store(connection, validated)
        _check_version(store)
    except (Unreadable, InvalidStore) as error:
        raise ValueError(f"{dataset.shown}: {error}") from None
    except (sqlite3.Error, ValueError) as error:
        raise ValueError(f"{dataset.shown}: not a valid timeline database: {brief(error)}") from None
    return store


def brief(error: Exception) -> str:
    """The message of an error in one line of at most 200 characters."""
    name = "" if isinstance(error, sqlite3.Error | ValueError) else f"{type(error).__name__}: "
    return f"{name}{' '.join(str(error).split())}"[:_MAX_MESSAGE]


def _connect(path: Path) -> sqlite3.Connection:
    # immutable: SQLite neither locks the file nor reads or creates a journal beside it.
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LIMIT)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.set_progress_handler(lambda: None, _STEPS)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _check_definitions(connection: sqlite3.Connection) -> None:
    if definitions(connection) != _expected_definitions():
        raise InvalidStore("its tables are not those of this version of timeline; build it again")


def _check_version(store: Store) -> None:
    if store.meta("schema") != schema_digest():
        raise InvalidStore("built by another version of timeline; build it again")


def _expected_definitions() -> list[str]:
    """Read back from a new database, because SQLite itself defines the tables behind a full-text index."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
        create_all(empty)
        return definitions(empty)


def validated(stored: str) -> str:
    """A stored document, encoded again in ASCII and the published order of keys. Raises InvalidStore."""
    try:
        document = _DOCUMENT.validate_json(stored, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        location = ".".join(map(str, first["loc"]))[:80]
        prefix = f"{location}: " if location else ""
        raise InvalidStore(f"invalid document: {prefix}{first['msg']}") from None
    if "match" in document:
        raise InvalidStore('invalid document: unknown key "match"')
    return encode(document)
