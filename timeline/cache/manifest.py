"""Databases in the cache folder, each with a manifest that tells whether it can be used.

The manifest describes the files that a database was made from, and the database itself. A database that does
not match its manifest (truncated, modified, of another version or owner) is ignored. No answer depends on the
cache, and it is safe to delete.
"""

import os
import sqlite3
import stat
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from timeline.cache.freshness import RACY, Files
from timeline.dataset.files import process_exists
from timeline.dataset.locate import Dataset
from timeline.program import PACKAGE

MAX_VERIFIED = 16 * 1024 * 1024
"""Bytes up to which a database is read whole and its checksum compared at each start. A larger one is read by
pages, and its checksum compared only if the metadata of its file changed.
"""
_MAX_MANIFEST = 8 * 1024 * 1024


class Manifest(NamedTuple):
    """What is known of a database in the cache."""

    stats: str
    """Metadata of the files that it was made from."""
    content: str
    """Checksums of their contents."""
    seen_at: int
    """When the files had these metadata, in nanoseconds since the epoch."""
    size: int
    checksum: int
    own_stats: str
    """Metadata of the database file."""


def cache_path(root: Path, caches: Path | None = None) -> Path | None:
    """The database of the dataset at `root` for this installation: below the user's folder `caches`, or the
    platform's default. None if there is no such folder.
    """
    folder = caches / "timeline" if caches else _default_folder()
    if folder is None or not folder.is_absolute():
        return None  # without a home directory it would be a folder named ~ in the current one
    digest = zlib.crc32(os.fsencode(PACKAGE), zlib.crc32(os.fsencode(root)))
    return folder / f"{root.name or 'root'}-{digest:08x}.db"


def _default_folder() -> Path | None:
    from platformdirs import user_cache_path  # imported late: it takes a twentieth of a warm start

    try:
        return user_cache_path("timeline", appauthor=False)
    except RuntimeError:  # the user has no home directory
        return None


class Slot:
    """A database in the cache, and the files that it is made from."""

    def __init__(self, path: Path, files: Files) -> None:
        self._path = path
        self._files = files
        self._manifest = _read_manifest(path)

    def fresh(self) -> sqlite3.Connection | None:
        """The database, if it was made from the files as they are now."""
        connection = self._open_if_fresh(self._manifest) if self._manifest else None
        if connection is None:
            _ = self._files.content  # the caller reads the files next: note what they contain before that
        return connection

    def _open_if_fresh(self, manifest: Manifest) -> sqlite3.Connection | None:
        """Fresh are files with equal metadata that had settled when seen, or with equal contents."""
        files = self._files
        settled = manifest.stats == files.stats and manifest.seen_at - files.newest > RACY
        if not settled and manifest.content != files.content:
            return None
        connection = self._open(manifest)
        if connection is not None and not settled:
            # Opening a large database may have renewed the manifest already.
            self._renew((self._manifest or manifest)._replace(stats=files.stats, seen_at=files.seen_at))
        return connection

    def earlier(self) -> sqlite3.Connection | None:
        """The database, whatever it was made from."""
        return self._open(self._manifest) if self._manifest else None

    def _open(self, manifest: Manifest) -> sqlite3.Connection | None:
        """The database, if its bytes are those that were written."""
        if manifest.size > MAX_VERIFIED:
            return connect(f"{self._path.as_uri()}?mode=ro") if self._is_unchanged(manifest) else None
        content = _read_own(self._path, MAX_VERIFIED)
        if content is None or len(content) != manifest.size or zlib.crc32(content) != manifest.checksum:
            return None
        connection = connect("file::memory:")
        connection.deserialize(content)
        return connection

    def _is_unchanged(self, manifest: Manifest) -> bool:
        """Whether a large database has the metadata that it had when written, or else the same checksum."""
        try:
            own_stats = _own_stats(self._path)
            if own_stats == manifest.own_stats:
                return True
            if _checksum(self._path) != (manifest.size, manifest.checksum):
                return False
        except OSError:
            return False
        self._renew(manifest._replace(own_stats=own_stats))
        return True

    def _renew(self, manifest: Manifest) -> None:
        """Note other metadata of files whose content is the same, so that they are not read again."""
        self._manifest = manifest
        with suppress(OSError):
            _write_manifest(manifest, self._path)

    def keep(self, fill: Callable[[sqlite3.Connection], None]) -> sqlite3.Connection | None:
        """Make the database with `fill` and open it; None if it cannot be kept, as on a full disk."""
        path, files = self._path, self._files
        temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        content = files.content
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if path.parent.lstat().st_uid != os.getuid():
                return None
            _remove_leftovers(path)
            connection = sqlite3.connect(temporary, isolation_level=None)
            for pragma in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE"):
                connection.execute(f"PRAGMA {pragma}")
            fill(connection)
            size, checksum = _checksum(temporary)
            temporary.replace(path)
            own_stats = _own_stats(path)
            _write_manifest(Manifest(files.stats, content, files.seen_at, size, checksum, own_stats), path)
        except (OSError, sqlite3.Error):
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            return None
        return connection


