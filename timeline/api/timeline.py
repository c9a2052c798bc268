"""An open timeline: what each command prints with `--json`, as Python values."""

from __future__ import annotations

import datetime
import html
import inspect
import json
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, Literal, NamedTuple, ParamSpec, TypeVar, cast

from timeline.cache import open_store
from timeline.dataset.locate import Dataset, find
from timeline.filters import Filters
from timeline.filters.rows import rows
from timeline.query import InvalidQuery, Query, UnknownName
from timeline.resolve import read_query, resolve_one

if TYPE_CHECKING:
    from timeline.checks import Counts
    from timeline.documents.schema import Document
    from timeline.evidence import Timeline
    from timeline.problems import Problem
    from timeline.reports.actors import ActorReport, Presence
    from timeline.reports.date import DateReport
    from timeline.reports.expressions import ExpressionReport
    from timeline.reports.quote import QuoteReport
    from timeline.reports.search import HitReport
    from timeline.reports.sources import SourceReport, SourceRow
    from timeline.reports.why import WhyReport
    from timeline.store import Store

Keywords = ParamSpec("Keywords")
Owner = TypeVar("Owner")
Result = TypeVar("Result")
_NOTEBOOK_ROWS = 100
"""Events that a notebook shows of a timeline."""


class RecordsLeftOut(UserWarning):
    """Some records are invalid and not on the timeline; `problems()` lists their problems."""


class CheckResult(NamedTuple):
    """The result of `check`: the problems in the order of the files, the problems that records accept, each
    with its reason, and how many records and quotations were checked.
    """

    problems: tuple[Problem, ...]
    accepted: tuple[tuple[Problem, str], ...]
    counts: Counts


