"""Which records of a dataset changed, and the inputs that all records share.

Two kinds of digests tell what can be reused: one of the text of each record, and one of everything that
events are read, linked and checked with (actors, sources, stored texts, built-in actors, the program).
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
from timeline.store.update import CannotUpdate

MAX_EDITS = 200
"""If more records changed, reading them one by one takes longer than a full build."""
LINES_BEFORE = 2
"""Lines before a record that is read by itself: `format: 1` and `events:`."""
_DOCUMENT_MARKS = ("---", "...", "%")


class ChunkRow(NamedTuple):
    """A chunk as it is stored. `position` is its number in the file."""

    file: str
    """As `stored_name` returns it."""
    position: int
    digest: bytes
    event: str
    """The id of its event; empty for the head of a file."""


class Edit(NamedTuple):
    """A record whose text changed."""

    file: str
    position: int
    chunk: Chunk
    """Its new text."""
    event: str
    label: str
    """The file name under which it is read by itself."""


class SharedInputs(NamedTuple):
    """A dataset without its events, and a digest of everything in it."""

    material: LoadedDataset
    digest: str


class EditedDataset:
    """A dataset after an edit. Each of its files is read when first needed, and once."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._chunks: dict[Path, list[tuple[Chunk, bytes]]] = {}
        self._linked: tuple[list[Edit], Timeline] | None = None

    @cached_property
    def shared(self) -> SharedInputs:
        """Everything except the events."""
        material = read_dataset(self.dataset, [])
        return SharedInputs(material, _shared_digest(self.dataset, material))

    def chunks(self, path: Path) -> list[tuple[Chunk, bytes]]:
        """The chunks of a file of events with their digests. Raises CannotUpdate if it is unreadable."""
        if path not in self._chunks:
            try:
                lines = lines_of(decode(read_bytes(path, within=self.dataset.fence)))
            except (Unreadable, BadText):
                raise CannotUpdate from None
            self._chunks[path] = [(chunk, chunk.digest) for chunk in cut(lines)]
        return self._chunks[path]

    def link(self, edits: list[Edit], ids: set[str]) -> Timeline:
        """The changed events, read and linked by themselves; `ids` are those of all events.

        Raises CannotUpdate if one of them is not a valid record, or got another id.
        """
        if self._linked is None or self._linked[0] != edits:
            self._linked = (edits, _read_edits(edits, self.shared.material, ids))
        return self._linked[1]


def stored_name(dataset: Dataset, label: str) -> str:
    """The name of a file that does not depend on the current folder."""
    return label.removeprefix(dataset.shown) if dataset.carries_texts else ""


def chunk_rows(dataset: Dataset, timeline: Timeline) -> list[ChunkRow] | None:
    """A row for each chunk of each file of events; None if a file was not read completely, because then
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
            ChunkRow(stored_name(dataset, label), position, chunk.digest, ids.get((label, chunk.first), ""))
            for position, chunk in enumerate(chunks)
        ]
    return rows


def require_same_inputs(earlier: sqlite3.Connection, edited: EditedDataset) -> None:
    """Raise CannotUpdate if the shared inputs are not those that a database was made with."""
    stored = earlier.execute("SELECT value FROM meta WHERE key = 'shared_inputs'").fetchone()
    shared = edited.shared
    if stored is None or shared.material.problems or stored[0] != shared.digest:
        raise CannotUpdate


def write_shared_digest(connection: sqlite3.Connection, dataset: Dataset, material: LoadedDataset) -> None:
    """Store the digest of the shared inputs in the table `meta`."""
    digest = _shared_digest(dataset, material)
    connection.execute("INSERT INTO meta VALUES ('shared_inputs', ?)", (digest,))


def _shared_digest(dataset: Dataset, material: LoadedDataset) -> str:
    """A digest of everything that events are read, linked and checked with."""
    digest = blake2b(program.digest().encode(), digest_size=16)
    events = set(map(dataset.label, dataset.event_files()))
    for label, tree in sorted(material.trees.items()):
        if label not in events:
            lines = [tree.lines[index] for index in range(len(tree.lines))]
            digest.update("\n".join([stored_name(dataset, label), *lines]).encode())
    for name, text in sorted((material.texts or {}).items()):
        digest.update(f"{name} {text.sha256}\n".encode())
    for path in world_files():
        digest.update(read_bytes(path))
    return digest.hexdigest()


def edits_since(edited: EditedDataset, rows: Iterable[ChunkRow]) -> tuple[list[Edit], dict[str, list[Chunk]]]:
    """The records that changed since `rows` were stored, and all chunks as they are now, by file.

    Raises CannotUpdate if no record or too many records changed, or if anything else did.
    """
    stored: dict[str, list[ChunkRow]] = {}
    for row in rows:
        stored.setdefault(row.file, []).append(row)
    edits: list[Edit] = []
    current: dict[str, list[Chunk]] = {}
    for path in edited.dataset.event_files():
        label, chunks = edited.dataset.label(path), edited.chunks(path)
        file = stored_name(edited.dataset, label)
        current[file] = [chunk for chunk, _ in chunks]
        before = stored.pop(file, [])
        if len(before) != len(chunks):
            raise CannotUpdate
        edits += [
            Edit(file, row.position, chunk, row.event, f"{label}:{chunk.first}.yaml")
            for row, (chunk, digest) in zip(before, chunks, strict=True)
            if digest != row.digest
        ]
    if stored or not 0 < len(edits) <= MAX_EDITS or not all(edit.event for edit in edits):
        raise CannotUpdate
    return edits, current


def _read_edits(edits: list[Edit], material: LoadedDataset, ids: set[str]) -> Timeline:
    events: list[Located[EventRecord]] = []
    trees: dict[str, Tree] = dict(material.trees)
    for edit in edits:
        if any(line.startswith(_DOCUMENT_MARKS) for line in edit.chunk.text.split("\n")):
            raise CannotUpdate  # it may end the YAML document that holds the next records
        tree, syntax_problems = readers.read(edit.label, f"format: 1\nevents:\n{edit.chunk.text}\n")
        valid, problems = validate_records(tree, "events", EventRecord, syntax_problems)
        if syntax_problems or problems or [event.record.id for event in valid] != [edit.event]:
            raise CannotUpdate
        trees[tree.file] = tree
        events += valid
    return link(material._replace(events=tuple(events), trees=trees, ids=ids))
