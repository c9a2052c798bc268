"""What a dataset's files looked like when something was made from them, and whether they still do.

The metadata of files is compared first, which costs no reading. If it differs, checksums of the contents
decide, so that a touched or copied file does not cause a rebuild.
"""

import os
import time
import zlib
from functools import cached_property
from pathlib import Path

from timeline import program
from timeline.dataset.files import LIMIT, Unreadable, opened
from timeline.dataset.locate import BULK, Dataset, world_files

RACY = 2_000_000_000
"""Nanoseconds. A file that changed so shortly before it was seen may change again without another timestamp,
because the clock of some file systems ticks every two seconds.
"""

_MAX_SUMMED = 4 * LIMIT
"""Bytes beyond which a file is refused without reading, except JSON Lines."""


class Files:
    """The files that a store depends on, as they are now; they are opened only for `content`.

    Create it before the files are read: then a change during the reading makes stale what was made from them.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._fence = dataset.fence
        self._paths: list[Path] = []
        self.seen_at = time.time_ns()
        self.newest = 0
        """The latest change of any of them, in nanoseconds."""
        rows: list[tuple[str, int, int, int, int]] = []
        for path in _dependencies(dataset):
            try:
                status = path.stat()
            except OSError:
                continue
            rows.append((str(path), status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))
            self._paths.append(path)
            self.newest = max(self.newest, status.st_mtime_ns, status.st_ctime_ns)
        self.stats = repr((program.digest(), rows))
        """Path, size, times and inode of each file, and the digest of the installed code."""

    @cached_property
    def content(self) -> str:
        """Checksums of their contents when it is first used, and the digest of the installed code."""
        ours = world_files()
        sums = [(str(path), *_sums(path, None if path in ours else self._fence)) for path in self._paths]
        return repr((program.digest(), sums))


def _dependencies(dataset: Dataset) -> list[Path]:
    """Every file whose change may change the timeline."""
    files = dataset.event_files()
    if dataset.carries_texts:
        files += [dataset.root / "data" / "actors.yaml", dataset.root / "data" / "sources.yaml"]
    seeds = dataset.seeds()
    if seeds is not None and seeds.is_dir():
        files += sorted(Path(entry) for entry in os.scandir(seeds))
    return [*files, *world_files()]


def _sums(path: Path, within: Path | None) -> tuple[int, int, int]:
    """The length and two checksums of a file, which may be larger than memory; (-1, 0, 0) if unreadable."""
    length, crc, adler = 0, 0, 1
    try:
        with opened(path, within) as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > _MAX_SUMMED and path.suffix != BULK:
                return size, 0, 0
            while block := stream.read(1 << 20):
                length += len(block)
                crc, adler = zlib.crc32(block, crc), zlib.adler32(block, adler)
    except (OSError, Unreadable):
        return -1, 0, 0
    return length, crc, adler
