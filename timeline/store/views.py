"""Views of the compiled timeline for other tools: plain rows, made from the documents as they are asked for.

docs/store.md describes them; their columns keep name and meaning.
"""

VIEWS = """
CREATE VIEW event_list AS
SELECT e.id AS id,
    json_extract(d.document, '$.title') AS title,
    json_extract(d.document, '$.kind') AS kind,
    json_extract(d.document, '$.status') AS status,
    json_extract(d.document, '$.date.edtf') AS date,
    json_extract(d.document, '$.date.start.earliest') AS start_earliest,
    json_extract(d.document, '$.date.start.latest') AS start_latest,
    json_extract(d.document, '$.date.end.earliest') AS end_earliest,
    json_extract(d.document, '$.date.end.latest') AS end_latest,
    d.document AS document
FROM events e JOIN documents d ON d.number = e.number ORDER BY e.seq;

CREATE VIEW event_actors AS
SELECT e.id AS event,
    json_extract(a.value, '$.id') AS actor,
    json_extract(a.value, '$.name') AS name,
    r.value AS role,
    json_extract(a.value, '$.by') AS by,
    json_extract(a.value, '$.level') AS level,
    json_extract(a.value, '$.evidence') AS evidence
FROM events e JOIN documents d ON d.number = e.number,
    json_each(d.document, '$.actors') a, json_each(a.value, '$.roles') r ORDER BY e.seq, a.key, r.key;

CREATE VIEW event_quotes AS
SELECT e.id AS event,
    json_extract(c.value, '$.source.id') AS source,
    json_extract(c.value, '$.quote') AS quote,
    json_extract(c.value, '$.anchors[0].file') AS file,
    json_extract(c.value, '$.anchors[0].line') AS line,
    json_extract(c.value, '$.anchors[0].column') AS column,
    json_extract(c.value, '$.anchors[0].match') AS match,
    json_extract(c.value, '$.supports') AS supports
FROM events e JOIN documents d ON d.number = e.number, json_each(d.document, '$.citations') c
ORDER BY e.seq, c.key;

CREATE VIEW event_evidence AS
SELECT e.id AS event, f.key AS field, f.value AS evidence
FROM events e JOIN documents d ON d.number = e.number, json_each(d.document, '$.evidence') f ORDER BY e.seq;
"""
