"""The compiled timeline in the cache folder: a guess about the files that is cheap to check.

Beside each store lies a slip that says what the files looked like and what the store's own bytes sum to.
Whatever is not as the slip says (cut, flipped, foreign, another version, another owner) is ignored: no
answer depends on the cache, and it is safe to delete.
"""

import os
import sqlite3
import stat
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from timeline.dataset.files import process_exists
from timeline.program import PACKAGE

SUMMED = 16 * 1024 * 1024
"""Bytes up to which a store is read whole and summed at each start. A larger one is read by pages, and summed
only when it does not look as it did when it was written.
"""
_SLIP_LIMIT = 8 * 1024 * 1024


class Manifest(NamedTuple):
    """What a store was built from (`stats`, `content`) and when (`built`, ns); the `size` and `sum` of its
    own bytes, and how its file looks.
    """

    stats: str
    content: str
    built: int
    size: int
    sum: int
    look: str


def place(root: Path, caches: Path | None = None) -> Path | None:
    """Where this installation keeps the store of the dataset at `root`: below the user's cache folder
    `caches`, or below the platform's default. None where there is no such folder.
    """
    folder = caches / "timeline" if caches else _usual()
    if folder is None or not folder.is_absolute():
        return None  # without a home it would be a folder named ~ in the current one
    slot = zlib.crc32(os.fsencode(PACKAGE), zlib.crc32(os.fsencode(root)))
    name = f"{root.name or 'root'}-{slot:08x}.db"
    return folder / name


def _usual() -> Path | None:
    from platformdirs import user_cache_path  # a seam: it costs a twentieth of the start

    try:
        return user_cache_path("timeline", appauthor=False)
    except RuntimeError:  # a user whom nobody knows has no home
        return None


def read_manifest(store: Path) -> Manifest | None:
    """The slip beside a store; None where there is none that can be trusted."""
    content = _own_bytes(store.with_suffix(".slip"), _SLIP_LIMIT)
    try:
        stats, told, built, size, total, look = (content or b"").decode().split("\n")
        return Manifest(stats, told, int(built), int(size), int(total), look)
    except ValueError:
        return None


def opened(store: Path, slip: Manifest) -> sqlite3.Connection | None:
    """The database, if its bytes are those that were written."""
    if slip.size > SUMMED:
        return connect(f"{store.as_uri()}?mode=ro") if _is_as_written(store, slip) else None
    content = _own_bytes(store, SUMMED)
    if content is None or len(content) != slip.size or zlib.crc32(content) != slip.sum:
        return None
    connection = connect("file::memory:")
    connection.deserialize(content)
    return connection


def connect(uri: str) -> sqlite3.Connection:
    """A database by URI, in which views and triggers of strangers can do nothing."""
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _is_as_written(store: Path, slip: Manifest) -> bool:
    """Whether a large store holds what was written: it looks as it did, or else it is summed."""
    try:
        look = _look(store)
        if look == slip.look:
            return True
        if _sum(store) != (slip.size, slip.sum):
            return False
    except OSError:
        return False
    renew(store, slip._replace(look=look))
    return True


def _look(path: Path) -> str:
    """Owner, size, times and inode of a regular file. Raises OSError where it is none, or a stranger's."""
    seen = path.lstat()
    if not stat.S_ISREG(seen.st_mode) or seen.st_uid != os.getuid():
        raise OSError("it is no file of one's own")
    return repr((seen.st_uid, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino))


def _sum(path: Path) -> tuple[int, int]:
    """Size and sum of what stands in a file of any length. Raises OSError."""
    size, total = 0, 0
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            size, total = size + len(piece), zlib.crc32(piece, total)
    return size, total


def _own_bytes(path: Path, limit: int) -> bytes | None:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    seen = os.fstat(descriptor)
    if not stat.S_ISREG(seen.st_mode) or seen.st_uid != os.getuid() or seen.st_size > limit:
        os.close(descriptor)
        return None
    with suppress(OSError), os.fdopen(descriptor, "rb") as stream:
        return stream.read(limit)
    return None


def kept(
    store: Path, fill: Callable[[sqlite3.Connection], None], stats: str, content: str, built: int
) -> sqlite3.Connection | None:
    """Fill a new store in the cache and open it; None where it cannot be kept, on a full disk for one."""
    temporary = store.with_name(f".{store.name}.{os.getpid()}.tmp")
    try:
        store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if store.parent.lstat().st_uid != os.getuid():
            return None
        _sweep(store)
        connection = sqlite3.connect(temporary, isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE"):
            connection.execute(f"PRAGMA {pragma}")
        fill(connection)
        size, total = _sum(temporary)
        temporary.replace(store)
        _write(Manifest(stats, content, built, size, total, _look(store)), store)
    except (OSError, sqlite3.Error):
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        return None
    return connection


def renew(store: Path, slip: Manifest) -> None:
    """Write that the files look another way and hold the same, so that they need not be read again."""
    with suppress(OSError):
        _write(slip, store)


def _write(slip: Manifest, store: Path) -> None:
    aside = store.with_name(f".{store.name}.{os.getpid()}.slip")
    aside.write_text("\n".join(map(str, slip)), "utf-8")
    aside.replace(store.with_suffix(".slip"))


def _sweep(store: Path) -> None:
    """Take away what killed builds of this store have left."""
    for left in store.parent.iterdir():
        number = left.name.split(".")[-2] if left.name.startswith(f".{store.name}.") else ""
        if number.isdecimal() and not process_exists(int(number)):
            with suppress(OSError):
                left.unlink()
