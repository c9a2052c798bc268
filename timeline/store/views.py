"""Views of the compiled timeline for other tools: plain rows, made from the documents as they are asked for.

docs/store.md describes them; their columns keep name and meaning. DuckDB works these SELECTs out itself, and
there only `->>` takes a text out of JSON without its quotation marks.
"""

NEEDED = (3, 38)
"""The SQLite that has `->>`."""

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
