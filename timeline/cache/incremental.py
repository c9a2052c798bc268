"""A store after a small edit: a copy of the earlier store in which the changed events are replaced."""

import sqlite3
from collections.abc import Iterable

from timeline.cache.edits import (
    ChunkRow,
    Edit,
    EditedDataset,
    edits_since,
    require_same_inputs,
    write_shared_digest,
)
from timeline.dataset.locate import Dataset
from timeline.dates import order, parse
from timeline.evidence import LinkedEvent, Timeline, publish
from timeline.store.schema import CHUNKS
from timeline.store.update import CannotUpdate, update_event


def write_digests(
    connection: sqlite3.Connection, dataset: Dataset, timeline: Timeline, rows: list[ChunkRow] | None
) -> None:
    """Store the digests of everything that a new store was built from, so that it can be updated later."""
    connection.executescript(CHUNKS)
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO chunks VALUES (?, ?, ?, ?)", rows or ())
    write_shared_digest(connection, dataset, timeline.material)
    connection.execute("COMMIT")


def updated_store(
    earlier: sqlite3.Connection, edited: EditedDataset, meta: dict[str, str]
) -> sqlite3.Connection:
    """A store in memory that agrees with the files as they are now, made from an earlier one; `meta` replaces
    values of the earlier one.

    Raises CannotUpdate if the store must be built from the files, and sqlite3.Error.
    """
    rows = _chunk_rows(earlier)
    edits, _ = edits_since(edited, rows)
    require_same_inputs(earlier, edited)
    timeline = edited.link(edits, {row.event for row in rows if row.event})
    store = sqlite3.connect(":memory:", isolation_level=None)
    earlier.backup(store)
    store.execute("BEGIN")
    _apply(store, edits, timeline)
    store.executemany("UPDATE meta SET value = ?2 WHERE key = ?1", meta.items())
    store.execute("COMMIT")
    return store


def _chunk_rows(earlier: sqlite3.Connection) -> list[ChunkRow]:
    rows = earlier.execute("SELECT file, position, digest, event FROM chunks ORDER BY file, position")
    return list(map(ChunkRow._make, rows))


def _apply(store: sqlite3.Connection, edits: Iterable[Edit], timeline: Timeline) -> None:
    """Replace the changed events. Raises CannotUpdate if one would get another position or spelling."""
    changed = {linked.record.id: linked for linked in timeline.events}
    for edit in edits:
        update_event(store, changed[edit.event], publish(changed[edit.event], timeline))
        row = (edit.chunk.digest, edit.file, edit.position)
        store.execute("UPDATE chunks SET digest = ? WHERE file = ? AND position = ?", row)
    for linked in timeline.events:
        _require_same_position(store, linked)


def _require_same_position(store: sqlite3.Connection, linked: LinkedEvent) -> None:
    """Compare an event with its neighbours. Raises CannotUpdate if it belongs elsewhere."""
    rows = store.execute(
        "SELECT e.id, json_extract(d.document, '$.date.edtf') FROM events e JOIN documents d USING (number) "
        "WHERE e.seq BETWEEN (SELECT seq - 1 FROM events WHERE id = ?1) "
        "AND (SELECT seq + 1 FROM events WHERE id = ?1) ORDER BY e.seq",
        (linked.record.id,),
    ).fetchall()
    neighbours = [(*order(parse(edtf)), event) for event, edtf in rows]
    if neighbours != sorted(neighbours):
        raise CannotUpdate
