"""Which records of a dataset changed, and what surrounds them.

Fingerprints say what may be reused: those of each record's text, and one of all that an event is read, linked
and judged by (actors, sources, stored texts, the world, the program).
"""

import sqlite3
from collections.abc import Iterable
from functools import cached_property
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
            ChunkRow(key_of(dataset, label), position, chunk.print, ids.get((label, chunk.first), ""))
            for position, chunk in enumerate(chunks)
        ]
    return rows


class Around:
    """The files of a dataset as they are now, each read when it is first asked for, and once."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._chunks: dict[Path, list[tuple[Chunk, bytes]]] = {}
        self._linked: tuple[list[Edit], Timeline] | None = None

    @cached_property
    def surroundings(self) -> Surroundings:
        """All but the events."""
        material = read_dataset(self.dataset, [])
        return Surroundings(material, fingerprint(self.dataset, material))

    def chunks(self, path: Path) -> list[tuple[Chunk, bytes]]:
        """The chunks of a file of events with their fingerprints. Raises Doubtful where it cannot be read."""
        if path not in self._chunks:
            try:
                lines = lines_of(decode(read_bytes(path, within=self.dataset.fence)))
            except (Unreadable, BadText):
                raise Doubtful from None
            self._chunks[path] = [(chunk, chunk.print) for chunk in cut(lines)]
        return self._chunks[path]

    def linked(self, edits: list[Edit], ids: set[str]) -> Timeline:
        """The changed events, read and linked by themselves. `ids` are those of all events. Raises Doubtful
        where one has a problem of form.
        """
        if self._linked is None or self._linked[0] != edits:
            self._linked = (edits, _read(edits, self.surroundings.material, ids))
        return self._linked[1]


def same_surroundings(earlier: sqlite3.Connection, around: Around) -> None:
    """Raise Doubtful where the surroundings are not those with which a database was made."""
    stored = earlier.execute("SELECT value FROM meta WHERE key = 'surroundings'").fetchone()
    now = around.surroundings
    if stored is None or now.material.problems or stored[0] != now.digest:
        raise Doubtful


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


def edits_since(around: Around, rows: Iterable[ChunkRow]) -> tuple[list[Edit], dict[str, list[Chunk]]]:
    """The records that changed, and all chunks as they are now, by file. Raises Doubtful where none did, or
    too many, or anything else.
    """
    known: dict[str, list[ChunkRow]] = {}
    for row in rows:
        known.setdefault(row.file, []).append(row)
    edits: list[Edit] = []
    now: dict[str, list[Chunk]] = {}
    for path in around.dataset.event_files():
        label = around.dataset.label(path)
        key, chunks = key_of(around.dataset, label), around.chunks(path)
        now[key] = [chunk for chunk, _ in chunks]
        before = known.pop(key, [])
        if len(before) != len(chunks):
            raise Doubtful
        edits += [
            Edit(key, row.position, chunk, row.event, f"{label}:{chunk.first}.yaml")
            for row, (chunk, digest) in zip(before, chunks, strict=True)
            if digest != row.digest
        ]
    if known or not 0 < len(edits) <= MOST or not all(edit.event for edit in edits):
        raise Doubtful
    return edits, now


def _read(edits: list[Edit], material: LoadedDataset, ids: set[str]) -> Timeline:
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
