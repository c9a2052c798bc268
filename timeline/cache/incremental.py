"""A store after a small edit: the former one with the changed events in the place of what they were.

Whatever is in doubt is built from the files.
"""

import sqlite3
from collections.abc import Iterable

from timeline.cache.edits import (
    Around,
    ChunkRow,
    Doubtful,
    Edit,
    edits_since,
    fingerprint,
    read_edits,
    same_surroundings,
)
from timeline.dataset.locate import Dataset
from timeline.dates import order, parse
from timeline.evidence import LinkedEvent, Timeline, publish
from timeline.store.update import CHUNKS, Unpatchable, patch


def remember(
    connection: sqlite3.Connection, dataset: Dataset, timeline: Timeline, rows: list[ChunkRow] | None
) -> None:
    """Note the fingerprints of all that a new store was built from, where it can be patched later."""
    connection.executescript(CHUNKS)
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO chunks VALUES (?, ?, ?, ?)", rows or ())
    around = fingerprint(dataset, timeline.material)
    connection.execute("INSERT INTO meta VALUES ('surroundings', ?)", (around,))
    connection.execute("COMMIT")


def patched(
    dataset: Dataset, earlier: sqlite3.Connection, around: Around, words: dict[str, str]
) -> sqlite3.Connection:
    """A store in memory that says what the files say now, made of an earlier one, with these words in the
    place of its own. Raises Doubtful where it must be built from the files, and sqlite3.Error.
    """
    rows = _rows(earlier)
    edits, _ = edits_since(dataset, rows)
    material = same_surroundings(earlier, around).material
    timeline = read_edits(edits, material, {row.event for row in rows if row.event})
    store = sqlite3.connect(":memory:", isolation_level=None)
    earlier.backup(store)
    store.execute("BEGIN")
    _apply(store, edits, timeline)
    store.executemany("UPDATE meta SET value = ?2 WHERE key = ?1", words.items())
    store.execute("COMMIT")
    return store


def _rows(earlier: sqlite3.Connection) -> list[ChunkRow]:
    rows = earlier.execute("SELECT file, position, print, event FROM chunks ORDER BY file, position")
    return list(map(ChunkRow._make, rows))


def _apply(store: sqlite3.Connection, edits: Iterable[Edit], timeline: Timeline) -> None:
    """Patch the store. Raises Doubtful where an event would move, or the spelling of a value is in doubt."""
    changed = {linked.record.id: linked for linked in timeline.events}
    for edit in edits:
        try:
            patch(store, changed[edit.event], publish(changed[edit.event], timeline))
        except Unpatchable:
            raise Doubtful from None
        row = (edit.chunk.digest, edit.file, edit.position)
        store.execute("UPDATE chunks SET print = ? WHERE file = ? AND position = ?", row)
    for linked in timeline.events:
        _keeps_its_place(store, linked)


def _keeps_its_place(store: sqlite3.Connection, linked: LinkedEvent) -> None:
    rows = store.execute(
        "SELECT e.id, json_extract(d.document, '$.date.edtf') FROM events e JOIN documents d USING (number) "
        "WHERE e.seq BETWEEN (SELECT seq - 1 FROM events WHERE id = ?1) "
        "AND (SELECT seq + 1 FROM events WHERE id = ?1) ORDER BY e.seq",
        (linked.record.id,),
    ).fetchall()
    places = [(*order(parse(edtf)), key) for key, edtf in rows]
    if places != sorted(places):
        raise Doubtful
