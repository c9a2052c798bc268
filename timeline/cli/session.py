"""What a command starts with: the dataset named on the command line, its store, and its texts."""

from __future__ import annotations

import datetime
import os
import sys
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline.cache import open_store
from timeline.cli.output import Failure, log, progress
from timeline.dataset import locate
from timeline.dataset.files import LIMIT
from timeline.dataset.locate import Dataset, DatasetNotFound
from timeline.store import Store

if TYPE_CHECKING:
    import typer

    from timeline.dates import Date
    from timeline.evidence import Timeline

open_database: ContextVar[str] = ContextVar("open_database", default="")
"""The path of the timeline database (`build`) that is read; errors that it causes are reported with it."""


def cache_folder() -> Path | None:
    """The folder for caches by the XDG Base Directory Specification. None where platformdirs must find it:
    on other systems than Linux, or without a home folder.
    """
    if sys.platform != "linux":
        return None
    cache_home = os.environ.get("XDG_CACHE_HOME", "")
    home = os.environ.get("HOME", "")
    if cache_home.startswith("/"):
        return Path(cache_home)
    return Path(home, ".cache") if home.startswith("/") else None


class Session(NamedTuple):
    """The options before the command: `--dataset` or TIMELINE_DATASET, None where neither was given."""

    named: str | None

    def dataset(self) -> Dataset:
        """The dataset to use; a notice says when it is the built-in one. Raises Failure (exit 3)."""
        if self.named == "-":
            return _dataset_from_stdin()
        try:
            dataset = locate.find(self.named, Path.cwd())
        except (DatasetNotFound, OSError) as error:
            raise Failure(str(error), 3) from None
        if dataset.kind == "built-in":
            log("no data/events.yaml found here or in a parent folder; using the built-in example")
        return dataset

    def store(self) -> Store:
        """The compiled timeline; a notice counts the problems of its files. Raises Failure (exit 3)."""
        dataset = self.dataset()
        if dataset.kind == "store":
            open_database.set(dataset.shown)
        try:
            with progress() as on_progress:
                store = open_store(dataset, cache_folder(), on_progress)
        except ValueError as error:
            raise Failure(str(error), 3) from None
        problems, left_out = int(store.meta("problems")), int(store.meta("left_out"))
        if problems:
            records = f", {counted(left_out, 'record')} left out" if left_out else ""
            log(f'{counted(problems, "problem")}{records}; run "timeline check"')
        return store


def session_of(context: typer.Context) -> Session:
    """The session of a command; one without a dataset where the command is called on its own."""
    return context.find_object(Session) or Session(None)


def _dataset_from_stdin() -> Dataset:
    content = sys.stdin.buffer.read(LIMIT + 1) if sys.stdin else b""
    if len(content) > LIMIT:
        raise Failure(f"<standard input>: larger than the limit of {LIMIT:,} bytes", 3)
    return locate.given(content)


def read_timeline(context: typer.Context) -> Timeline:
    """The dataset with its sources and stored texts, for commands that need more than the store.

    A notice counts the problems of its files. Raises Failure (exit 3) where nothing can be read.
    """
    from timeline.dataset.read import NoReadableFile  # imported late: most commands need only the store
    from timeline.evidence import load_timeline  # imported late: it needs pydantic and YAML

    dataset = session_of(context).dataset()
    try:
        timeline = load_timeline(dataset)
    except NoReadableFile as error:
        raise Failure(str(error), 3) from None
    problems = len(timeline.material.problems) + len(timeline.duplicates)
    if problems:
        log(f'{counted(problems, "problem")} in the files, invalid records left out; run "timeline check"')
    if timeline.material.texts is None:
        log("this dataset is a single file of events, without sources and stored texts")
    return timeline


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 problem", "2 problems"."""
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"


def as_of_day(typed: str | None) -> Date:
    """The day from which words such as "last week" are counted: `--as-of` as EDTF, else today.

    Raises Failure (exit 2).
    """
    from timeline.dates import InvalidDate, parse_plain  # imported late: few commands read dates

    try:
        return parse_plain(datetime.date.today().isoformat() if typed is None else typed)
    except InvalidDate as error:
        raise Failure(f"--as-of: {error}", 2) from None
