"""Reading a dataset: a file that cannot be read is one problem, and the rest is read."""

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


def messages(timeline: Timeline, root: Path) -> list[str]:
    """The problems of the readers, without the path of the dataset."""
    return [str(problem).removeprefix(f"{root}/") for problem in timeline.material.problems]


def test_only_visible_regular_files_of_seeds_are_texts(dataset: MakeDataset) -> None:
    folder = dataset(FAIR, texts=TEXTS)
    (folder / "seeds" / ".hidden").write_text("x", encoding="utf-8")
    (folder / "seeds" / "folder").mkdir()
    timeline = loaded(folder)
    assert list(timeline.material.texts or {}) == ["almanac.txt", "gazette.txt"]
    assert messages(timeline, folder) == []


def test_texts_sources_and_actors_are_optional(dataset: MakeDataset) -> None:
    folder = dataset(FAIR)
    (folder / "data" / "sources.yaml").unlink()
    (folder / "seeds").rmdir()
    timeline = loaded(folder)
    assert [linked.record.id for linked in timeline.events] == ["fair-2025"]
    assert timeline.material.texts == {}


def test_a_link_is_not_a_text_and_is_one_problem(dataset: MakeDataset) -> None:
    folder = dataset(FAIR, texts=TEXTS)
    (folder / "seeds" / "gazette.txt").unlink()
    (folder / "seeds" / "gazette.txt").symlink_to(folder / "seeds" / "almanac.txt")
    timeline = loaded(folder)
    message = "seeds/gazette.txt:1:1: unreadable: is a link; a stored text must be a regular file"
    assert messages(timeline, folder) == [message]
    assert {problem.rule for problem in check(timeline).problems} == {"unreadable", "unsupported-field"}


def test_a_text_that_is_not_utf8_has_line_and_byte(dataset: MakeDataset) -> None:
    folder = dataset(FAIR, texts=TEXTS)
    (folder / "seeds" / "gazette.txt").write_bytes(b"one\nZ\xfcrich\n")
    timeline = loaded(folder)
    assert messages(timeline, folder) == [
        "seeds/gazette.txt:2:2: bad-encoding: byte 2 of this line, 0xFC, is not UTF-8"
    ]
    assert list(timeline.material.texts or {}) == ["almanac.txt"]


def test_a_text_that_is_too_large_is_skipped(dataset: MakeDataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "TEXT_LIMIT", 20)
    folder = dataset(FAIR, texts=TEXTS)
    timeline = loaded(folder)
    assert messages(timeline, folder) == ["seeds/almanac.txt:1:1: unreadable: has 21 bytes; the limit is 20"]


def test_invalid_records_are_counted(dataset: MakeDataset) -> None:
    timeline = loaded(dataset(f"{FAIR}\n- {{id: x}}\n- {{id: y}}"))
    assert (len(timeline.events), timeline.material.left_out) == (1, 2)


def test_an_invalid_built_in_actor_raises(
    dataset: MakeDataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "countries.yaml"
    broken.write_text("format: 1\nactors:\n  - {id: XX}\n", encoding="utf-8")
    monkeypatch.setattr(reading, "world_files", lambda: [broken])
    with pytest.raises(RuntimeError, match=r"the built-in world is broken: countries\.yaml:3:5: "):
        loaded(dataset(FAIR))
