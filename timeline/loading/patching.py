"""A store after a small edit: the former one with the changed events in the place of their former selves.

What may be reused is told by fingerprints: of each record's text, and of all that an event is read, linked
and judged by (actors, sources, stored texts, the world, the program). Whatever is in doubt is built anew.
"""

import sqlite3
from hashlib import blake2b
from typing import NamedTuple

from timeline import program, readers
from timeline.checks import Judged, check
from timeline.dataset import Dataset
from timeline.dates import order, parse
from timeline.files import BadText, Unreadable, decode, read_bytes
from timeline.linking import Linked, Material, Timeline, link, publish
from timeline.loading.chunks import Chunk, cut, lines_of, records
from timeline.loading.freshness import world_files
from timeline.loading.reading import read_material
from timeline.problems import Problem
from timeline.records import Admitted, EventRecord, admit
from timeline.store.patching import CHUNKS, Doubtful, patch
from timeline.tree import Tree

_MOST = 200
"""So many changed records are worth patching."""


class Edit(NamedTuple):
    """A record whose text changed: its file (as the store names it), its number in it, and its event."""

    file: str
    position: int
    chunk: Chunk
    event: str


def remember(connection: sqlite3.Connection, dataset: Dataset, timeline: Timeline, judged: Judged) -> None:
    """Note the fingerprints of all that a new store was built from, where it can be patched later."""
    connection.executescript(CHUNKS)
    rows = None if judged.more else _rows(dataset, timeline, judged.problems)
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO chunks VALUES (?, ?, ?, ?, ?)", rows or ())
    told = _surroundings(dataset, timeline.material)
    connection.execute("INSERT INTO meta VALUES ('surroundings', ?)", (told,))
    connection.execute("COMMIT")


def _rows(
    dataset: Dataset, timeline: Timeline, problems: tuple[Problem, ...]
) -> list[tuple[str, int, bytes, str, int]] | None:
    """A row for each chunk of each file of events; None where one could not be read whole."""
    material = timeline.material
    if material.problems or material.left_out or timeline.duplicates:
        return None
    found = {linked.record.id: 0 for linked in timeline.events}
    for problem in problems:
        if problem.event in found:
            found[problem.event] += 1
    rows: list[tuple[str, int, bytes, str, int]] = []
    ids = {(one.tree.file, one.node.line): one.record.id for one in material.events}
    for label in map(dataset.label, dataset.event_files()):
        chunks = records(material.trees[label]) if label in material.trees else None
        if chunks is None:
            return None
        for position, chunk in enumerate(chunks):
            event = ids.get((label, chunk.first), "")
            rows.append((_key(dataset, label), position, chunk.print, event, found.get(event, 0)))
    return rows


def _key(dataset: Dataset, label: str) -> str:
    """A file's name that is the same wherever the user stands."""
    return label.removeprefix(dataset.shown) if dataset.carries_texts else ""


def _surroundings(dataset: Dataset, material: Material) -> str:
    """A fingerprint of all that events are read, linked and judged by."""
    told = blake2b(program.digest().encode(), digest_size=16)
    events = set(map(dataset.label, dataset.event_files()))
    for label, tree in sorted(material.trees.items()):
        if label not in events:
            told.update(
                "\n".join([_key(dataset, label), *(tree.lines[at] for at in range(len(tree.lines)))]).encode()
            )
    for name, text in sorted((material.texts or {}).items()):
        told.update(f"{name} {text.sha256}\n".encode())
    for path in world_files():
        told.update(read_bytes(path))
    return told.hexdigest()


def patched(dataset: Dataset, earlier: sqlite3.Connection) -> sqlite3.Connection | None:
    """A store in memory that says what the files say now, made of an earlier one; None where that must be
    built anew.
    """
    try:
        edits = _edits(dataset, earlier)
        material = read_material(dataset, []) if edits else None
        if edits is None or material is None or not _same_surroundings(dataset, earlier, material):
            return None
        store = sqlite3.connect(":memory:", isolation_level=None)
        earlier.backup(store)
        store.execute("BEGIN")
        _apply(store, edits, _timeline(edits, material, store))
        store.execute("COMMIT")
    except (Doubtful, sqlite3.Error):
        return None
    return store


