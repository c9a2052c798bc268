"""A dataset in batches: what its YAML holds, then each JSON Lines file piece by piece.

The batches share names, sources and texts; each is linked by itself and can be let go before the next one
is read. The files of JSON Lines are read twice: first for the ids of all events, so that every batch knows
which links lead somewhere and which ids stand twice.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from timeline.dataset.blocks import Block, ids_in, read_blocks
from timeline.dataset.files import Reason, Unreadable
from timeline.dataset.locate import BULK, Dataset
from timeline.dataset.progress import OnProgress
from timeline.dataset.read import LoadedDataset, NoReadableFile, read_dataset
from timeline.evidence import Timeline, link, link_batch
from timeline.problems import Location, Problem
from timeline.readers import jsonl
from timeline.readers.nodes import Mapping, Scalar, Sequence, Skimmed, Tree
from timeline.records import EventRecord, Located, Patience, count, validate_records


class Batch(NamedTuple):
    """Some events, linked. Of what is skimmed only the line is known; `exact` links it with each column."""

    timeline: Timeline
    exact: Callable[[], Timeline]


def is_bulk(dataset: Dataset) -> bool:
    """Whether a dataset holds JSON Lines."""
    return dataset.given is None and any(path.suffix == BULK for path in dataset.event_files())


class Batches:
    """The batches of one dataset, to be iterated once. Raises NoReadableFile where no file can be read."""

    def __init__(self, dataset: Dataset, tell: OnProgress | None = None) -> None:
        self._dataset = dataset
        self._tell = tell or (lambda _events, _share: None)
        files = dataset.event_files()
        self._bulk = [path for path in files if path.suffix == BULK]
        self._material = read_dataset(dataset, [path for path in files if path.suffix != BULK])
        self._ids, self._twice = _written(self._material), set[str]()
        self._looks: dict[Path, tuple[int, ...]] = {}
        self._first: dict[str, Located[EventRecord]] = {}
        self._patience = Patience()
        self._like: Timeline | None = None
        self.fence = dataset.fence
        readable = [path for path in self._bulk if self._look_through(path)]
        if not readable and not self._ids and not self._material.trees:
            raise NoReadableFile(list(self._material.problems))
        self._bulk = readable

    def __iter__(self) -> Iterator[Batch]:
        self._material = self._material._replace(ids=self._ids)
        timeline = link(self._material)
        self._keep_firsts(timeline)
        yield Batch(timeline, lambda: timeline)
        done, read, size = len(timeline.events), 0, sum(look[0] for look in self._looks.values())
        self._tell(done, 0.0)
        # What was found so far is said once, with the first batch.
        self._like = timeline._replace(events=(), duplicates=(), material=self._material._replace(events=()))
        for piece in self._pieces():
            batch = self._batch(piece, self._like)
            yield batch
            done += len(batch.timeline.events)
            read += piece.size
            self._tell(done, read / size)

    def bulk(self, label: str) -> Path | None:
        """The file of JSON Lines that messages call so."""
        return next((path for path in self._bulk if self._dataset.label(path) == label), None)

    def exactly(self, label: str, number: int, line: str) -> Timeline:
        """One line that was skimmed, read and linked with every column. Call it after the last batch."""
        if self._like is None:
            raise ValueError("no batch was read")
        return _linked(Block(label, line, number, 0, ()), jsonl.read, self._like, {}, Patience())

    def _pieces(self) -> Iterator[Block]:
        """All pieces of JSON Lines. Raises NoReadableFile where a file is not as when its ids were noted."""
        for path in self._bulk:
            label = self._dataset.label(path)
            self._patience = Patience()
            try:
                _unchanged(path, self._looks[path])
                for piece in read_blocks(label, path, self._dataset.fence):
                    if self._patience.lost:
                        break
                    yield piece
            except Unreadable as error:
                problem = Problem(Location(label, 1, 1), "unreadable", str(error), "run the command again")
                raise NoReadableFile([problem]) from None

    def _look_through(self, path: Path) -> bool:
        """Note the ids of one file, and those that stand twice; False where it cannot be read."""
        try:
            self._looks[path] = _look(path)
            for key in ids_in(path, self._dataset.fence):
                (self._twice if key in self._ids else self._ids).add(key)
        except Unreadable as error:
            self._looks.pop(path, None)
            where = Location(self._dataset.label(path), 1, 1)
            problem = Problem(where, "unreadable", str(error), "the rest of the dataset was read")
            self._material = self._material._replace(problems=(*self._material.problems, problem))
            return False
        return True

    def _keep_firsts(self, timeline: Timeline) -> None:
        """Of each id that stands twice the first record is kept, to be pointed to."""
        for linked in timeline.events if self._twice else ():
            if linked.record.id in self._twice:
                self._first.setdefault(linked.record.id, _to_the_column(linked.event))

    def _batch(self, piece: Block, like: Timeline) -> Batch:
        earlier = dict(self._first) if self._twice else {}
        before = self._patience.copy()
        timeline = _linked(piece, jsonl.skim, like, earlier, self._patience)
        self._keep_firsts(timeline)
        return Batch(timeline, lambda: _linked(piece, jsonl.read, like, earlier, before))


def _look(path: Path) -> tuple[int, ...]:
    """The size in bytes, the time of the last change and the inode. Raises Unreadable."""
    try:
        found = path.stat()
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror or error}", Reason.SYSTEM) from None
    return found.st_size, found.st_mtime_ns, found.st_ino


def _unchanged(path: Path, before: tuple[int, ...]) -> None:
    if _look(path) != before:
        raise Unreadable("changed while it was read; run the command again", Reason.CHANGED)


def _to_the_column(event: Located[EventRecord]) -> Located[EventRecord]:
    """An event with its exact place, and without the lines around it."""
    node, tree = event.node, event.tree
    if isinstance(node, Skimmed):
        whole = jsonl.read(tree.file, tree.lines[node.line - 1], node.line)[0].root
        events = whole.get("events") if isinstance(whole, Mapping) else None
        item = events.items[0] if isinstance(events, Sequence) else node
        node = item if isinstance(item, Mapping) else node
    return Located(event.record, node, tree._replace(lines=()))


Reader = Callable[[str, str, int], tuple[Tree, list[Problem]]]


def _linked(
    piece: Block,
    reader: Reader,
    like: Timeline,
    earlier: dict[str, Located[EventRecord]],
    patience: Patience,
) -> Timeline:
    tree, form = reader(piece.label, piece.text, piece.first)
    unread = patience.keep(tree.file, [*piece.problems, *form])
    records, shape = validate_records(tree, "events", EventRecord, form, patience)
    new = [one for one in records if one.record.id not in earlier]
    again = [(one, earlier[one.record.id]) for one in records if one.record.id in earlier]
    material = like.material._replace(
        events=tuple(new),
        trees={**like.material.trees, piece.label: tree},
        problems=(*like.material.problems, *unread, *shape),
        left_out=count(tree, "events") - len(records) + len(piece.problems),
    )
    timeline = link_batch(material, like.registry, like.sources)
    return timeline._replace(duplicates=(*timeline.duplicates, *again))


def _written(material: LoadedDataset) -> set[str]:
    """The ids of the events in YAML, in whatever state their records are."""
    found: set[str] = set()
    for tree in material.trees.values():
        events = tree.root.get("events") if isinstance(tree.root, Mapping) else None
        for item in getattr(events, "items", ()):
            key = item.get("id") if isinstance(item, Mapping) else None
            if isinstance(key, Scalar):
                found.add(key.text)
    return found
