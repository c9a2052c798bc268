"""Dates in prose: where they stand, and whether other words of time prove them."""

import re
from collections.abc import Iterable
from itertools import chain

from timeline.dates import Bound, Date, NotADate
from timeline.dates.phrases import read

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = "(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?"
_MONTH = f"(?:(?:{'|'.join(_MONTHS)})\\b|{_SHORT})"
# "May" and "March" are months where a number or one of these words stands beside them.
_SURE = f"(?:(?:{'|'.join(name for name in _MONTHS if name not in ('March', 'May'))})\\b|{_SHORT})"
_BEFORE = "(?:(?<=[Ii]n )|(?<=[Oo]f )|(?<=[Ss]ince )|(?<=[Bb]y )|(?<=late )|(?<=early )|(?<=mid-))(?:March|May)\\b"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"
_TO = r"(?:\s?[-\u2010-\u2015]\s?|,\s|\sto\s|\sand\s|\sor\s)"
_DAYS = f"{_DAY}(?:{_TO}{_DAY}){{0,6}}"
_YEAR = r"[12]\d{3}\b(?!\s?%|[.,]\d|[\s-]per\s?cent\b)"
_WEEKDAY = f"(?:{'|'.join(_WEEKDAYS)})"
DATES = re.compile(
    rf"(?<![\w.,$€£])(?:(?:{_WEEKDAY},?\s)?(?:{_DAYS}(?:\sof)?\s{_MONTH}|{_MONTH}\s{_DAYS}(?!\d))(?:,?\s{_YEAR})?"
    rf"|{_MONTH}(?:\sof|,)?\s{_YEAR}|[12]\d{{3}}-\d\d(?:-\d\d)?\b|{_YEAR}|{_WEEKDAY}s?\b|{_SURE}|{_BEFORE})"
)
