"""Reading files: regular ones only, within a limit and a folder, in UTF-8. Writing: atomic."""

import errno
import io
import os
import socket
import stat
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import timeline.dataset.files
from timeline.dataset.files import (
    BadText,
    Unreadable,
    decode,
    read_bytes,
    read_pieces,
    replacing,
    write_atomically,
)

Make = Callable[[Path], object]


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


REFUSED: list[tuple[Make, str]] = [
    (Path.mkdir, "is a folder, not a file"),
    (os.mkfifo, "is a pipe, not a file"),
    (make_socket, "cannot be read: .+"),
    (lambda path: path.symlink_to(path.name), "cannot be read: .+"),
    (lambda path: path.symlink_to("/dev/zero"), "is a device, not a file"),
    (lambda path: path, "cannot be read: .+"),
]


def all_pieces(path: Path, within: Path | None = None) -> bytes:
    return b"".join(read_pieces(path, 4, within))


@pytest.mark.parametrize("read", [read_bytes, all_pieces])
def test_a_file_is_read_byte_for_byte_also_through_a_link(
    read: Callable[[Path], bytes], tmp_path: Path
) -> None:
    content = b"\xef\xbb\xbfx\r\n\x00\n\nlast line"
    (tmp_path / "a").write_bytes(content)
    (tmp_path / "b").symlink_to("a")
    assert (read(tmp_path / "a"), read(tmp_path / "b")) == (content, content)


@pytest.mark.parametrize(("make", "message"), REFUSED, ids=[message for _, message in REFUSED])
@pytest.mark.parametrize("read", [read_bytes, all_pieces])
def test_anything_but_a_regular_file_is_refused_without_blocking(
    read: Callable[[Path], bytes], make: Make, message: str, tmp_path: Path
) -> None:
    make(tmp_path / "it")
    before = open_descriptors()
    with pytest.raises(Unreadable, match=f"^{message}$"):
        read(tmp_path / "it")
    assert open_descriptors() == before


def open_descriptors() -> int:
    return len(list(Path("/dev/fd").iterdir()))


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 1000)
    assert len(read_bytes(tmp_path / "a", limit=1000)) == 1000
    with pytest.raises(Unreadable, match="has 1,000 bytes; the limit is 999"):
        read_bytes(tmp_path / "a", limit=999)


def test_pieces_are_whole_lines(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one\ntwo\nthree\n4\n5\nsix")
    assert list(read_pieces(tmp_path / "a", 3)) == [b"one\n", b"two\n", b"three\n", b"4\n5\n", b"six"]


class Touched(io.FileIO):
    """A file that changes while it is read."""

    def read(self, size: int | None = -1, /) -> bytes:
        os.utime(self.fileno(), ns=(0, 0))
        return super().read(size) or b""


class Broken(io.FileIO):
    """A file on a disk that fails."""

    def read(self, size: int | None = -1, /) -> bytes:
        raise OSError(errno.EIO, "Input/output error")


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (Touched, "changed while it was read; run the command again"),
        (Broken, "cannot be read: Input/output error"),
    ],
)
@pytest.mark.parametrize("read", [read_bytes, all_pieces])
def test_a_change_or_an_error_while_a_file_is_read_is_reported(
    read: Callable[[Path], bytes],
    kind: type[io.FileIO],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "a").write_bytes(b"x")
    monkeypatch.setattr(timeline.dataset.files, "opened", lambda path, within: kind(path))
    with pytest.raises(Unreadable, match=f"^{message}$"):
        read(tmp_path / "a")


@pytest.mark.parametrize("read", [read_bytes, all_pieces])
def test_links_must_not_lead_out_of_the_folder(read: Callable[..., bytes], tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a").write_bytes(b"x")
    (tmp_path / "out").write_bytes(b"x")
    (tmp_path / "in" / "b").symlink_to("a")
    (tmp_path / "in" / "c").symlink_to("../out")
    (tmp_path / "door").symlink_to("in")
    for path in (tmp_path / "in" / "a", tmp_path / "in" / "b", tmp_path / "door" / "a"):
        assert read(path, within=tmp_path / "in") == read(path, within=tmp_path / "door") == b"x"
    for path in (tmp_path / "in" / "c", tmp_path / "in" / ".." / "out", tmp_path / "out"):
        with pytest.raises(Unreadable, match="a link that leads out of the dataset"):
            read(path, within=tmp_path / "in")


def test_a_line_of_a_file_in_pieces_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline.dataset.files, "LIMIT", 10)
    (tmp_path / "a").write_bytes(b"short\n" + b"x" * 12 + b"\n" + b"x" * 30)
    pieces = read_pieces(tmp_path / "a", 4)
    assert [next(pieces), next(pieces)] == [b"short\n", b"x" * 12 + b"\n"]
    with pytest.raises(Unreadable, match="has a line of more than 10 bytes"):
        next(pieces)


