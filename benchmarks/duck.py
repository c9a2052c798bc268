"""The same query in DuckDB: `make LINES PARQUET` prepares the file, `ask PARQUET ACTOR YEAR` prints JSON.

Needs the package duckdb, which the project itself does not use; without it, exits with 1 and a message.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

try:
    import duckdb  # type: ignore[import-not-found, unused-ignore]
except ImportError:
    sys.exit('duckdb is not installed; run "pip install duckdb", or the row is left out')

MEMBERS = [("Vietnam", "ASEAN", "1995-07-28", "9999-12-31"), ("Vietnam", "CPTPP", "2019-01-14", "9999-12-31")]


def make(lines: Path, parquet: Path) -> None:
    """A Parquet file sorted by date, with the bounds of the date, the actors, and the record as JSON."""
    if parquet.exists():
        return
    rows = parquet.with_suffix(".rows")
    with rows.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row) + "\n" for row in _rows(lines))
    columns = "{first: 'DATE', last: 'DATE', id: 'VARCHAR', names: 'VARCHAR[]', document: 'VARCHAR'}"
    duckdb.sql(
        f"COPY (SELECT * FROM read_json('{rows}', columns={columns}) ORDER BY first, id) "
        f"TO '{parquet}' (FORMAT parquet)"
    )
    rows.unlink()


def _rows(lines: Path) -> Iterator[dict[str, object]]:
    from timeline.dates import day_text, parse, window

    with lines.open(encoding="utf-8") as stream:
        for line in stream:
            record = json.loads(line)
            first, last = window(parse(record["date"]))
            yield {
                "first": "0001-01-01" if first is None else day_text(first),
                "last": "9999-12-31" if last is None else day_text(last),
                "id": record["id"],
                "names": [name for name, role in record["actors"].items() if role != "absent"],
                "document": line.rstrip("\n"),
            }


def ask(parquet: str, actor: str, year: str) -> None:
    """Events of the year that name the actor, or a group that it belonged to at that time."""
    database = duckdb.connect()
    database.execute("CREATE TABLE members (member VARCHAR, organisation VARCHAR, first DATE, last DATE)")
    database.executemany("INSERT INTO members VALUES (?, ?, ?, ?)", MEMBERS)
    rows = database.execute(
        f"SELECT document FROM read_parquet('{parquet}') e WHERE first <= ? AND last >= ? "
        "AND (list_contains(names, ?) OR EXISTS (SELECT 1 FROM members m WHERE m.member = ? "
        "AND list_contains(e.names, m.organisation) AND m.first <= e.last AND m.last >= e.first)) "
        "ORDER BY first, id",
        [f"{year}-12-31", f"{year}-01-01", actor, actor],
    ).fetchall()
    sys.stdout.write("[" + ",\n".join(row[0] for row in rows) + "]\n")


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        ask(*sys.argv[2:5])
