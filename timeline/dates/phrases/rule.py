"""What a rule is: a name, the form of the words, and what they come to in EDTF."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

Words = re.Match[str]


class Named(NamedTuple):
    """A rule for words that name their date: they need no day to count from."""

    name: str
    form: re.Pattern[str]
    edtf: Callable[[Words], str]


class Counted(NamedTuple):
    """A rule for words that count from the day on which they were said."""

    name: str
    form: re.Pattern[str]
    edtf: Callable[[Words, date], str]


class Changed(NamedTuple):
    """A rule that reads the words in it, and says what becomes of their date."""

    name: str
    form: re.Pattern[str]
    edtf: Callable[[str], str]
    note: str
    """What the words say beyond what EDTF can: `its last third`."""
