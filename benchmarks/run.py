"""Measures the rows of docs/performance.md and prints them as a table in Markdown.

    python benchmarks/run.py [--events N] [--folder FOLDER] [NAME...]

NAME is one of start, check, build, limit, query, rebuild; all where none is given. The datasets are made
in FOLDER (a temporary one where none is given) and used again when they lie there.
"""

import argparse
import os
import tempfile
from pathlib import Path

from measuring import Row, markdown
from rows import ROWS, Place


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure timeline against other programs, in turn.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(ROWS))
    parser.add_argument("--events", type=int, default=1_000_000, help="how long bulk is")
    parser.add_argument("--folder", type=Path, help="where to make the datasets")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (asked.folder or Path(temporary)).absolute()
        folder.mkdir(parents=True, exist_ok=True)
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment["XDG_CACHE_HOME"] = str(folder / "cache")
        place = Place(folder, asked.events, environment)
        rows: list[Row] = []
        for name in asked.names or ROWS:
            rows += ROWS[name](place)
            print(markdown(rows[-1:]).splitlines()[-1], flush=True)
    print(f"\n{markdown(rows)}")


if __name__ == "__main__":
    main()
