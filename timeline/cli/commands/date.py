"""`timeline date`: parse dates, and list the expressions of time in a text."""

import json as jsonlib
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.output import Failure, json_array, write
from timeline.cli.session import as_of_day
from timeline.dataset.files import LIMIT, BadText, Unreadable, decode, read_bytes
from timeline.dates import Date, InvalidDate, day_text, say_fully
from timeline.dates.phrases import Reading, Side, read
from timeline.text.escape import visible

app = command_app()

_EXAMPLES = """
timeline date 2025-06-24/2025-06-25 2022-02-24/.. "[..2024-07-09]"
timeline date "last week" "late June" --as-of 2024-07-09
timeline date --json - < dates.txt
timeline date --text article.txt --as-of 2024-07-09
"""


class Tense(StrEnum):
    """The values of --tense."""

    PAST = "past"
    FUTURE = "future"


_SIDES = {Tense.PAST: Side.BEFORE, Tense.FUTURE: Side.AFTER}


_AsOf = Annotated[
    str | None, typer.Option(metavar="D", help="Reference date of the words (EDTF); today when left out.")
]
_TenseOption = Annotated[
    Tense | None, typer.Option(help="Tense of the sentence that the words are from.", show_choices=True)
]
_TextFile = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="List the expressions of time in a text file; - reads standard input."),
]
_Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line; with --text one array.")]


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def date(
    texts: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TEXT]...", help="Dates in EDTF or English words; - reads lines."),
    ] = None,
    as_of: _AsOf = None,
    tense: _TenseOption = None,
    text: _TextFile = None,
    json: _Json = False,
) -> None:
    """Explain dates: their bounds, their wording, and why not.

    EDTF (ISO 8601-2, levels 0 to 2) is read verbatim. Other texts are read as English and resolved to EDTF,
    never more precise than the words; words without a rule are refused. Exit 1 if a text is not a date.

    --text lists the expressions of time in a text, each with its date and the date from which it counts, or
    the reason why it is not a date.
    """
    said = as_of_day(as_of)
    if text is not None:
        if texts:
            raise Failure("--text takes no other dates", 2)
        write(_expressions(text, said, json=json))
        return
    side = _SIDES[tense] if tense else Side.UNKNOWN
    refused = False

    def pieces() -> Iterator[str]:
        nonlocal refused
        for words in _texts(texts or ["-"]):
            reading, why = _reading(words, said, side)
            refused = refused or reading is None
            yield _line(words, reading, why) if json else _explained(words, reading, why)

    write(pieces())
    if refused:
        raise typer.Exit(1)


def _expressions(file: str, said: Date, *, json: bool) -> Iterator[str]:
    """The expressions of time in a file, or in standard input for `-`."""
    from timeline.quotes.stored_text import StoredText  # imported late: a date needs no text
    from timeline.reports.expressions import expressions  # imported late: only for --text
    from timeline.screens.expressions import write_expressions  # imported late: only for --text

    rows = expressions(StoredText(file, _content(file), ""), said)
    return json_array(rows) if json else write_expressions(rows)


def _content(file: str) -> str:
    """The text of a file. Raises Failure where it cannot be read, is too large, or is not UTF-8."""
    name = "<standard input>" if file == "-" else file
    try:
        if file != "-":
            return decode(read_bytes(Path(file)))
        if sys.stdin is None:
            raise Failure("standard input is closed", 3)
        content = sys.stdin.buffer.read(LIMIT + 1)
        if len(content) > LIMIT:
            raise Failure(f"{name}: more than the {LIMIT:,} bytes that are read", 3)
        return decode(content)
    except BadText as error:
        raise Failure(f"{name}:{error.line}:{error.column}: {error}", 3) from None
    except Unreadable as error:
        raise Failure(f"{name} {error}", 3) from None


def _texts(given: list[str]) -> Iterator[str]:
    """Each text as it is; the lines of standard input for `-`."""
    for text in given:
        if text != "-":
            yield text
        elif sys.stdin is None:
            raise Failure("standard input is closed", 3)
        else:
            yield from _lines(sys.stdin.buffer)


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Lines as they come, without their ends and nothing else less. Raises Failure where they are too many
    bytes, or no UTF-8.
    """
    left, number = LIMIT, 0
    while line := stream.readline(left + 1):
        left, number = left - len(line), number + 1
        if left < 0:
            raise Failure(f"<standard input>: more than the {LIMIT:,} bytes that are read", 3)
        try:
            yield decode(line.removesuffix(b"\n").removesuffix(b"\r"))
        except BadText as error:
            raise Failure(f"<standard input>:{number}:{error.column}: {error}", 3) from None


def _reading(text: str, said: Date, side: Side) -> tuple[Reading | None, str]:
    try:
        return read(text, said, side), ""
    except InvalidDate as error:
        return None, str(error)


def _line(text: str, reading: Reading | None, why: str) -> str:
    from timeline.reports.date import date_report  # imported late: plain output needs no types of documents

    return jsonlib.dumps(date_report(text, reading, why), ensure_ascii=True) + "\n"


def _explained(text: str, reading: Reading | None, why: str) -> str:
    if reading is None:
        return f"{visible(text)}\n  no date   {visible(why)}\n"
    found = reading.date
    rows = [("says", say_fully(found))]
    if reading.rule != "edtf":
        rows.append(("edtf", f"{found.text}   by rule: {reading.rule}"))
    if reading.note:
        rows.append(("that is", reading.note))
    rows += [
        ("start", _bound(found.start.earliest, found.start.latest, found.start.state)),
        ("end", _bound(found.end.earliest, found.end.latest, found.end.state)),
        ("is", _kind(found)),
    ]
    return f"{visible(text)}\n" + "".join(f"  {name:<9} {visible(words)}\n" for name, words in rows)


def _bound(earliest: int | None, latest: int | None, state: str) -> str:
    if earliest is None or latest is None:
        days = [f"from {day_text(earliest)}"] if earliest is not None else []
        days += [f"by {day_text(latest)}"] if latest is not None else []
        return " ".join([*days, state])
    return day_text(earliest) if earliest == latest else f"{day_text(earliest)} to {day_text(latest)}"


def _kind(found: Date) -> str:
    words = [f"EDTF level {found.level}", f"precise to the {found.precision}"]
    words += ["approximate"] if found.approximate else []
    words += ["uncertain"] if found.uncertain else []
    if found.spans:
        count = len(found.spans)
        words.append(f"{'one of' if found.every else 'all of'} {count}" if count > 1 else "a set")
    return ", ".join(words)
