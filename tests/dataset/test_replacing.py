"""The one way to write a file: whole or not at all."""

import errno
import os
import stat
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from timeline.dataset.files import replacing, write_atomically


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


Make = Callable[[Path], object]


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


def test_a_link_stays_and_the_file_that_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a").write_bytes(b"old")
    (tmp_path / "b").symlink_to("in/a")
    write_atomically(tmp_path / "b", [b"new"])
    assert (tmp_path / "b").is_symlink()
    assert (tmp_path / "in" / "a").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("make", "said"), [(Path.mkdir, "it is a folder, not a file"), (os.mkfifo, "it is a pipe")]
)
def test_only_a_file_is_replaced(make: Make, said: str, tmp_path: Path) -> None:
    make(tmp_path / "a")
    with pytest.raises(OSError, match=said):
        write_atomically(tmp_path / "a", [b"x"])
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_file_may_be_filled_by_others(tmp_path: Path) -> None:
    with replacing(tmp_path / "a") as empty:
        assert not (tmp_path / "a").exists()
        empty.write_bytes(b"x")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"x")]


def dead_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_what_killed_runs_have_left_is_swept_away_and_nothing_else(tmp_path: Path) -> None:
    kept = [f".a.{os.getppid()}.tmp", ".a.x.tmp", ".b.1.tmp", "a.1.tmp", ".a.1", ".a..tmp"]
    for name in (*kept, f".a.{dead_process()}.tmp", f".a.{10**30}.tmp"):
        (tmp_path / name).write_bytes(b"")
    write_atomically(tmp_path / "a", [b"x"])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*kept, "a"])


def test_what_another_user_is_writing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(process: int, signal: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", refuse)
    (tmp_path / ".a.1.tmp").write_bytes(b"")
    write_atomically(tmp_path / "a", [b"x"])
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.1.tmp", "a"]


def test_a_name_may_be_as_long_as_a_file_system_takes(tmp_path: Path) -> None:
    long = tmp_path / ("\u00e9" * 127)
    left = tmp_path / f".{zlib.crc32(os.fsencode(long.name)):08x}.{dead_process()}.tmp"
    left.touch()
    write_atomically(long, [b"x"])
    assert [(path, path.read_bytes()) for path in tmp_path.iterdir()] == [(long, b"x")]
