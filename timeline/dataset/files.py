"""The one door to bytes: regular files only, within a limit, in UTF-8; and the one way to write them."""

import os
import stat
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO

LIMIT = 32 * 1024 * 1024
"""Bytes that one file of records may have; bulk belongs in JSON Lines."""

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFLNK: "a link that leads nowhere",
}


class Reason(Enum):
    """Why a file cannot be read, for code; the message of `Unreadable` is for people."""

    TOO_LARGE = auto()
    CHANGED = auto()
    OUTSIDE = auto()
    NOT_REGULAR = auto()
    SYSTEM = auto()


class Unreadable(ValueError):
    """The file cannot be read at all. The message says why in words, `reason` as a value."""

    def __init__(self, message: str, reason: Reason) -> None:
        super().__init__(message)
        self.reason = reason


class BadText(ValueError):
    """The bytes are not UTF-8: the sentence says why; `line` and `column` (from 1, in bytes) say where."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def read_bytes(path: Path, limit: int = LIMIT, within: Path | None = None) -> bytes:
    """All bytes of a regular file of at most `limit` bytes, as `opened` has it; raises Unreadable."""
    with opened(path, within) as stream:
        before = os.fstat(stream.fileno())
        if before.st_size > limit:
            raise Unreadable(
                f"has {before.st_size:,} bytes, more than the {limit:,} that are read", Reason.TOO_LARGE
            )
        try:
            content = stream.read(min(limit, before.st_size) + 1)
        except OSError as error:
            raise Unreadable(f"cannot be read: {error.strerror or error}", Reason.SYSTEM) from None
        _unchanged(before, stream)
    return content


def read_pieces(path: Path, size: int, within: Path | None = None) -> Iterator[bytes]:
    """All bytes of a regular file of any length, in pieces of whole lines of about `size` bytes.

    Raises Unreadable as it goes, and never blocks.
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
    """A regular file that lies in `within`, wherever links lead; never blocks. Raises Unreadable."""
    if within is not None and not _inside(path, within):
        raise Unreadable("is a link that leads out of the dataset", Reason.OUTSIDE)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror or error}", Reason.SYSTEM) from None
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        kind = _KINDS.get(stat.S_IFMT(mode), "no regular file")
        raise Unreadable(f"is {kind}, not a file", Reason.NOT_REGULAR)
    return open(descriptor, "rb", closefd=True)


def _inside(path: Path, folder: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _unchanged(before: os.stat_result, stream: BinaryIO) -> None:
    after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Unreadable("changed while it was read; run the command again", Reason.CHANGED)


def decode(content: bytes) -> str:
    """The text of UTF-8 bytes; raises BadText with line and byte."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - (content.rfind(b"\n", 0, error.start) + 1) + 1
        byte = content[error.start]
        message = f"byte {column} of this line, 0x{byte:02X}, is not UTF-8{_looks_like(content)}"
        raise BadText(message, line, column) from None


def _looks_like(content: bytes) -> str:
    """What a file that is no UTF-8 text seems to be, for the message."""
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
    """Replace `path` by all `pieces` whole or not at all; raises OSError, and then the old file stands."""
    with replacing(path) as new, new.open("wb") as stream:
        stream.writelines(pieces)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """An empty file beside `path` to be filled, which takes its place when all went well.

    Only a regular file is replaced, or made; of a link the file that it leads to. Raises OSError, and then
    the old file stands.
    """
    target, mode = _target(path)
    temporary = target.with_name(f".{_short(target.name)}.{os.getpid()}.tmp")
    _sweep(target)
    try:
        os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode))
        temporary.chmod(mode)
        yield temporary
        _settle(temporary)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    with suppress(OSError):  # it stands, whole; not every file system can promise that its name does
        _settle(target.parent)


def _target(path: Path) -> tuple[Path, int]:
    """The file to replace, and the mode that the new one gets. Raises OSError where it is no file."""
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return target, 0o666 & ~_umask()
    if not stat.S_ISREG(mode):
        raise OSError(f"it is {_KINDS.get(stat.S_IFMT(mode), 'no regular file')}, not a file")
    return target, mode & 0o777


def _short(name: str) -> str:
    """A name to which something can be added; a file system takes 255 bytes."""
    return name if len(os.fsencode(name)) <= 200 else f"{zlib.crc32(os.fsencode(name)):08x}"


def _settle(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sweep(target: Path) -> None:
    """Take away what killed runs have left beside a file."""
    with suppress(OSError):
        for path in target.parent.iterdir():
            left, name = path.name, _short(target.name)
            number = left.removeprefix(f".{name}.").removesuffix(".tmp")
            if left == f".{name}.{number}.tmp" and number.isdecimal() and not process_exists(int(number)):
                path.unlink()


def process_exists(process: int) -> bool:
    """Whether there is a process of that number, whoever started it."""
    try:
        os.kill(process, 0)
    except (OSError, OverflowError) as error:
        return isinstance(error, PermissionError)  # there it is, and somebody else's
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
