"""What a dataset's files looked like when a store was built from them, and whether they still do."""

import os
import zlib
from pathlib import Path
from typing import NamedTuple

from timeline import program
from timeline.dataset.files import LIMIT, Unreadable, opened
from timeline.dataset.locate import BULK, Dataset, world_files

RACY = 2_000_000_000
"""Nanoseconds: a file changed so shortly before a build may change again within its clock's tick."""


_READ = 4 * LIMIT
"""Bytes beyond which a file is refused unread, but for JSON Lines."""


class FileStats(NamedTuple):
    """`stats` is size, times and inode of every file that a store depends on; `newest` the latest change;
    `fence` the folder in which files must lie, but for those of the world.
    """

    stats: str
    newest: int
    paths: tuple[Path, ...]
    fence: Path | None


def look(dataset: Dataset) -> FileStats:
    """Look at the files of a dataset, of the world and of the program without opening them."""
    rows: list[tuple[str, int, int, int, int]] = []
    paths: list[Path] = []
    for path in depends_on(dataset):
        try:
            seen = path.stat()
        except OSError:
            continue
        rows.append((str(path), seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino))
        paths.append(path)
    newest = max((max(row[2], row[3]) for row in rows), default=0)
    return FileStats(repr((program.digest(), rows)), newest, tuple(paths), dataset.fence)


def depends_on(dataset: Dataset) -> list[Path]:
    """Every file whose change changes the timeline."""
    files = dataset.event_files()
    if dataset.carries_texts:
        files += [dataset.root / "data" / "actors.yaml", dataset.root / "data" / "sources.yaml"]
    seeds = dataset.seeds()
    if seeds is not None and seeds.is_dir():
        files += sorted(Path(entry) for entry in os.scandir(seeds))
    return [*files, *world_files()]


def content(seen: FileStats) -> str:
    """A fingerprint of what stands in the files: for telling a change from a mere touch."""
    ours = world_files()
    sums = [(str(path), *_sums(path, None if path in ours else seen.fence)) for path in seen.paths]
    return repr((program.digest(), sums))


def _sums(path: Path, within: Path | None) -> tuple[int, int, int]:
    """Length and two sums of what stands in a file; it may be larger than memory."""
    length, one, other = 0, 0, 1
    try:
        with opened(path, within) as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > _READ and path.suffix != BULK:
                return size, 0, 0
            while piece := stream.read(1 << 20):
                length += len(piece)
                one, other = zlib.crc32(piece, one), zlib.adler32(piece, other)
    except (OSError, Unreadable):
        return -1, 0, 0
    return length, one, other
