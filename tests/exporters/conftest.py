"""A published document to write, and what a format or a screen makes of documents."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from rich.console import Console

from timeline.cache import open_store
from timeline.dataset.locate import Dataset
from timeline.exporters import EXPORTERS, text_writer
from timeline.screens import show, table

Document = dict[str, Any]
Written = Callable[..., str]
SCREENS = {"table": table.draw, "show": show.draw}
WIDE = 1000
"""Cells of a screen on which nothing is wrapped."""


class Line(NamedTuple):
    """An event as the store returns it."""

    json: str


@pytest.fixture(scope="session")
def hague() -> Document:
    """The document of hague-2025 in the frozen dataset."""
    frozen = Path(__file__).resolve().parent.parent / "frozen"
    answer = open_store(Dataset("folder", frozen, "")).find("hague-2025")
    assert answer is not None
    document: Document = json.loads(answer.json)
    return document


@pytest.fixture(scope="session")
def written() -> Written:
    """What a format or a screen makes of documents, as one text."""

    def write(
        name: str, *documents: Mapping[str, Any], fields: tuple[str, ...] = (), raw: bool = False
    ) -> str:
        if name in EXPORTERS:
            events = [Line(json.dumps(document, separators=(",", ":"))) for document in documents]
            return "".join(text_writer(name, raw=raw)(events, fields))
        console = Console(width=WIDE, markup=False, emoji=False, highlight=False)
        lines: Any = SCREENS[name](documents, console)  # type: ignore[arg-type]
        return "".join(f"{line.plain}\n" for line in lines)

    return write
