"""Replace one changed event in a copy of a store, without building the store again."""

import sqlite3

from timeline.documents.schema import Document
from timeline.evidence import LinkedEvent
from timeline.store.encode import encode
from timeline.store.fts_index import reindex_event
from timeline.store.rows import event_row, facet_rows, span_rows
from timeline.text.names import fold


class CannotUpdate(Exception):
    """The result of a full build does not follow from the store and the changed event alone."""


def update_event(connection: sqlite3.Connection, linked: LinkedEvent, document: Document) -> None:
    """Replace the event with that id, which keeps its position in the timeline. Raises CannotUpdate."""
    execute = connection.execute
    seq, number = execute("SELECT seq, number FROM events WHERE id = ?", (document["id"],)).fetchone()
    row = event_row(linked)
    execute(
        "UPDATE events SET start = ?, bucket = ?, first = ?, last = ?, surely_by = ?, surely_from = ?, "
        "spans = ? WHERE seq = ?",
        (row.start, row.bucket, *row.reach, row.spans, seq),
    )
    execute("UPDATE documents SET document = ? WHERE number = ?", (encode(document), number))
    for table in ("spans", "parts"):
        execute(f"DELETE FROM {table} WHERE event = ?", (seq,))
    for span in span_rows(linked):
        execute("INSERT INTO spans VALUES (?, ?, ?, ?, ?)", (seq, *span))
    for actor in document["actors"]:
        for role in actor["roles"]:
            execute("INSERT OR IGNORE INTO parts VALUES (?, ?, ?, ?)", (actor["id"], row.bucket, seq, role))
    _update_facets(connection, seq, list(facet_rows(document, linked)))
    reindex_event(connection, seq, document)


def _update_facets(connection: sqlite3.Connection, seq: int, facets: list[tuple[str, str]]) -> None:
    """Replace the facets of an event.

    A term is shown in one of its spellings. If that may depend on this event, only a full build can tell it.
    """
    execute = connection.execute
    wanted: dict[tuple[str, str], set[str]] = {}
    for field, value in facets:
        wanted.setdefault((field, fold(value)), set()).add(value)
    rows = execute(
        "SELECT term, field, folded, value, events, spellings FROM terms "
        "WHERE term IN (SELECT term FROM facets WHERE event = ?)",
        (seq,),
    ).fetchall()
    for term, field, folded, value, events, spellings in rows:
        written = wanted.pop((field, folded), None)
        if spellings > 1 or written not in (None, {value}):
            raise CannotUpdate
        if written is None:
            execute("DELETE FROM facets WHERE term = ? AND event = ?", (term, seq))
            execute("UPDATE terms SET events = ? WHERE term = ?", (events - 1, term))
    for key, values in wanted.items():
        _add_facet(connection, seq, key, values)
    execute("DELETE FROM terms WHERE events = 0")


def _add_facet(connection: sqlite3.Connection, seq: int, key: tuple[str, str], values: set[str]) -> None:
    execute = connection.execute
    row = execute("SELECT term, value FROM terms WHERE field = ? AND folded = ?", key).fetchone()
    if len(values) > 1 or (row and {row[1]} != values):
        raise CannotUpdate
    if row is None:
        (value,) = values
        term = execute("INSERT INTO terms VALUES (NULL, ?, ?, ?, 0, 1)", (*key, value)).lastrowid
    else:
        term = row[0]
    execute("INSERT INTO facets VALUES (?, ?)", (term, seq))
    execute("UPDATE terms SET events = events + 1 WHERE term = ?", (term,))
