"""The one door to bytes: regular files only, within a limit and a folder, in UTF-8."""

import errno
import io
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

import timeline.dataset.files
from timeline.dataset.files import BadText, Unreadable, decode, read_bytes, read_pieces

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
    monkeypatch.setattr(timeline.dataset.files, "opened", lambda path, within: kind(path))
    with pytest.raises(Unreadable, match=f"^{said}$"):
        read(tmp_path / "a")


@pytest.mark.parametrize("read", [read_bytes, all_pieces])
def test_a_file_stays_within_its_folder_wherever_links_lead(
    read: Callable[..., bytes], tmp_path: Path
) -> None:
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
