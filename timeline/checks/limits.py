"""Limits on the work and the results of one check, so that many mistakes do not make it slow."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from heapq import nsmallest

from timeline.problems import Problem
from timeline.text.names import did_you_mean

MAX_PROBLEMS_PER_RULE = 5000
"""Problems of one rule that are kept, the first in the order of the files. All of them are counted."""
MAX_SUGGESTIONS_PER_RULE = 50
"""Unknown names for which a rule looks for similar ones. Each is compared with all known names, and a file
may hold thousands of unknown ones.
"""
MAX_COMPARISONS_PER_RULE = 50_000
"""Comparisons of names that one rule makes, in total."""


class Budget:
    """Limits the expensive work of one check.

    `spent` is the amount of work done of each kind. `exhausted` is true once a limit prevented some work;
    then the results depend on the order of the events.
    """

    def __init__(self, spent: Mapping[str, int] | None = None) -> None:
        self.spent = Counter(spent or {})
        self.exhausted = False
        self._suggestions: dict[tuple[str, str, str], str] = {}

    def copy(self) -> "Budget":
        """A copy in the present state, for events that are checked twice."""
        copied = Budget(self.spent)
        copied.exhausted = self.exhausted
        copied._suggestions = dict(self._suggestions)
        return copied

    def spend(self, kind: str, amount: int, limit: int) -> bool:
        """Count some work of a kind; False if its limit was already reached and the work must be left out."""
        if self.spent[kind] >= limit:
            self.exhausted = True
            return False
        self.spent[kind] += amount
        return True

    def suggest(
        self, rule: str, name: str, known: Callable[[], Collection[str]], other_than: str = ""
    ) -> str:
        """A hint such as `did you mean Japan?`; empty if no known name is similar. `other_than` is not
        offered.

        Each name is looked up once per rule.
        """
        key = (rule, name, other_than)
        if key not in self._suggestions and self.spend(f"suggestions of {rule}", 1, MAX_SUGGESTIONS_PER_RULE):
            candidates = [candidate for candidate in known() if candidate != other_than]
            self._suggestions[key] = self.closest(rule, name, candidates)
        return self._suggestions.get(key, "")

    def closest(self, rule: str, name: str, candidates: Collection[str]) -> str:
        """The same for a name that is compared with these candidates only."""
        may = self.spend(f"comparisons of {rule}", len(candidates), MAX_COMPARISONS_PER_RULE)
        return did_you_mean(name, candidates) if may else ""


class FirstProblems:
    """The first problems of one rule in the order of the files. `number` counts all different ones."""

    def __init__(self) -> None:
        self._problems: set[Problem] = set()
        self._last: Problem | None = None
        self.number = 0

    def add(self, problem: Problem) -> None:
        """Add one problem, unless it comes after all that are kept."""
        if problem in self._problems:
            return
        self.number += 1
        if self._last is not None and problem > self._last:
            return
        self._problems.add(problem)
        # Twice the limit are collected before the set is cut, so that sorting costs little for each problem.
        if len(self._problems) > 2 * MAX_PROBLEMS_PER_RULE:
            first = nsmallest(MAX_PROBLEMS_PER_RULE, self._problems)
            self._problems, self._last = set(first), first[-1]

    @property
    def dropped(self) -> int:
        """How many problems are counted but not kept."""
        return max(0, self.number - MAX_PROBLEMS_PER_RULE)

    def __contains__(self, problem: Problem) -> bool:
        return problem in self._problems

    def __iter__(self) -> Iterator[Problem]:
        """The kept problems, in order."""
        return iter(nsmallest(MAX_PROBLEMS_PER_RULE, self._problems))
