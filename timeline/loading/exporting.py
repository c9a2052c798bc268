"""The compiled timeline as a file of its own, for other tools and for places without the texts."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from timeline.dataset import Dataset
from timeline.loading.compiling import compile_into
from timeline.store import SCHEMA
from timeline.store.views import VIEWS
from timeline.version import VERSION


def export(dataset: Dataset, target: Path) -> None:
    """Write the store of a dataset to `target`, whole or not at all: a failure leaves the old file.

    Raises reading.NothingReadable, OSError and sqlite3.Error.
    """
    fill = compile_into(dataset, {"schema": SCHEMA, "version": VERSION})
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        connection = sqlite3.connect(temporary, isolation_level=None)
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        fill(connection)
        connection.executescript(VIEWS)
        connection.execute("ANALYZE")
        connection.close()
        with temporary.open("rb") as stream:
            os.fsync(stream.fileno())
        temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
