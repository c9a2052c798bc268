"""Open the compiled timeline of a dataset: the one in the cache when it is fresh, else a new one."""

import sqlite3
import time
from pathlib import Path

from timeline.cache import manifest
from timeline.cache.freshness import RACY, FileStats, content, look
from timeline.dataset.locate import Dataset
from timeline.dataset.progress import OnProgress
from timeline.store import Store


def open_store(dataset: Dataset, caches: Path | None = None, tell: OnProgress | None = None) -> Store:
    """A store that says what the files say now. Where no cache can be had it is built in memory.

    `caches` is the user's folder of caches, when it is known; else the platform's is asked for.

    Raises `reading.NoReadableFile` where not one file of events can be read.
    """
    if dataset.kind == "store":
        from timeline.store.untrusted import open_built  # a seam: its models cost more than the start

        return open_built(dataset)
    seen = look(dataset)
    kept = manifest.place(dataset.root.resolve(), caches) if dataset.given is None else None
    slip = manifest.read_manifest(kept) if kept else None
    if kept and slip and _is_fresh(slip, seen):
        connection = manifest.opened(kept, slip)
        if connection is not None:
            if slip.stats != seen.stats:
                manifest.renew(kept, slip._replace(stats=seen.stats, built=time.time_ns()))
            return Store(connection)
    from timeline.cache.build import compile_into  # the seam to the building rooms
    from timeline.cache.slots import Files, beside  # a seam: what is fresh needs none

    files = Files(seen)
    told = files.content
    earlier = manifest.opened(kept, slip) if kept and slip else None
    fill = compile_into(dataset, {}, tell, earlier, beside(kept, files) if kept else None)
    connection = manifest.kept(kept, fill, seen.stats, told, time.time_ns()) if kept else None
    if connection is None:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        fill(connection)
    return Store(connection)


def _is_fresh(slip: manifest.Manifest, seen: FileStats) -> bool:
    """Built from files that look just as these, and long enough after their last change; or that read so."""
    if slip.stats == seen.stats and slip.built - seen.newest > RACY:
        return True
    return slip.content == content(seen)
