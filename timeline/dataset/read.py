"""Read a dataset whole: its files, its records, its texts."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from timeline import readers
from timeline.dataset.files import LIMIT, BadText, Reason, Unreadable, decode, read_bytes
from timeline.dataset.locate import BULK, Dataset, world_files
from timeline.problems import Location, Problem
from timeline.quotes.stored_text import StoredText
from timeline.readers.nodes import Tree
from timeline.records import ActorRecord, EventRecord, Located, SourceRecord, count, validate_records
from timeline.records.fields import Record
from timeline.text.escape import visible

R = TypeVar("R", bound=Record)
TEXT_LIMIT = 4 * LIMIT
"""Bytes that one stored text may have."""
_UNLIMITED = 1 << 60
_READ = "the rest of the dataset was read"
_SAVE_AS_UTF8 = "save the file as UTF-8"
_USE_JSON_LINES = "keep bulk in JSON Lines, which has no limit: data/events/NAME.jsonl, one record a line"
_SHOWN = 20
"""Problems that are told one by one where nothing can be read."""


class NoReadableFile(ValueError):
    """Not one file of events could be read: the problems say why."""

    def __init__(self, problems: list[Problem]) -> None:
        more = len(problems) - _SHOWN
        rest = [f"and {more:,} more files that cannot be read"] if more > 0 else []
        super().__init__("\n".join([*(visible(str(one)) for one in problems[:_SHOWN]), *rest]))
        self.problems = problems


class LoadedDataset(NamedTuple):
    """A dataset as read: admitted records, the texts by file name, and what was wrong so far.

    `texts` is None where the dataset carries none (one events file, standard input): then no quote
    can be looked up, and nothing is said against it.
    """

    events: tuple[Located[EventRecord], ...]
    actors: tuple[Located[ActorRecord], ...]
    sources: tuple[Located[SourceRecord], ...]
    world: tuple[Located[ActorRecord], ...]
    texts: Mapping[str, StoredText] | None
    trees: Mapping[str, Tree]
    problems: tuple[Problem, ...]
    left_out: int
    """How many records of events are left out for what is wrong with them."""
    ids: set[str] | None = None
    """The ids of all events as written, where these are only some of them; None where they are all here."""


def read_dataset(dataset: Dataset, files: Iterable[Path]) -> LoadedDataset:
    """The records of these files of events, and all else that a dataset has."""
    room = _Room(dataset)
    events = [one for path in files for one in room.records(path, "events", EventRecord)]
    actors: list[Located[ActorRecord]] = []
    sources: list[Located[SourceRecord]] = []
    if dataset.carries_texts:
        actors = room.records_if_any(dataset.root / "data" / "actors.yaml", "actors", ActorRecord)
        sources = room.records_if_any(dataset.root / "data" / "sources.yaml", "sources", SourceRecord)
    texts = room.texts() if dataset.carries_texts else None
    return LoadedDataset(
        events=tuple(events),
        actors=tuple(actors),
        sources=tuple(sources),
        world=tuple(one for path in world_files() for one in _world(path)),
        texts=texts,
        trees=room.trees,
        problems=tuple(room.problems),
        left_out=room.left_out,
    )


@cache
def _world(path: Path) -> list[Located[ActorRecord]]:
    """One table of the built-in world, read once a process; a fault in it is a fault of the program."""
    tree, problems = readers.read(path.name, decode(read_bytes(path)))
    records, more = validate_records(tree, "actors", ActorRecord, problems)
    if problems or more:
        raise RuntimeError(f"the built-in world is broken: {[*problems, *more][0]}")
    return records


class _Room:
    """Collects trees and problems while the files of one dataset are read."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.trees: dict[str, Tree] = {}
        self.problems: list[Problem] = []
        self.left_out = 0

    def records(self, path: Path, key: str, model: type[R]) -> list[Located[R]]:
        """The records of one file; what keeps it from being read is a problem of that file."""
        label = self.dataset.label(path)
        text = self._text(path, label, _UNLIMITED if path.suffix == BULK else LIMIT)
        if text is None:
            return []
        tree, form = readers.read(label, text)
        self.trees[label] = tree
        records, shape = validate_records(tree, key, model, form)
        self.problems += [*form, *shape]
        self.left_out += count(tree, key) - len(records) if key == "events" else 0
        return records

    def records_if_any(self, path: Path, key: str, model: type[R]) -> list[Located[R]]:
        """The same for a file that a dataset may do without."""
        return self.records(path, key, model) if os.path.lexists(path) else []

    def texts(self) -> dict[str, StoredText]:
        """The stored texts by file name: the regular files of `seeds/`, byte for byte."""
        folder = self.dataset.seeds()
        texts: dict[str, StoredText] = {}
        for path in sorted(folder.iterdir()) if folder and folder.is_dir() else ():
            label = self.dataset.label(path)
            if path.name.startswith(".") or path.is_dir():
                continue
            if path.is_symlink():
                message = "is a link; a stored text is a file of its own"
                self._add(Location(label, 1, 1), "unreadable", message, _READ)
                continue
            content = self._content(path, label, TEXT_LIMIT)
            text = None if content is None else self._decoded(content, label)
            if text is not None and content is not None:
                digest = hashlib.sha256(content).hexdigest()
                name = label.rpartition("/")[2]
                texts[name] = StoredText(f"seeds/{name}", text, digest)
        return texts

    def _text(self, path: Path, label: str, limit: int) -> str | None:
        given = self.dataset.given
        content = self._content(path, label, limit) if given is None else given
        return None if content is None else self._decoded(content, label)

    def _content(self, path: Path, label: str, limit: int) -> bytes | None:
        try:
            return read_bytes(path, limit, self.dataset.fence)
        except Unreadable as error:
            # A stored text is one file by its nature; records in bulk can be moved to JSON Lines.
            bulk = error.reason is Reason.TOO_LARGE and not label.endswith(".txt")
            self._add(Location(label, 1, 1), "unreadable", str(error), _USE_JSON_LINES if bulk else _READ)
            return None

    def _decoded(self, content: bytes, label: str) -> str | None:
        try:
            return decode(content)
        except BadText as error:
            self._add(Location(label, error.line, error.column), "bad-encoding", str(error), _SAVE_AS_UTF8)
            return None

    def _add(self, where: Location, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(where, rule, message, hint, unread=True))
