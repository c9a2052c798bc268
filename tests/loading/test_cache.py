"""The compiled timeline is used again while the files say the same, and only then."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import MakeDataset
from timeline.dataset import Dataset, find, given
from timeline.loading import open_store
from timeline.loading.opening import cache_file
from timeline.loading.reading import NothingReadable

FAIR = "- {id: fair-2025, title: The fair, kind: fair, date: 2025, summary: The fair was held.}"
HALL = "- {id: hall-2025, title: The hall, kind: fair, date: 2025, summary: The hall was held.}"


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the datasets that were read and linked, in their order."""
    from timeline.loading import compiling

    names: list[str] = []
    compile_into = compiling.compile_into

    def noted(dataset: Dataset, meta: dict[str, str]) -> object:
        names.append(dataset.root.name)
        return compile_into(dataset, meta)

    monkeypatch.setattr(compiling, "compile_into", noted)
    return names


@pytest.fixture
def own(dataset: MakeDataset) -> Dataset:
    """A dataset with one event, whose files are older than what a clock might confuse."""
    folder = dataset(FAIR)
    for path in folder.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return find(str(folder), folder)


def events_of(own: Dataset) -> Path:
    return own.root / "data" / "events.yaml"


def test_a_second_opening_reads_nothing(own: Dataset, built: list[str]) -> None:
    assert open_store(own).ids() == ["fair-2025"]
    assert open_store(own).ids() == ["fair-2025"]
    assert len(built) == 1


def test_files_that_have_settled_are_not_even_opened(
    own: Dataset, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(own)
    monkeypatch.setattr("timeline.loading.opening.RACY", -(10**18))
    monkeypatch.setattr("timeline.loading.freshness.content", None)
    monkeypatch.setattr("timeline.loading.opening.content", None)
    assert open_store(own).ids() == ["fair-2025"]
    assert len(built) == 1


def test_a_changed_file_is_read_again(own: Dataset, built: list[str]) -> None:
    open_store(own)
    events_of(own).write_text(f"format: 1\nevents:\n{FAIR}\n{HALL}\n", encoding="utf-8")
    assert open_store(own).ids() == ["fair-2025", "hall-2025"]
    assert len(built) == 2


def test_a_change_that_keeps_size_and_time_is_seen(own: Dataset, built: list[str]) -> None:
    open_store(own)
    before = events_of(own).stat()
    content = events_of(own).read_text("utf-8").replace("fair", "hall")
    events_of(own).write_text(content, encoding="utf-8")
    os.utime(events_of(own), ns=(before.st_atime_ns, before.st_mtime_ns))
    assert events_of(own).stat().st_size == before.st_size
    assert open_store(own).ids() == ["hall-2025"]
    assert len(built) == 2


def test_a_touched_file_is_the_same_file(own: Dataset, built: list[str]) -> None:
    open_store(own)
    os.utime(events_of(own))
    open_store(own)
    assert len(built) == 1


@pytest.mark.parametrize(
    "name", ["data/actors.yaml", "data/sources.yaml", "seeds/new.txt", "data/events/a.yaml"]
)
def test_a_new_file_is_seen(own: Dataset, built: list[str], name: str) -> None:
    open_store(own)
    (own.root / name).parent.mkdir(exist_ok=True)
    (own.root / name).write_text("format: 1\n", encoding="utf-8")
    open_store(own)
    assert len(built) == 2


def test_a_file_that_has_gone_is_seen(own: Dataset, built: list[str]) -> None:
    open_store(own)
    (own.root / "data" / "sources.yaml").unlink()
    open_store(own)
    assert len(built) == 2


def test_another_version_of_the_program_builds_its_own(
    own: Dataset, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(own)
    monkeypatch.setattr("timeline.loading.freshness.VERSION", "99")
    open_store(own)
    assert len(built) == 2


@pytest.mark.parametrize("damage", [b"", b"this is no database", b"SQLite format 3\0"])
def test_a_cache_that_is_no_store_is_built_anew(own: Dataset, built: list[str], damage: bytes) -> None:
    open_store(own)
    cache_file(own).write_bytes(damage)
    assert open_store(own).ids() == ["fair-2025"]
    assert open_store(own).ids() == ["fair-2025"]
    assert len(built) == 2


def test_a_cache_that_was_cut_short_is_built_anew(own: Dataset, built: list[str]) -> None:
    open_store(own)
    whole = cache_file(own).read_bytes()
    cache_file(own).write_bytes(whole[: len(whole) // 2])
    assert open_store(own).ids() == ["fair-2025"]
    assert len(built) == 2


def test_a_cache_folder_that_is_no_folder_costs_only_time(
    own: Dataset, built: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert open_store(own).ids() == ["fair-2025"]
    assert open_store(own).ids() == ["fair-2025"]
    assert len(built) == 2


def test_a_full_disk_below_the_cache_costs_only_time(own: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def full(where: str | Path, **options: object) -> sqlite3.Connection:
        if where != ":memory:":
            raise sqlite3.OperationalError("database or disk is full")
        return connect(where, isolation_level=None)

    monkeypatch.setattr("sqlite3.connect", full)
    assert open_store(own).ids() == ["fair-2025"]


def test_two_datasets_of_one_name_have_two_caches(dataset: MakeDataset, tmp_path: Path) -> None:
    one, other = (dataset(FAIR).rename(tmp_path / name) for name in ("a", "b"))
    here = find(str(one), one), find(str(other), other)
    assert cache_file(here[0]) != cache_file(here[1])


def test_what_is_given_is_never_kept(built: list[str]) -> None:
    dataset = given(f"format: 1\nevents:\n{FAIR}\n".encode())
    assert open_store(dataset).ids() == ["fair-2025"]
    assert open_store(dataset).ids() == ["fair-2025"]
    assert len(built) == 2


def test_where_nothing_can_be_read_there_is_no_store(own: Dataset) -> None:
    events_of(own).write_bytes(b"\xff")
    with pytest.raises(NothingReadable) as refused:
        open_store(own)
    assert "bad-encoding" in str(refused.value)
    assert [problem.rule for problem in refused.value.problems] == ["bad-encoding"]


def test_the_store_knows_how_many_problems_and_lost_records_there_are(dataset: MakeDataset) -> None:
    folder = dataset(f"{FAIR}\n{FAIR}\n- {{id: x}}")
    store = open_store(find(str(folder), folder))
    assert (store.meta("left_out"), int(store.meta("problems")) > 2) == ("2", True)
