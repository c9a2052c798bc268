"""Parts of a year that stand in the place of a month: seasons, quarters, quadrimesters, semesters.

"Seasons" (level 1) and "Sub-year groupings" (level 2) of the EDTF specification; ISO 8601-2:2019, 4.8.
Neither gives months to a code: `docs/dates.md` says which are taken, and why.
"""

from typing import NamedTuple

# What lies around New Year takes in both ends of its year, so its bounds are the whole year.
_WHOLE_YEAR = (1, 12)


class YearPart(NamedTuple):
    """What a code from 21 to 41 means."""

    precision: str
    level: int
    months: tuple[int, int]
    """First and last month, inside the year that is named."""

    length: int
    """How many months one unit has: by so much `~` widens."""
    anywhere: bool
    """True for 21 to 24, which name no hemisphere: only the whole year holds them surely."""

    @property
    def last_start(self) -> int:
        """The month in which it begins for the last time in its year: December where it goes on over it."""
        return 12 if self.months == _WHOLE_YEAR else self.months[0]


_NORTH = ((3, 5), (6, 8), (9, 11), _WHOLE_YEAR)
_SOUTH = ((9, 11), _WHOLE_YEAR, (3, 5), (6, 8))


def _table() -> dict[int, YearPart]:
    parts: dict[int, YearPart] = {}
    for place, months in enumerate(_NORTH):
        parts[21 + place] = YearPart("season", 1, months, 3, anywhere=True)
        parts[25 + place] = YearPart("season", 2, months, 3, anywhere=False)
    for place, months in enumerate(_SOUTH):
        parts[29 + place] = YearPart("season", 2, months, 3, anywhere=False)
    for code, name, length in ((33, "quarter", 3), (37, "quadrimester", 4), (40, "semester", 6)):
        for place in range(12 // length):
            months = (place * length + 1, place * length + length)
            parts[code + place] = YearPart(name, 2, months, length, anywhere=False)
    return parts


YEAR_PARTS = _table()
