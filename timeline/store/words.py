"""Full-text search: an index over what events say, and one over the sentences of the stored texts."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.documents import Document
from timeline.sentences import sentences
from timeline.sources import StoredText
from timeline.store.clause import Clause

# Words fold case and diacritics. The index of events keeps its text, for the passages that it shows.
TABLES = """
CREATE VIRTUAL TABLE event_words USING fts5(
    title, summary, actors, quotes, places, tokenize='unicode61 remove_diacritics 2'
);
CREATE TABLE sentences (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL,
    column INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE VIRTUAL TABLE sentence_words USING fts5(
    text, content='sentences', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
"""
HIT_START, HIT_END = "\ue000", "\ue001"
"""Private-use characters around a hit, to be made visible by who shows it."""


class Passage(NamedTuple):
    """A hit: the best passage with its hits marked, and where it is from. For an event `source` and `file`
    are empty; for a sentence of a text `event` is.
    """

    event: str
    source: str
    file: str
    line: int
    column: int
    text: str


def index_words(connection: sqlite3.Connection, texts: Iterable[tuple[str, StoredText]]) -> None:
    """Fill both indexes when the events are in: `texts` are the stored texts with their sources' ids."""
    connection.executescript(TABLES)
    connection.execute("BEGIN")
    stored = connection.execute("SELECT seq, document FROM events ORDER BY seq")
    connection.executemany(
        "INSERT INTO event_words (rowid, title, summary, actors, quotes, places) VALUES (?, ?, ?, ?, ?, ?)",
        ((seq, *_said(json.loads(document))) for seq, document in stored),
    )
    connection.executemany(
        "INSERT INTO sentences (source, file, line, column, text) VALUES (?, ?, ?, ?, ?)",
        (row for source, text in texts for row in _rows(source, text)),
    )
    connection.execute("INSERT INTO sentence_words (sentence_words) VALUES ('rebuild')")
    connection.execute("COMMIT")


def _said(document: Document) -> tuple[str, str, str, str, str]:
    """What an event says: title, summary, who was there and who came, quotations, places."""
    people = [name for actor in document["actors"] for name in (actor["name"], actor["by"]) if name]
    places = [name for place in document["places"] for name in (place["name"], place["country_name"]) if name]
    return (
        document["title"],
        "\n".join(sentence["text"] for sentence in document["summary"]),
        "\n".join(people),
        "\n".join(citation["quote"] for citation in document["citations"]),
        "\n".join(places),
    )


def _rows(source: str, text: StoredText) -> Iterator[tuple[str, str, int, int, str]]:
    for number, line in enumerate(text.text.split("\n"), 1):
        for found in sentences(line):
            yield source, text.file, number, found.start + 1, line[found.start : found.end]


def literally(words: str) -> str:
    """An expression of FTS5 for words as typed: all of them, `"a phrase"` as a phrase, nothing an operator.

    Empty where there is no letter or digit to look for.
    """
    terms: list[str] = []
    for number, piece in enumerate(words.replace("\x00", " ").split('"')):
        # Every second piece stands between quotation marks; one that is never closed is words again.
        closed = number % 2 == 1 and number < words.count('"')
        terms += [piece] if closed else piece.split()
    return " ".join(f'"{term}"' for term in terms if any(map(str.isalnum, term)))


def matching(words: str) -> Clause:
    """The clause that an event holds these words; nothing does where there is no word in them."""
    expression = literally(words)
    if not expression:
        return Clause("0")
    return Clause("e.seq IN (SELECT rowid FROM event_words WHERE event_words MATCH ?)", (expression,))


def passages_of_events(words: str) -> Clause:
    """SELECT of id and marked passage of the events that hold the words, the best first."""
    sql = (
        "SELECT e.id, '', '', 0, 0, snippet(event_words, -1, ?, ?, '…', 24) FROM event_words "
        "JOIN events e ON e.seq = event_words.rowid "
        "WHERE event_words MATCH ? ORDER BY bm25(event_words, 4, 2, 2, 1, 2), e.seq"
    )
    return Clause(sql, (HIT_START, HIT_END, literally(words)))


def passages_of_texts(words: str) -> Clause:
    """SELECT of the sentences of stored texts that hold the words, the best first."""
    sql = (
        "SELECT '', s.source, s.file, s.line, s.column, highlight(sentence_words, 0, ?, ?) FROM sentence_words "
        "JOIN sentences s ON s.id = sentence_words.rowid WHERE sentence_words MATCH ? "
        "ORDER BY bm25(sentence_words), s.id"
    )
    return Clause(sql, (HIT_START, HIT_END, literally(words)))
