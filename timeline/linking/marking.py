"""A date in words with the curator's part in square brackets: `[24–25] Jun 2025`, `9[–11] Jul 2024`.

What stands outside brackets is in a stored text; what stands inside is in none.
"""

import re

from timeline.dates import Date, day_text, window
from timeline.linking.values import Proof

_YEAR = re.compile(r"(?P<head>.*\D) (?P<year>\d{4})")
_DAYS = re.compile(r"(?P<first>\d{1,2})(?:(?P<dash>\u2013)(?P<last>\d{1,2}))? (?P<month>[^\d\u2013]+)")
_SPAN = re.compile(r"(?P<first>[^\u2013]+)(?P<dash> \u2013 )(?P<last>[^\u2013]+)")
_SAME_YEAR, _SAME_MONTH = 4, 7


def marked(wording: str, date: Date, proof: Proof) -> str:
    """The wording of a date (as `say` or `say_fully` gives it) with all that no text proves in brackets."""
    if proof.verdict == "agrees":
        return wording
    if not proof.dates:
        return f"[{wording}]"
    split = _YEAR.fullmatch(wording)
    if split is None or re.search(r"\d{3}", split["head"]):
        return _ends(_SPAN.fullmatch(wording), date, proof) or f"[{wording}]"
    head, year = split["head"], split["year"]
    ends = _ends(_SPAN.fullmatch(head), date, proof)
    if ends:
        return f"{ends} {year}"
    if not any(_shares(one, _SAME_YEAR) for one in proof.dates):
        return f"[{wording}]"
    return f"{_days(head, date, proof)} {year}"


def _days(head: str, date: Date, proof: Proof) -> str:
    """Day and month, when the year is proved."""
    days = _DAYS.fullmatch(head)
    if days is None or not any(_shares(one, _SAME_MONTH) for one in proof.dates):
        return f"[{head}]"
    numbers = head.removesuffix(f" {days['month']}")
    proved = _ends(days, date, proof) if days["dash"] else ""
    return f"{proved or f'[{numbers}]'} {days['month']}"


def _ends(match: re.Match[str] | None, date: Date, proof: Proof) -> str:
    """Two ends of which at least one is proved; empty where there are no two, or neither is."""
    starts = any(one.start == date.start for one in proof.dates)
    ends = any(one.end == date.end for one in proof.dates)
    if match is None or not (starts or ends):
        return ""
    if starts and ends:
        return f"{match['first']}{match['dash']}{match['last']}"
    if starts:
        return f"{match['first']}[{match['dash']}{match['last']}]"
    return f"[{match['first']}{match['dash']}]{match['last']}"


def _shares(date: Date, length: int) -> bool:
    """Whether a proved date lies in one year (4) or one month (7)."""
    first, last = window(date)
    return first is not None and last is not None and day_text(first)[:length] == day_text(last)[:length]
