"""Find the dataset to use (named, in a parent folder, or built in) and its files."""

import os
from pathlib import Path
from typing import Literal, NamedTuple

Kind = Literal["folder", "file", "given", "store", "built-in"]
EVENTS = "data/events.yaml"
BULK = ".jsonl"
"""The suffix of files that are read in batches and may have any size."""
FORMS = (".yaml", BULK)
"""The suffixes of event files in data/events/."""


class DatasetNotFound(ValueError):
    """The named path is not a dataset; the message says why."""


class Dataset(NamedTuple):
    """A folder with `data/` and `seeds/`, one file of events, standard input, or a built timeline.

    `shown` is the prefix of its file names in messages: the path from the current folder.
    """

    kind: Kind
    root: Path
    shown: str
    given: bytes | None = None

    @property
    def carries_texts(self) -> bool:
        """Whether it can have stored texts to check quotes against."""
        return self.kind in ("folder", "built-in")

    def event_files(self) -> list[Path]:
        """The files of events, in order of their names."""
        if not self.carries_texts:
            return [self.root]
        single = self.root / EVENTS
        folder = self.root / "data" / "events"
        files = sorted(path for path in folder.glob("*") if path.suffix in FORMS) if folder.is_dir() else []
        return [*([single] if single.exists() or not files else []), *files]

    def seeds(self) -> Path | None:
        """The folder of the stored texts; None where the dataset cannot have any."""
        return self.root / "seeds" if self.carries_texts else None

    def label(self, path: Path) -> str:
        """The name of a file in messages: its path as the user would write it."""
        name = f"{self.shown}{path.relative_to(self.root).as_posix()}" if self.carries_texts else self.shown
        # File names are bytes; those that are not UTF-8 are shown as escapes.
        return name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace")

    @property
    def fence(self) -> Path | None:
        """The folder that links must not lead out of; None where any file may be read."""
        return self.root if self.kind == "folder" else None


def find(named: str | None, here: Path) -> Dataset:
    """The dataset that was named, or the nearest one in `here` and its parents, or the built-in one.

    Raises DatasetNotFound where the named one does not exist: there is no fallback for a named dataset.
    """
    if named is not None:
        return _named(named)
    for folder in (here, *here.parents):
        if _is_dataset(folder):
            return Dataset("folder", folder, _path_up(folder, here))
    return Dataset("built-in", built_in(), "")


def given(content: bytes) -> Dataset:
    """A dataset of one file of events, read from standard input."""
    return Dataset("given", Path("-"), "<standard input>", content)


def _named(named: str) -> Dataset:
    path = Path(named)
    if path.is_dir():
        if not _is_dataset(path):
            raise DatasetNotFound(f'{named}: no {EVENTS} in this folder; "timeline init" creates one')
        return Dataset("folder", path, "" if named in (".", "./") else f"{named.rstrip('/')}/")
    if not path.exists():
        raise DatasetNotFound(f"{named}: no such dataset (a folder with {EVENTS}, or a file of events)")
    if path.suffix == ".db":
        return Dataset("store", path, named)
    return Dataset("file", path, named)


def _is_dataset(folder: Path) -> bool:
    return (folder / EVENTS).is_file() or (folder / "data" / "events").is_dir()


def _path_up(folder: Path, here: Path) -> str:
    return "../" * (len(here.parts) - len(folder.parts))


def built_in() -> Path:
    """The folder of the built-in dataset, in the wheel or in the checkout."""
    return _shipped()


def manual_pages() -> Path:
    """The folder of the pages that `timeline help` prints."""
    return _shipped() / "docs"


def _shipped() -> Path:
    package = Path(__file__).resolve().parent.parent
    inside = package / "builtin"
    return inside if inside.is_dir() else package.parent


def world_files() -> list[Path]:
    """The built-in tables of countries and groups."""
    world = Path(__file__).resolve().parent.parent / "actors" / "world"
    return [world / "countries.yaml", world / "historical.yaml", world / "groups.yaml"]
