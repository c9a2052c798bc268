"""The far side of the seam: read a dataset, judge it, and fill a store."""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from timeline.checks import check
from timeline.dataset import Dataset
from timeline.linking import Timeline
from timeline.loading.batches import Batches, is_bulk
from timeline.loading.judging import Judging
from timeline.loading.opening import Tell
from timeline.loading.patching import patched, remember
from timeline.loading.reading import load_timeline
from timeline.store.building import build, fill

Fill = Callable[[sqlite3.Connection], None]
"""Fills any empty database."""


def compile_into(
    dataset: Dataset,
    meta: dict[str, str],
    tell: Tell | None = None,
    earlier: sqlite3.Connection | None = None,
) -> Fill:
    """Read the dataset now; what comes back fills any empty database. Raises reading.NothingReadable.

    JSON Lines are read when the database is filled; `tell` is then told how far it is. `earlier`
    is a store of the same dataset as it was before: what did not change since is taken from it.
    """
    with _uncollected():
        if is_bulk(dataset):
            return _streamed(dataset, meta, tell)
        store = patched(dataset, earlier) if earlier and dataset.carries_texts and not meta else None
        if store is not None:
            return store.backup
        timeline = load_timeline(dataset)
        judged = check(timeline)
    left_out = len(timeline.duplicates) + timeline.material.left_out
    words = {**meta, "problems": str(judged.number), "left_out": str(left_out)}

    def filling(connection: sqlite3.Connection) -> None:
        with _uncollected():
            build(connection, timeline, words)
            if dataset.carries_texts and not meta:
                remember(connection, dataset, timeline, judged)

    return filling


def _streamed(dataset: Dataset, meta: dict[str, str], tell: Tell | None) -> Fill:
    first = [Batches(dataset, tell)]

    def filling(connection: sqlite3.Connection) -> None:
        # A second filling, after a disk was full, reads the dataset once more.
        batches = first.pop() if first else Batches(dataset, tell)
        words = dict(meta)
        with _uncollected():
            fill(connection, _judged(batches, words), words)

    return filling


def _judged(batches: Batches, words: dict[str, str]) -> Iterator[Timeline]:
    """The timelines of all batches; when they are through, `words` says how many problems there were."""
    judging = Judging()
    for batch in batches:
        judging.take(batch)
        yield batch.timeline
    found = judging.outcome()
    words["problems"] = str(found.judged.number)
    words["left_out"] = str(found.counts.left_out)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector: what is built makes no circles, and looking for some takes long."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
