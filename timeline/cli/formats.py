"""Which format, where to, and the telling of what was found."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from timeline.cli.output import Failure, log, on_terminal, write
from timeline.exporters import TEXTS, fields_of, text_writer
from timeline.query import Query
from timeline.store import COUNTED, Store
from timeline.text.names import did_you_mean

FORMATS = ("table", *TEXTS)


class Chosen(NamedTuple):
    """A format by name, the columns or keys asked for (none: all), the file or stdout, and whether a table
    that is longer than the screen goes through the pager; `raw` is for csv, whose formulas it leaves.
    """

    format: str
    fields: tuple[str, ...]
    file: Path | None
    paged: bool = True
    raw: bool = False


def choose(asked: str | None, *, json: bool, fields: str | None, file: Path | None) -> Chosen:
    """The format to write: as asked, else a table for a person, tsv for a pipe. Raises Failure (exit 2)."""
    name = "json" if json else asked or ("table" if on_terminal() and file is None else "tsv")
    if json and asked not in (None, "json"):
        raise Failure(f"--json and --format {asked} conflict: choose one", 2)
    if name not in FORMATS:
        hint = did_you_mean(name, FORMATS) or f"one of: {', '.join(FORMATS)}"
        raise Failure(f'--format: unknown format "{name}"; {hint}', 2)
    return Chosen(name, _fields(name, fields), file)


def _fields(name: str, typed: str | None) -> tuple[str, ...]:
    if typed is None:
        return ()
    known = fields_of(name) if name in TEXTS else ()
    if not known:
        raise Failure(f"--fields: {name} has no columns to choose; tsv, csv, json and ndjson have", 2)
    fields = tuple(field.strip() for field in typed.split(","))
    for field in fields:
        if field not in known:
            hint = did_you_mean(field, known) or f"one of: {', '.join(known)}"
            raise Failure(f'--fields: {name} has no "{field}"; {hint}', 2)
    return fields


def publish(store: Store, query: Query, chosen: Chosen) -> None:
    """Write the answer to a query, and say on stderr what a person should know about it."""
    if chosen.raw and chosen.format != "csv":
        raise Failure(f"--raw is for --format csv; {chosen.format} has no cells that a spreadsheet runs", 2)
    answers = store.select(query)
    if chosen.format == "table":
        from timeline.cli.listing import show_table  # a listed seam: what draws is for people only

        show_table(store, query, answers, chosen)
    else:
        format_events = text_writer(chosen.format, raw=chosen.raw)
        write(format_events(answers, chosen.fields), chosen.file)
    for note in left_aside(store, query):
        log(note)


def left_aside(store: Store, query: Query) -> Iterator[str]:
    """What the answer leaves out that one might look for in it, and how to get it."""
    names = ", ".join(term.name for term in query.actors)
    if query.actors and not query.roles and (absent := store.count_absent(query)):
        events = _events(absent, "event says", "events say")
        yield f"{events} that {names} was not there: --role absent"
    if query.certain and (possible := store.count_uncertain(query)):
        events = _events(possible, "more", "more")
        yield f"{events} may match; --certain leaves {'it' if possible == 1 else 'them'} out"
    for term in query.actors:
        if more := store.count_via_members(query, term):
            events = _events(more, "more event names", "more events name")
            yield f"{events} members of {term.name}, and not {term.name}: --member-of {_typed(term.name)}"


def _events(counted: int, one: str, several: str) -> str:
    return (
        f"1 {one}" if counted == 1 else f"{f'over {COUNTED:,}' if counted > COUNTED else counted} {several}"
    )


def _typed(name: str) -> str:
    return f'"{name}"' if " " in name else name