def _same_surroundings(dataset: Dataset, earlier: sqlite3.Connection, material: Material) -> bool:
    row = earlier.execute("SELECT value FROM meta WHERE key = 'surroundings'").fetchone()
    return not material.problems and row is not None and row[0] == _surroundings(dataset, material)


def _edits(dataset: Dataset, earlier: sqlite3.Connection) -> list[Edit] | None:
    """The records that changed; None where anything else did, or too much."""
    known: dict[str, list[tuple[bytes, str]]] = {}
    for file, told, event in earlier.execute("SELECT file, print, event FROM chunks ORDER BY file, position"):
        known.setdefault(file, []).append((told, event))
    found: list[Edit] = []
    for path in dataset.event_files():
        key = _key(dataset, dataset.label(path))
        try:
            chunks = cut(lines_of(decode(read_bytes(path, within=dataset.fence))))
        except (Unreadable, BadText):
            return None
        before = known.pop(key, [])
        if len(before) != len(chunks):
            return None
        found += [
            Edit(key, position, chunk, event)
            for position, (chunk, (told, event)) in enumerate(zip(chunks, before, strict=True))
            if chunk.print != told
        ]
    whole = not known and 0 < len(found) <= _MOST and all(edit.event for edit in found)
    return found if whole else None


def _timeline(edits: list[Edit], material: Material, store: sqlite3.Connection) -> Timeline:
    """The changed events, read and linked by themselves. Raises Doubtful where one is not sound."""
    events: list[Admitted[EventRecord]] = []
    trees: dict[str, Tree] = dict(material.trees)
    for edit in edits:
        label = f"{edit.file}:{edit.chunk.first}"
        tree, form = readers.read(f"{label}.yaml", f"format: 1\nevents:\n{edit.chunk.text}\n")
        admitted, shape = admit(tree, "events", EventRecord, form)
        if form or shape or [one.record.id for one in admitted] != [edit.event]:
            raise Doubtful
        trees[tree.file] = tree
        events += admitted
    ids = {str(row[0]) for row in store.execute("SELECT id FROM events")}
    return link(material._replace(events=tuple(events), trees=trees, ids=ids))


def _apply(store: sqlite3.Connection, edits: list[Edit], timeline: Timeline) -> None:
    """Patch the store. Raises Doubtful where an event or a problem would move."""
    meta = dict(store.execute("SELECT key, value FROM meta"))
    (of_events,) = store.execute("SELECT SUM(problems) FROM chunks").fetchone()
    judged = check(timeline)
    found = judged.problems
    elsewhere = [problem for problem in found if problem.event not in {edit.event for edit in edits}]
    if judged.more or len(elsewhere) != int(meta["problems"]) - of_events:
        raise Doubtful
    changed = {linked.record.id: linked for linked in timeline.events}
    for edit in edits:
        patch(store, changed[edit.event], publish(changed[edit.event], timeline))
        number = sum(problem.event == edit.event for problem in found)
        row = (edit.chunk.print, number, edit.file, edit.position)
        store.execute("UPDATE chunks SET print = ?, problems = ? WHERE file = ? AND position = ?", row)
    for linked in timeline.events:
        _keeps_its_place(store, linked)
    store.execute(
        "UPDATE meta SET value = (SELECT SUM(problems) FROM chunks) + ? WHERE key = 'problems'",
        (len(elsewhere),),
    )


def _keeps_its_place(store: sqlite3.Connection, linked: Linked) -> None:
    rows = store.execute(
        "SELECT e.id, json_extract(d.document, '$.date.edtf') FROM events e JOIN documents d USING (number) "
        "WHERE e.seq BETWEEN (SELECT seq - 1 FROM events WHERE id = ?1) "
        "AND (SELECT seq + 1 FROM events WHERE id = ?1) ORDER BY e.seq",
        (linked.record.id,),
    ).fetchall()
    places = [(*order(parse(edtf)), key) for key, edtf in rows]
    if places != sorted(places):
        raise Doubtful
