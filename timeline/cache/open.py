"""Open the compiled timeline of a dataset: the one in the cache when it is fresh, else a new one."""

import sqlite3
from pathlib import Path

from timeline.cache import manifest
from timeline.cache.freshness import look
from timeline.cache.slots import Files, Slot, beside
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
    files = Files(look(dataset))
    place = manifest.place(dataset.root.resolve(), caches) if dataset.given is None else None
    slot = Slot(place, files) if place else None
    connection = slot.fresh() if slot else None
    if connection is not None:
        return Store(connection)
    from timeline.cache.build import compile_into  # the seam to the building rooms

    earlier = slot.earlier() if slot else None
    fill = compile_into(dataset, {}, tell, earlier, beside(place, files) if place else None)
    connection = slot.keep(fill) if slot else None
    if connection is None:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        fill(connection)
    return Store(connection)
