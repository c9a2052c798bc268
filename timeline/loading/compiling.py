"""The far side of the seam: read a dataset, judge it, and fill a store."""

import sqlite3
from collections.abc import Callable

from timeline.checks import check
from timeline.dataset import Dataset
from timeline.loading.reading import load_timeline
from timeline.store.building import build


def compile_into(dataset: Dataset, meta: dict[str, str]) -> Callable[[sqlite3.Connection], None]:
    """Read the dataset now; what comes back fills any empty database. Raises reading.NothingReadable."""
    timeline = load_timeline(dataset)
    problems = check(timeline).problems
    left_out = len(timeline.duplicates) + timeline.material.left_out
    words = {**meta, "problems": str(len(problems)), "left_out": str(left_out)}
    return lambda connection: build(connection, timeline, words)
