"""`check` with a cache: earlier results are shown again, or updated after a small edit."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from timeline.cache.edits import ChunkRow, EditedDataset, chunk_rows
from timeline.cache.freshness import Files
from timeline.cache.manifest import Slot, slot_of_check
from timeline.cache.recheck import is_complete, recheck, restore, write_outcome, write_whole
from timeline.checks import (
    DEFAULT,
    CheckedTimeline,
    DatasetCheck,
    RuleResults,
    Selection,
    check_batches,
    check_timeline,
    with_trees,
    without_trees,
)
from timeline.dataset.locate import Dataset
from timeline.dataset.progress import OnProgress
from timeline.evidence import load_timeline
from timeline.evidence.batches import is_bulk
from timeline.store.update import CannotUpdate


def verify(
    dataset: Dataset,
    selection: Selection = DEFAULT,
    on_progress: OnProgress | None = None,
    caches: Path | None = None,
) -> DatasetCheck:
    """Check a dataset with the selected rules, reusing earlier results. Raises NoReadableFile.

    `on_progress` is called while JSON Lines are read; `caches` is the user's folder of caches, if known.
    """
    slot = slot_of_check(dataset, Files(dataset), caches)
    outcome = kept_outcome(slot, dataset) if slot else None
    if outcome is None and not is_bulk(dataset):
        whole = check_timeline(load_timeline(dataset))
        keep_whole(slot, dataset, whole, chunk_rows(dataset, whole.timeline))
        return with_trees(whole, selection)
    if outcome is None:
        outcome = check_batches(dataset, on_progress)
        keep_outcome(slot, dataset, outcome)
    return without_trees(outcome, selection, dataset)


def kept_outcome(slot: Slot, dataset: Dataset, edited: EditedDataset | None = None) -> RuleResults | None:
    """The results in the cache, brought up to date; None if the whole dataset must be checked."""
    try:
        connection = slot.fresh() or _updated(slot, dataset, edited)
        return restore(connection, dataset)
    except (CannotUpdate, sqlite3.Error):
        return None


def _updated(slot: Slot, dataset: Dataset, edited: EditedDataset | None) -> sqlite3.Connection:
    """The results after a small edit, which are kept too. Raises CannotUpdate and sqlite3.Error."""
    earlier = slot.earlier() if dataset.carries_texts and not is_bulk(dataset) else None
    if earlier is None:
        raise CannotUpdate
    memory = recheck(dataset, earlier, edited or EditedDataset(dataset))
    _keep(slot, memory.backup)
    return memory


def keep_whole(
    slot: Slot | None, dataset: Dataset, whole: CheckedTimeline, rows: list[ChunkRow] | None
) -> None:
    """Keep the results for a whole dataset, if they are complete; `rows` are its records, if known."""
    if slot is not None and is_complete(whole.results, dataset):
        _keep(slot, lambda connection: write_whole(connection, dataset, whole, rows))


def keep_outcome(slot: Slot | None, dataset: Dataset, outcome: RuleResults) -> None:
    """Keep the results for a dataset that was checked in batches, if they are complete."""
    if slot is not None and is_complete(outcome, dataset):
        _keep(slot, lambda connection: write_outcome(connection, dataset, outcome))


def _keep(slot: Slot, fill: Callable[[sqlite3.Connection], None]) -> None:
    connection = slot.keep(fill)
    if connection is not None:
        connection.close()
