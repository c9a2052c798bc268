"""The metadata and checksums of the files that a store depends on."""

import os
import zlib
from pathlib import Path

import pytest

from timeline.cache import freshness
from timeline.cache.freshness import Files
from timeline.dataset.locate import Dataset


def test_files_outside_the_dataset_are_not_read(own: Dataset, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("format: 1\n", encoding="utf-8")
    link = own.root / "seeds" / "link.txt"
    link.symlink_to(tmp_path / "secret")
    before = Files(own).content
    (tmp_path / "secret").write_text("format: 2\n", encoding="utf-8")
    assert Files(own).content == before
    assert f"({str(link)!r}, -1, 0, 0)" in before
    assert "groups.yaml', -1" not in before


def test_content_depends_on_bytes_and_not_on_times(own: Dataset) -> None:
    file = own.root / "data" / "events.yaml"
    before = Files(own).content
    os.utime(file, (1, 1))
    assert Files(own).content == before
    file.write_bytes(file.read_bytes().replace(b"fair", b"hall"))
    assert Files(own).content != before


def test_newest_is_the_latest_change_of_any_file(own: Dataset) -> None:
    future = 4_000_000_000
    os.utime(own.root / "data" / "events.yaml", (future, future))
    assert Files(own).newest == future * 10**9


@pytest.mark.parametrize(("name", "read"), [("big.yaml", False), ("big.jsonl", True)])
def test_only_json_lines_are_read_beyond_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, read: bool
) -> None:
    monkeypatch.setattr(freshness, "_MAX_SUMMED", 8)
    content = b"format: 1"
    (tmp_path / name).write_bytes(content)
    sums = (zlib.crc32(content), zlib.adler32(content)) if read else (0, 0)
    assert freshness._sums(tmp_path / name, None) == (len(content), *sums)
