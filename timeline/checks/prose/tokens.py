"""What in a title or a sentence must be proved: quoted phrases, dates, names, numbers."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from timeline.checks.prose.calendar import dates_in
from timeline.checks.prose.capitals import capitalised
from timeline.checks.prose.numbers import numbers
from timeline.mentions import Mentions

Kind = Literal["quoted phrase", "date", "actor", "name", "number"]

# Curly marks tell where a phrase begins and ends; a straight apostrophe only where no letter stands beside it.
_QUOTED = re.compile(
    "\u201c([^\u201c\u201d]+)\u201d|\u00ab([^\u00ab\u00bb]+)\u00bb|\"([^\"]+)\""
    r"|‘((?:[^‘’]|’(?=\w))+)’|(?<![\w'])'(?=\w)((?:[^']|(?<=\w)'(?=\w))+)'(?!\w)"
)
_BLANK = "|"


class Token(NamedTuple):
    """Something in prose that must be proved (offsets in code points, half open)."""

    kind: Kind
    start: int
    end: int
