"""The compiled timeline is used again while the files say the same, and only then."""

import os
from pathlib import Path

import pytest

from tests.conftest import MakeDataset
from timeline.cache import open_store
from timeline.cache.freshness import content, look
from timeline.dataset.locate import Dataset, find, given
from timeline.dataset.read import NoReadableFile

FAIR = "- {id: fair-2025, title: The fair, kind: fair, date: 2025, summary: The fair was held.}"
HALL = "- {id: hall-2025, title: The hall, kind: fair, date: 2025, summary: The hall was held.}"


def events_of(own: Dataset) -> Path:
    return own.root / "data" / "events.yaml"


def test_a_second_opening_reads_nothing(own: Dataset, built: list[str]) -> None:
    assert open_store(own).ids() == ["fair-2025"]
    assert open_store(own).ids() == ["fair-2025"]
    assert len(built) == 1


@pytest.fixture
def nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if all files had settled long ago; what would read them fails."""
    monkeypatch.setattr("timeline.cache.open.RACY", -(10**18))
    monkeypatch.setattr("timeline.cache.open.content", None)


def test_files_that_have_settled_are_not_even_opened(
    own: Dataset, built: list[str], request: pytest.FixtureRequest
) -> None:
    open_store(own)
    request.getfixturevalue("nothing_is_opened")
    assert open_store(own).ids() == ["fair-2025"]
    assert len(built) == 1


def test_a_touched_file_is_the_same_file_and_is_compared_once(
    own: Dataset, built: list[str], request: pytest.FixtureRequest
) -> None:
    open_store(own)
    os.utime(events_of(own))
    open_store(own)
    request.getfixturevalue("nothing_is_opened")
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


@pytest.mark.parametrize("name", ["data/actors.yaml", "seeds/new.txt", "data/events/a.yaml"])
def test_a_new_file_is_seen(own: Dataset, built: list[str], name: str) -> None:
    open_store(own)
    (own.root / name).parent.mkdir(exist_ok=True)
    (own.root / name).write_text("format: 1\n", encoding="utf-8")
    open_store(own)
    assert len(built) == 2


@pytest.mark.parametrize("name", ["data/sources.yaml", "seeds"])
def test_what_has_gone_is_seen(own: Dataset, built: list[str], name: str) -> None:
    (own.root / "seeds" / "a.txt").write_text("A text.", encoding="utf-8")
    open_store(own)
    (own.root / name).rename(own.root / "elsewhere")
    open_store(own)
    assert len(built) == 2


def test_other_code_rebuilds_the_store(
    own: Dataset, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(own)
    monkeypatch.setattr("timeline.program.digest", lambda: "other code")
    open_store(own)
    assert len(built) == 2


def test_a_folder_among_the_texts_changes_nothing(own: Dataset, built: list[str]) -> None:
    (own.root / "seeds" / "drafts").mkdir()
    assert open_store(own).ids() == ["fair-2025"]
    assert open_store(own).ids() == ["fair-2025"]
    assert len(built) == 1


def test_what_is_given_is_never_kept(built: list[str]) -> None:
    dataset = given(f"format: 1\nevents:\n{FAIR}\n".encode())
    assert open_store(dataset).ids() == ["fair-2025"]
    assert open_store(dataset).ids() == ["fair-2025"]
    assert len(built) == 2


def test_where_nothing_can_be_read_there_is_no_store(own: Dataset) -> None:
    events_of(own).write_bytes(b"\xff")
    with pytest.raises(NoReadableFile) as refused:
        open_store(own)
    assert "bad-encoding" in str(refused.value)
    assert [problem.rule for problem in refused.value.problems] == ["bad-encoding"]


def test_the_store_knows_how_many_problems_and_lost_records_there_are(dataset: MakeDataset) -> None:
    folder = dataset(f"{FAIR}\n{FAIR}\n- {{id: x}}")
    store = open_store(find(str(folder), folder))
    assert (store.meta("left_out"), int(store.meta("problems")) > 2) == ("2", True)


def test_what_lies_out_of_the_dataset_is_not_even_summed(own: Dataset, tmp_path: Path) -> None:
    """A touched dataset is compared by what stands in its files: never in one that a link leads out to."""
    (tmp_path / "secret").write_text("format: 1\n", encoding="utf-8")
    link = own.root / "seeds" / "link.txt"
    link.symlink_to(tmp_path / "secret")
    told = content(look(own))
    (tmp_path / "secret").write_text("format: 2\n", encoding="utf-8")
    assert content(look(own)) == told
    assert f"({str(link)!r}, -1, 0, 0)" in told
    assert "groups.yaml', -1" not in told
