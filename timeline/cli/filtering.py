"""From the filters of a command to its query, with what stderr says about them."""

import datetime

from timeline.asking import read_query
from timeline.cli.output import talk
from timeline.filters import Filters
from timeline.query import Query
from timeline.store import Store


def query_for(filters: Filters, store: Store) -> Query:
    """The query. stderr names what is unknown, and says how words were read as dates."""
    read = read_query(filters, store, datetime.date.today().isoformat())
    for message in (*read.unknown, *read.notes):
        talk(message)
    return read.query
