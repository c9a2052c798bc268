"""The tables. Days are numbers (1 is 1 January of the year 1); `seq` is an event's place in the order."""

SCHEMA = "6"
"""Changes whenever a table changes: a store of another schema is built anew."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE events (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    first INTEGER NOT NULL, last INTEGER NOT NULL,
    surely_by INTEGER NOT NULL, surely_from INTEGER NOT NULL,
    spans TEXT NOT NULL, document TEXT NOT NULL
);
CREATE TABLE spans (
    event INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    surely_by INTEGER NOT NULL, surely_from INTEGER NOT NULL
);
CREATE TABLE parts (
    actor TEXT NOT NULL, role TEXT NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (actor, role, event)
) WITHOUT ROWID;
CREATE TABLE facets (
    field TEXT NOT NULL, folded TEXT NOT NULL, event INTEGER NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (field, folded, event)
) WITHOUT ROWID;
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
CREATE INDEX spans_event ON spans (event);
CREATE INDEX parts_event ON parts (event, actor, role);
CREATE INDEX memberships_member ON memberships (member);
CREATE INDEX memberships_organisation ON memberships (organisation);
"""
