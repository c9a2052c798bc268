"""The compiled timeline as a file of its own, for other tools and for places without the texts."""

import sqlite3
from contextlib import closing
from pathlib import Path

from timeline.cache.build import compile_into
from timeline.dataset.files import replacing
from timeline.dataset.locate import Dataset
from timeline.dataset.progress import OnProgress
from timeline.store.shape import schema_digest
from timeline.store.views import VIEWS
from timeline.version import VERSION


def export(dataset: Dataset, target: Path, tell: OnProgress | None = None) -> None:
    """Write the store of a dataset to `target`, whole or not at all: a failure leaves the old file. `tell` is
    told how far it has come.

    Raises reading.NoReadableFile, OSError and sqlite3.Error.
    """
    fill = compile_into(dataset, {"schema": schema_digest(), "version": VERSION}, tell)
    with replacing(target) as temporary, closing(sqlite3.connect(temporary, isolation_level=None)) as made:
        made.execute("PRAGMA journal_mode = OFF")
        made.execute("PRAGMA synchronous = OFF")
        fill(made)
        made.executescript(VIEWS)
        made.execute("ANALYZE")
