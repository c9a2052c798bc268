"""The cache is only a guess: what is not as it was written is ignored, and no answer depends on it."""

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
    """The ids of the events when the dataset is opened, the last of so many times."""
    return [open_store(own).ids() for _ in range(times)][-1]


@pytest.mark.parametrize("damage", [b"", b"this is no database", b"SQLite format 3\0"])
def test_a_store_that_is_none_is_built_anew(
    own: Dataset, store_file: Path, built: list[str], damage: bytes
) -> None:
    opened(own)
    store_file.write_bytes(damage)
    assert opened(own, times=2) == ["fair-2025"]
    assert len(built) == 2


@pytest.mark.parametrize("part", [0.0, 0.3, 0.6, 0.99])
def test_one_flipped_bit_anywhere_is_seen(
    own: Dataset, store_file: Path, built: list[str], part: float
) -> None:
    opened(own)
    content = bytearray(store_file.read_bytes())
    content[int(len(content) * part)] ^= 1
    store_file.write_bytes(content)
    assert opened(own) == ["fair-2025"]
    assert len(built) == 2


def test_a_store_that_was_cut_short_is_built_anew(own: Dataset, store_file: Path, built: list[str]) -> None:
    opened(own)
    whole = store_file.read_bytes()
    store_file.write_bytes(whole[: len(whole) // 2])
    assert opened(own) == ["fair-2025"]
    assert len(built) == 2


@pytest.mark.parametrize("slip", [b"", b"\xff", b"a\nb\nc\nd\ne", b"too\nfew"])
def test_a_slip_that_is_none_means_nothing(
    own: Dataset, store_file: Path, built: list[str], slip: bytes
) -> None:
    opened(own)
    store_file.with_suffix(".slip").write_bytes(slip)
    assert opened(own) == ["fair-2025"]
    assert len(built) == 2


def test_a_slip_without_its_store_means_nothing(own: Dataset, store_file: Path, built: list[str]) -> None:
    opened(own)
    store_file.unlink()
    assert opened(own) == ["fair-2025"]
    assert len(built) == 2


@pytest.fixture
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every store counts as large."""
    monkeypatch.setattr(manifest, "SUMMED", 10)


@pytest.mark.usefixtures("_large")
def test_a_large_store_is_summed_only_when_it_looks_another_way(
    own: Dataset, store_file: Path, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    summed: list[Path] = []
    sum_of = manifest._sum

    def noted(path: Path) -> tuple[int, int]:
        if "-check" not in path.name:
            summed.append(path)
        return sum_of(path)

    monkeypatch.setattr(manifest, "_sum", noted)
    assert opened(own, times=2) == ["fair-2025"]
    assert len(summed) == 1  # when it was built
    os.utime(store_file, (1, 1))
    assert opened(own, times=2) == ["fair-2025"]
    assert summed[1:] == [store_file]
    assert len(built) == 1


@pytest.mark.usefixtures("_large")
@pytest.mark.parametrize("times", [None, (1_700_000_000, 1_700_000_000)])
def test_a_large_store_that_was_changed_is_built_anew(
    own: Dataset, store_file: Path, built: list[str], times: tuple[int, int] | None
) -> None:
    opened(own)
    content = store_file.read_bytes()
    for number, spoilt in enumerate(
        (content + b"more", content.replace(b"fair", b"foul"), bytes(len(content)))
    ):
        store_file.write_bytes(spoilt)
        if times:
            os.utime(store_file, times)
        assert opened(own) == ["fair-2025"]
        assert len(built) == 2 + number
    store_file.unlink()
    assert opened(own) == ["fair-2025"]


def test_a_dataset_whose_name_is_a_pattern(dataset: MakeDataset, tmp_path: Path) -> None:
    folder = dataset(FAIR).rename(tmp_path / "x**y[a]")
    assert opened(find(str(folder), folder), times=2) == ["fair-2025"]


def test_what_belongs_to_somebody_else_is_not_believed(
    own: Dataset, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(own)
    monkeypatch.setattr("os.getuid", lambda: os.geteuid() + 1)
    assert opened(own, times=2) == ["fair-2025"]
    assert len(built) == 3


@pytest.mark.parametrize("summed", [10, manifest.SUMMED])
def test_a_link_in_the_place_of_a_store_is_not_followed(
    own: Dataset,
    store_file: Path,
    built: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    summed: int,
) -> None:
    monkeypatch.setattr(manifest, "SUMMED", summed)
    opened(own)
    store_file.symlink_to(store_file.rename(tmp_path / "elsewhere.db"))
    assert opened(own) == ["fair-2025"]
    assert len(built) == 2


def test_what_a_killed_build_has_left_is_taken_away(own: Dataset, store_file: Path) -> None:
    store_file.parent.mkdir(parents=True, exist_ok=True)
    left = store_file.with_name(f".{store_file.name}.999999999.tmp")
    running = store_file.with_name(f".{store_file.name}.{os.getppid()}.tmp")
    for file in (left, running):
        file.write_bytes(b"half")
    opened(own)
    assert (left.exists(), running.exists()) == (False, True)
    running.unlink()


def test_without_a_home_nothing_is_kept(
    own: Dataset, built: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert open_store(own, Path("~")).ids() == ["fair-2025"]
    assert open_store(own, Path("~")).ids() == ["fair-2025"]
    assert len(built) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_cache_folder_that_is_no_folder_costs_only_time(
    own: Dataset, built: list[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert open_store(own, tmp_path / "file").ids() == ["fair-2025"]
    assert open_store(own, tmp_path / "file").ids() == ["fair-2025"]
    assert len(built) == 2


def test_where_nobody_says_which_folder_it_is_that_of_the_platform(own: Dataset) -> None:
    usual = manifest.place(own.root)
    assert usual is not None
    assert (usual.parent.name, usual.suffix) == ("timeline", ".db")
    assert manifest.place(own.root, Path("/caches")) == Path("/caches/timeline") / usual.name


def test_a_full_disk_below_the_cache_costs_only_time(
    own: Dataset, store_file: Path, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def full(where: str | Path, **options: Any) -> Any:
        if isinstance(where, Path):
            raise sqlite3.OperationalError("database or disk is full")
        return connect(where, **options)

    monkeypatch.setattr("sqlite3.connect", full)
    assert opened(own, times=2) == ["fair-2025"]
    assert len(built) == 2
    assert not store_file.exists()


def test_two_datasets_of_one_name_are_kept_apart(dataset: MakeDataset, tmp_path: Path) -> None:
    (tmp_path / "a" / "mine").mkdir(parents=True)
    (tmp_path / "b" / "mine").mkdir(parents=True)
    assert manifest.place(tmp_path / "a" / "mine") != manifest.place(tmp_path / "b" / "mine")
