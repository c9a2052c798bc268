"""Link a dataset in batches: first its YAML files, then each JSON Lines file block by block.

The batches share actors, sources and texts; each is linked by itself and can be freed before the next one is
read. JSON Lines files are read twice: first for the ids of all events, so that every batch can tell unknown
links and duplicate ids.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from timeline.dataset.blocks import Block, ids_in, read_blocks
from timeline.dataset.files import Reason, Unreadable
from timeline.dataset.locate import BULK, Dataset
from timeline.dataset.progress import OnProgress
from timeline.dataset.read import LoadedDataset, NoReadableFile, read_dataset
from timeline.evidence.link import link, link_batch
from timeline.evidence.model import Timeline
from timeline.problems import Location, Problem
from timeline.readers import jsonl
from timeline.readers.nodes import Mapping, Scalar, Sequence, Skimmed, Tree
from timeline.records import EventRecord, FileBudget, Located, count, validate_records


class Batch(NamedTuple):
    """Some linked events. Skimmed JSON Lines have no columns; `exact` links them again with columns."""

    timeline: Timeline
    exact: Callable[[], Timeline]


def is_bulk(dataset: Dataset) -> bool:
    """Whether a dataset has JSON Lines files, and so is read in batches."""
    return dataset.given is None and any(path.suffix == BULK for path in dataset.event_files())


class Batches:
    """The batches of one dataset, to be iterated once. Raises NoReadableFile where no file can be read.

    `on_progress` is called after each batch.
    """

    def __init__(self, dataset: Dataset, on_progress: OnProgress | None = None) -> None:
        self._dataset = dataset
        self._on_progress = on_progress or (lambda _events, _share: None)
        files = dataset.event_files()
        self._bulk = [path for path in files if path.suffix == BULK]
        self._material = read_dataset(dataset, [path for path in files if path.suffix != BULK])
        self._ids, self._duplicate_ids = _yaml_ids(self._material), set[str]()
        self._stats: dict[Path, tuple[int, ...]] = {}
        self._first_records: dict[str, Located[EventRecord]] = {}
        self._budget = FileBudget()
        self._shared: Timeline | None = None
        self.fence = dataset.fence
        readable = [path for path in self._bulk if self._scan(path)]
        if not readable and not self._ids and not self._material.trees:
            raise NoReadableFile(list(self._material.problems))
        self._bulk = readable

    def __iter__(self) -> Iterator[Batch]:
        self._material = self._material._replace(ids=self._ids)
        timeline = link(self._material)
        self._keep_firsts(timeline)
        yield Batch(timeline, lambda: timeline)
        done, read, size = len(timeline.events), 0, sum(stats[0] for stats in self._stats.values())
        self._on_progress(done, 0.0)
        # Events and duplicates of the YAML files are reported once, with the first batch.
        self._shared = timeline._replace(
            events=(), duplicates=(), material=self._material._replace(events=())
        )
        for block in self._blocks():
            batch = self._batch(block, self._shared)
            yield batch
            done += len(batch.timeline.events)
            read += block.size
            self._on_progress(done, read / size)

    def bulk(self, label: str) -> Path | None:
        """The JSON Lines file that messages call `label`; None for any other file."""
        return next((path for path in self._bulk if self._dataset.label(path) == label), None)

    def exactly(self, label: str, number: int, line: str) -> Timeline:
        """One skimmed line, read and linked again with columns. Call it after the last batch."""
        if self._shared is None:
            raise ValueError("no batch was read")
        return _linked(Block(label, line, number, 0, ()), jsonl.read, self._shared, {}, FileBudget())

    def _blocks(self) -> Iterator[Block]:
        """All blocks of JSON Lines. Raises NoReadableFile for a file that changed since its ids were read."""
        for path in self._bulk:
            label = self._dataset.label(path)
            self._budget = FileBudget()
            try:
                _unchanged(path, self._stats[path])
                for block in read_blocks(label, path, self._dataset.fence):
                    if self._budget.exhausted:
                        break
                    yield block
            except Unreadable as error:
                problem = Problem(Location(label, 1, 1), "unreadable", str(error), "run the command again")
                raise NoReadableFile([problem]) from None

    def _scan(self, path: Path) -> bool:
        """Collect the ids of one file, and the duplicate ones; False where the file cannot be read."""
        try:
            self._stats[path] = _stats(path)
            for key in ids_in(path, self._dataset.fence):
                (self._duplicate_ids if key in self._ids else self._ids).add(key)
        except Unreadable as error:
            self._stats.pop(path, None)
            location = Location(self._dataset.label(path), 1, 1)
            problem = Problem(location, "unreadable", str(error), "the rest of the dataset was read")
            self._material = self._material._replace(problems=(*self._material.problems, problem))
            return False
        return True

    def _keep_firsts(self, timeline: Timeline) -> None:
        """Keep the first record of each duplicate id: messages refer to it."""
        for linked in timeline.events if self._duplicate_ids else ():
            if linked.record.id in self._duplicate_ids:
                self._first_records.setdefault(linked.record.id, _with_columns(linked.event))

    def _batch(self, block: Block, shared: Timeline) -> Batch:
        earlier = dict(self._first_records) if self._duplicate_ids else {}
        before = self._budget.copy()
        timeline = _linked(block, jsonl.skim, shared, earlier, self._budget)
        self._keep_firsts(timeline)
        return Batch(timeline, lambda: _linked(block, jsonl.read, shared, earlier, before))


def _stats(path: Path) -> tuple[int, ...]:
    """The size in bytes, the time of the last change and the inode. Raises Unreadable."""
    try:
        stats = path.stat()
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror or error}", Reason.SYSTEM) from None
    return stats.st_size, stats.st_mtime_ns, stats.st_ino


def _unchanged(path: Path, before: tuple[int, ...]) -> None:
    if _stats(path) != before:
        raise Unreadable("changed while it was read; run the command again", Reason.CHANGED)


def _with_columns(event: Located[EventRecord]) -> Located[EventRecord]:
    """An event with its place by line and column, without the lines of its file, which need memory."""
    node, tree = event.node, event.tree
    if isinstance(node, Skimmed):
        whole = jsonl.read(tree.file, tree.lines[node.line - 1], node.line)[0].root
        events = whole.get("events") if isinstance(whole, Mapping) else None
        item = events.items[0] if isinstance(events, Sequence) else node
        node = item if isinstance(item, Mapping) else node
    return Located(event.record, node, tree._replace(lines=()))


Reader = Callable[[str, str, int], tuple[Tree, list[Problem]]]


def _linked(
    block: Block,
    reader: Reader,
    shared: Timeline,
    earlier: dict[str, Located[EventRecord]],
    budget: FileBudget,
) -> Timeline:
    tree, form = reader(block.label, block.text, block.first)
    format_problems = budget.keep(tree.file, [*block.problems, *form])
    records, record_problems = validate_records(tree, "events", EventRecord, form, budget)
    new = [event for event in records if event.record.id not in earlier]
    duplicates = [(event, earlier[event.record.id]) for event in records if event.record.id in earlier]
    material = shared.material._replace(
        events=tuple(new),
        trees={**shared.material.trees, block.label: tree},
        problems=(*shared.material.problems, *format_problems, *record_problems),
        left_out=count(tree, "events") - len(records) + len(block.problems),
    )
    timeline = link_batch(material, shared.registry, shared.sources)
    return timeline._replace(duplicates=(*timeline.duplicates, *duplicates))


def _yaml_ids(material: LoadedDataset) -> set[str]:
    """The ids of all events in YAML files, also of those with invalid records."""
    ids: set[str] = set()
    for tree in material.trees.values():
        events = tree.root.get("events") if isinstance(tree.root, Mapping) else None
        for item in getattr(events, "items", ()):
            key = item.get("id") if isinstance(item, Mapping) else None
            if isinstance(key, Scalar):
                ids.add(key.text)
    return ids
