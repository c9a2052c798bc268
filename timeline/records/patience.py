"""How much is kept of what is wrong with one file, and when it is worth no more reading."""

from collections.abc import Sequence

from timeline.problems import Location, Problem

MOST = 5000
"""Problems of one file that are kept one by one."""


class Patience:
    """What was found so far in one file, which may come in pieces. A file of which most is spoilt is no file
    of records: when its problems are more than are kept, it is not read on. Where most is good, the good
    ones behind are read, and only the problems are kept no more.
    """

    def __init__(self, kept: int = 0, good: int = 0, spoilt: int = 0) -> None:
        self._kept = kept
        self._good = good
        self._spoilt = spoilt

    def copy(self) -> "Patience":
        """The same at this point, for a piece that is read twice."""
        return Patience(self._kept, self._good, self._spoilt)

    @property
    def lost(self) -> bool:
        """Whether the rest of the file is left unread."""
        return self._kept > MOST and self._spoilt > self._good

    def note(self, *, good: bool) -> None:
        """One more record was read."""
        self._good += good
        self._spoilt += not good

    def keep(self, file: str, found: Sequence[Problem]) -> list[Problem]:
        """Those of the problems that are kept. Where the last is, one more says so, on top of the file, so
        that it stands before all others.
        """
        if self._kept > MOST or not found:
            return []
        kept = list(found[: MOST - self._kept])
        self._kept += len(found)
        if self._kept <= MOST:
            return kept
        where = found[len(kept)].location
        rest = "the rest of this file is unread" if self.lost else "further ones are not listed"
        message = f"there are more than {MOST:,} problems in this file; from line {where.line} on {rest}"
        return [
            *kept,
            Problem(Location(file, 1, 1), "wrong-type", message, "mend these first", unread=self.lost),
        ]
