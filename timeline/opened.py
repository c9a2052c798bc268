"""The timeline for Python programs: `timeline.open(folder)` and questions to what it gives."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from timeline.asking import Asked, query_of
from timeline.dataset import find
from timeline.loading import open_store

if TYPE_CHECKING:
    from timeline.documents import Document
    from timeline.store import Store

Names = str | Iterable[str]


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

    def select(
        self, *, certain: bool = False, direct: bool = False, text: str = "", **filters: Names
    ) -> Iterator[Document]:
        """The events that match, in their order; each has its `match` where something was asked.

        Filters are those of `timeline list` by their names: actor, member_of, role, since, until, on, kind,
        topic, place, source, status; a text, or several of which all (actor, member_of) or any must match.
        Raises ValueError for a date that is none, a name that two actors bear, names that nobody and nothing
        bears, and what is not UTF-8; TypeError for a filter that there is not.
        """
        _refuse_halves(text)
        query, unknown = query_of(_asked(filters), self._store)
        if unknown:
            raise ValueError("; ".join(unknown))
        query = query._replace(certain=certain, direct=direct, text=text)
        return (cast("Document", json.loads(answer.json)) for answer in self._store.select(query))


_DATES = ("since", "until", "on")
_FACETS = ("kind", "topic", "place", "source", "status")


def _asked(filters: dict[str, Names]) -> Asked:
    unknown = set(filters) - {"actor", "member_of", "role", *_DATES, *_FACETS}
    if unknown:
        raise TypeError(f"select() has no filter {', '.join(sorted(unknown))}")
    values = {name: [value] if isinstance(value, str) else list(value) for name, value in filters.items()}
    _refuse_halves(*(one for several in values.values() for one in several))
    return Asked(
        actors=tuple(values.get("actor", ())),
        member_of=tuple(values.get("member_of", ())),
        roles=tuple(values.get("role", ())),
        dates=tuple((name, value) for name in _DATES for value in values.get(name, ())[:1]),
        facets={field: values.get(field, []) for field in _FACETS},
        today=datetime.date.today().isoformat(),
    )


def _refuse_halves(*typed: str) -> None:
    """Raises ValueError for half of a character, which no event holds."""
    for one in typed:
        if not _is_text(one):
            raise ValueError(f"{one!a} is not UTF-8")


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
