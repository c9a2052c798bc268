"""A piece of SQL with the values of its question marks."""

from typing import NamedTuple

Value = str | int


class Clause(NamedTuple):
    """A piece of SQL and the values of its question marks, in order."""

    sql: str
    values: tuple[Value, ...] = ()