def _with_keywords_of(
    make: Callable[Keywords, Filters],
) -> Callable[[Callable[[Owner, Filters], Result]], Callable[Concatenate[Owner, Keywords], Result]]:
    """Decorate a method that takes `Filters`: it is called with their fields as keywords instead."""

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
    """A dataset opened for queries. A method returns what the command of its name prints with `--json`."""

    def __init__(self, dataset: Dataset, store: Store) -> None:
        self._dataset = dataset
        self._store = store

    def __len__(self) -> int:
        return self._store.count()

    def __iter__(self) -> Iterator[Document]:
        return self.select()

    @_with_keywords_of(Filters)
    def select(self, filters: Filters) -> Iterator[Document]:
        """The events that match the filters, in the order of their dates.

        The keywords are the fields of `timeline.Filters`, as in `timeline list`; a string is the same as a
        tuple of one. With filters, each event has the key `match`.

        Raises TypeError for an unknown filter or a value of the wrong type, and InvalidQuery (a ValueError)
        for an invalid date, an ambiguous or unknown name, or a value that no event has.
        """
        query = self._query(filters)
        return (cast("Document", json.loads(answer.json)) for answer in self._store.select(query))

    def get(self, event: str) -> Document:
        """The event with this id. Raises UnknownName (a KeyError)."""
        from timeline.reports.why import document_of  # imported late: a caller needs few of the reports

        return document_of(self._store, _utf_8(event))

    def why(self, event: str, field: str | None = None) -> WhyReport:
        """The evidence of each field of an event, or of one field. Raises UnknownName."""
        from timeline.reports.why import why  # imported late: a caller needs few of the reports

        return why(self._store, _utf_8(event), field)

    def search(
        self, words: str, *, where: Literal["events", "sources"] | None = None, filters: Filters | None = None
    ) -> list[HitReport]:
        """The passages of events and sentences of stored texts that contain all words, best matches first.

        With filters, only events are searched. Raises InvalidQuery, as `select` does.
        """
        from timeline.reports.search import hits  # imported late: a caller needs few of the reports

        query = self._query(filters or Filters())._replace(text=_utf_8(words))
        return list(islice(hits(self._store, query, where), query.limit))

    def actor(self, name: str, on: str | None = None) -> ActorReport:
        """An actor: names, groups, members and events. `on` is the date of memberships, in EDTF or words.

        Raises UnknownName, and InvalidQuery for an ambiguous name or an invalid date.
        """
        from timeline.reports.actors import actor_report  # imported late: a caller needs few of the reports
        from timeline.resolve import window_of  # imported late: few calls have a date

        term = resolve_one(_utf_8(name), self._store)
        return actor_report(self._store, term, None if on is None else window_of("on", on, _today()))

    def actors(self, kind: str | None = None) -> list[Presence]:
        """The actors that events name, the most frequent first; with `kind`, only actors of that kind."""
        from timeline.reports.actors import presences  # imported late: a caller needs few of the reports

        return presences(self._store, kind)

    def sources(self) -> list[SourceRow]:
        """All sources of the dataset: the state of the stored text, and how much of it is cited."""
        from timeline.reports.sources import rows  # imported late: a caller needs few of the reports

        return rows(self._linked)

    def source(self, key: str) -> SourceReport:
        """A source, and which sentences of its text are cited. Raises UnknownName."""
        from timeline.reports.sources import report  # imported late: a caller needs few of the reports

        return report(self._linked, key)

    def quote(self, words: str, source: str | None = None, supports: Iterable[str] = ()) -> QuoteReport:
        """Find a quotation in the stored texts: a citation for each match, or why it was not found.

        Raises UnknownName for a source without a stored text, InvalidQuery for an unknown field.
        """
        from timeline.reports.quote import quote  # imported late: a caller needs few of the reports

        return quote(self._linked, words, source, supports)

    def date(self, text: str, as_of: str | None = None) -> DateReport:
        """Parse a date: EDTF, or English words that are counted from `as_of` (EDTF; by default today).

        Raises InvalidQuery if `as_of` is not EDTF.
        """
        from timeline.reports.date import read_date  # imported late: a caller needs few of the reports

        return read_date(text, _today() if as_of is None else as_of)

    def dates_in(self, text: str, as_of: str | None = None) -> list[ExpressionReport]:
        """List the expressions of time in a text that was written on `as_of` (EDTF; by default today).

        Raises InvalidQuery if `as_of` is not EDTF.
        """
        from timeline.reports.expressions import expressions_in  # imported late: few callers need it

        return expressions_in(text, _today() if as_of is None else as_of)

    def source_dates(self, key: str) -> list[ExpressionReport]:
        """List the expressions of time in the stored text of a source. Raises UnknownName."""
        from timeline.reports.expressions import expressions_of_source  # imported late: few callers need it

        return expressions_of_source(self._linked, key)

    def check(
        self, only: Iterable[str] = (), skip: Iterable[str] = (), *, strict: bool = False
    ) -> CheckResult:
        """Check all records and quotations: with the default rules, `only` the named ones, or without `skip`.

        `strict` adds the strict rules. Raises InvalidQuery for an unknown rule, ValueError if no file of
        events can be read.
        """
        from timeline.cache.verify import verify  # imported late: it needs pydantic and YAML
        from timeline.reports.check import select_rules  # imported late: a caller needs few of the reports

        outcome = verify(self._dataset, select_rules(only, skip, strict=strict))
        return CheckResult(outcome.results.problems, outcome.results.accepted, outcome.counts)

    def problems(self) -> tuple[Problem, ...]:
        """The problems that `check` finds with its default rules."""
        return self.check().problems

    @cached_property
    def _linked(self) -> Timeline:
        """The dataset with its sources and texts, read on first use."""
        from timeline.evidence import load_timeline  # imported late: it needs pydantic and YAML

        return load_timeline(self._dataset)

    def _query(self, filters: Filters) -> Query:
        """The query for the filters. Raises InvalidQuery, also for unknown names and values."""
        resolved = read_query(filters, self._store, _today())
        if resolved.unknown:
            raise InvalidQuery("\n".join(resolved.unknown))
        return resolved.query

    def _repr_html_(self) -> str:
        """The first events as a table, for notebooks."""
        rows = [
            f"<tr><td>{html.escape(event['date']['text'])}</td><td>{html.escape(event['title'])}</td>"
            f"<td><code>{html.escape(event['id'])}</code></td></tr>"
            for event in islice(self, _NOTEBOOK_ROWS)
        ]
        total = len(self)
        more = f"<p>the first {_NOTEBOOK_ROWS} of {total:,} events</p>" if total > _NOTEBOOK_ROWS else ""
        head = "<tr><th>date</th><th>title</th><th>id</th></tr>"
        return f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>{more}"


def _today() -> str:
    return datetime.date.today().isoformat()


def _utf_8(typed: str) -> str:
    """The same text. Raises UnknownName if it has a lone surrogate, which UTF-8 cannot encode."""
    try:
        typed.encode()
    except UnicodeEncodeError:
        raise UnknownName(f"{typed!a} is not UTF-8") from None
    return typed


def open_timeline(folder: str | Path | None = None) -> OpenTimeline:
    """Open a dataset: a folder or a file of events. None: the nearest dataset upwards, else the built-in one.

    Warns with RecordsLeftOut if some records are invalid. Raises ValueError if there is no such dataset, or
    none of its files can be read.
    """
    dataset = find(None if folder is None else str(folder), Path.cwd())
    store = open_store(dataset)
    if left_out := int(store.meta("left_out")):
        records = "1 record is" if left_out == 1 else f"{left_out} records are"
        warnings.warn(f"{records} left out; problems() lists why", RecordsLeftOut, stacklevel=2)
    return OpenTimeline(dataset, store)