def slot_of_store(dataset: Dataset, files: Files, caches: Path | None) -> Slot | None:
    """The slot of the compiled timeline; None if the dataset is not cached, or there is no cache folder."""
    path = _path_for(dataset, caches)
    return Slot(path, files) if path else None


def slot_of_check(dataset: Dataset, files: Files, caches: Path | None) -> Slot | None:
    """The slot of the results of `check`, beside the compiled timeline; None as in `slot_of_store`."""
    path = _path_for(dataset, caches)
    return Slot(path.with_name(f"{path.stem}-check.db"), files) if path else None


def _path_for(dataset: Dataset, caches: Path | None) -> Path | None:
    if dataset.given is not None or dataset.kind == "store":
        return None
    return cache_path(dataset.root.resolve(), caches)


def connect(uri: str) -> sqlite3.Connection:
    """Open a database by URI so that functions in its views and triggers cannot run."""
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _own_stats(path: Path) -> str:
    """Owner, size, times and inode of a regular file of this user. Raises OSError if it is anything else."""
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_uid != os.getuid():
        raise OSError("not a regular file of this user")
    return repr((status.st_uid, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))


def _checksum(path: Path) -> tuple[int, int]:
    """Size and checksum of a file of any length. Raises OSError."""
    size, checksum = 0, 0
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            size, checksum = size + len(block), zlib.crc32(block, checksum)
    return size, checksum


def _read_own(path: Path, limit: int) -> bytes | None:
    """A regular file of this user, not followed if it is a link; None if it is anything else or too large."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or status.st_uid != os.getuid() or status.st_size > limit:
        os.close(descriptor)
        return None
    with suppress(OSError), os.fdopen(descriptor, "rb") as stream:
        return stream.read(limit)
    return None


def _read_manifest(path: Path) -> Manifest | None:
    """The manifest of a database; None if there is no valid one."""
    text = _read_own(path.with_suffix(".manifest"), _MAX_MANIFEST)
    try:
        stats, content, seen_at, size, checksum, own_stats = (text or b"").decode().split("\n")
        return Manifest(stats, content, int(seen_at), int(size), int(checksum), own_stats)
    except ValueError:
        return None


def _write_manifest(manifest: Manifest, path: Path) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.manifest")
    temporary.write_text("\n".join(map(str, manifest)), "utf-8")
    temporary.replace(path.with_suffix(".manifest"))


def _remove_leftovers(path: Path) -> None:
    """Delete what killed builds of this database have left."""
    for file in path.parent.iterdir():
        process = file.name.split(".")[-2] if file.name.startswith(f".{path.name}.") else ""
        if process.isdecimal() and not process_exists(int(process)):
            with suppress(OSError):
                file.unlink()
