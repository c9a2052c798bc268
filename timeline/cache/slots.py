"""A place in the cache folder for what was made from a dataset, and whether it is still right."""

import sqlite3
import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from timeline.cache import manifest
from timeline.cache.freshness import RACY, FileStats, content, look
from timeline.dataset.locate import Dataset


class Files:
    """The files of a dataset as they look now. Make it before they are read: what changes in the meantime
    makes stale what was made from them.
    """

    def __init__(self, seen: FileStats) -> None:
        self.seen = seen

    @cached_property
    def content(self) -> str:
        """A fingerprint of what they hold."""
        return content(self.seen)

    def note(self) -> None:
        """Note now what they hold: they are about to be read."""
        _ = self.content


class Slot:
    """A database in the cache, and the files it is made from."""

    def __init__(self, path: Path, files: Files) -> None:
        self._path = path
        self._files = files
        self._seen = files.seen
        self._slip = manifest.read_manifest(path)

    def fresh(self) -> sqlite3.Connection | None:
        """The database, if it was made from the files as they are now. If not, what they hold is noted here,
        before they are read.
        """
        connection = self._open_if_same()
        if connection is None:
            self._files.note()
        return connection

    def _open_if_same(self) -> sqlite3.Connection | None:
        slip = self._slip
        if slip is None or not (self._looks_the_same(slip) or slip.content == self._files.content):
            return None
        connection = manifest.opened(self._path, slip)
        if connection is not None and slip.stats != self._seen.stats:
            manifest.renew(self._path, slip._replace(stats=self._seen.stats, built=time.time_ns()))
        return connection

    def _looks_the_same(self, slip: manifest.Manifest) -> bool:
        """Made from files that look like these, and long enough after their last change."""
        return slip.stats == self._seen.stats and slip.built - self._seen.newest > RACY

    def earlier(self) -> sqlite3.Connection | None:
        """The database, whatever it was made from."""
        return manifest.opened(self._path, self._slip) if self._slip else None

    def keep(self, fill: Callable[[sqlite3.Connection], None]) -> sqlite3.Connection | None:
        """Make the database and open it; None where it cannot be kept."""
        return manifest.kept(self._path, fill, self._seen.stats, self._files.content, time.time_ns())


def slot_of_check(dataset: Dataset, caches: Path | None) -> Slot | None:
    """Where it is kept what `check` found; None where there is no such place. `caches` is the user's folder
    of caches where it is known.
    """
    if dataset.given is not None or dataset.kind == "store":
        return None
    store = manifest.place(dataset.root.resolve(), caches)
    return beside(store, Files(look(dataset))) if store else None


def beside(store: Path, files: Files) -> Slot:
    """Where it is kept what `check` found, beside the store of the same dataset."""
    return Slot(store.with_name(f"{store.stem}-check.db"), files)
