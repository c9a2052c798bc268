"""Open the compiled timeline of a dataset: the one in the cache if it is fresh, else a new one."""

import sqlite3
from pathlib import Path

from timeline.cache.freshness import Files
from timeline.cache.manifest import Slot, slot_of_check, slot_of_store
from timeline.dataset.locate import Dataset
from timeline.dataset.progress import OnProgress
from timeline.store import Store


def open_store(dataset: Dataset, caches: Path | None = None, on_progress: OnProgress | None = None) -> Store:
    """A store that agrees with the files as they are now. It is built in memory if it cannot be cached.

    `caches` is the user's folder of caches, if known; else the platform's. Raises NoReadableFile if not one
    file of events can be read, and ValueError for a built file that is not a valid timeline database.
    """
    if dataset.kind == "store":
        from timeline.store.untrusted import open_built  # imported late: it needs pydantic

        return open_built(dataset)
    files = Files(dataset)
    slot = slot_of_store(dataset, files, caches)
    connection = slot.fresh() if slot else None
    return Store(connection or _build(dataset, files, slot, caches, on_progress))


def _build(
    dataset: Dataset, files: Files, slot: Slot | None, caches: Path | None, on_progress: OnProgress | None
) -> sqlite3.Connection:
    from timeline.cache.build import compile_into  # imported late: it needs pydantic and YAML

    earlier = slot.earlier() if slot else None
    fill = compile_into(dataset, {}, on_progress, earlier, slot_of_check(dataset, files, caches))
    connection = slot.keep(fill) if slot else None
    if connection is None:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        fill(connection)
    return connection
