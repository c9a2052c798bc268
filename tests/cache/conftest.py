"""A small dataset that is opened again and again, and a count of how often it was read."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.conftest import MakeDataset
from timeline.cache import build, manifest
from timeline.cache.slots import Slot
from timeline.dataset.locate import Dataset, find
from timeline.dataset.progress import OnProgress

FAIR = "- {id: fair-2025, title: The fair, kind: fair, date: 2025, summary: The fair was held.}"


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the datasets that were read and linked, in their order."""
    names: list[str] = []
    compile_into = build.compile_into

    def noted(
        dataset: Dataset,
        meta: dict[str, str],
        tell: OnProgress | None = None,
        earlier: sqlite3.Connection | None = None,
        checked: Slot | None = None,
    ) -> object:
        names.append(dataset.root.name)
        return compile_into(dataset, meta, tell, earlier, checked)

    monkeypatch.setattr(build, "compile_into", noted)
    return names


@pytest.fixture
def own(dataset: MakeDataset) -> Dataset:
    """A dataset with one event, fair-2025, in files that are not new."""
    folder = dataset(FAIR)
    for path in folder.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return find(str(folder), folder)


@pytest.fixture
def store_file(own: Dataset) -> Path:
    """Where the compiled timeline of that dataset is kept."""
    file = manifest.place(own.root.resolve())
    assert file is not None
    return file
