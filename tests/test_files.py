"""The one door to bytes: regular files only, within a limit, in UTF-8; written whole or not at all."""

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.files import BadText, Unreadable, decode, read_bytes, write_atomically


def test_a_file_is_read_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfx\r\n\x00")
    assert read_bytes(tmp_path / "a") == b"\xef\xbb\xbfx\r\n\x00"


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to("a")
    assert read_bytes(tmp_path / "b") == b"x"


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def make_loop(path: Path) -> None:
    path.symlink_to(path.name)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (Path.mkdir, "is a folder, not a file"),
        (make_pipe, "is a pipe, not a file"),
        (make_socket, "cannot be read: No such device or address"),
        (make_loop, "cannot be read: Too many levels of symbolic links"),
        (lambda path: path.symlink_to("/dev/zero"), "is a device, not a file"),
        (lambda path: None, "cannot be read: No such file or directory"),
        (lambda path: path.write_bytes(b"12345"), "has 5 bytes, more than the 4 that are read"),
    ],
)  # fmt: skip
def test_what_is_no_small_file_is_refused_at_once(make: "Make", said: str, tmp_path: Path) -> None:
    before = len(os.listdir("/dev/fd"))
    make(tmp_path / "it")
    with pytest.raises(Unreadable, match=f"^{said}$"):
        read_bytes(tmp_path / "it", limit=4)
    assert len(os.listdir("/dev/fd")) == before
