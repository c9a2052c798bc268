"""The far side of the seam: read a dataset, judge it, and fill a store."""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from timeline.cache.edits import Doubtful, rows_of, surroundings
from timeline.cache.incremental import patched, remember
from timeline.cache.slots import Slot
from timeline.cache.verify import recall, remember_outcome, remember_whole
from timeline.checks import DEFAULT, BatchChecker, RuleResults, check_timeline
from timeline.dataset.locate import Dataset
from timeline.dataset.progress import OnProgress
from timeline.evidence import Timeline, load_timeline
from timeline.evidence.batches import Batches, is_bulk
from timeline.store.build import build, fill

Fill = Callable[[sqlite3.Connection], None]
"""Fills any empty database."""


def compile_into(
    dataset: Dataset,
    meta: dict[str, str],
    tell: OnProgress | None = None,
    earlier: sqlite3.Connection | None = None,
    checked: Slot | None = None,
) -> Fill:
    """Read the dataset now; what comes back fills any empty database. Raises reading.NoReadableFile.

    JSON Lines are read when the database is filled; `tell` is then told how far it is. `earlier` is a store
    of the same dataset as it was before, and `checked` the place of what `check` found: what did not change
    is taken from there.
    """
    with _uncollected():
        if is_bulk(dataset):
            return _streamed(dataset, meta, tell, checked)
        store = _patched(dataset, earlier, checked) if earlier and checked and not meta else None
        if store is not None:
            return store.backup
        whole = check_timeline(load_timeline(dataset))
        rows = rows_of(dataset, whole.timeline)
        remember_whole(checked, dataset, whole, rows)
    words = {**meta, **_words(whole.results)}
    timeline = whole.timeline

    def filling(connection: sqlite3.Connection) -> None:
        with _uncollected():
            build(connection, timeline, words)
            if dataset.carries_texts and not meta:
                remember(connection, dataset, timeline, rows)

    return filling


def _words(outcome: RuleResults) -> dict[str, str]:
    """What a store says of the problems of its dataset."""
    return {
        "problems": str(outcome.select(DEFAULT).number),
        "left_out": str(outcome.left_out),
    }


def _patched(dataset: Dataset, earlier: sqlite3.Connection, checked: Slot) -> sqlite3.Connection | None:
    """The earlier store brought up to date; None where it must be built from the files."""
    if not dataset.carries_texts:
        return None
    around = surroundings(dataset)
    outcome = recall(checked, dataset, around)
    try:
        return patched(dataset, earlier, around, _words(outcome)) if outcome else None
    except (Doubtful, sqlite3.Error):
        return None


def _streamed(dataset: Dataset, meta: dict[str, str], tell: OnProgress | None, checked: Slot | None) -> Fill:
    first = [Batches(dataset, tell)]

    def filling(connection: sqlite3.Connection) -> None:
        # A second filling, after a disk was full, reads the dataset once more.
        judging = BatchChecker(first.pop() if first else Batches(dataset, tell))
        words = dict(meta)
        with _uncollected():
            fill(connection, _judged(judging, words), words)
            remember_outcome(checked, dataset, judging.results())

    return filling


def _judged(judging: BatchChecker, words: dict[str, str]) -> Iterator[Timeline]:
    """The timelines of all batches; when they are through, `words` says how many problems there were."""
    yield from judging.timelines()
    words.update(_words(judging.results()))


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
