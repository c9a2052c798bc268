"""Read a whole dataset: its files, records and stored texts."""

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
_REST_WAS_READ = "the rest of the dataset was read"
_SAVE_AS_UTF8 = "save the file as UTF-8"
_USE_JSON_LINES = (
    "move the records to JSON Lines, which has no limit: data/events/NAME.jsonl, one record per line"
)
_MAX_LISTED = 20
"""Problems that the message lists when nothing can be read."""


class NoReadableFile(ValueError):
    """No file of events could be read; `problems` say why."""

    def __init__(self, problems: list[Problem]) -> None:
        more = len(problems) - _MAX_LISTED
        rest = [f"and {more:,} more files that cannot be read"] if more > 0 else []
        super().__init__("\n".join([*(visible(str(problem)) for problem in problems[:_MAX_LISTED]), *rest]))
        self.problems = problems


class LoadedDataset(NamedTuple):
    """A dataset as read: its valid records, the stored texts by file name, and the problems so far.

    `texts` is None where the dataset cannot have any (one file of events, standard input): then quotes are
    not checked.
    """

    events: tuple[Located[EventRecord], ...]
    actors: tuple[Located[ActorRecord], ...]
    sources: tuple[Located[SourceRecord], ...]
    world: tuple[Located[ActorRecord], ...]
    texts: Mapping[str, StoredText] | None
    trees: Mapping[str, Tree]
    problems: tuple[Problem, ...]
    left_out: int
    """The number of events that are left out because their records are invalid."""
    ids: set[str] | None = None
    """The ids of all events of the dataset, where `events` are only some of them; else None."""


def read_dataset(dataset: Dataset, files: Iterable[Path]) -> LoadedDataset:
    """Read these files of events, and the actors, sources and stored texts of the dataset."""
    reader = _Reader(dataset)
    events = [event for path in files for event in reader.records(path, "events", EventRecord)]
    actors: list[Located[ActorRecord]] = []
    sources: list[Located[SourceRecord]] = []
    if dataset.carries_texts:
        actors = reader.records_if_any(dataset.root / "data" / "actors.yaml", "actors", ActorRecord)
        sources = reader.records_if_any(dataset.root / "data" / "sources.yaml", "sources", SourceRecord)
    texts = reader.texts() if dataset.carries_texts else None
    return LoadedDataset(
        events=tuple(events),
        actors=tuple(actors),
        sources=tuple(sources),
        world=tuple(actor for path in world_files() for actor in _world(path)),
        texts=texts,
        trees=reader.trees,
        problems=tuple(reader.problems),
        left_out=reader.left_out,
    )


@cache
def _world(path: Path) -> list[Located[ActorRecord]]:
    """One table of the built-in world, read once per process. Raises RuntimeError for a problem in it, which
    is a bug of the program.
    """
    tree, format_problems = readers.read(path.name, decode(read_bytes(path)))
    records, record_problems = validate_records(tree, "actors", ActorRecord, format_problems)
    if problems := [*format_problems, *record_problems]:
        raise RuntimeError(f"the built-in world is broken: {problems[0]}")
    return records


class _Reader:
    """Reads the files of one dataset, and collects their trees and problems."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.trees: dict[str, Tree] = {}
        self.problems: list[Problem] = []
        self.left_out = 0

    def records(self, path: Path, key: str, model: type[R]) -> list[Located[R]]:
        """The valid records of one file. A file that cannot be read is a problem, not an error."""
        label = self.dataset.label(path)
        text = self._text(path, label, _UNLIMITED if path.suffix == BULK else LIMIT)
        if text is None:
            return []
        tree, format_problems = readers.read(label, text)
        self.trees[label] = tree
        records, record_problems = validate_records(tree, key, model, format_problems)
        self.problems += [*format_problems, *record_problems]
        self.left_out += count(tree, key) - len(records) if key == "events" else 0
        return records

    def records_if_any(self, path: Path, key: str, model: type[R]) -> list[Located[R]]:
        """The valid records of an optional file."""
        return self.records(path, key, model) if os.path.lexists(path) else []

    def texts(self) -> dict[str, StoredText]:
        """The stored texts by file name: the regular files of `seeds/`, except hidden ones."""
        folder = self.dataset.seeds()
        texts: dict[str, StoredText] = {}
        for path in sorted(folder.iterdir()) if folder and folder.is_dir() else ():
            label = self.dataset.label(path)
            if path.name.startswith(".") or path.is_dir():
                continue
            if path.is_symlink():
                message = "is a link; a stored text must be a regular file"
                self._add(Location(label, 1, 1), "unreadable", message, _REST_WAS_READ)
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
            # Records can be moved to JSON Lines; a stored text has to be one file.
            can_be_split = error.reason is Reason.TOO_LARGE and not label.endswith(".txt")
            self._add(
                Location(label, 1, 1),
                "unreadable",
                str(error),
                _USE_JSON_LINES if can_be_split else _REST_WAS_READ,
            )
            return None

    def _decoded(self, content: bytes, label: str) -> str | None:
        try:
            return decode(content)
        except BadText as error:
            self._add(Location(label, error.line, error.column), "bad-encoding", str(error), _SAVE_AS_UTF8)
            return None

    def _add(self, location: Location, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(location, rule, message, hint, unread=True))
