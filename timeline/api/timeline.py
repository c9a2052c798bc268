"""A timeline that is open: every answer of the command line as a Python value."""

from __future__ import annotations

import datetime
import html
import json
import warnings
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from timeline.api.keywords import with_keywords_of
from timeline.cache import open_store
from timeline.dataset.locate import Dataset, find
from timeline.filters import Filters
from timeline.query import InvalidQuery, Query, UnknownName
from timeline.resolve import read_query, resolve_one

if TYPE_CHECKING:
    from timeline.checks.summary import Counts
    from timeline.documents.schema import Document
    from timeline.evidence import Timeline
    from timeline.problems import Problem
    from timeline.reports.actors import ActorReport, Presence
    from timeline.reports.date import DateReport
    from timeline.reports.quote import QuoteReport
    from timeline.reports.search import HitReport
    from timeline.reports.sources import SourceReport, SourceRow
    from timeline.reports.why import WhyReport
    from timeline.store import Store

_ROWS = 100
"""Events that a notebook shows of a timeline."""


class RecordsLeftOut(UserWarning):
    """Some records are not on the timeline, because of their problems; `check` lists these."""


class CheckResult(NamedTuple):
    """What `check` found: the problems in the order of the files, those that the records accept, each with
    its reason, and how much was looked at.
    """

    problems: tuple[Problem, ...]
    accepted: tuple[tuple[Problem, str], ...]
    counts: Counts


