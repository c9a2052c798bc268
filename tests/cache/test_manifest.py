"""A database that does not match its manifest is ignored: no answer depends on the cache."""

import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.cache.conftest import FAIR
from tests.conftest import MakeDataset
from timeline.cache import manifest, open_store
from timeline.dataset.locate import Dataset, find


def opened(own: Dataset, times: int = 1) -> list[str]:
    """The ids of the events after opening the dataset so many times."""
    return [open_store(own).ids() for _ in range(times)][-1]


@pytest.mark.parametrize("damage", [b"", b"this is no database", b"SQLite format 3\0"])
def test_a_file_that_is_not_a_database_is_rebuilt(
    own: Dataset, store_file: Path, built: list[str], damage: bytes
) -> None:
    opened(own)
    store_file.write_bytes(damage)
    assert opened(own, times=2) == ["fair-2025"]
    assert len(built) == 2


@pytest.mark.parametrize("part", [0.0, 0.3, 0.6, 0.99])
def test_a_flipped_bit_is_detected(own: Dataset, store_file: Path, built: list[str], part: float) -> None:
    opened(own)
    content = bytearray(store_file.read_bytes())
    content[int(len(content) * part)] ^= 1
    store_file.write_bytes(content)
    assert opened(own) == ["fair-2025"]
    assert len(built) == 2


def test_a_truncated_store_is_rebuilt(own: Dataset, store_file: Path, built: list[str]) -> None:
    opened(own)
    whole = store_file.read_bytes()
    store_file.write_bytes(whole[: len(whole) // 2])
    assert opened(own) == ["fair-2025"]
    assert len(built) == 2


@pytest.mark.parametrize("content", [b"", b"\xff", b"a\nb\nc\nd\ne", b"too\nfew"])
def test_an_invalid_manifest_causes_a_rebuild(
    own: Dataset, store_file: Path, built: list[str], content: bytes
) -> None:
    opened(own)
    store_file.with_suffix(".manifest").write_bytes(content)
    assert opened(own) == ["fair-2025"]
    assert len(built) == 2


def test_a_missing_store_is_rebuilt(own: Dataset, store_file: Path, built: list[str]) -> None:
    opened(own)
    store_file.unlink()
    assert opened(own) == ["fair-2025"]
    assert len(built) == 2


@pytest.fixture
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every store counts as large."""
    monkeypatch.setattr(manifest, "MAX_VERIFIED", 10)


@pytest.mark.usefixtures("_large")
def test_the_checksum_of_a_large_store_is_compared_only_if_its_metadata_changed(
    own: Dataset, store_file: Path, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    summed: list[Path] = []
    checksum = manifest._checksum

    def recorded(path: Path) -> tuple[int, int]:
        if "-check" not in path.name:
            summed.append(path)
        return checksum(path)

    monkeypatch.setattr(manifest, "_checksum", recorded)
    assert opened(own, times=2) == ["fair-2025"]
    assert len(summed) == 1  # when it was built
    os.utime(store_file, (1, 1))
    assert opened(own, times=2) == ["fair-2025"]
    assert summed[1:] == [store_file]
    assert len(built) == 1


@pytest.mark.usefixtures("_large")
@pytest.mark.parametrize("times", [None, (1_700_000_000, 1_700_000_000)])
def test_a_modified_large_store_is_rebuilt(
    own: Dataset, store_file: Path, built: list[str], times: tuple[int, int] | None
) -> None:
    opened(own)
    content = store_file.read_bytes()
    for number, modified in enumerate(
        (content + b"more", content.replace(b"fair", b"foul"), bytes(len(content)))
    ):
        store_file.write_bytes(modified)
        if times:
            os.utime(store_file, times)
        assert opened(own) == ["fair-2025"]
        assert len(built) == 2 + number
    store_file.unlink()
    assert opened(own) == ["fair-2025"]


def test_a_dataset_name_with_wildcards_is_cached(dataset: MakeDataset, tmp_path: Path) -> None:
    folder = dataset(FAIR).rename(tmp_path / "x**y[a]")
    assert opened(find(str(folder), folder), times=2) == ["fair-2025"]


def test_a_store_of_another_user_is_ignored(
    own: Dataset, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(own)
    monkeypatch.setattr("os.getuid", lambda: os.geteuid() + 1)
    assert opened(own, times=2) == ["fair-2025"]
    assert len(built) == 3


@pytest.mark.parametrize("limit", [10, manifest.MAX_VERIFIED])
def test_a_link_to_a_store_is_not_followed(
    own: Dataset,
    store_file: Path,
    built: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    limit: int,
) -> None:
    monkeypatch.setattr(manifest, "MAX_VERIFIED", limit)
    opened(own)
    store_file.symlink_to(store_file.rename(tmp_path / "elsewhere.db"))
    assert opened(own) == ["fair-2025"]
    assert len(built) == 2


def test_leftovers_of_killed_builds_are_deleted(own: Dataset, store_file: Path) -> None:
    store_file.parent.mkdir(parents=True, exist_ok=True)
    dead = store_file.with_name(f".{store_file.name}.999999999.tmp")
    running = store_file.with_name(f".{store_file.name}.{os.getppid()}.tmp")
    for file in (dead, running):
        file.write_bytes(b"half")
    opened(own)
    assert (dead.exists(), running.exists()) == (False, True)
    running.unlink()


def test_without_a_home_directory_nothing_is_cached(
    own: Dataset, built: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert open_store(own, Path("~")).ids() == ["fair-2025"]
    assert open_store(own, Path("~")).ids() == ["fair-2025"]
    assert len(built) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_cache_folder_that_is_a_file_is_ignored(own: Dataset, built: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert open_store(own, tmp_path / "file").ids() == ["fair-2025"]
    assert open_store(own, tmp_path / "file").ids() == ["fair-2025"]
    assert len(built) == 2


def test_the_default_folder_is_that_of_the_platform(own: Dataset) -> None:
    default = manifest.cache_path(own.root)
    assert default is not None
    assert (default.parent.name, default.suffix) == ("timeline", ".db")
    assert manifest.cache_path(own.root, Path("/caches")) == Path("/caches/timeline") / default.name


def test_on_a_full_disk_the_store_is_built_in_memory(
    own: Dataset, store_file: Path, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def full(database: str | Path, **options: Any) -> Any:
        if isinstance(database, Path):
            raise sqlite3.OperationalError("database or disk is full")
        return connect(database, **options)

    monkeypatch.setattr("sqlite3.connect", full)
    assert opened(own, times=2) == ["fair-2025"]
    assert len(built) == 2
    assert not store_file.exists()


def test_two_datasets_of_one_name_have_two_stores(dataset: MakeDataset, tmp_path: Path) -> None:
    (tmp_path / "a" / "mine").mkdir(parents=True)
    (tmp_path / "b" / "mine").mkdir(parents=True)
    assert manifest.cache_path(tmp_path / "a" / "mine") != manifest.cache_path(tmp_path / "b" / "mine")
