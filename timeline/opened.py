"""The timeline for Python programs: `timeline.open(folder)` and questions to what it gives."""

from __future__ import annotations

import datetime
import inspect
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

from timeline.asking import read_query
from timeline.dataset import find
from timeline.filters import Filters
from timeline.filters.rows import rows
from timeline.loading import open_store
from timeline.query import InvalidQuery

if TYPE_CHECKING:
    from timeline.documents import Document
    from timeline.query import Query
    from timeline.store import Store

Keywords = ParamSpec("Keywords")
Owner = TypeVar("Owner")
Result = TypeVar("Result")


def _with_keywords_of(
    make: Callable[Keywords, Filters],
) -> Callable[[Callable[[Owner, Filters], Result]], Callable[Concatenate[Owner, Keywords], Result]]:
    """Decorate a method that takes `Filters`: its callers give their keywords."""

    def decorate(
        method: Callable[[Owner, Filters], Result],
    ) -> Callable[Concatenate[Owner, Keywords], Result]:
        def call(owner: Owner, /, *arguments: Keywords.args, **keywords: Keywords.kwargs) -> Result:
            return method(owner, make(*arguments, **keywords))

        kind = inspect.Parameter.KEYWORD_ONLY
        parameters = [inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)]
        parameters += [inspect.Parameter(row.name, kind, default=row.default) for row in rows(Filters)]
        call.__name__, call.__doc__ = method.__name__, method.__doc__
        call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # for help()
        return call

    return decorate


class OpenTimeline:
    """A timeline that is open: the same documents as `timeline list --json`, as Python values."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __len__(self) -> int:
        return self._store.count()

    def __iter__(self) -> Iterator[Document]:
        return self.select()

    def get(self, event: str) -> Document:
        """The event of that id. Raises KeyError."""
        answer = self._store.find(event) if _is_text(event) else None
        if answer is None:
            raise KeyError(event)
        return cast("Document", json.loads(answer.json))

    @_with_keywords_of(Filters)
    def select(self, filters: Filters) -> Iterator[Document]:
        """The events that match, in their order; each has its `match` where something was asked.

        The keywords are the fields of `timeline.filters.Filters`, as in `timeline list`: a string stands for
        a tuple of one. Raises TypeError for an unknown filter or a value of another type, InvalidQuery (a
        ValueError) for a date that is none, an ambiguous or unknown name, and a value that no event has.
        """
        query = self._query(filters)
        return (cast("Document", json.loads(answer.json)) for answer in self._store.select(query))

    def _query(self, filters: Filters) -> Query:
        """The query of filters. Raises InvalidQuery, also for unknown names and values."""
        read = read_query(filters, self._store, datetime.date.today().isoformat())
        if read.unknown:
            raise InvalidQuery("\n".join(read.unknown))
        return read.query


def _is_text(typed: str) -> bool:
    """Whether it can be written: a lone surrogate cannot."""
    try:
        typed.encode()
    except UnicodeEncodeError:
        return False
    return True


def open_timeline(folder: str | Path | None = None) -> OpenTimeline:
    """Open a dataset: a folder, a file of events, or, when nothing is named, the nearest one around.

    Raises ValueError where what is named is no dataset, or nothing in it can be read.
    """
    return OpenTimeline(open_store(find(None if folder is None else str(folder), Path.cwd())))
