"""Open the compiled timeline of a dataset: the one in the cache when it is fresh, else a new one."""

import os
import sqlite3
import time
import zlib
from contextlib import suppress
from pathlib import Path

import platformdirs

from timeline.dataset import Dataset
from timeline.loading.freshness import RACY, Look, content, look
from timeline.store import Store


def open_store(dataset: Dataset) -> Store:
    """A store that says what the files say now. Where no cache can be had it is built in memory.

    Raises `reading.NothingReadable` where not one file of events can be read.
    """
    if dataset.given is not None:
        return _build(dataset, look(dataset), None)
    seen = look(dataset)
    cached = cache_file(dataset)
    return _fresh(cached, seen) or _build(dataset, seen, cached)


def cache_file(dataset: Dataset) -> Path:
    """Where the store of a dataset is kept; two roots never share one, since the store knows its files."""
    root = dataset.root.resolve()
    name = f"{root.name or 'root'}-{zlib.crc32(os.fsencode(root)):08x}.db"
    return Path(platformdirs.user_cache_dir("timeline", appauthor=False)) / name


def _fresh(cached: Path, seen: Look) -> Store | None:
    """The cached store, if it was built from files that look, or else read, just as these."""
    if not cached.is_file():
        return None
    try:
        store = Store(sqlite3.connect(f"{cached.absolute().as_uri()}?mode=ro", uri=True))
        same_look = store.meta("stats") == seen.stats
        settled = int(store.meta("built") or 0) - seen.newest > RACY
        if (same_look and settled) or store.meta("content") == content(seen.paths):
            return store
    except (sqlite3.Error, OSError, ValueError):
        return None
    return None


def _build(dataset: Dataset, seen: Look, cached: Path | None) -> Store:
    """Read and link the dataset and fill a new store, in the cache where that can be."""
    from timeline.loading.compiling import compile_into  # the seam to the building rooms

    meta = {"stats": seen.stats, "built": str(time.time_ns()), "content": content(seen.paths)}
    filling = compile_into(dataset, meta)
    if cached is not None:
        with suppress(OSError, sqlite3.Error):
            cached.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            temporary = cached.with_name(f".{cached.name}.{os.getpid()}.tmp")
            temporary.unlink(missing_ok=True)
            connection = sqlite3.connect(temporary, isolation_level=None)
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            filling(connection)
            temporary.replace(cached)
            return Store(connection)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    filling(connection)
    return Store(connection)
