"""Which dataset is used, its files, and their names in messages."""

from pathlib import Path

import pytest

from timeline.dataset.locate import DatasetNotFound, built_in, find, given


def folder(root: Path, *files: str) -> Path:
    """A folder with these empty files."""
    for name in files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("", encoding="utf-8")
    return root


def test_the_nearest_folder_with_events_is_used(tmp_path: Path) -> None:
    outer = folder(tmp_path, "data/events.yaml")
    inner = folder(tmp_path / "projects" / "mine", "data/events/2025.yaml", "notes/deep/n.txt")
    assert find(None, outer / "projects").root == outer
    assert find(None, inner / "notes" / "deep").root == inner


def test_labels_are_paths_from_the_current_folder(tmp_path: Path) -> None:
    own = folder(tmp_path, "data/events.yaml", "notes/deep/n.txt")
    events = own / "data" / "events.yaml"
    assert find(None, own).label(events) == "data/events.yaml"
    assert find(None, own / "notes" / "deep").label(events) == "../../data/events.yaml"
    assert find(str(own), own).label(events) == f"{own}/data/events.yaml"
    assert find(f"{own}/", own).label(events) == f"{own}/data/events.yaml"


def test_labels_in_the_current_folder_have_no_prefix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = folder(tmp_path, "data/events.yaml")
    monkeypatch.chdir(own)
    assert find(".", own).label(Path("data/events.yaml")) == "data/events.yaml"


@pytest.mark.shipped_data
def test_the_built_in_dataset_is_used_where_no_other_is_near(tmp_path: Path) -> None:
    found = find(None, tmp_path)
    assert (found.kind, found.root) == ("built-in", built_in())
    assert (built_in() / "data" / "events.yaml").is_file()
    assert (built_in() / "seeds").is_dir()


@pytest.mark.parametrize(
    ("named", "message"),
    [
        (
            "nowhere",
            "no such dataset (a folder with data/events.yaml, or a file of events)",
        ),
        ("empty", 'no data/events.yaml in this folder; "timeline init" creates one'),
    ],
)
def test_a_named_path_that_is_not_a_dataset_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, message: str
) -> None:
    folder(tmp_path, "data/events.yaml", "empty/n.txt")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DatasetNotFound) as refused:
        find(named, tmp_path)
    assert str(refused.value) == f"{named}: {message}"


def test_events_are_in_one_file_or_several_or_both(tmp_path: Path) -> None:
    data = tmp_path / "data"
    folder(tmp_path, "data/events.yaml")
    assert find(str(tmp_path), tmp_path).event_files() == [data / "events.yaml"]
    folder(tmp_path, "data/events/b.yaml", "data/events/a.yaml", "data/events/notes.md")
    several = [data / "events" / "a.yaml", data / "events" / "b.yaml"]
    assert find(str(tmp_path), tmp_path).event_files() == [data / "events.yaml", *several]
    (data / "events.yaml").unlink()
    assert find(str(tmp_path), tmp_path).event_files() == several


def test_a_single_file_of_events_has_no_seeds(tmp_path: Path) -> None:
    file = folder(tmp_path, "data/events.yaml", "seeds/a.txt") / "data" / "events.yaml"
    found = find(str(file), tmp_path)
    assert (found.kind, found.event_files(), found.seeds()) == ("file", [file], None)
    assert found.label(file) == str(file)


def test_standard_input_has_a_label_of_its_own() -> None:
    found = given(b"format: 1")
    assert (found.kind, found.given, found.seeds()) == ("given", b"format: 1", None)
    assert found.label(found.root) == "<standard input>"


def test_the_built_in_dataset_of_a_wheel_is_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "timeline" / "builtin"
    inside.mkdir(parents=True)
    monkeypatch.setattr(
        "timeline.dataset.locate.__file__", str(tmp_path / "timeline" / "dataset" / "locate.py")
    )
    assert built_in() == inside
