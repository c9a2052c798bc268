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
        self._told: dict[tuple[str, str], str] = {}

    def near(self, name: str, but: str = "") -> str:
        """`did you mean Japan?`, or nothing; the name `but` is not meant."""
        if (name, but) not in self._told and len(self._told) < MOST:
            self._told[name, but] = did_you_mean(name, (known for known in self._known() if known != but))
        return self._told.get((name, but), "")
