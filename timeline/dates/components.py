"""One date as year, month and day, each with the qualification that applies to it.

"Date" (level 0), "Qualification of a date (complete)" (level 1) and "Qualification" (level 2) of the EDTF
specification; ISO 8601-2:2019, 8: a mark to the right of a component applies to it and to all components
on its left, a mark to its left applies to that component alone.
"""

import re
from typing import NamedTuple

_MARK = "([?~%]?)"
_WRITTEN = re.compile(
    f"{_MARK}([-\u2212]?)([0-9X]{{4}}){_MARK}"
    f"(?:-{_MARK}([0-9X]{{2}}){_MARK}(?:-{_MARK}([0-9X]{{2}}){_MARK})?)?"
)


_NO_MARKS = ("", "", "")


class Components(NamedTuple):
    """A date taken apart: digits as written (`month` and `day` empty where left out), marks as they apply."""

    sign: str
    year: str
    month: str
    day: str
    marks: tuple[str, str, str]
    """`""`, `?`, `~` or `%`: what applies to year, month and day."""
    stands: tuple[str, str, str]
    """The same, but what was written at year, month and day."""
    level: int
    """The level of the marks: 0 without, 1 for one at the end, otherwise 2."""

    @property
    def mark(self) -> str:
        """The one mark of the whole date, or nothing where its components differ."""
        present = self.marks[: 3 if self.day else 2 if self.month else 1]
        return present[0] if len(set(present)) == 1 else ""


def both(one: str, other: str) -> str:
    """Two marks on the same component: `?` and `~` together are `%`."""
    if not one or not other or one == other:
        return one or other
    return "%"


def take_apart(text: str) -> Components | None:
    """The components of this date, or nothing where it does not have that shape."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    left_y, sign, year, right_y, left_m, month, right_m, left_d, day, right_d = found.groups("")
    if not (left_y or right_y or left_m or right_m or left_d or right_d):
        return Components(sign, year, month, day, _NO_MARKS, _NO_MARKS, 0)
    stands = both(left_y, right_y), both(left_m, right_m), both(left_d, right_d)
    from_month = both(right_m, right_d)
    marks = (
        both(stands[0], from_month),
        both(stands[1], right_d) if month else "",
        stands[2],
    )
    last = right_d if day else right_m if month else right_y
    level = 1 if last and "".join((left_y, right_y, left_m, right_m, left_d, right_d)) == last else 2
    return Components(sign, year, month, day, marks, stands, level)
