"""`read`: what people and newspapers write, as EDTF no more precise than the words."""

import re
from typing import NamedTuple

from timeline.dates.parsing import parse, shown
from timeline.dates.phrases.about import between, no_earlier_than, no_later_than
from timeline.dates.phrases.changed import CHANGED
from timeline.dates.phrases.counting import count_from
from timeline.dates.phrases.named_days import NAMED_DAYS
from timeline.dates.phrases.named_years import NAMED_YEARS
from timeline.dates.phrases.nearest import NEAREST
from timeline.dates.phrases.silent import why_no_time
from timeline.dates.phrases.units import FUTURE, UNITS
from timeline.dates.phrases.words import TO, YEAR, normal
from timeline.dates.values import Date, NotADate


class Reading(NamedTuple):
    """What the words come to, and by which rule."""

    date: Date
    phrase: str
    """The words as given."""
    rule: str
    """`edtf` for what is plain EDTF; a rule that changes what another reads is joined to it by `+`."""
    note: str = ""
    """What the words say beyond what EDTF can: `its last third` for late June."""


class _Found(NamedTuple):
    edtf: str
    rule: str
    note: str = ""


_TWO_ENDS = re.compile(f"(?:from )?(?P<start>.+?){TO}(?P<end>.+)")
_BETWEEN = re.compile("(?:in |at )?(?:some ?time )?between (?P<start>.+?) and (?P<end>.+)")
_ENDS_WITH_YEAR = re.compile(f".*?(?P<year>{YEAR})")
_WORD = re.compile(r"[^\W\d_]{2}")
# Before late 2024 may still be in 2024: a part of a date leaves room beside it.
_OF_A_PART = {"before": no_later_than, "after": no_earlier_than}
_LONGEST = 200
_DEEPEST = 3


def read(text: str, as_of: Date | None) -> Reading:
    """The date that these words name: EDTF as it stands, else English words by rule.

    `as_of` is the day on which they were said, from which words such as "last week" count; it may be as
    coarse as a month or a year where the words need no more. Raises `NotADate`, with a sentence that says
    why, where no rule reads the words, where they need a day that is not given, and where they have two
    readings.
    """
    try:
        return Reading(parse(text), text, "edtf")
    except NotADate as no_edtf:
        reason = no_edtf
    try:
        found = _find(normal(text), as_of) if len(text) <= _LONGEST else None
        if found:
            return Reading(parse(found.edtf), text, found.rule, found.note)
    except NotADate as no_phrase:
        raise NotADate(f"{shown(text)}: {no_phrase}") from None
    # What has no words in it was meant as EDTF, and the parser knows best what is wrong with it.
    if text and not _WORD.search(text):
        raise reason
    raise NotADate(f"{shown(text)}: {why_no_time(text)}")


def _find(words: str, as_of: Date | None) -> _Found | None:
    """What the rules make of the words: by themselves, as two ends of a time, or as something to come."""
    found = _one(words, as_of, _DEEPEST) or _between(words, as_of) or _from_to(words, as_of)
    if found:
        return found
    future = FUTURE.form.fullmatch(words)
    return _Found(count_from(FUTURE, future, as_of), FUTURE.name) if future else None


def _one(words: str, as_of: Date | None, depth: int) -> _Found | None:
    """The first rule that reads all of the words; those that name their date before those that count."""
    named = _named(words)
    if named:
        return named
    for rule in (*NEAREST, *UNITS):
        match = rule.form.fullmatch(words)
        if match:
            return _Found(count_from(rule, match, as_of), rule.name)
    for change in CHANGED if depth else ():
        match = change.form.fullmatch(words)
        inner = _one(match["when"], as_of, depth - 1) if match else None
        if inner:
            edtf = _OF_A_PART.get(change.name, change.edtf) if inner.note else change.edtf
            return _Found(edtf(inner.edtf), f"{change.name}+{inner.rule}", change.note or inner.note)
    return None


def _named(words: str) -> _Found | None:
    for rule in (*NAMED_DAYS, *NAMED_YEARS):
        match = rule.form.fullmatch(words)
        if match:
            return _Found(rule.edtf(match), rule.name)
    return None


def _between(words: str, as_of: Date | None) -> _Found | None:
    match = _BETWEEN.fullmatch(words)
    if not match:
        return None
    # What both ends share may be said once, as in "between June and August 2024".
    stretch = f"{match['start']} - {match['end']}"
    found = _one(stretch, as_of, 0) or _from_to(stretch, as_of)
    start, slash, end = found.edtf.partition("/") if found else ("", "", "")
    return _Found(between(start, end), "between") if slash else None


def _from_to(words: str, as_of: Date | None) -> _Found | None:
    """From one date to another, each by its own rule; a year that stands at the end holds for both."""
    match = _TWO_ENDS.fullmatch(words)
    last = _one(match["end"], as_of, _DEEPEST) if match else None
    if not match or not last:
        return None
    year = _ENDS_WITH_YEAR.fullmatch(match["end"])
    start = match["start"]
    if year and not _ENDS_WITH_YEAR.fullmatch(start):
        start = f"{start} {year['year']}"
    first = _one(start, as_of, _DEEPEST)
    if not first or not {"/", "["}.isdisjoint(first.edtf + last.edtf):
        return None
    return _Found(f"{first.edtf}/{last.edtf}", "from-to", "; ".join(filter(None, (first.note, last.note))))
