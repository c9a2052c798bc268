"""Which format, where to, and the telling of what was found."""

from pathlib import Path
from typing import NamedTuple

from timeline.cli.output import Failure, draw, on_terminal, send, talk
from timeline.names import did_you_mean
from timeline.query import Query
from timeline.store import Answer, Store
from timeline.writers import TEXTS, drawing, text_writer
from timeline.writers.cells import COLUMNS
from timeline.writers.keys import KEYS

FORMATS = ("table", *TEXTS)


class Chosen(NamedTuple):
    """A format by name, the columns or keys asked for (none: all), and the file or stdout."""

    format: str
    fields: tuple[str, ...]
    file: Path | None


def choose(format: str | None, *, json: bool, fields: str | None, file: Path | None) -> Chosen:  # noqa: A002
    """The format to write: as asked, else a table for a person and tsv for a pipe. Raises Failure (exit 2)."""
    name = "json" if json else format or ("table" if on_terminal() and file is None else "tsv")
    if json and format not in (None, "json"):
        raise Failure(f"--json and --format {format} are two formats: choose one", 2)
    if name not in FORMATS:
        raise Failure(
            f'--format: "{name}" is no format. {did_you_mean(name, FORMATS) or "One of: " + ", ".join(FORMATS)}', 2
        )
    return Chosen(name, _fields(name, fields), file)


def _fields(name: str, typed: str | None) -> tuple[str, ...]:
    if typed is None:
        return ()
    known = {"tsv": COLUMNS, "csv": COLUMNS, "json": KEYS, "ndjson": KEYS}.get(name)
    if known is None:
        raise Failure(f"--fields: {name} has no columns to choose; tsv, csv, json and ndjson have", 2)
    fields = tuple(field.strip() for field in typed.split(","))
    for field in fields:
        if field not in known:
            hint = did_you_mean(field, known) or f"One of: {', '.join(known)}"
            raise Failure(f'--fields: {name} has no "{field}". {hint}', 2)
    return fields


def publish(store: Store, query: Query, chosen: Chosen) -> None:
    """Write the answer to a query, and say on stderr what a person should know about it."""
    answers = store.select(query)
    if chosen.format == "table":
        found = list(answers)
        draw(lambda console: drawing("table")(found, console), chosen.file)
        _tell(store, query, found)
    else:
        send(text_writer(chosen.format)(answers, chosen.fields), chosen.file)
    if query.actors and not query.roles and (aside := store.set_aside(query)):
        names = ", ".join(term.name for term in query.actors)
        events = "1 event says" if aside == 1 else f"{aside} events say"
        talk(f"{events} that {names} was not there: --role absent")


def _tell(store: Store, query: Query, found: list[Answer]) -> None:
    limited = query.limit is not None and len(found) == query.limit
    more = ", as --limit asks; there may be more." if limited else "."
    talk(f"\n{len(found)} of {store.count()} events{more}{_how(query, found)}")


def _how(query: Query, found: list[Answer]) -> str:
    """How the asked actor comes into the events: by name, or through a group."""
    if len(query.actors) != 1 or not found:
        return ""
    name = query.actors[0].name
    through = sum(1 for answer in found if answer.actors[name].through)
    if not through:
        return f" All name {name}; none comes only through a group."
    return f" {len(found) - through} name {name}; {through} only through a group."
