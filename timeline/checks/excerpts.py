"""The lines of a dataset's files in which there are problems, read when they are shown."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from timeline.dataset.blocks import lines_at
from timeline.dataset.chunks import lines_of
from timeline.dataset.files import BadText, Unreadable, decode, read_bytes
from timeline.dataset.locate import BULK, Dataset
from timeline.problems import Problem
from timeline.readers.nodes import Scalar, Tree

_NO_NODE = Scalar("", 1, 1, 1, 1, "plain")


class _SomeLines:
    """The lines of a file by number. Only some are kept; the others are empty."""

    def __init__(self, kept: Mapping[int, str]) -> None:
        self._kept = kept

    def __len__(self) -> int:
        return max(self._kept, default=0)

    def __getitem__(self, index: int, /) -> str:
        return self._kept.get(index + 1, "")


class Excerpts(Mapping[str, Tree]):
    """By file, a tree without nodes that has the lines with problems. A file that cannot be read has none."""

    def __init__(self, dataset: Dataset, problems: Iterable[Problem]) -> None:
        self._dataset = dataset
        self._wanted: dict[str, set[int]] = defaultdict(set)
        for problem in problems:
            self._wanted[problem.location.file].add(problem.location.line)
        self._paths = {dataset.label(path): path for path in _record_files(dataset)}
        self._read: dict[str, Tree] = {}

    def __len__(self) -> int:
        return len(self._paths)

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __getitem__(self, file: str) -> Tree:
        if file not in self._read:
            try:
                self._read[file] = Tree(file, _NO_NODE, _SomeLines(self._lines(file)))
            except (Unreadable, BadText):
                raise KeyError(file) from None
        return self._read[file]

    def _lines(self, file: str) -> dict[int, str]:
        path, wanted = self._paths[file], self._wanted[file]
        if path.suffix == BULK:
            return lines_at(path, wanted, self._dataset.fence)
        lines = lines_of(decode(read_bytes(path, within=self._dataset.fence)))
        return {number: lines[number - 1] for number in wanted if number <= len(lines)}


def _record_files(dataset: Dataset) -> list[Path]:
    """The files of records; lines of stored texts are not shown in messages."""
    own = [dataset.root / "data" / name for name in ("actors.yaml", "sources.yaml")]
    return [*dataset.event_files(), *(own if dataset.carries_texts else ())]
