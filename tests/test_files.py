"""The one door to bytes: regular files only, within a limit, in UTF-8; written whole or not at all."""

import errno
import io
import os
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import timeline.files
from timeline.files import BadText, Unreadable, decode, read_bytes, read_pieces, write_atomically

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


def all_pieces(path: Path) -> bytes:
    return b"".join(read_pieces(path, 4))


@pytest.mark.parametrize("read", [read_bytes, all_pieces])
def test_a_file_is_read_byte_for_byte_through_a_link_too(
    read: Callable[[Path], bytes], tmp_path: Path
) -> None:
    content = b"\xef\xbb\xbfx\r\n\x00\n\nlast line"
    (tmp_path / "a").write_bytes(content)
    (tmp_path / "b").symlink_to("a")
    assert (read(tmp_path / "a"), read(tmp_path / "b")) == (content, content)


@pytest.mark.parametrize(("make", "said"), REFUSED, ids=[said for _, said in REFUSED])
@pytest.mark.parametrize("read", [read_bytes, all_pieces])
def test_what_is_no_file_is_refused_at_once(
    read: Callable[[Path], bytes], make: Make, said: str, tmp_path: Path
) -> None:
    make(tmp_path / "it")
    before = open_descriptors()
    with pytest.raises(Unreadable, match=f"^{said}$"):
        read(tmp_path / "it")
    assert open_descriptors() == before


def open_descriptors() -> int:
    return len(list(Path("/dev/fd").iterdir()))


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 1000)
    assert len(read_bytes(tmp_path / "a", limit=1000)) == 1000
    with pytest.raises(Unreadable, match="1,000 bytes, more than the 999 that are read"):
        read_bytes(tmp_path / "a", limit=999)


def test_pieces_are_whole_lines(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one\ntwo\nthree\n4\n5\nsix")
    assert list(read_pieces(tmp_path / "a", 3)) == [b"one\n", b"two\n", b"three\n", b"4\n5\n", b"six"]


class Touched(io.FileIO):
    """A file that somebody writes to while it is read."""

    def read(self, size: int | None = -1, /) -> bytes:
        os.utime(self.fileno(), ns=(0, 0))
        return super().read(size) or b""


class Broken(io.FileIO):
    """A file on a disk that fails."""

    def read(self, size: int | None = -1, /) -> bytes:
        raise OSError(errno.EIO, "Input/output error")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Touched, "changed while it was read; run the command again"),
        (Broken, "cannot be read: Input/output error"),
    ],
)
@pytest.mark.parametrize("read", [read_bytes, all_pieces])
def test_what_happens_while_a_file_is_read_is_said(
    read: Callable[[Path], bytes],
    kind: type[io.FileIO],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "a").write_bytes(b"x")
    monkeypatch.setattr(timeline.files, "_opened", kind)
    with pytest.raises(Unreadable, match=f"^{said}$"):
        read(tmp_path / "a")


def test_a_file_that_grew_since_its_first_lines_were_read_has_changed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one\n")
    pieces = read_pieces(tmp_path / "a", 3)
    assert next(pieces) == b"one\n"
    (tmp_path / "a").write_bytes(b"one\ntwo\n")
    with pytest.raises(Unreadable, match="changed while it was read"):
        list(pieces)


@pytest.mark.parametrize(
    ("content", "line", "column", "said"),
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
def test_what_is_not_utf_8_is_said_with_line_and_byte(
    content: bytes, line: int, column: int, said: str
) -> None:
    with pytest.raises(BadText) as caught:
        decode(content)
    assert (str(caught.value), caught.value.line, caught.value.column) == (said, line, column)


def test_utf_8_is_decoded_as_it_is() -> None:
    assert decode("\ufeffT\u00fcrkiye\r\n\U0001f54a".encode()) == "\ufeffT\u00fcrkiye\r\n\U0001f54a"


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", [b"one\n", b"two\n"])
    assert (tmp_path / "a").read_bytes() == b"one\ntwo\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_file_that_is_replaced_keeps_its_mode_and_a_new_one_obeys_the_mask(tmp_path: Path) -> None:
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
    """What stops a program from outside."""


@pytest.mark.parametrize("stop", [OSError(errno.ENOSPC, "No space left on device"), Interrupted()])
def test_a_write_that_fails_half_way_leaves_the_old_file(stop: BaseException, tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"new"
        raise stop

    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(type(stop)):
        write_atomically(tmp_path / "a", pieces())
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_folder_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "no" / "a", [b"x"])
