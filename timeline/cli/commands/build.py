"""`timeline build`: the compiled timeline as a file for others."""

import sqlite3
from pathlib import Path
from typing import Annotated

import typer

from timeline.cache.export import export
from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.output import Failure, log
from timeline.cli.progress import progress
from timeline.cli.session import Session
from timeline.dataset.read import NoReadableFile
from timeline.store.views import NEEDED

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
        Path, typer.Option("-o", "--output", metavar="FILE.db", help="The file to write.")
    ] = Path("timeline.db"),
) -> None:
    """Write the timeline as one SQLite file with documented views, for Datasette, sqlite-utils, DuckDB.

    The file is read by --dataset FILE.db too, where there are neither records nor texts.
    """
    session = context.find_object(Session) or Session(None)
    dataset = session.dataset()
    if dataset.kind == "store":
        raise Failure(f"{dataset.shown}: this is a built timeline already", 2)
    if sqlite3.sqlite_version_info < NEEDED:
        needed = ".".join(map(str, NEEDED))
        raise Failure(f"build needs SQLite {needed}, this Python has {sqlite3.sqlite_version}", 3)
    try:
        with progress() as tell:
            export(dataset, output, tell)
    except NoReadableFile as error:
        raise Failure(str(error), 3) from None
    except (OSError, sqlite3.Error) as error:
        raise Failure(f"{output}: cannot be written: {error}", 3) from None
    log(f"{output}: {output.stat().st_size:,} bytes; docs/store.md describes its views")
