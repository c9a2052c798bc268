"""A dataset read whole: what cannot be read is a problem of its own, and the rest is read."""

from pathlib import Path

import pytest

from tests.conftest import MakeDataset
from timeline.checks import check
from timeline.dataset import read as reading
from timeline.dataset.locate import find
from timeline.evidence import Timeline, load_timeline

FAIR = "- {id: fair-2025, title: The fair, kind: fair, date: 2025, summary: The fair was held.}"
TEXTS = {"gazette.txt": "The fair was held.", "almanac.txt": "It was a mild winter."}


def loaded(folder: Path) -> Timeline:
    return load_timeline(find(str(folder), folder))


def said(timeline: Timeline, root: Path) -> list[str]:
    """What the readers found, without the way to the dataset."""
    return [str(problem).removeprefix(f"{root}/") for problem in timeline.material.problems]


def test_the_texts_are_the_regular_files_of_seeds_and_only_those(dataset: MakeDataset) -> None:
    folder = dataset(FAIR, texts=TEXTS)
    (folder / "seeds" / ".hidden").write_text("x", encoding="utf-8")
    (folder / "seeds" / "folder").mkdir()
    timeline = loaded(folder)
    assert list(timeline.material.texts or {}) == ["almanac.txt", "gazette.txt"]
    assert said(timeline, folder) == []


def test_a_dataset_may_do_without_texts_sources_and_actors(dataset: MakeDataset) -> None:
    folder = dataset(FAIR)
    (folder / "data" / "sources.yaml").unlink()
    (folder / "seeds").rmdir()
    timeline = loaded(folder)
    assert [linked.record.id for linked in timeline.events] == ["fair-2025"]
    assert timeline.material.texts == {}


def test_a_link_is_no_text_and_its_source_is_not_said_to_be_missing_as_well(dataset: MakeDataset) -> None:
    folder = dataset(FAIR, texts=TEXTS)
    (folder / "seeds" / "gazette.txt").unlink()
    (folder / "seeds" / "gazette.txt").symlink_to(folder / "seeds" / "almanac.txt")
    timeline = loaded(folder)
    sentence = "seeds/gazette.txt:1:1: unreadable: is a link; a stored text must be a regular file"
    assert said(timeline, folder) == [sentence]
    assert {problem.rule for problem in check(timeline).problems} == {"unreadable", "unsupported-field"}


def test_a_text_that_is_not_utf8_is_a_problem_where_it_is_not(dataset: MakeDataset) -> None:
    folder = dataset(FAIR, texts=TEXTS)
    (folder / "seeds" / "gazette.txt").write_bytes(b"one\nZ\xfcrich\n")
    timeline = loaded(folder)
    assert said(timeline, folder) == [
        "seeds/gazette.txt:2:2: bad-encoding: byte 2 of this line, 0xFC, is not UTF-8"
    ]
    assert list(timeline.material.texts or {}) == ["almanac.txt"]


def test_a_text_that_is_too_large_is_left_and_the_rest_is_read(
    dataset: MakeDataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "TEXT_LIMIT", 20)
    folder = dataset(FAIR, texts=TEXTS)
    timeline = loaded(folder)
    assert said(timeline, folder) == ["seeds/almanac.txt:1:1: unreadable: has 21 bytes; the limit is 20"]


def test_records_that_are_left_out_are_counted(dataset: MakeDataset) -> None:
    timeline = loaded(dataset(f"{FAIR}\n- {{id: x}}\n- {{id: y}}"))
    assert (len(timeline.events), timeline.material.left_out) == (1, 2)


def test_a_broken_world_is_a_fault_of_the_program(
    dataset: MakeDataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "countries.yaml"
    broken.write_text("format: 1\nactors:\n  - {id: XX}\n", encoding="utf-8")
    monkeypatch.setattr(reading, "world_files", lambda: [broken])
    with pytest.raises(RuntimeError, match=r"the built-in world is broken: countries\.yaml:3:5: "):
        loaded(dataset(FAIR))
