"""How much expensive work one run may do, and the near names that it finds for messages."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping

from timeline.text.names import did_you_mean

NAMES = 50
"""Names for which a rule looks for near ones: each is compared with all known names, and a file may hold
thousands of unknown ones.
"""
COMPARED = 50_000
"""Names with which those of one rule are compared, in total."""


class Budget:
    """Limits the expensive work of one run. `spent` says how much of each kind was done, and `exhausted`
    whether a limit kept something from being done, so that the outcome depends on the order of the events.
    """

    def __init__(self, spent: Mapping[str, int] | None = None) -> None:
        self.spent = Counter(spent or {})
        self.exhausted = False
        self._near: dict[tuple[str, str, str], str] = {}

    def copy(self) -> "Budget":
        """The same at this point, for events that are judged twice."""
        copied = Budget(self.spent)
        copied.exhausted = self.exhausted
        copied._near = dict(self._near)
        return copied

    def spend(self, kind: str, amount: int, limit: int) -> bool:
        """Whether work of a kind may be done: the limit was not reached before."""
        if self.spent[kind] >= limit:
            self.exhausted = True
            return False
        self.spent[kind] += amount
        return True

    def near(self, rule: str, name: str, known: Callable[[], Collection[str]], other_than: str = "") -> str:
        """`did you mean Japan?`, or an empty text; each name is looked up once for each rule."""
        key = (rule, name, other_than)
        if key not in self._near and self.spend(f"names of {rule}", 1, NAMES):
            candidates = [candidate for candidate in known() if candidate != other_than]
            may = self.spend(f"compared by {rule}", len(candidates), COMPARED)
            self._near[key] = did_you_mean(name, candidates) if may else ""
        return self._near.get(key, "")
