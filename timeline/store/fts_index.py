"""Fill the indexes of full-text search: what events say, and the sentences of the stored texts."""

import sqlite3
from collections.abc import Iterable, Iterator

from pydantic_core import from_json

from timeline.documents.schema import Document
from timeline.quotes.stored_text import StoredText
from timeline.text.sentences import sentences

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


def index_words(connection: sqlite3.Connection, texts: Iterable[tuple[str, StoredText]]) -> None:
    """Fill both indexes when the events are in: `texts` are the stored texts with their sources' ids."""
    connection.executescript(TABLES)
    connection.execute("BEGIN")
    stored = connection.execute(
        "SELECT seq, document FROM events CROSS JOIN documents USING (number) ORDER BY seq"
    )
    connection.executemany(
        "INSERT INTO event_words (rowid, title, summary, actors, quotes, places) VALUES (?, ?, ?, ?, ?, ?)",
        ((seq, *_said(from_json(document))) for seq, document in stored),
    )
    connection.executemany(
        "INSERT INTO sentences (source, file, line, column, text) VALUES (?, ?, ?, ?, ?)",
        (row for source, text in texts for row in _rows(source, text)),
    )
    connection.execute("INSERT INTO sentence_words (sentence_words) VALUES ('rebuild')")
    connection.execute("COMMIT")


def index_event(connection: sqlite3.Connection, seq: int, document: Document) -> None:
    """Index one event anew."""
    connection.execute("DELETE FROM event_words WHERE rowid = ?", (seq,))
    connection.execute(
        "INSERT INTO event_words (rowid, title, summary, actors, quotes, places) VALUES (?, ?, ?, ?, ?, ?)",
        (seq, *_said(document)),
    )


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
