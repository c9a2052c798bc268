"""Build the compiled timeline from linked ones."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping

from timeline.documents import Document
from timeline.linking import Linked, Timeline, publish
from timeline.sources import StoredText
from timeline.store.encoding import encode
from timeline.store.postings import Postings
from timeline.store.registering import register
from timeline.store.rows import dated, facets, spans
from timeline.store.schema import IN_ORDER, INDEXES, TABLES, WAITING
from timeline.store.word_index import index_words


def build(connection: sqlite3.Connection, timeline: Timeline, meta: Mapping[str, str]) -> None:
    """Fill an empty database, whose connection is in autocommit mode. Raises sqlite3.Error where the disk
    fails.
    """
    fill(connection, [timeline], meta)


def fill(connection: sqlite3.Connection, timelines: Iterable[Timeline], meta: Mapping[str, str]) -> None:
    """The same from batches that share registry, sources and texts: each is let go when its events are in.

    There is at least one batch. `meta` is looked at when all are in.
    """
    connection.executescript(TABLES + WAITING)
    connection.execute("BEGIN")
    filling = Filling(connection)
    for timeline in timelines:
        for linked in timeline.events:
            filling.add(linked, publish(linked, timeline))
        last = timeline._replace(events=(), duplicates=())
    filling.finish()
    register(connection, last)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    connection.execute("COMMIT")
    connection.executescript(INDEXES)
    index_words(connection, stored_texts(last))


class Filling:
    """Takes events as they arrive, and gives them their places in the order when all are there."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._postings = Postings()
        self._number = 0

    def add(self, linked: Linked, document: Document) -> None:
        """One event, with its document."""
        self._number += 1
        number = self._number
        row = dated(document["id"], linked)
        into = self._connection.execute
        into("INSERT INTO arrived VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *row))
        into("INSERT INTO documents VALUES (?, ?)", (number, encode(document)))
        for span in spans(linked):
            into("INSERT INTO arrived_spans VALUES (?, ?, ?, ?, ?)", (number, *span))
        for actor in document["actors"]:
            for role in actor["roles"]:
                self._postings.part(actor["id"], int(row[3]), role, number)
        for facet in facets(document, linked):
            self._postings.facet(facet, number)

    def finish(self) -> None:
        """Put everything in the order of the timeline."""
        run = self._connection.execute
        run(IN_ORDER)
        places = array("I", bytes(4 * (self._number + 1)))
        for seq, number in run("SELECT seq, number FROM events"):
            places[number] = seq
        several = run("SELECT * FROM arrived_spans ORDER BY rowid")
        self._connection.executemany(
            "INSERT INTO spans VALUES (?, ?, ?, ?, ?)", ((places[row[0]], *row[1:]) for row in several)
        )
        run("DROP TABLE arrived_spans")
        run("DROP TABLE arrived")
        self._postings.write(self._connection, places)


def stored_texts(timeline: Timeline) -> Iterator[tuple[str, StoredText]]:
    """The stored texts that the ledger knows, with the ids of their sources."""
    texts = timeline.material.texts or {}
    return (
        (key, texts[one.record.file])
        for key, one in timeline.sources.items()
        if one.record.file and one.record.file in texts
    )
