"""Put a changed event in the place of its former self, in a copy of a store."""

import sqlite3

from timeline.documents import Document
from timeline.linking import Linked
from timeline.names import fold
from timeline.store.encoding import encode
from timeline.store.rows import dated, facets, spans
from timeline.store.word_index import index_event

CHUNKS = """
CREATE TABLE chunks (
    file TEXT NOT NULL, position INTEGER NOT NULL, print BLOB NOT NULL, event TEXT NOT NULL,
    problems INTEGER NOT NULL, PRIMARY KEY (file, position)
) WITHOUT ROWID;
"""


class Doubtful(Exception):
    """What a cold build would give cannot be told from the store and the changed event alone."""


def patch(connection: sqlite3.Connection, linked: Linked, document: Document) -> None:
    """Replace the event of that id, which keeps its place in the order. Raises Doubtful."""
    run = connection.execute
    seq, number = run("SELECT seq, number FROM events WHERE id = ?", (document["id"],)).fetchone()
    row = dated(document["id"], linked)
    start, _, key, width, *days = row
    run(
        "UPDATE events SET id = ?, start = ?, width = ?, first = ?, last = ?, surely_by = ?, "
        "surely_from = ?, spans = ? WHERE seq = ?",
        (key, start, width, *days, seq),
    )
    run("UPDATE documents SET document = ? WHERE number = ?", (encode(document), number))
    for table in ("spans", "parts"):
        run(f"DELETE FROM {table} WHERE event = ?", (seq,))
    for span in spans(linked):
        run("INSERT INTO spans VALUES (?, ?, ?, ?, ?)", (seq, *span))
    for actor in document["actors"]:
        for role in actor["roles"]:
            run("INSERT OR IGNORE INTO parts VALUES (?, ?, ?, ?)", (actor["id"], width, seq, role))
    _facets(connection, seq, list(facets(document, linked)))
    index_event(connection, seq, document)


def _facets(connection: sqlite3.Connection, seq: int, found: list[tuple[str, str]]) -> None:
    """The facets of an event anew. How a value is spelled may rest on an event that changed: then it is
    doubtful how it is spelled now.
    """
    run = connection.execute
    wanted: dict[tuple[str, str], set[str]] = {}
    for field, value in found:
        wanted.setdefault((field, fold(value)), set()).add(value)
    rows = run(
        "SELECT term, field, folded, value, events, spellings FROM terms "
        "WHERE term IN (SELECT term FROM facets WHERE event = ?)",
        (seq,),
    ).fetchall()
    for term, field, folded, value, events, spellings in rows:
        here = wanted.pop((field, folded), None)
        if spellings > 1 or here not in (None, {value}):
            raise Doubtful
        if here is None:
            run("DELETE FROM facets WHERE term = ? AND event = ?", (term, seq))
            run("UPDATE terms SET events = ? WHERE term = ?", (events - 1, term))
    for (field, folded), values in wanted.items():
        _add(connection, seq, (field, folded), values)
    run("DELETE FROM terms WHERE events = 0")


def _add(connection: sqlite3.Connection, seq: int, key: tuple[str, str], values: set[str]) -> None:
    run = connection.execute
    row = run("SELECT term, value FROM terms WHERE field = ? AND folded = ?", key).fetchone()
    if len(values) > 1 or (row and {row[1]} != values):
        raise Doubtful
    if row is None:
        (value,) = values
        term = run("INSERT INTO terms VALUES (NULL, ?, ?, ?, 0, 1)", (*key, value)).lastrowid
    else:
        term = row[0]
    run("INSERT INTO facets VALUES (?, ?)", (term, seq))
    run("UPDATE terms SET events = events + 1 WHERE term = ?", (term,))
