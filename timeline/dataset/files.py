"""Read and write files: regular files only, up to a limit, in UTF-8; writes are atomic."""

import os
import stat
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO

LIMIT = 32 * 1024 * 1024
"""Bytes that one file of records may have; larger ones must be JSON Lines."""

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFLNK: "a broken link",
}


class Reason(Enum):
    """Why a file cannot be read, for code to look at."""

    TOO_LARGE = auto()
    CHANGED = auto()
    OUTSIDE = auto()
    NOT_REGULAR = auto()
    SYSTEM = auto()


class Unreadable(ValueError):
    """The file cannot be read. The message is for people, `reason` for code."""

    def __init__(self, message: str, reason: Reason) -> None:
        super().__init__(message)
        self.reason = reason


class BadText(ValueError):
    """The bytes are not UTF-8 at this line and column (from 1, columns in bytes)."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def read_bytes(path: Path, limit: int = LIMIT, within: Path | None = None) -> bytes:
    """The content of a regular file of at most `limit` bytes. Raises Unreadable, like `opened`."""
    with opened(path, within) as stream:
        before = os.fstat(stream.fileno())
        if before.st_size > limit:
            raise Unreadable(f"has {before.st_size:,} bytes; the limit is {limit:,}", Reason.TOO_LARGE)
        try:
            content = stream.read(min(limit, before.st_size) + 1)
        except OSError as error:
            raise Unreadable(f"cannot be read: {error.strerror or error}", Reason.SYSTEM) from None
        _unchanged(before, stream)
    return content


def read_pieces(path: Path, size: int, within: Path | None = None) -> Iterator[bytes]:
    """The content of a regular file of any size, in pieces of whole lines of about `size` bytes.

    Raises Unreadable while it is iterated, and never blocks.
    """
    with opened(path, within) as stream:
        before = os.fstat(stream.fileno())
        try:
            while piece := stream.read(size):
                rest = stream.readline(LIMIT)
                if len(rest) == LIMIT:
                    raise Unreadable(f"has a line of more than {LIMIT:,} bytes", Reason.TOO_LARGE)
                yield piece + rest
        except OSError as error:
            raise Unreadable(f"cannot be read: {error.strerror or error}", Reason.SYSTEM) from None
        _unchanged(before, stream)


def opened(path: Path, within: Path | None = None) -> BinaryIO:
    """Open a regular file for reading, without blocking. Raises Unreadable for anything else, and where links
    lead out of the folder `within`.
    """
    if within is not None and not _inside(path, within):
        raise Unreadable("is a link that leads out of the dataset", Reason.OUTSIDE)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror or error}", Reason.SYSTEM) from None
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        kind = _KINDS.get(stat.S_IFMT(mode), "a special file")
        raise Unreadable(f"is {kind}, not a file", Reason.NOT_REGULAR)
    return open(descriptor, "rb", closefd=True)


def _inside(path: Path, folder: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _unchanged(before: os.stat_result, stream: BinaryIO) -> None:
    after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Unreadable("changed while it was read; run the command again", Reason.CHANGED)


def decode(content: bytes) -> str:
    """The text of UTF-8 bytes. Raises BadText with the line and byte of the first error."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - (content.rfind(b"\n", 0, error.start) + 1) + 1
        byte = content[error.start]
        message = f"byte {column} of this line, 0x{byte:02X}, is not UTF-8{_looks_like(content)}"
        raise BadText(message, line, column) from None


def _looks_like(content: bytes) -> str:
    """What a file that is not UTF-8 seems to be, for the message."""
    signatures = {
        b"\xff\xfe": "UTF-16",
        b"\xfe\xff": "UTF-16",
        b"PK\x03\x04": "a zip archive",
        b"\x1f\x8b": "gzip",
        b"\x89PNG": "a PNG picture",
        b"%PDF": "a PDF",
    }
    for signature, name in signatures.items():
        if content.startswith(signature):
            return f" (the file looks like {name})"
    return ""


def write_atomically(path: Path, pieces: Iterable[bytes]) -> None:
    """Replace `path` by these pieces. Raises OSError, and then the old file is unchanged."""
    with replacing(path) as new, new.open("wb") as stream:
        stream.writelines(pieces)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` to write to; it replaces `path` when the block ends without an error.

    Only a regular file is replaced or created; for a link that is the file it leads to. Raises OSError, and
    then the old file is unchanged.
    """
    target, mode = _target(path)
    temporary = target.with_name(f".{_short(target.name)}.{os.getpid()}.tmp")
    _remove_leftovers(target)
    try:
        os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode))
        temporary.chmod(mode)
        yield temporary
        _sync(temporary)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    with suppress(OSError):  # the file itself is synced; some file systems cannot sync a folder
        _sync(target.parent)


def _target(path: Path) -> tuple[Path, int]:
    """The file to replace, and the mode of the new one. Raises OSError where it is not a regular file."""
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return target, 0o666 & ~_umask()
    if not stat.S_ISREG(mode):
        raise OSError(f"it is {_KINDS.get(stat.S_IFMT(mode), 'a special file')}, not a file")
    return target, mode & 0o777


def _short(name: str) -> str:
    """A name to which a suffix can be added; file systems allow 255 bytes."""
    return name if len(os.fsencode(name)) <= 200 else f"{zlib.crc32(os.fsencode(name)):08x}"


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove_leftovers(target: Path) -> None:
    """Remove the temporary files that killed processes left beside a file."""
    with suppress(OSError):
        for path in target.parent.iterdir():
            found, name = path.name, _short(target.name)
            number = found.removeprefix(f".{name}.").removesuffix(".tmp")
            if found == f".{name}.{number}.tmp" and number.isdecimal() and not process_exists(int(number)):
                path.unlink()


def process_exists(process: int) -> bool:
    """Whether a process with this id exists, of any user."""
    try:
        os.kill(process, 0)
    except (OSError, OverflowError) as error:
        return isinstance(error, PermissionError)  # it exists and belongs to another user
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
