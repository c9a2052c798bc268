"""How many problems of one rule are kept: all are counted."""

from collections.abc import Iterator
from heapq import nsmallest

from timeline.problems import Problem

MOST = 5000
"""Problems of one rule that are kept one by one, the first of the files."""


class Kept:
    """The first problems of one rule, by their places, and how many there were; said twice is said once."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()
        self._last: Problem | None = None
        self.number = 0

    def add(self, problem: Problem) -> None:
        """Take one more."""
        if problem in self._found:
            return
        self.number += 1
        if self._last is not None and problem > self._last:
            return
        self._found.add(problem)
        if len(self._found) > 2 * MOST:
            first = nsmallest(MOST, self._found)
            self._found, self._last = set(first), first[-1]

    def __contains__(self, problem: Problem) -> bool:
        return problem in self._found

    def __iter__(self) -> Iterator[Problem]:
        """Those that are kept, in order."""
        return iter(nsmallest(MOST, self._found))
