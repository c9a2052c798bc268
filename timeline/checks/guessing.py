"""Near names for the messages of one rule."""

from collections.abc import Callable, Iterable

from timeline.names import did_you_mean

MOST = 50
"""Names for which near ones are sought: each is compared with all that are known, and a file may hold
thousands that nobody bears.
"""


class Guesses:
    """Asks once for each name, and not at all after the first fifty."""

    def __init__(self, known: Callable[[], Iterable[str]]) -> None:
        self._known = known
        self._told: dict[str, str] = {}

    def near(self, name: str) -> str:
        """`did you mean Japan?`, or nothing."""
        if name not in self._told and len(self._told) < MOST:
            self._told[name] = did_you_mean(name, self._known())
        return self._told.get(name, "")
