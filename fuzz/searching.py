"""Any text as a question: words are taken literally, names and dates are known or asked back, nothing raises.

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
from timeline.store import Store
from timeline.store import fts as room
from timeline.store.fts import HIT_END, HIT_START

_TOKEN = re.compile("[a-z0-9]+")
_COLUMNS = ("title", "summary", "actors", "quotes", "places")


def judge(data: bytes) -> None:
    """Ask the shipped timeline for these words, this name and this date."""
    words, name, date = parts(data, 3)[:3]
    _words(words)
    if name or date:
        _asked(name, date)
    # As Python gets what is no UTF-8 from its own command line.
    halves = [part.decode("utf-8", "surrogateescape") for part in data.split(BETWEEN)]
    if sum(data) % 4 == 0 or not all(map(str.isprintable, halves)):
        _select(text=halves[0], actor=halves[1:], on=(halves[2:3] or ["2024"])[0])


def _words(words: str) -> None:
    store = _store()
    found = {str(json.loads(answer.json)["id"]) for answer in store.select(Query(text=words))}
    reports = list(hits(store, Query(text=words), None))
    events = [one["event"] for one in reports if one["event"]]
    if words:
        hold(sorted(events) == sorted(found), f"{words!r}: list finds {found}, search {events}")
    for one in reports:
        hold(not {HIT_START, HIT_END} & {*one["text"]}, f"{words!r}: a mark of the index in {one['text']!r}")
        ends = [edge for mark in one["highlights"] for edge in mark]
        hold(ends == sorted(ends) and all(0 <= end <= len(one["text"]) for end in ends), f"{words!r}: {one}")
    if words and words.isascii():
        wanted = {key for key, columns in _said().items() if _holds(columns, words)}
        hold(found == wanted, f"{words!r}: {sorted(found ^ wanted)} should be found or not")


def _holds(columns: tuple[str, ...], words: str) -> bool:
    """Whether all words and "phrases" stand somewhere in what an event says; nothing is an operator."""
    pieces = words.replace("\x00", " ").split('"')
    terms: list[str] = []
    for number, piece in enumerate(pieces):
        closed = number % 2 == 1 and number < len(pieces) - 1
        terms += [piece] if closed else re.split("[\x00\\s]+", piece)
    asked = [" ".join(_TOKEN.findall(term.lower())) for term in terms]
    asked = [term for term in asked if term]
    return bool(asked) and all(any(f" {term} " in column for column in columns) for term in asked)


def _asked(name: str, date: str) -> None:
    """A name or a date as typed is a query, a message about what is unknown, or an InvalidQuery."""
    facets: dict[str, object] = {facet.name: name for facet in FACETS if name}
    everything = {"actor": name, "member_of": name, "since": date, "until": date, **facets}
    for given in (everything, {"actor": name, "role": name, **facets}):
        filters = Filters.from_values(given)
        try:
            query = read_query(filters, _store(), "2025-06-24").query
        except InvalidQuery as error:
            hold(bool(str(error).strip()), "an InvalidQuery without a message")
            continue
        some = {answer.json for answer in _store().select(query._replace(limit=5))}
        hold(len(some) <= 5 and _store().count_uncertain(query) >= 0, f"{filters} is counted wrongly")


def _select(text: str, actor: list[str], on: str) -> None:
    """The same from Python: what cannot be read raises InvalidQuery with a message."""
    try:
        found = list(
            OpenTimeline(Dataset("built-in", built_in(), ""), _store()).select(text=text, actor=actor, on=on)
        )
    except InvalidQuery as error:
        hold(bool(str(error).strip()), "an InvalidQuery without a message")
        return
    hold(all("match" in one for one in found), f"{text!r}, {actor}, {on!r}: it is not said how it matches")


@cache
def _store() -> Store:
    """The shipped timeline, compiled in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    compile_into(Dataset("folder", REPOSITORY, ""), {})(connection)
    return Store(connection)


@cache
def _said() -> dict[str, tuple[str, ...]]:
    """What each event says, column by column, in words parted by one space."""
    rows = _store()._connection.execute(
        f"SELECT e.id, {', '.join(_COLUMNS)} FROM event_words w JOIN events e ON e.seq = w.rowid"
    )
    return {row[0]: tuple(map(_plainly, row[1:])) for row in rows}


def _plainly(text: str) -> str:
    """Words without case and accents, as they are told apart by what is no letter and no digit."""
    apart = unicodedata.normalize("NFD", text)
    plain = "".join(one for one in apart if not unicodedata.combining(one)).lower()
    words = "".join(one if unicodedata.category(one)[0] in "LN" else " " for one in plain)
    return f" {' '.join(words.split())} "


def _seeds() -> Iterator[bytes]:
    for room_of in ("cli", "store"):
        yield from (joined(text) for text in texts_in_tests(room_of)[::4] if len(text) < 40)
    for text in stored_texts():
        yield from (joined(line[:40], "Japan", "2024") for line in text.split("\n") if line)
    for _, value in records("events"):
        if isinstance(value, dict):
            names = [*map(str, value.get("actors", ())), "NATO"]
            yield joined(str(value["title"]), names[0], str(value["date"]))
    yield from (joined("", text) for text in texts_in_tests("linking")[::4] if len(text) < 40)
    yield from (joined("", "", text) for text in texts_in_tests("dates/phrases")[::4] if len(text) < 40)


def _plant() -> AbstractContextManager[object]:
    """Words with a "phrase" among them go to the index as they are, with all that it takes for operators."""
    careful = room.literally
    return patch.object(room, "literally", lambda words: words if '"' in words else careful(words))


_WORDS = (
    "OR", "AND", "NOT", "NEAR", "NEAR(", "title:", "*", "^", "-", "+", "(", ")", '"', '""', "'", ";", "--",
    "{", "}", "title : ", "summary", "rank", "\x00", "\ue000", "\ue001", "e\u0301", "\u0301", "\u00df",
    "\u0130", "\u00b2", "\u2160", "\u0660", "\u3400", "\U0001e900", "%", "_", ",", "the ", "Japan", "NATO",
    "summit", "South Korea", "2024", "last week", "today", "/..", "host", "US", "Washington", "members",
    "the allies", "SELECT", "host,speaker",
)  # fmt: skip
HARNESS = Harness(judge, _seeds, _WORDS, _plant, b'nato "third year" OR')
