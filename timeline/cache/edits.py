"""Which records of a dataset changed, and what surrounds them.

Fingerprints say what may be reused: those of each record's text, and one of all that an event is read, linked
and judged by (actors, sources, stored texts, the world, the program).
"""

import sqlite3
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from timeline import program, readers
from timeline.dataset.chunks import Chunk, cut, lines_of, records
from timeline.dataset.files import BadText, Unreadable, decode, read_bytes
from timeline.dataset.locate import Dataset, world_files
from timeline.dataset.read import LoadedDataset, read_dataset
from timeline.evidence import Timeline, link
from timeline.readers.nodes import Tree
from timeline.records import EventRecord, Located, validate_records

MOST = 200
"""More changed records than this are not worth reading one by one."""
BEFORE = 2
"""Lines before a record that is read by itself: `format: 1` and `events:`."""
_DOCUMENT_MARKS = ("---", "...", "%")


class Doubtful(Exception):
    """What a cold run would give cannot be told from what is stored and the changed records alone."""


class ChunkRow(NamedTuple):
    """A chunk as it is stored: its file (as `key_of` names it), its number in it, and the id of its event;
    the head of a file has none.
    """

    file: str
    position: int
    digest: bytes
    event: str


class Edit(NamedTuple):
    """A record whose text changed: its file, its number in it, its new text, and its event."""

    file: str
    position: int
    chunk: Chunk
    event: str
    label: str
    """The name under which the record is read by itself."""


class Surroundings(NamedTuple):
    """The dataset without its events, and a fingerprint of everything in it."""

    material: LoadedDataset
    digest: str


def key_of(dataset: Dataset, label: str) -> str:
    """A file's name that does not depend on where the user is."""
    return label.removeprefix(dataset.shown) if dataset.carries_texts else ""


def rows_of(dataset: Dataset, timeline: Timeline) -> list[ChunkRow] | None:
    """A row for each chunk of each file of events; None where one could not be read whole, so that its
    records cannot be told apart.
    """
    material = timeline.material
    if not dataset.carries_texts or material.problems or material.left_out or timeline.duplicates:
        return None
    rows: list[ChunkRow] = []
    ids = {(event.tree.file, event.node.line): event.record.id for event in material.events}
    for label in map(dataset.label, dataset.event_files()):
        chunks = records(material.trees[label]) if label in material.trees else None
        if chunks is None:
            return None
        rows += [
            ChunkRow(key_of(dataset, label), position, chunk.digest, ids.get((label, chunk.first), ""))
            for position, chunk in enumerate(chunks)
        ]
    return rows


Around = Callable[[], Surroundings]
"""Reads the surroundings when they are first asked for."""


def surroundings(dataset: Dataset) -> Around:
    """Reads a dataset without its events, once."""

    @cache
    def read() -> Surroundings:
        material = read_dataset(dataset, [])
        return Surroundings(material, fingerprint(dataset, material))

    return read


def same_surroundings(earlier: sqlite3.Connection, around: Around) -> Surroundings:
    """The surroundings, if they are those with which a database was made. Raises Doubtful."""
    stored = earlier.execute("SELECT value FROM meta WHERE key = 'surroundings'").fetchone()
    if stored is None or around().material.problems or stored[0] != around().digest:
        raise Doubtful
    return around()


def fingerprint(dataset: Dataset, material: LoadedDataset) -> str:
    """A fingerprint of all that events are read, linked and judged by."""
    digest = blake2b(program.digest().encode(), digest_size=16)
    events = set(map(dataset.label, dataset.event_files()))
    for label, tree in sorted(material.trees.items()):
        if label not in events:
            lines = [tree.lines[index] for index in range(len(tree.lines))]
            digest.update("\n".join([key_of(dataset, label), *lines]).encode())
    for name, text in sorted((material.texts or {}).items()):
        digest.update(f"{name} {text.sha256}\n".encode())
    for path in world_files():
        digest.update(read_bytes(path))
    return digest.hexdigest()


def edits_since(dataset: Dataset, rows: Iterable[ChunkRow]) -> tuple[list[Edit], dict[str, list[Chunk]]]:
    """The records that changed, and all chunks as they are now, by file. Raises Doubtful where none did, or
    too many, or anything else.
    """
    known: dict[str, list[ChunkRow]] = {}
    for row in rows:
        known.setdefault(row.file, []).append(row)
    edits: list[Edit] = []
    now: dict[str, list[Chunk]] = {}
    for path in dataset.event_files():
        key = key_of(dataset, dataset.label(path))
        now[key] = _chunks(dataset, path)
        before = known.pop(key, [])
        if len(before) != len(now[key]):
            raise Doubtful
        edits += [
            Edit(key, row.position, chunk, row.event, f"{dataset.label(path)}:{chunk.first}.yaml")
            for row, chunk in zip(before, now[key], strict=True)
            if chunk.digest != row.digest
        ]
    if known or not 0 < len(edits) <= MOST or not all(edit.event for edit in edits):
        raise Doubtful
    return edits, now


def _chunks(dataset: Dataset, path: Path) -> list[Chunk]:
    try:
        return cut(lines_of(decode(read_bytes(path, within=dataset.fence))))
    except (Unreadable, BadText):
        raise Doubtful from None


def read_edits(edits: list[Edit], material: LoadedDataset, ids: set[str]) -> Timeline:
    """The changed events, read and linked by themselves. `ids` are those of all events. Raises Doubtful
    where one has a problem of form.
    """
    events: list[Located[EventRecord]] = []
    trees: dict[str, Tree] = dict(material.trees)
    for edit in edits:
        if any(line.startswith(_DOCUMENT_MARKS) for line in edit.chunk.text.split("\n")):
            raise Doubtful  # it may end the document in which the next records are
        tree, form = readers.read(edit.label, f"format: 1\nevents:\n{edit.chunk.text}\n")
        admitted, shape = validate_records(tree, "events", EventRecord, form)
        if form or shape or [event.record.id for event in admitted] != [edit.event]:
            raise Doubtful
        trees[tree.file] = tree
        events += admitted
    return link(material._replace(events=tuple(events), trees=trees, ids=ids))
