"""Documents to write: the one on The Hague as it is published, with parts put in its place."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from rich.console import Console

from timeline.cache import open_store
from timeline.dataset.locate import Dataset
from timeline.exporters import TEXTS, text_writer
from timeline.screens import show, table

Document = dict[str, Any]
Draft = Callable[..., Document]
Written = Callable[..., str]
SCREENS = {"table": table.draw, "detail": show.draw}


class Line(NamedTuple):
    """An event as the store gives it."""

    json: str


@pytest.fixture(scope="session")
def hague(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The document of hague-2025."""
    repository = Path(__file__).resolve().parent.parent.parent
    found = open_store(Dataset("folder", repository, "")).find("hague-2025")
    assert found is not None
    document: Document = json.loads(found.json)
    return document


@pytest.fixture(scope="session")
def written() -> Written:
    """What a format makes of documents; a drawing is made for a screen on which nothing is wrapped."""

    def write(
        name: str, *documents: Mapping[str, Any], fields: tuple[str, ...] = (), columns: int = 1000
    ) -> str:
        if name in TEXTS:
            events = [Line(json.dumps(document, separators=(",", ":"))) for document in documents]
            return "".join(text_writer(name)(events, fields))
        console = Console(width=1000, markup=False, emoji=False, highlight=False)
        drawn: Any = SCREENS[name](documents, console)  # type: ignore[arg-type]
        return "".join(f"{line.plain}\n" for line in drawn)

    return write
