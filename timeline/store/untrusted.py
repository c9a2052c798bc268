"""Open a built timeline that may be a stranger's: nothing of what stands in it is believed unseen.

SQLite reads any file that looks like its own. So it is opened as any other file first, its definitions must
be ours, and each document is read and written anew as it goes out.
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
from timeline.store.shape import lay_out, schema_digest, shape

_TICK = 100_000
"""Steps of SQLite's machine, some milliseconds, after which Python looks whether a signal has come."""

_DOCUMENT = TypeAdapter(Document)


class InvalidStore(ValueError):
    """What stands in the file is not what `timeline build` puts there: the sentence says what."""


def open_built(dataset: Dataset) -> Store:
    """The timeline in a built file. Raises ValueError where it is none, or of another version."""
    try:
        opened(dataset.root).close()
        connection = _connected(dataset.root)
        _same_shape(connection)
        store = Store(connection, sound)
        _same_version(store)
    except (Unreadable, InvalidStore) as error:
        raise ValueError(f"{dataset.shown}: {error}") from None
    except (sqlite3.Error, ValueError) as error:
        raise ValueError(f"{dataset.shown}: this is no built timeline: {brief(error)}") from None
    return store


def brief(error: Exception) -> str:
    """What an error says in one line of at most 200 letters: there may be words of the stranger in it."""
    name = "" if isinstance(error, sqlite3.Error | ValueError) else f"{type(error).__name__}: "
    return f"{name}{' '.join(str(error).split())}"[:200]


def _connected(path: Path) -> sqlite3.Connection:
    # immutable: SQLite takes no lock, and neither looks for a log or journal beside the file nor leaves one.
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LIMIT)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.set_progress_handler(lambda: None, _TICK)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _same_shape(connection: sqlite3.Connection) -> None:
    if shape(connection) != _ours():
        raise InvalidStore("its tables are not those of this version of timeline; build it again")


def _same_version(store: Store) -> None:
    if store.meta("schema") != schema_digest():
        raise InvalidStore("built by another version of timeline; build it again")


def _ours() -> list[str]:
    """Made by the same SQLite: it writes the definitions of the tables behind an index of words."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
        lay_out(empty)
        return shape(empty)


def sound(stored: str) -> str:
    """A stored document written anew, in ASCII and the published order. Raises InvalidStore where
    it is none.
    """
    try:
        document = _DOCUMENT.validate_json(stored, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))[:80]
        prefix = f"{where}: " if where else ""
        raise InvalidStore(f"invalid document: {prefix}{first['msg']}") from None
    if "match" in document:
        raise InvalidStore("a stored document has the key match")
    return encode(document)