class OpenTimeline:
    """A timeline that is open. Its answers are what the commands of the same names print with `--json`."""

    def __init__(self, dataset: Dataset, store: Store) -> None:
        self._dataset = dataset
        self._store = store

    def __len__(self) -> int:
        return self._store.count()

    def __iter__(self) -> Iterator[Document]:
        return self.select()

    @with_keywords_of(Filters)
    def select(self, filters: Filters) -> Iterator[Document]:
        """The events that match, in their order; each has its `match` where a filter was given.

        The keywords are the fields of `timeline.Filters`, as in `timeline list`: a string stands for a tuple
        of one. Raises TypeError for an unknown filter or a value of another type, InvalidQuery (a ValueError)
        for an invalid date, an ambiguous or unknown name, and a value that no event has.
        """
        query = self._query(filters)
        return (cast("Document", json.loads(answer.json)) for answer in self._store.select(query))

    def get(self, event: str) -> Document:
        """The event of that id. Raises UnknownName (a KeyError)."""
        from timeline.reports.why import document_of  # a seam: reports are imported when they are asked for

        return document_of(self._store, _utf_8(event))

    def why(self, event: str, field: str | None = None) -> WhyReport:
        """What proves the fields of an event, or one of them. Raises UnknownName."""
        from timeline.reports.why import why  # a seam

        return why(self._store, _utf_8(event), field)

    def search(
        self, words: str, *, where: Literal["events", "sources"] | None = None, filters: Filters | None = None
    ) -> list[HitReport]:
        """The passages of events and the sentences of stored texts that have all these words, the best first.

        With filters, only events are searched. Raises InvalidQuery.
        """
        from timeline.reports.search import hits  # a seam

        query = self._query(filters or Filters())._replace(text=_utf_8(words))
        return list(islice(hits(self._store, query, where), query.limit))

    def actor(self, name: str, on: str | None = None) -> ActorReport:
        """What is known of an actor: names, members, groups, events. `on` is a date in EDTF or words.

        Raises UnknownName, and InvalidQuery for an ambiguous name or an invalid date.
        """
        from timeline.reports.actors import actor_report  # a seam
        from timeline.resolve import window_of  # a seam

        known = resolve_one(_utf_8(name), self._store)
        return actor_report(self._store, known, None if on is None else window_of("on", on, _today()))

    def actors(self, kind: str | None = None) -> list[Presence]:
        """The actors that events name, the most frequent first; only those of one kind where it is given."""
        from timeline.reports.actors import presences  # a seam

        return presences(self._store, kind)

    def sources(self) -> list[SourceRow]:
        """Every source of the dataset: the state of its text, and how it is used."""
        from timeline.reports.sources import rows  # a seam

        return rows(self._linked)

    def source(self, key: str) -> SourceReport:
        """One source and how its text is used, sentence by sentence. Raises UnknownName."""
        from timeline.reports.sources import report  # a seam

        return report(self._linked, key)

    def quote(self, words: str, source: str | None = None, supports: Iterable[str] = ()) -> QuoteReport:
        """Where words are found in the stored texts, as citations; where they are not found, why.

        Raises UnknownName for a source without a text, InvalidQuery for a field that no event can have.
        """
        from timeline.reports.quote import quote  # a seam

        return quote(self._linked, words, source, supports)

    def date(self, text: str, as_of: str | None = None) -> DateReport:
        """What a text says as a date: EDTF, or English words counted from `as_of` (EDTF; today by default).

        Raises InvalidQuery where `as_of` is not EDTF.
        """
        from timeline.reports.date import read_date  # a seam

        return read_date(text, _today() if as_of is None else as_of)

    def check(
        self, only: Iterable[str] = (), skip: Iterable[str] = (), *, strict: bool = False
    ) -> CheckResult:
        """Check every record and every quotation; only some rules, all but some, or the strict ones too.

        Raises InvalidQuery for an unknown rule, ValueError where no file of events can be read.
        """
        from timeline.cache.verify import verify  # a seam
        from timeline.reports.check import select_rules  # a seam

        found = verify(self._dataset, select_rules(only, skip, strict=strict))
        return CheckResult(found.judged.problems, found.judged.accepted, found.counts)

    def problems(self) -> tuple[Problem, ...]:
        """The problems that `check` finds with its default rules."""
        return self.check().problems

    @cached_property
    def _linked(self) -> Timeline:
        """The dataset with its texts, read when an answer needs them."""
        from timeline.evidence import load_timeline  # a seam: building needs pydantic and YAML

        return load_timeline(self._dataset)

    def _query(self, filters: Filters) -> Query:
        """The query of filters. Raises InvalidQuery, also for unknown names and values."""
        read = read_query(filters, self._store, _today())
        if read.unknown:
            raise InvalidQuery("\n".join(read.unknown))
        return read.query

    def _repr_html_(self) -> str:
        """The first events as a table, for notebooks."""
        rows = [
            f"<tr><td>{html.escape(event['date']['text'])}</td><td>{html.escape(event['title'])}</td>"
            f"<td><code>{html.escape(event['id'])}</code></td></tr>"
            for event in islice(self, _ROWS)
        ]
        total = len(self)
        more = f"<p>{total:,} events, of which {_ROWS} are shown</p>" if total > _ROWS else ""
        head = "<tr><th>date</th><th>title</th><th>id</th></tr>"
        return f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>{more}"


def _today() -> str:
    return datetime.date.today().isoformat()


def _utf_8(typed: str) -> str:
    """The same text. Raises UnknownName for a lone surrogate, which no text holds."""
    try:
        typed.encode()
    except UnicodeEncodeError:
        raise UnknownName(f"{typed!a} is not UTF-8") from None
    return typed


def open_timeline(folder: str | Path | None = None) -> OpenTimeline:
    """Open a dataset: a folder, a file of events, or, when nothing is named, the nearest one around.

    Warns with RecordsLeftOut where some records are not on the timeline because of their problems. Raises
    ValueError where what is named is no dataset, or nothing in it can be read.
    """
    dataset = find(None if folder is None else str(folder), Path.cwd())
    store = open_store(dataset)
    if left_out := int(store.meta("left_out")):
        records = "1 record is" if left_out == 1 else f"{left_out} records are"
        warnings.warn(f"{records} left out; problems() says why", RecordsLeftOut, stacklevel=2)
    return OpenTimeline(dataset, store)
