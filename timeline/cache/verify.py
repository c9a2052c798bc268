"""`check` with a memory: what was found before is shown again, or brought up to date after a small edit."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from timeline.cache.edits import Around, ChunkRow, Doubtful, rows_of, surroundings
from timeline.cache.recheck import is_complete, recheck, restore, write_outcome, write_whole
from timeline.cache.slots import Slot, slot_of_check
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


def verify(
    dataset: Dataset,
    selection: Selection = DEFAULT,
    tell: OnProgress | None = None,
    caches: Path | None = None,
) -> DatasetCheck:
    """Judge a dataset, as far as what was found before does not say the outcome already. `tell` is told how
    far it is; `caches` is the user's folder of caches where it is known.

    Raises reading.NoReadableFile.
    """
    slot = slot_of_check(dataset, caches)
    outcome = recall(slot, dataset) if slot else None
    if outcome is None and not is_bulk(dataset):
        whole = check_timeline(load_timeline(dataset))
        remember_whole(slot, dataset, whole, rows_of(dataset, whole.timeline))
        return with_trees(whole, selection)
    if outcome is None:
        outcome = check_batches(dataset, tell)
        remember_outcome(slot, dataset, outcome)
    return without_trees(outcome, selection, dataset)


def recall(slot: Slot, dataset: Dataset, around: Around | None = None) -> RuleResults | None:
    """What was found before, brought up to date; None where only a cold run can say."""
    try:
        connection = slot.fresh() or _updated(slot, dataset, around)
        return restore(connection, dataset)
    except (Doubtful, sqlite3.Error):
        return None


def _updated(slot: Slot, dataset: Dataset, around: Around | None) -> sqlite3.Connection:
    earlier = slot.earlier() if dataset.carries_texts and not is_bulk(dataset) else None
    if earlier is None:
        raise Doubtful
    memory = recheck(dataset, earlier, around or surroundings(dataset))
    kept = slot.keep(memory.backup)
    if kept is not None:
        kept.close()
    return memory


def remember_whole(
    slot: Slot | None, dataset: Dataset, whole: CheckedTimeline, rows: list[ChunkRow] | None
) -> None:
    """Keep what a cold run found, if it can be kept. `rows` are its records, if they can be told apart."""
    if slot is not None and is_complete(whole.results, dataset):
        _keep(slot, lambda connection: write_whole(connection, dataset, whole, rows))


def remember_outcome(slot: Slot | None, dataset: Dataset, outcome: RuleResults) -> None:
    """The same for a run in batches."""
    if slot is not None and is_complete(outcome, dataset):
        _keep(slot, lambda connection: write_outcome(connection, dataset, outcome))


def _keep(slot: Slot, fill: Callable[[sqlite3.Connection], None]) -> None:
    connection = slot.keep(fill)
    if connection is not None:
        connection.close()
