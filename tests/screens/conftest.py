"""Screens are tested on a dataset that does not change when a shipped record is corrected."""

import pytest

from tests.conftest import FROZEN


@pytest.fixture(autouse=True)
def _frozen(_apart: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dataset that commands use without `--dataset`."""
    monkeypatch.setenv("TIMELINE_DATASET", str(FROZEN))
