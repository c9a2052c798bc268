"""The output of `list`: the choice of a format, the table on a terminal, and notices about the result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline.cli.output import Failure, log, on_terminal, page, render_lines, screen_height, write
from timeline.exporters import TEXTS, fields_of, text_writer
from timeline.query import Query
from timeline.store import COUNTED, Store
from timeline.text.names import did_you_mean

if TYPE_CHECKING:
    from timeline.documents.schema import Document
    from timeline.exporters import Published

FORMATS = ("table", *TEXTS)


class OutputFormat(NamedTuple):
    """How to write a list: the name of a format, its columns or keys (empty: all), a file or stdout (None).

    `paged` sends a table longer than the screen through the pager; `raw` keeps formulas in csv as they are.
    """

    format: str
    fields: tuple[str, ...]
    file: Path | None
    paged: bool = True
    raw: bool = False


def choose_format(typed: str | None, *, json: bool, fields: str | None, file: Path | None) -> OutputFormat:
    """The format to write: the one named, else a table on a terminal, else tsv. Raises Failure (exit 2)."""
    name = "json" if json else typed or ("table" if on_terminal() and file is None else "tsv")
    if json and typed not in (None, "json"):
        raise Failure(f"--json and --format {typed} conflict: choose one", 2)
    if name not in FORMATS:
        hint = did_you_mean(name, FORMATS) or f"one of: {', '.join(FORMATS)}"
        raise Failure(f'--format: unknown format "{name}"; {hint}', 2)
    return OutputFormat(name, _chosen_fields(name, fields), file)


def _chosen_fields(format_name: str, typed: str | None) -> tuple[str, ...]:
    if typed is None:
        return ()
    known = fields_of(format_name) if format_name in TEXTS else ()
    if not known:
        raise Failure(f"--fields: not for {format_name}; use it with tsv, csv, json or ndjson", 2)
    fields = tuple(field.strip() for field in typed.split(","))
    for field in fields:
        if field not in known:
            hint = did_you_mean(field, known) or f"one of: {', '.join(known)}"
            raise Failure(f'--fields: unknown {format_name} field "{field}"; {hint}', 2)
    return fields


def publish(store: Store, query: Query, output: OutputFormat) -> None:
    """Write the events that match, and notices about events that the query leaves out.

    Raises Failure (exit 2) for `--raw` with another format than csv.
    """
    if output.raw and output.format != "csv":
        raise Failure(f"--raw: not for {output.format}; use it with --format csv", 2)
    events = store.select(query)
    if output.format == "table":
        _show_table(store, query, events, output)
    else:
        format_events = text_writer(output.format, raw=output.raw)
        write(format_events(events, output.fields), output.file)
    for notice in left_out(store, query):
        log(notice)


def left_out(store: Store, query: Query) -> Iterator[str]:
    """Notices about events that a user might expect in the result, each with the option that adds them."""
    names = ", ".join(term.name for term in query.actors)
    if query.actors and not query.roles and (absent := store.count_absent(query)):
        yield f"not shown: {_count(absent, 'event', 'events')} with {names} absent (--role absent)"
    if query.certain and (possible := store.count_uncertain(query)):
        yield f"not shown: {_count(possible, 'possible match', 'possible matches')} (leave out --certain)"
    for term in query.actors:
        if more := store.count_via_members(query, term):
            events = _count(more, "event that names", "events that name")
            name = f'"{term.name}"' if " " in term.name else term.name
            yield f"not shown: {events} members of {term.name}, not {term.name} itself (--member-of {name})"


def _count(number: int, one: str, several: str) -> str:
    """A number with its words. The store stops counting above COUNTED."""
    if number == 1:
        return f"1 {one}"
    return f"over {COUNTED:,} {several}" if number > COUNTED else f"{number} {several}"


class Tally:
    """Counts documents as they are drawn: all of them, and those that match only through a group."""

    def __init__(self, query: Query) -> None:
        self.events = 0
        self.through_groups = 0
        self.complete = False
        """Whether all documents were drawn: a user may leave the pager early."""
        self._actor = query.actors[0].name if len(query.actors) == 1 else None

    def count(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The same documents, counted on the way."""
        for document in documents:
            self.events += 1
            if self._actor is not None and document["match"]["actors"][self._actor]["through"]:
                self.through_groups += 1
            yield document
        self.complete = True

    def breakdown(self) -> str:
        """How many events name the actor that was asked for, and how many match only through a group."""
        if self._actor is None or not self.events:
            return ""
        if not self.through_groups:
            return f" All name {self._actor}; none match only through a group."
        named = self.events - self.through_groups
        return f" {named} name {self._actor}; {self.through_groups} match only through a group."


def _show_table(store: Store, query: Query, events: Iterable[Published], output: OutputFormat) -> None:
    """Draw events as they come, through the pager if they do not fit the screen; then log their number."""
    from timeline.exporters.json import decoded  # imported late: other formats pass the stored JSON on
    from timeline.screens.table import draw  # imported late: it needs rich

    tally = Tally(query)
    documents = tally.count(decoded(events))
    lines = render_lines(lambda console: draw(documents, console), output.file)
    if output.paged and output.file is None:
        lines = page(lines, screen_height())
    write(lines, output.file)
    if not tally.complete:
        return
    limited = query.limit is not None and tally.events == query.limit
    more = ", limited by --limit; there may be more." if limited else "."
    log(f"\n{tally.events} of {store.count()} events{more}{tally.breakdown()}")
    if tally.events:
        log("[...] added by the curator; not found in a stored text. Details: timeline why ID")
