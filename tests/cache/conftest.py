"""A small dataset that is opened several times, and a record of how often it was read."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.conftest import MakeDataset
from timeline.cache import build, manifest
from timeline.cache.manifest import Slot
from timeline.dataset.locate import Dataset, find
from timeline.dataset.progress import OnProgress

FAIR = "- {id: fair-2025, title: The fair, kind: fair, date: 2025, summary: The fair was held.}"


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the datasets that were compiled, in order."""
    names: list[str] = []
    compile_into = build.compile_into

    def recorded(
        dataset: Dataset,
        meta: dict[str, str],
        on_progress: OnProgress | None = None,
        earlier: sqlite3.Connection | None = None,
        checked: Slot | None = None,
    ) -> object:
        names.append(dataset.root.name)
        return compile_into(dataset, meta, on_progress, earlier, checked)

    monkeypatch.setattr(build, "compile_into", recorded)
    return names


@pytest.fixture
def own(dataset: MakeDataset) -> Dataset:
    """A dataset with one event, fair-2025, in files with an old modification time."""
    folder = dataset(FAIR)
    for path in folder.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return find(str(folder), folder)


@pytest.fixture
def store_file(own: Dataset) -> Path:
    """The database of that dataset in the cache."""
    file = manifest.cache_path(own.root.resolve())
    assert file is not None
    return file
