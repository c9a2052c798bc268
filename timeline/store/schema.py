"""The tables. Days are numbers (1 is 1 January of the year 1); `seq` is an event's place in the order."""

# `start` is the day at which an event stands in the order, `width` its class (timeline.store.widths).
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE events (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL,
    start INTEGER NOT NULL, width INTEGER NOT NULL,
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
    actor TEXT NOT NULL, width INTEGER NOT NULL, event INTEGER NOT NULL, role TEXT NOT NULL,
    PRIMARY KEY (actor, width, event, role)
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
CREATE INDEX events_width ON events (width, seq, first, last);
CREATE INDEX spans_event ON spans (event);
CREATE INDEX parts_event ON parts (event, actor, role);
CREATE INDEX parts_absent ON parts (actor, event) WHERE role IN ('absent', 'not-invited');
CREATE INDEX memberships_member ON memberships (member, organisation);
CREATE INDEX memberships_organisation ON memberships (organisation, member);
"""

# What waits for its place in the order: events come in any order, and in batches.
WAITING = """
CREATE TEMP TABLE arrived (
    number INTEGER PRIMARY KEY, start INTEGER, rank INTEGER, id TEXT, width INTEGER,
    first INTEGER, last INTEGER, surely_by INTEGER, surely_from INTEGER, spans TEXT
);
CREATE TEMP TABLE arrived_spans (
    number INTEGER, first INTEGER, last INTEGER, surely_by INTEGER, surely_from INTEGER
);
"""

IN_ORDER = """
INSERT INTO events SELECT ROW_NUMBER() OVER (ORDER BY start, rank, id), id, start, width,
    first, last, surely_by, surely_from, spans, number FROM arrived ORDER BY start, rank, id
"""
