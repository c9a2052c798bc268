"""`open_store` reuses the compiled timeline while the files are unchanged, and only then."""

import os
from pathlib import Path

import pytest

from tests.conftest import MakeDataset
from timeline.cache import freshness, open_store
from timeline.cache.freshness import RACY, Files
from timeline.dataset.locate import Dataset, find, given
from timeline.dataset.read import NoReadableFile

FAIR = "- {id: fair-2025, title: The fair, kind: fair, date: 2025, summary: The fair was held.}"
HALL = "- {id: hall-2025, title: The hall, kind: fair, date: 2025, summary: The hall was held.}"


def events_of(own: Dataset) -> Path:
    return own.root / "data" / "events.yaml"


def test_a_second_opening_compiles_nothing(own: Dataset, built: list[str]) -> None:
    assert open_store(own).ids() == ["fair-2025"]
    assert open_store(own).ids() == ["fair-2025"]
    assert len(built) == 1


@pytest.fixture
def nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on, all files have settled, and reading one fails."""

    def fail(*_: object) -> None:
        raise AssertionError("a file was opened")

    monkeypatch.setattr("timeline.cache.manifest.RACY", -(10**18))
    monkeypatch.setattr("timeline.cache.freshness._sums", fail)


def test_settled_files_are_not_opened(own: Dataset, built: list[str], request: pytest.FixtureRequest) -> None:
    open_store(own)
    request.getfixturevalue("nothing_is_opened")
    assert open_store(own).ids() == ["fair-2025"]
    assert len(built) == 1


def test_a_touched_file_is_compared_once(
    own: Dataset, built: list[str], request: pytest.FixtureRequest
) -> None:
    open_store(own)
    os.utime(events_of(own))
    open_store(own)
    request.getfixturevalue("nothing_is_opened")
    assert open_store(own).ids() == ["fair-2025"]
    assert len(built) == 1


def test_a_changed_file_causes_a_rebuild(own: Dataset, built: list[str]) -> None:
    open_store(own)
    events_of(own).write_text(f"format: 1\nevents:\n{FAIR}\n{HALL}\n", encoding="utf-8")
    assert open_store(own).ids() == ["fair-2025", "hall-2025"]
    assert len(built) == 2


def test_a_change_that_keeps_size_and_time_is_detected(own: Dataset, built: list[str]) -> None:
    open_store(own)
    before = events_of(own).stat()
    content = events_of(own).read_text("utf-8").replace("fair", "hall")
    events_of(own).write_text(content, encoding="utf-8")
    os.utime(events_of(own), ns=(before.st_atime_ns, before.st_mtime_ns))
    assert events_of(own).stat().st_size == before.st_size
    assert open_store(own).ids() == ["hall-2025"]
    assert len(built) == 2


@pytest.mark.parametrize("name", ["data/actors.yaml", "seeds/new.txt", "data/events/a.yaml"])
def test_a_new_file_is_detected(own: Dataset, built: list[str], name: str) -> None:
    open_store(own)
    (own.root / name).parent.mkdir(exist_ok=True)
    (own.root / name).write_text("format: 1\n", encoding="utf-8")
    open_store(own)
    assert len(built) == 2


@pytest.mark.parametrize("name", ["data/sources.yaml", "seeds"])
def test_a_missing_file_is_detected(own: Dataset, built: list[str], name: str) -> None:
    (own.root / "seeds" / "a.txt").write_text("A text.", encoding="utf-8")
    open_store(own)
    (own.root / name).rename(own.root / "elsewhere")
    open_store(own)
    assert len(built) == 2


def test_other_code_causes_a_rebuild(own: Dataset, built: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(own)
    monkeypatch.setattr("timeline.program.digest", lambda: "other code")
    open_store(own)
    assert len(built) == 2


def test_a_folder_among_the_texts_is_ignored(own: Dataset, built: list[str]) -> None:
    (own.root / "seeds" / "drafts").mkdir()
    assert open_store(own).ids() == ["fair-2025"]
    assert open_store(own).ids() == ["fair-2025"]
    assert len(built) == 1


def test_standard_input_is_never_cached(built: list[str]) -> None:
    dataset = given(f"format: 1\nevents:\n{FAIR}\n".encode())
    assert open_store(dataset).ids() == ["fair-2025"]
    assert open_store(dataset).ids() == ["fair-2025"]
    assert len(built) == 2


def test_open_store_raises_if_no_file_is_readable(own: Dataset) -> None:
    events_of(own).write_bytes(b"\xff")
    with pytest.raises(NoReadableFile) as raised:
        open_store(own)
    assert "bad-encoding" in str(raised.value)
    assert [problem.rule for problem in raised.value.problems] == ["bad-encoding"]


def test_the_store_has_the_number_of_problems_and_of_records_left_out(dataset: MakeDataset) -> None:
    folder = dataset(f"{FAIR}\n{FAIR}\n- {{id: x}}")
    store = open_store(find(str(folder), folder))
    assert (store.meta("left_out"), int(store.meta("problems")) > 2) == ("2", True)


@pytest.mark.parametrize(("age", "compared"), [(RACY, True), (RACY + 1, False)])
def test_files_changed_within_two_seconds_are_compared(
    own: Dataset, built: list[str], monkeypatch: pytest.MonkeyPatch, age: int, compared: bool
) -> None:
    """A file system may give a second change within its clock's tick the same timestamp."""
    newest = Files(own).newest
    with monkeypatch.context() as patch:
        patch.setattr("time.time_ns", lambda: newest + age)
        open_store(own)
    other = (0, 0, 0)
    monkeypatch.setattr("timeline.cache.freshness._sums", lambda *_: other)
    open_store(own)
    assert len(built) == (2 if compared else 1)


def test_settled_files_that_were_compared_once_are_not_compared_again(
    own: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = Files(own).newest
    read: list[Path] = []
    sums = freshness._sums

    def recorded(path: Path, within: Path | None) -> tuple[int, int, int]:
        read.append(path)
        return sums(path, within)

    monkeypatch.setattr(freshness, "_sums", recorded)
    monkeypatch.setattr("time.time_ns", lambda: newest + RACY)
    open_store(own)
    monkeypatch.setattr("time.time_ns", lambda: newest + RACY + 1)
    read.clear()
    open_store(own)
    assert read
    read.clear()
    open_store(own)
    assert not read
