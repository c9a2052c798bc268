"""Which dataset: the one that is named, the nearest one around, or the built-in one; and its files."""

import os
from pathlib import Path
from typing import Literal, NamedTuple

Kind = Literal["folder", "file", "given", "store", "built-in"]
EVENTS = "data/events.yaml"
BULK = ".jsonl"
"""The ending of files that are read in batches, however large they are."""
FORMS = (".yaml", BULK)
"""The endings of the files in data/events/."""


class DatasetNotFound(ValueError):
    """What was named is no dataset: the sentence says why."""


class Dataset(NamedTuple):
    """A folder with `data/` and `seeds/`, one file of events, or such a file as given on standard input.

    `shown` goes before the names of its files in messages: it leads there from where the user stands.
    """

    kind: Kind
    root: Path
    shown: str
    given: bytes | None = None

    @property
    def carries_texts(self) -> bool:
        """Whether there is a place for stored texts, and so something to check quotes against."""
        return self.kind in ("folder", "built-in")

    def event_files(self) -> list[Path]:
        """The files that hold events, in the order of their names."""
        if not self.carries_texts:
            return [self.root]
        one = self.root / EVENTS
        more = self.root / "data" / "events"
        several = sorted(path for path in more.glob("*") if path.suffix in FORMS) if more.is_dir() else []
        return [*([one] if one.exists() or not several else []), *several]

    def seeds(self) -> Path | None:
        """The folder of the stored texts; None where the dataset carries none."""
        return self.root / "seeds" if self.carries_texts else None

    def label(self, path: Path) -> str:
        """How a file of the dataset is called in messages: the way to it, as the user would write it."""
        way = f"{self.shown}{path.relative_to(self.root).as_posix()}" if self.carries_texts else self.shown
        # Names of files are bytes: what of them is no text is spelled out.
        return way if way.isascii() else os.fsencode(way).decode("utf-8", "backslashreplace")

    @property
    def fence(self) -> Path | None:
        """The folder in which every file that is read must lie: links do not lead out of a dataset."""
        return self.root if self.kind == "folder" else None


def find(named: str | None, here: Path) -> Dataset:
    """The dataset to use when `named` was given (or not), standing in the folder `here`.

    Raises DatasetNotFound where the named one does not exist: a named dataset is never silently another.
    """
    if named is not None:
        return _named(named)
    for folder in (here, *here.parents):
        if _is_dataset(folder):
            return Dataset("folder", folder, _way(folder, here))
    return Dataset("built-in", built_in(), "")


def given(content: bytes) -> Dataset:
    """One file of events that came on standard input."""
    return Dataset("given", Path("-"), "<standard input>", content)


def _named(named: str) -> Dataset:
    path = Path(named)
    if path.is_dir():
        if not _is_dataset(path):
            raise DatasetNotFound(f"{named}: this folder holds no {EVENTS}; timeline init makes one")
        return Dataset("folder", path, "" if named in (".", "./") else f"{named.rstrip('/')}/")
    if not path.exists():
        raise DatasetNotFound(f"{named}: no such dataset (a folder with {EVENTS}, or a file of events)")
    if path.suffix == ".db":
        return Dataset("store", path, named)
    return Dataset("file", path, named)


def _is_dataset(folder: Path) -> bool:
    return (folder / EVENTS).is_file() or (folder / "data" / "events").is_dir()


def _way(folder: Path, here: Path) -> str:
    return "../" * (len(here.parts) - len(folder.parts))


def built_in() -> Path:
    """The folder of the dataset that comes with the program: in the wheel, or in the checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "builtin"
    return inside if inside.is_dir() else package.parent


def world_files() -> list[Path]:
    """The tables of countries and groups that come with the program."""
    world = Path(__file__).resolve().parent.parent / "actors" / "world"
    return [world / "countries.yaml", world / "historical.yaml", world / "groups.yaml"]
