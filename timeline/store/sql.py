"""Fragments of SQL that carry the values of their placeholders, so that fragments can be combined.

No user's text is ever part of the SQL itself: it is always a value of a placeholder.
"""

from collections.abc import Iterable
from typing import NamedTuple

Value = str | int


class Clause(NamedTuple):
    """A fragment of SQL and the values of its placeholders, in order."""

    sql: str
    values: tuple[Value, ...] = ()


def all_of(clauses: Iterable[Clause]) -> Clause:
    """The condition that all of them hold; true if there are none."""
    return joined(" AND ", clauses) if (clauses := list(clauses)) else Clause("1")


def any_of(clauses: Iterable[Clause]) -> Clause:
    """The condition that at least one of them holds, in parentheses. There must be at least one."""
    condition = joined(" OR ", clauses)
    return Clause(f"({condition.sql})", condition.values)


def joined(separator: str, clauses: Iterable[Clause]) -> Clause:
    """The clauses in one, with a separator between them."""
    parts = list(clauses)
    values = tuple(value for part in parts for value in part.values)
    return Clause(separator.join(part.sql for part in parts), values)


def placeholders(values: tuple[Value, ...]) -> str:
    """A placeholder for each value, separated by commas."""
    return ", ".join("?" * len(values))
