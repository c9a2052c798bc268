"""Screens are tested on a dataset that does not change when a shipped record is corrected."""

from pathlib import Path

import pytest

FROZEN = Path(__file__).resolve().parent.parent / "frozen"


@pytest.fixture(autouse=True)
def _frozen(_apart: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dataset that commands use without `--dataset`."""
    monkeypatch.setenv("TIMELINE_DATASET", str(FROZEN))
