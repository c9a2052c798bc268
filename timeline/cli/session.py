"""What a command starts from: the dataset that was asked for, and its store."""

import os
import sys
from contextvars import ContextVar
from pathlib import Path
from typing import NamedTuple

from timeline.cache import open_store
from timeline.cli.output import Failure, log
from timeline.cli.progress import progress
from timeline.dataset import locate as datasets
from timeline.dataset.files import LIMIT
from timeline.dataset.locate import Dataset, DatasetNotFound
from timeline.store import Store

received: ContextVar[str] = ContextVar("received", default="")
"""The built timeline that is read, which may be anybody's: when something is amiss, it is the file."""


def caches() -> Path | None:
    """The folder of caches by the XDG Base Directory Specification, on Linux; None where platformdirs is
    to say it.
    """
    if sys.platform != "linux":
        return None
    named = os.environ.get("XDG_CACHE_HOME", "")
    home = os.environ.get("HOME", "")
    return Path(named) if named.startswith("/") else Path(home, ".cache") if home.startswith("/") else None


class Session(NamedTuple):
    """The value of `--dataset` or TIMELINE_DATASET; None where neither was given."""

    named: str | None

    def dataset(self) -> Dataset:
        """The dataset to use; stderr says so when it is the built-in one."""
        if self.named == "-":
            content = sys.stdin.buffer.read(LIMIT + 1) if sys.stdin else b""
            if len(content) > LIMIT:
                raise Failure(f"<standard input>: more than the {LIMIT:,} bytes that are read", 3)
            return datasets.given(content)
        try:
            found = datasets.find(self.named, Path.cwd())
        except (DatasetNotFound, OSError) as error:
            raise Failure(str(error), 3) from None
        if found.kind == "built-in":
            log("the built-in dataset is used: there is no data/events.yaml here or above")
        return found

    def store(self) -> Store:
        """The compiled timeline; stderr says so when its files have problems."""
        dataset = self.dataset()
        if dataset.kind == "store":
            received.set(dataset.shown)
        try:
            with progress() as tell:
                store = open_store(dataset, caches(), tell)
        except ValueError as error:
            raise Failure(str(error), 3) from None
        problems, left_out = int(store.meta("problems")), int(store.meta("left_out"))
        if problems:
            records = "1 record is" if left_out == 1 else f"{left_out} records are"
            lost = f", {records} left out" if left_out else ""
            log(f"{problems} problem{'s' if problems > 1 else ''}{lost}: timeline check")
        return store
