"""Dates in EDTF, levels 0 to 2: what is known of a time, and no more.

`parse` reads a date as written, `overlap` and `compare` ask it questions, `order` sorts dates, `say` puts
them in words. Words such as "last week" are read by `timeline.dates.phrases`, which is loaded only where
it is needed.
"""

from timeline.dates.calendar import day_number, day_text
from timeline.dates.compare import Comparison, Overlap, compare, order, overlap, window
from timeline.dates.parse import parse
from timeline.dates.say import say, say_fully, say_year
from timeline.dates.short_years import parse_plain
from timeline.dates.values import Bound, Date, InvalidDate, Reach, Span

__all__ = [
    "Bound",
    "Comparison",
    "Date",
    "InvalidDate",
    "Overlap",
    "Reach",
    "Span",
    "compare",
    "day_number",
    "day_text",
    "order",
    "overlap",
    "parse",
    "parse_plain",
    "pattern",
    "phrases",
    "say",
    "say_fully",
    "say_year",
    "window",
    "wording",
]
