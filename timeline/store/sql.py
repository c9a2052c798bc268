"""A piece of SQL with the values of its question marks."""

from collections.abc import Iterable
from typing import NamedTuple

Value = str | int


class Clause(NamedTuple):
    """A piece of SQL and the values of its question marks, in order."""

    sql: str
    values: tuple[Value, ...] = ()


def every(clauses: Iterable[Clause]) -> Clause:
    """All of them hold."""
    return joined(" AND ", clauses) if (clauses := list(clauses)) else Clause("1")


def joined(word: str, clauses: Iterable[Clause]) -> Clause:
    """The clauses with a word between them."""
    parts = list(clauses)
    return Clause(word.join(part.sql for part in parts), tuple(one for part in parts for one in part.values))


def marks(values: tuple[Value, ...]) -> str:
    """A question mark for each value."""
    return ", ".join("?" * len(values))
