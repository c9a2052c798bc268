"""`timeline build`: write the timeline to a SQLite file."""

import sqlite3
from pathlib import Path
from typing import Annotated

import typer

from timeline.cache.build import export
from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.output import Failure, log, progress
from timeline.cli.session import session_of
from timeline.dataset.read import NoReadableFile
from timeline.store.schema import MIN_SQLITE

app = command_app()

_EXAMPLES = """
timeline build -o timeline.db
sqlite-utils rows timeline.db event_list --limit 3
timeline --dataset timeline.db list --actor Japan
"""


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def build(
    context: typer.Context,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE.db", help="Write to FILE.db (atomically).")
    ] = Path("timeline.db"),
) -> None:
    """Write the timeline to one SQLite file with documented views, for Datasette, sqlite-utils and DuckDB.

    --dataset FILE.db reads it, without records and stored texts.
    """
    session = session_of(context)
    dataset = session.dataset()
    if dataset.kind == "store":
        raise Failure(f"{dataset.shown}: already a timeline database", 2)
    if sqlite3.sqlite_version_info < MIN_SQLITE:
        needed = ".".join(map(str, MIN_SQLITE))
        raise Failure(f"build needs SQLite {needed} or later; this Python has {sqlite3.sqlite_version}", 3)
    try:
        with progress() as on_progress:
            export(dataset, output, on_progress)
    except NoReadableFile as error:
        raise Failure(str(error), 3) from None
    except (OSError, sqlite3.Error) as error:
        raise Failure(f"{output}: cannot be written: {error}", 3) from None
    log(f"{output}: {output.stat().st_size:,} bytes; see docs/store.md for its views")
