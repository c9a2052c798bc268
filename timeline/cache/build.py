"""Read a dataset, check it, and fill a store in the cache or in a file for export."""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from timeline.cache.edits import EditedDataset, chunk_rows
from timeline.cache.incremental import updated_store, write_digests
from timeline.cache.manifest import Slot
from timeline.cache.verify import keep_outcome, keep_whole, kept_outcome
from timeline.checks import DEFAULT, BatchChecker, RuleResults, check_timeline
from timeline.dataset.files import replacing
from timeline.dataset.locate import Dataset
from timeline.dataset.progress import OnProgress
from timeline.evidence import Timeline, load_timeline
from timeline.evidence.batches import Batches, is_bulk
from timeline.store.build import build, fill
from timeline.store.schema import VIEWS, schema_digest
from timeline.store.update import CannotUpdate
from timeline.version import VERSION

Fill = Callable[[sqlite3.Connection], None]
"""Fills any empty database."""


def export(dataset: Dataset, target: Path, on_progress: OnProgress | None = None) -> None:
    """Write the store of a dataset, with its views, to the file `target`. If it fails, an old file stays.

    Raises NoReadableFile, OSError and sqlite3.Error.
    """
    fill = compile_into(dataset, {"schema": schema_digest(), "version": VERSION}, on_progress)
    with replacing(target) as temporary, closing(sqlite3.connect(temporary, isolation_level=None)) as store:
        store.execute("PRAGMA journal_mode = OFF")
        store.execute("PRAGMA synchronous = OFF")
        fill(store)
        store.executescript(VIEWS)
        store.execute("ANALYZE")


def compile_into(
    dataset: Dataset,
    meta: dict[str, str],
    on_progress: OnProgress | None = None,
    earlier: sqlite3.Connection | None = None,
    checked: Slot | None = None,
) -> Fill:
    """Read the dataset now, and return a function that fills an empty database. Raises NoReadableFile.

    `earlier` is a store of the same dataset, and `checked` the slot of its check results: what did not change
    is taken from them. JSON Lines are read only when the database is filled, which calls `on_progress`.
    """
    with _without_garbage_collection():
        if is_bulk(dataset):
            return _compile_batches(dataset, meta, on_progress, checked)
        store = _update(dataset, earlier, checked) if earlier and checked and not meta else None
        if store is not None:
            return store.backup
        whole = check_timeline(load_timeline(dataset))
        rows = chunk_rows(dataset, whole.timeline)
        keep_whole(checked, dataset, whole, rows)
    timeline = whole.timeline
    updatable = dataset.carries_texts and not meta  # an exported store, which has more meta, is never updated
    all_meta = {**meta, **_problem_counts(whole.results)}

    def fill_store(connection: sqlite3.Connection) -> None:
        with _without_garbage_collection():
            build(connection, timeline, all_meta)
            if updatable:
                write_digests(connection, dataset, timeline, rows)

    return fill_store


def _problem_counts(outcome: RuleResults) -> dict[str, str]:
    """The values of `meta` that tell how many problems a dataset has."""
    return {
        "problems": str(outcome.select(DEFAULT).number),
        "left_out": str(outcome.left_out),
    }


def _update(dataset: Dataset, earlier: sqlite3.Connection, checked: Slot) -> sqlite3.Connection | None:
    """The earlier store brought up to date; None if the store must be built from the files."""
    if not dataset.carries_texts:
        return None
    edited = EditedDataset(dataset)
    outcome = kept_outcome(checked, dataset, edited)
    try:
        return updated_store(earlier, edited, _problem_counts(outcome)) if outcome else None
    except (CannotUpdate, sqlite3.Error):
        return None


def _compile_batches(
    dataset: Dataset, meta: dict[str, str], on_progress: OnProgress | None, checked: Slot | None
) -> Fill:
    first = [Batches(dataset, on_progress)]

    def fill_store(connection: sqlite3.Connection) -> None:
        # If a first attempt failed, on a full disk for example, the second one reads the dataset again.
        judging = BatchChecker(first.pop() if first else Batches(dataset, on_progress))
        all_meta = dict(meta)
        with _without_garbage_collection():
            fill(connection, _timelines(judging, all_meta), all_meta)
            keep_outcome(checked, dataset, judging.results())

    return fill_store


def _timelines(judging: BatchChecker, meta: dict[str, str]) -> Iterator[Timeline]:
    """The timelines of all batches; after the last one, the problem counts are added to `meta`."""
    yield from judging.timelines()
    meta.update(_problem_counts(judging.results()))


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Building creates many objects and no reference cycles; searching for cycles would take long."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
