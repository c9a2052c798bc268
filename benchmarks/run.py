"""Measure the rows of docs/performance.md and print them as a table in Markdown.

    python benchmarks/run.py [--events N] [--folder FOLDER] [NAME...]

NAME is one of start, check, build, limit, query, rebuild; the default is all. The datasets are generated in
FOLDER (by default a temporary one) and reused if they exist.
"""

import argparse
import os
import tempfile
from pathlib import Path

from measuring import Row, markdown
from rows import ROWS, Workspace


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Compare timeline with other programs.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(ROWS))
    parser.add_argument("--events", type=int, default=1_000_000, help="number of events in the bulk dataset")
    parser.add_argument("--folder", type=Path, help="folder for the generated datasets")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (arguments.folder or Path(temporary)).absolute()
        folder.mkdir(parents=True, exist_ok=True)
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment["XDG_CACHE_HOME"] = str(folder / "cache")
        workspace = Workspace(folder, arguments.events, environment)
        rows: list[Row] = []
        for name in arguments.names or ROWS:
            rows += ROWS[name](workspace)
            print(markdown(rows[-1:]).splitlines()[-1], flush=True)
    print(f"\n{markdown(rows)}")


if __name__ == "__main__":
    main()
