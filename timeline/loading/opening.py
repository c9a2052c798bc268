"""Open the compiled timeline of a dataset: the one in the cache when it is fresh, else a new one."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from timeline.dataset import Dataset
from timeline.loading import cache
from timeline.loading.freshness import RACY, Look, content, look
from timeline.store import Store

Tell = Callable[[int, float], None]
"""Takes how many events are done, and which share of JSON Lines that was, while a store is built."""


def open_store(dataset: Dataset, caches: Path | None = None, tell: Tell | None = None) -> Store:
    """A store that says what the files say now. Where no cache can be had it is built in memory.

    `caches` is the user's folder of caches, when it is known; else the platform's is asked for.

    Raises `reading.NothingReadable` where not one file of events can be read.
    """
    if dataset.kind == "store":
        from timeline.loading.strangers import open_built  # a seam: its models cost more than the start

        return open_built(dataset)
    seen = look(dataset)
    kept = cache.place(dataset.root.resolve(), caches) if dataset.given is None else None
    slip = cache.slip_of(kept) if kept else None
    if kept and slip and _is_fresh(slip, seen):
        connection = cache.opened(kept, slip)
        if connection is not None:
            if slip.stats != seen.stats:
                cache.renew(kept, slip._replace(stats=seen.stats, built=time.time_ns()))
            return Store(connection)
    from timeline.loading.compiling import compile_into  # the seam to the building rooms
    from timeline.loading.slots import Files, beside  # a seam: what is fresh needs none

    files = Files(seen)
    told = files.content
    earlier = cache.opened(kept, slip) if kept and slip else None
    fill = compile_into(dataset, {}, tell, earlier, beside(kept, files) if kept else None)
    connection = cache.kept(kept, fill, seen.stats, told, time.time_ns()) if kept else None
    if connection is None:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        fill(connection)
    return Store(connection)


def _is_fresh(slip: cache.Slip, seen: Look) -> bool:
    """Built from files that look just as these, and long enough after their last change; or that read so."""
    if slip.stats == seen.stats and slip.built - seen.newest > RACY:
        return True
    return slip.content == content(seen)
