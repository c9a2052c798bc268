"""Any text as a query: words are literal, names and dates resolve or are refused, and nothing else raises.

The fields of an input: the words, a name, and a date.
"""

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import cache
from unittest.mock import patch

from fuzz.gathering import REPOSITORY, records, stored_texts, texts_in_tests
from fuzz.harness import BETWEEN, Harness, hold, joined, parts
from timeline.api.timeline import OpenTimeline
from timeline.cache.build import compile_into
from timeline.dataset.locate import Dataset, built_in
from timeline.filters import FACETS, Filters
from timeline.query import InvalidQuery, Query
from timeline.reports.search import hits
from timeline.resolve import read_query
from timeline.store import Store, fts
from timeline.store.fts import HIT_END, HIT_START

_TOKEN = re.compile("[a-z0-9]+")
_COLUMNS = ("title", "summary", "actors", "quotes", "places")


def judge(data: bytes) -> None:
    """Query the shipped timeline for these words, this name and this date."""
    words, name, date = parts(data, 3)[:3]
    _words(words)
    if name or date:
        _filters(name, date)
    # As Python decodes arguments that are not UTF-8.
    halves = [part.decode("utf-8", "surrogateescape") for part in data.split(BETWEEN)]
    if sum(data) % 4 == 0 or not all(map(str.isprintable, halves)):
        _select(text=halves[0], actor=halves[1:], on=(halves[2:3] or ["2024"])[0])


def _words(words: str) -> None:
    store = _store()
    listed = {str(json.loads(answer.json)["id"]) for answer in store.select(Query(text=words))}
    reports = list(hits(store, Query(text=words), None))
    events = [report["event"] for report in reports if report["event"]]
    if words:
        hold(sorted(events) == sorted(listed), f"{words!r}: list finds {listed}, search {events}")
    for report in reports:
        text = report["text"]
        hold(not {HIT_START, HIT_END} & {*text}, f"{words!r}: a mark of the index in {text!r}")
        ends = [end for highlight in report["highlights"] for end in highlight]
        hold(ends == sorted(ends) and all(0 <= end <= len(text) for end in ends), f"{words!r}: {report}")
    if words and words.isascii():
        expected = {event for event, columns in _texts().items() if _contain(columns, words)}
        hold(listed == expected, f"{words!r}: {sorted(listed ^ expected)} should be found or not")


def _contain(columns: tuple[str, ...], words: str) -> bool:
    """Whether the texts of an event contain all words and "phrases"; nothing is an operator."""
    pieces = words.replace("\x00", " ").split('"')
    terms: list[str] = []
    for number, piece in enumerate(pieces):
        quoted = number % 2 == 1 and number < len(pieces) - 1
        terms += [piece] if quoted else re.split("[\x00\\s]+", piece)
    phrases = [" ".join(_TOKEN.findall(term.lower())) for term in terms]
    phrases = [phrase for phrase in phrases if phrase]
    return bool(phrases) and all(any(f" {phrase} " in column for column in columns) for phrase in phrases)


def _filters(name: str, date: str) -> None:
    """A name or a date as typed is a query, or an InvalidQuery with a message."""
    facets: dict[str, object] = {facet.name: name for facet in FACETS if name}
    everything = {"actor": name, "member_of": name, "since": date, "until": date, **facets}
    for values in (everything, {"actor": name, "role": name, **facets}):
        filters = Filters.from_values(values)
        try:
            query = read_query(filters, _store(), "2025-06-24").query
        except InvalidQuery as error:
            hold(bool(str(error).strip()), "an InvalidQuery without a message")
            continue
        some = {answer.json for answer in _store().select(query._replace(limit=5))}
        hold(len(some) <= 5 and _store().count_uncertain(query) >= 0, f"{filters}: wrong count")


def _select(text: str, actor: list[str], on: str) -> None:
    """The same filters from Python: invalid ones raise InvalidQuery with a message."""
    try:
        documents = list(
            OpenTimeline(Dataset("built-in", built_in(), ""), _store()).select(text=text, actor=actor, on=on)
        )
    except InvalidQuery as error:
        hold(bool(str(error).strip()), "an InvalidQuery without a message")
        return
    hold(all("match" in document for document in documents), f"{text!r}, {actor}, {on!r}: no match")


@cache
def _store() -> Store:
    """The shipped timeline, compiled in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    compile_into(Dataset("folder", REPOSITORY, ""), {})(connection)
    return Store(connection)


@cache
def _texts() -> dict[str, tuple[str, ...]]:
    """The indexed texts of each event, in plain words separated by one space."""
    rows = _store()._connection.execute(
        f"SELECT e.id, {', '.join(_COLUMNS)} FROM event_words w JOIN events e ON e.seq = w.rowid"
    )
    return {row[0]: tuple(map(_plain, row[1:])) for row in rows}


def _plain(text: str) -> str:
    """Words without case and accents, separated where a character is neither letter nor digit."""
    decomposed = unicodedata.normalize("NFD", text)
    base = "".join(character for character in decomposed if not unicodedata.combining(character)).lower()
    words = "".join(character if unicodedata.category(character)[0] in "LN" else " " for character in base)
    return f" {' '.join(words.split())} "


def _seeds() -> Iterator[bytes]:
    for package in ("cli", "store"):
        yield from (joined(text) for text in texts_in_tests(package)[::4] if len(text) < 40)
    for text in stored_texts():
        yield from (joined(line[:40], "Japan", "2024") for line in text.split("\n") if line)
    for _, value in records("events"):
        if isinstance(value, dict):
            names = [*map(str, value.get("actors", ())), "NATO"]
            yield joined(str(value["title"]), names[0], str(value["date"]))
    yield from (joined("", text) for text in texts_in_tests("evidence")[::4] if len(text) < 40)
    yield from (joined("", "", text) for text in texts_in_tests("dates/phrases")[::4] if len(text) < 40)


def _plant() -> AbstractContextManager[object]:
    """A planted fault: words with a "phrase" among them reach the index unescaped, with their operators."""
    escaped = fts.literal_expression
    return patch.object(fts, "literal_expression", lambda words: words if '"' in words else escaped(words))


_WORDS = (
    "OR", "AND", "NOT", "NEAR", "NEAR(", "title:", "*", "^", "-", "+", "(", ")", '"', '""', "'", ";", "--",
    "{", "}", "title : ", "summary", "rank", "\x00", "\ue000", "\ue001", "e\u0301", "\u0301", "\u00df",
    "\u0130", "\u00b2", "\u2160", "\u0660", "\u3400", "\U0001e900", "%", "_", ",", "the ", "Japan", "NATO",
    "summit", "South Korea", "2024", "last week", "today", "/..", "host", "US", "Washington", "members",
    "the allies", "SELECT", "host,speaker",
)  # fmt: skip
HARNESS = Harness(judge, _seeds, _WORDS, _plant, b'nato "third year" OR')
