"""Fill the full-text indexes: the words of events, and the sentences of the stored texts."""

import sqlite3
from collections.abc import Iterable, Iterator

from pydantic_core import from_json

from timeline.documents.schema import Document
from timeline.quotes.stored_text import StoredText
from timeline.store.schema import FTS_TABLES
from timeline.text.sentences import sentences

_INSERT_EVENT = (
    "INSERT INTO event_words (rowid, title, summary, actors, quotes, places) VALUES (?, ?, ?, ?, ?, ?)"
)


def index_all(connection: sqlite3.Connection, texts: Iterable[tuple[str, StoredText]]) -> None:
    """Create and fill both indexes once the events are inserted.

    `texts` are the stored texts with the ids of their sources.
    """
    connection.executescript(FTS_TABLES)
    connection.execute("BEGIN")
    documents = connection.execute(
        "SELECT seq, document FROM events CROSS JOIN documents USING (number) ORDER BY seq"
    )
    connection.executemany(
        _INSERT_EVENT, ((seq, *_event_columns(from_json(document))) for seq, document in documents)
    )
    connection.executemany(
        "INSERT INTO sentences (source, file, line, column, text) VALUES (?, ?, ?, ?, ?)",
        (row for source, text in texts for row in _sentence_rows(source, text)),
    )
    connection.execute("INSERT INTO sentence_words (sentence_words) VALUES ('rebuild')")
    connection.execute("COMMIT")


def reindex_event(connection: sqlite3.Connection, seq: int, document: Document) -> None:
    """Replace the words of one event."""
    connection.execute("DELETE FROM event_words WHERE rowid = ?", (seq,))
    connection.execute(_INSERT_EVENT, (seq, *_event_columns(document)))


def _event_columns(document: Document) -> tuple[str, str, str, str, str]:
    """The indexed texts of an event: title, summary, actors and their representatives, quotes, places."""
    actors = [name for actor in document["actors"] for name in (actor["name"], actor["by"]) if name]
    places = [name for place in document["places"] for name in (place["name"], place["country_name"]) if name]
    return (
        document["title"],
        "\n".join(sentence["text"] for sentence in document["summary"]),
        "\n".join(actors),
        "\n".join(citation["quote"] for citation in document["citations"]),
        "\n".join(places),
    )


def _sentence_rows(source: str, text: StoredText) -> Iterator[tuple[str, str, int, int, str]]:
    for number, line in enumerate(text.text.split("\n"), 1):
        for sentence in sentences(line):
            yield source, text.file, number, sentence.start + 1, line[sentence.start : sentence.end]
