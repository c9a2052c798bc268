"""T: texts in every field of a record, shown by every command, in a pipe and in a terminal."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from .cases import Case, want
from .command import in_terminal, run, unharmed
from .datasets import event, make, quoted
from .looks import safe, squeezed
from .shared import Shared
from .texts import TEXTS, Text

FIELDS: dict[str, Callable[[str], dict[str, str]]] = {
    "title": lambda text: {"title": quoted(text)},
    "summary": lambda text: {"summary": f"[{quoted(text)}]"},
    "place": lambda text: {"place": f"{{name: {quoted(text)}}}"},
    "country": lambda text: {"place": f"{{name: x, country: {quoted(text)}}}"},
    "actor": lambda text: {"actors": f"[{quoted(text)}]"},
    "by": lambda text: {"actors": f"{{Japan: {{role: host, by: {quoted(text)}}}}}"},
    "topic": lambda text: {"topics": f"[{quoted(text)}]"},
    "note": lambda text: {},
}
"""Every field that takes free text; each is tested with an escape sequence."""
_ESCAPE = "Z\x1b]0;owned\x07\x9b31m\u202eZ"


def _record(text: Text) -> str:
    key = text.name.lower()
    words = f"A{text.written}Z"
    citation = [
        "citations:",
        "  - source: hostile",
        f"    quote: {quoted(f'{text.name} says {words} here')}",
        "    supports: [summary.1]",
        f"    note: {quoted(words)}",
        "curator:",
        f"  - note: {quoted(words)}",
        "    supports: [date, status, place]",
    ]
    return event(
        key,
        *citation,
        title=quoted(words),
        summary=f"[{quoted(words)}]",
        place=f"{{name: {quoted(words)}}}",
        topics=f"[{quoted(words)}]",
    )


def _all(folder: Path) -> None:
    """One dataset with all texts."""
    story = "".join(f"{text.name} says A{text.written}Z here.\n" for text in TEXTS)
    records = "".join(map(_record, TEXTS))
    people = f"  - {{id: odd, name: {quoted(_ESCAPE)}, kind: person, aliases: [Odd]}}\n"
    books = f"  - {{id: known, title: {quoted(_ESCAPE)}, publisher: {quoted(_ESCAPE)}}}\n"
    odd = event("odd", actors="[Odd]", title="Odd")
    make(folder, records + odd, texts={"hostile.txt": story}, actors=people, sources=books)


def _fields(folder: Path) -> None:
    """An event for each field."""
    note = ["curator:", f"  - note: {quoted(_ESCAPE)}", "    supports: [date, status, summary.1]"]
    make(folder, "".join(event(f"in-{field}", *note, **fill(_ESCAPE)) for field, fill in FIELDS.items()))


SEEN, FILLED = Shared(_all), Shared(_fields)
COMMANDS: list[tuple[str, ...]] = [
    ("list",),
    ("list", "--format", "table"),
    ("list", "--format", "csv"),
    ("list", "--format", "csv", "--raw"),
    ("list", "--format", "markdown"),
    ("list", "--json"),
    ("show", *(text.name.lower() for text in TEXTS)),
    ("why", "t01"),
    ("why", "t29"),
    ("search", "says"),
    ("search", "--in", "sources", "here"),
    ("check", "--all"),
    ("check", "--json"),
    ("check", "--format", "github", "--all"),
    ("sources", "--all"),
    ("source", "hostile"),
    ("source", "known"),
    ("actors",),
    ("actor", "Odd"),
    ("quote", "T01 says"),
    ("quote", "says A"),
    ("quote", "T02 sayz A^[]0;owned"),
]


def cases() -> Iterator[Case]:
    """Each text, each command, each field."""
    for text in TEXTS:
        yield Case(text.name, text.what, partial(_text, text=text))
    for number, arguments in enumerate(COMMANDS):
        what = f"all texts through {' '.join(arguments)[:50]}"
        yield Case(f"T{100 + number}", what, partial(_command, arguments=arguments))
    for number, field in enumerate(FIELDS):
        yield Case(f"T{21 + number / 10}", f"an escape in {field}", partial(_field, key=f"in-{field}"))
    yield Case("T27", "an escape in an unknown key, a bad date, a source that is missing", _messages)
    yield Case("T51", "a blank title", _blank)
    yield Case("T75", "a quotation that is false", lambda folder: _quotation(folder, "met in Minsk", 1))
    yield Case("T76", "a quotation that is true", lambda folder: _quotation(folder, "met in Vilnius", 0))


def _text(_: Path, text: Text) -> None:
    """The text is shown verbatim in each format."""
    key, words = text.name.lower(), f"A{text.seen}Z"
    rows = {row.split("\t")[0]: row for row in SEEN.piped("list").out.split("\n")}
    want(words in rows.get(key, ""), f"tsv shows {rows.get(key)!r}")
    sheet = {row[0]: row for row in csv.reader(io.StringIO(SEEN.piped("list", "--format", "csv").out))}
    want(words in sheet[key], f"csv shows {sheet[key]!r}")
    documents: list[Any] = json.loads(SEEN.piped("list", "--json").out)
    title = next(document["title"] for document in documents if document["id"] == key)
    want(title == f"A{text.written}Z", f"JSON says {title!r}")
    keys = [text.name.lower() for text in TEXTS]
    for shown in (SEEN.piped("show", *keys), SEEN.drawn("show", *keys), SEEN.drawn("list")):
        want(squeezed(words) in squeezed(shown.out), "not shown verbatim on a screen")


def _command(_: Path, arguments: tuple[str, ...]) -> None:
    for result in (SEEN.piped(*arguments), SEEN.drawn(*arguments)):
        unharmed(result, 0, 1)
        safe(result)
    want("\x1b" not in SEEN.piped(*arguments).output, "a pipe got styles")


def _field(_: Path, key: str) -> None:
    for arguments in (("list",), ("show", key), ("check",)):
        for result in (FILLED.piped(*arguments), FILLED.drawn(*arguments)):
            unharmed(result, 0, 1)
            safe(result)
    for result in (FILLED.piped("show", key), FILLED.drawn("show", key)):
        want("Z^[]0;owned^G<9B>31m<U+202E>Z" in squeezed(result.out), f"{key} is not shown verbatim")


def _messages(folder: Path) -> None:
    bad = event("one", **{quoted(f"k{_ESCAPE}"): "x"}) + event("two", date=quoted(_ESCAPE))
    bad += event("three", f"citations: [{{source: {quoted(_ESCAPE)}, quote: so, supports: []}}]")
    bad += event(quoted(_ESCAPE)) + event("five", kind=quoted(_ESCAPE), status=quoted(_ESCAPE))
    make(folder, bad)
    for result in (
        run(folder, "check"),
        in_terminal(folder, "check"),
        run(folder, "check", "--format", "github"),
    ):
        unharmed(result, 1)
        safe(result)
        want("owned" in result.output, "the message hides what it is about")


def _blank(folder: Path) -> None:
    result = run(make(folder, event("blank", title=quoted(" \u3000\t "))), "check")
    unharmed(result, 1)
    want("events.yaml:13:" in result.out, f"no place: {result.out[:200]}")


def _quotation(folder: Path, words: str, code: int) -> None:
    cited = ["citations:", "  - source: good", f"    quote: The ministers {words} on 11 July 2023"]
    proved = "    supports: [date, status, summary.1]"
    record = event("cited", *cited, proved, summary="[Ministers met.]", date="2023-07-11")
    result = run(make(folder, record), "check")
    unharmed(result, code)
    want(("quote-not-found" in result.out) == bool(code), result.out[:300])
