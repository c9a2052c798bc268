"""The database: its tables, indexes and views, and the digest that identifies this layout.

Days are numbers: 1 is 1 January of the year 1.
"""

import sqlite3
import zlib
from types import UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

from timeline.documents.schema import Document

MIN_SQLITE = (3, 38)
"""The first SQLite with the operator `->>`, which the views use."""

# events.seq is the position in the timeline, from 1 without gaps; documents.number is the order of arrival.
# events.start is the day by which events are sorted, bucket the duration bucket (timeline.store.scans).
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE events (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL,
    start INTEGER NOT NULL, bucket INTEGER NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL,
    surely_by INTEGER NOT NULL, surely_from INTEGER NOT NULL,
    spans TEXT NOT NULL, number INTEGER NOT NULL
);
CREATE TABLE documents (number INTEGER PRIMARY KEY, document TEXT NOT NULL);
CREATE TABLE spans (
    event INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    surely_by INTEGER NOT NULL, surely_from INTEGER NOT NULL
);
CREATE TABLE parts (
    actor TEXT NOT NULL, bucket INTEGER NOT NULL, event INTEGER NOT NULL, role TEXT NOT NULL,
    PRIMARY KEY (actor, bucket, event, role)
) WITHOUT ROWID;
CREATE TABLE terms (
    term INTEGER PRIMARY KEY, field TEXT NOT NULL, folded TEXT NOT NULL, value TEXT NOT NULL,
    events INTEGER NOT NULL, spellings INTEGER NOT NULL, UNIQUE (field, folded)
);
CREATE TABLE facets (term INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (term, event)) WITHOUT ROWID;
CREATE TABLE actors (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE names (
    folded TEXT NOT NULL, actor TEXT NOT NULL, resolves INTEGER NOT NULL, PRIMARY KEY (folded, actor)
) WITHOUT ROWID;
CREATE TABLE memberships (
    member TEXT NOT NULL, organisation TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    sure_first INTEGER NOT NULL, sure_last INTEGER NOT NULL, edtf TEXT NOT NULL
);
"""

INDEXES = """
CREATE UNIQUE INDEX events_id ON events (id);
CREATE INDEX events_start ON events (start);
CREATE INDEX events_bucket ON events (bucket, seq, first, last);
CREATE INDEX spans_event ON spans (event);
CREATE INDEX parts_event ON parts (event, actor, role);
CREATE INDEX parts_absent ON parts (actor, event) WHERE role IN ('absent', 'not-invited');
CREATE INDEX memberships_member ON memberships (member, organisation);
CREATE INDEX memberships_organisation ON memberships (organisation, member);
"""

# Both indexes ignore case and diacritics. The one of events keeps its text, which search results show.
FTS_TABLES = """
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

# docs/store.md describes the views; their columns keep name and meaning. DuckDB evaluates these SELECTs
# itself, and there only `->>` returns a JSON string without its quotation marks.
VIEWS = """
CREATE VIEW event_list AS
SELECT e.id AS id,
    (d.document ->> '$.title') AS title,
    (d.document ->> '$.kind') AS kind,
    (d.document ->> '$.status') AS status,
    (d.document ->> '$.date.edtf') AS date,
    (d.document ->> '$.date.start.earliest') AS start_earliest,
    (d.document ->> '$.date.start.latest') AS start_latest,
    (d.document ->> '$.date.end.earliest') AS end_earliest,
    (d.document ->> '$.date.end.latest') AS end_latest,
    d.document AS document
FROM events e JOIN documents d ON d.number = e.number ORDER BY e.seq;

CREATE VIEW event_actors AS
SELECT e.id AS event,
    (a.value ->> '$.id') AS actor,
    (a.value ->> '$.name') AS name,
    (json_array(r.value) ->> '$[0]') AS role,
    (a.value ->> '$.by') AS by,
    (a.value ->> '$.level') AS level,
    (a.value ->> '$.evidence') AS evidence
FROM events e JOIN documents d ON d.number = e.number,
    json_each(d.document, '$.actors') a, json_each(a.value, '$.roles') r ORDER BY e.seq, a.key, r.key;

CREATE VIEW event_quotes AS
SELECT e.id AS event,
    (c.value ->> '$.source.id') AS source,
    (c.value ->> '$.quote') AS quote,
    (c.value ->> '$.anchors[0].file') AS file,
    CAST(c.value ->> '$.anchors[0].line' AS INTEGER) AS line,
    CAST(c.value ->> '$.anchors[0].column' AS INTEGER) AS column,
    (c.value ->> '$.anchors[0].fidelity') AS match,
    (c.value ->> '$.supports') AS supports
FROM events e JOIN documents d ON d.number = e.number, json_each(d.document, '$.citations') c
ORDER BY e.seq, c.key;

CREATE VIEW event_evidence AS
SELECT e.id AS event, f.key AS field, (json_array(f.value) ->> '$[0]') AS evidence
FROM events e JOIN documents d ON d.number = e.number, json_each(d.document, '$.evidence') f ORDER BY e.seq;
"""

CHUNKS = """
CREATE TABLE chunks (
    file TEXT NOT NULL, position INTEGER NOT NULL, digest BLOB NOT NULL, event TEXT NOT NULL,
    PRIMARY KEY (file, position)
) WITHOUT ROWID;
"""
"""A digest of the text of each record; only stores in the cache have it (timeline.cache.incremental)."""

_MAX_DEFINITIONS = 200
"""More definitions than a valid database has; the rest of a crafted one is not read."""
_STATISTICS = {
    "sqlite_stat1": "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "sqlite_stat4": "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
}
"""The tables that ANALYZE creates; which of them depends on how SQLite was compiled."""


def create_all(connection: sqlite3.Connection) -> None:
    """Create everything that an exported database contains, empty."""
    connection.executescript(TABLES + INDEXES + FTS_TABLES + VIEWS)


def definitions(connection: sqlite3.Connection) -> list[str]:
    """All definitions of a database, sorted, without the statistics tables of ANALYZE."""
    rows = connection.execute(
        f"SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT {_MAX_DEFINITIONS:d}"
    ).fetchall()
    return sorted(repr(row) for row in rows if row[3] is None or _STATISTICS.get(row[1]) != row[3])


def schema_digest() -> str:
    """A digest of the tables and of the document's keys and types; a file with another one is refused."""
    description = f"{TABLES}{INDEXES}{FTS_TABLES}{VIEWS}{_describe(Document)}"
    return f"{zlib.crc32(description.encode()):08x}"


def _describe(hint: object) -> str:
    """A type as a string that is the same for every version of Python and pydantic."""
    # A TypedDict may come from typing or typing_extensions; both have this attribute.
    if isinstance(hint, type) and hasattr(hint, "__required_keys__"):
        hints = get_type_hints(hint, include_extras=True)
        return f"{{{', '.join(f'{key}: {_describe(value)}' for key, value in hints.items())}}}"
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return f"one of {arguments!r}"
    if origin in (Union, UnionType):
        return " or ".join(map(_describe, arguments))
    name = getattr(origin or hint, "__name__", None) or repr(origin or hint)
    return f"{name}[{', '.join(map(_describe, arguments))}]" if arguments else name
