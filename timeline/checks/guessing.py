"""Near names for the messages of one rule."""

from collections.abc import Callable, Iterable

from timeline.names import did_you_mean

MOST = 50
"""Names for which near ones are sought: each is compared with all that are known, and a file may hold
thousands that nobody bears.
"""


COMPARED = 50_000
"""Names with which they are compared, all together."""


class Guesses:
    """Asks once for each name, and not at all after the first fifty, or when too many were compared."""

    def __init__(self, known: Callable[[], Iterable[str]]) -> None:
        self._known = known
        self._told: dict[tuple[str, str], str] = {}
        self._left = COMPARED

    def near(self, name: str, but: str = "") -> str:
        """`did you mean Japan?`, or nothing; the name `but` is not meant."""
        if (name, but) not in self._told and len(self._told) < MOST and self._left > 0:
            known = [one for one in self._known() if one != but]
            self._left -= len(known)
            self._told[name, but] = did_you_mean(name, known)
        return self._told.get((name, but), "")