def test_a_file_that_grows_while_it_is_read_has_changed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one\n")
    pieces = read_pieces(tmp_path / "a", 3)
    assert next(pieces) == b"one\n"
    (tmp_path / "a").write_bytes(b"one\ntwo\n")
    with pytest.raises(Unreadable, match="changed while it was read"):
        list(pieces)


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        (b"a\nZ\xfcrich\n", 2, 2, "byte 2 of this line, 0xFC, is not UTF-8"),
        (b"\xe2\x80\x99ok \xe2\x80", 1, 7, "byte 7 of this line, 0xE2, is not UTF-8"),
        (b"\xed\xa0\x80", 1, 1, "byte 1 of this line, 0xED, is not UTF-8"),
        (b"\xff\xfea\x00", 1, 1, "byte 1 of this line, 0xFF, is not UTF-8 (the file looks like UTF-16)"),
        (b"\xfe\xff\x00a", 1, 1, "byte 1 of this line, 0xFE, is not UTF-8 (the file looks like UTF-16)"),
        (
            b"PK\x03\x04\n\x80",
            2,
            1,
            "byte 1 of this line, 0x80, is not UTF-8 (the file looks like a zip archive)",
        ),
        (b"\x1f\x8b\x08", 1, 2, "byte 2 of this line, 0x8B, is not UTF-8 (the file looks like gzip)"),
        (b"\x89PNG\r\n", 1, 1, "byte 1 of this line, 0x89, is not UTF-8 (the file looks like a PNG picture)"),
        (b"%PDF-1.7\n%\xe2\xe3", 2, 2, "byte 2 of this line, 0xE2, is not UTF-8 (the file looks like a PDF)"),
    ],
)
def test_invalid_utf_8_is_reported_with_line_and_byte(
    content: bytes, line: int, column: int, message: str
) -> None:
    with pytest.raises(BadText) as caught:
        decode(content)
    assert (str(caught.value), caught.value.line, caught.value.column) == (message, line, column)


def test_utf_8_is_decoded_unchanged() -> None:
    assert decode("\ufeffT\u00fcrkiye\r\n\U0001f54a".encode()) == "\ufeffT\u00fcrkiye\r\n\U0001f54a"


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", [b"one\n", b"two\n"])
    assert (tmp_path / "a").read_bytes() == b"one\ntwo\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_replaced_file_keeps_its_mode_and_a_new_one_follows_the_umask(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"")
    (tmp_path / "old").chmod(0o640)
    mask = os.umask(0o027)
    try:
        write_atomically(tmp_path / "old", [b"x"])
        write_atomically(tmp_path / "new", [b"x"])
    finally:
        assert os.umask(mask) == 0o027
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("old", "new")]
    assert modes == [0o640, 0o640]


class Interrupted(BaseException):
    """A signal that ends the program."""


@pytest.mark.parametrize("stop", [OSError(errno.ENOSPC, "No space left on device"), Interrupted()])
def test_a_failed_write_leaves_the_old_file(stop: BaseException, tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"new"
        raise stop

    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(type(stop)):
        write_atomically(tmp_path / "a", pieces())
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_missing_folder_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "no" / "a", [b"x"])


def test_writing_to_a_link_replaces_its_target(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a").write_bytes(b"old")
    (tmp_path / "b").symlink_to("in/a")
    write_atomically(tmp_path / "b", [b"new"])
    assert (tmp_path / "b").is_symlink()
    assert (tmp_path / "in" / "a").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("make", "message"), [(Path.mkdir, "it is a folder, not a file"), (os.mkfifo, "it is a pipe")]
)
def test_only_a_regular_file_is_replaced(make: Make, message: str, tmp_path: Path) -> None:
    make(tmp_path / "a")
    with pytest.raises(OSError, match=message):
        write_atomically(tmp_path / "a", [b"x"])
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_temporary_file_replaces_the_old_one_at_the_end(tmp_path: Path) -> None:
    with replacing(tmp_path / "a") as empty:
        assert not (tmp_path / "a").exists()
        empty.write_bytes(b"x")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"x")]


def dead_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_only_leftovers_of_killed_processes_are_removed(tmp_path: Path) -> None:
    kept = [f".a.{os.getppid()}.tmp", ".a.x.tmp", ".b.1.tmp", "a.1.tmp", ".a.1", ".a..tmp"]
    for name in (*kept, f".a.{dead_process()}.tmp", f".a.{10**30}.tmp"):
        (tmp_path / name).write_bytes(b"")
    write_atomically(tmp_path / "a", [b"x"])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*kept, "a"])


def test_the_temporary_file_of_another_user_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(process: int, signal: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", refuse)
    (tmp_path / ".a.1.tmp").write_bytes(b"")
    write_atomically(tmp_path / "a", [b"x"])
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.1.tmp", "a"]


def test_a_file_name_may_have_255_bytes(tmp_path: Path) -> None:
    long = tmp_path / ("\u00e9" * 127)
    left = tmp_path / f".{zlib.crc32(os.fsencode(long.name)):08x}.{dead_process()}.tmp"
    left.touch()
    write_atomically(long, [b"x"])
    assert [(path, path.read_bytes()) for path in tmp_path.iterdir()] == [(long, b"x")]


def test_a_replaced_file_keeps_a_mode_that_the_umask_would_remove(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "a").chmod(0o666)
    mask = os.umask(0o077)
    try:
        write_atomically(tmp_path / "a", [b"x"])
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o666


def test_a_file_is_synced_before_it_replaces_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = []

    def note(descriptor: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file"
        synced.append((kind, (tmp_path / "a").exists()))

    monkeypatch.setattr(os, "fsync", note)
    write_atomically(tmp_path / "a", [b"x"])
    assert synced == [("file", False), ("folder", True)]
