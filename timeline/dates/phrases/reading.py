"""`read`: the one date that words by themselves name, as people type it and newspapers write it."""

# ruff: noqa: SIM905  (words read best as words)

import re
import unicodedata
from typing import NamedTuple

from timeline.dates.parse import parse, shown
from timeline.dates.phrases.counting import after_day, count_from
from timeline.dates.phrases.evaluate import evaluate
from timeline.dates.phrases.frame import Frame, Side
from timeline.dates.phrases.grammar import expression_at
from timeline.dates.phrases.needs import Need, needs_of
from timeline.dates.phrases.qualified import Found
from timeline.dates.phrases.silent import why_no_time
from timeline.dates.phrases.tokens import Tokens
from timeline.dates.short_years import as_records_write, why_short
from timeline.dates.values import Date, InvalidDate
from timeline.text.clauses import Tense, read_clause


class Reading(NamedTuple):
    """What the words come to, and by which rule."""

    date: Date
    phrase: str
    """The words as given."""
    rule: str
    """`edtf` for what is plain EDTF; a rule that changes what another reads is joined to it by `+`."""
    note: str = ""
    """What the words say beyond what EDTF can: `its last third` for late June."""


_LONGEST = 200
_WORD = re.compile(r"[^\W\d_]{2}")
_FUTURE = re.compile("will(?: [a-z-]+)*")
_LEADING = frozenset("in on at during over the throughout within for".split())
_BARE_PREPOSITIONS = re.compile("(?:(?:in|on|at|during|over|for|throughout|within|the) ?)*")
_TIME_OF_DAY = re.compile(
    "(?:at )?(?:about )?"
    "(?:noon|midnight|in the (?:morning|afternoon|evening)|[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap][.]?m[.]?"
    "|[0-9]{1,2}[:.][0-9]{2}(?: gmt| utc)?)"
    "(?: on)?"
)
_LOOKS_AHEAD = re.compile(
    "(?:which |that )?"
    "(?:begins?|starts?|opens?|takes? place|convenes?|ends?|expires?|hosts?|meets?|due|scheduled|planned|set"
    "|to [a-z]+(?: [a-z]+)*"
    "|(?:is|are) (?:due|scheduled|planned|set|expected|to)(?: [a-z]+)*"
    "|will(?: [a-z]+)+)"
    "(?: (?:for|on|in|at|by))?(?: the)?"
)
_VERBS = 8
"""Words of a clause before a date that are read for its tense."""


def read(text: str, as_of: Date | None, side: Side = Side.UNKNOWN) -> Reading:
    """The date that these words name: EDTF as it stands, else English words by rule.

    `as_of` is the day on which they were said, from which words such as "last week" count; it may be as
    coarse as a month or a year where the words need no more. `side` is that of the sentence that they are
    from. Raises `InvalidDate` with the reason where no rule reads the words, where they need a day that
    is not given, and where they have two readings.
    """
    try:
        date = parse(text)
    except InvalidDate as no_edtf:
        reason = str(no_edtf)  # the exception would hold this frame, and the frame the exception
    else:
        return _edtf(text, date)
    try:
        reading = _words(text, as_of, side) if len(text) <= _LONGEST else None
    except InvalidDate as no_phrase:
        raise InvalidDate(f"{shown(text)}: {str(no_phrase).removeprefix(f'{text}: ')}") from None
    if reading:
        return reading
    # What has no words in it was meant as EDTF, and the parser knows best what is wrong with it.
    if text and not _WORD.search(text):
        raise InvalidDate(reason)
    raise InvalidDate(f"{shown(text)}: {why_no_time(text)}")


def _edtf(text: str, date: Date) -> Reading:
    """Plain EDTF. A decade or a century by itself may be asked about; an end of an interval never means
    one.
    """
    short = as_records_write(text)
    if short:
        return Reading(date, text, "edtf", f"a {date.precision}: records write {short}")
    if why := why_short(text):
        raise InvalidDate(f"{text}: {why}")
    return Reading(date, text, "edtf")


def _words(text: str, as_of: Date | None, side: Side) -> Reading | None:
    """What the grammar makes of the words, if it reads all of them."""
    words = " ".join(unicodedata.normalize("NFC", text).split()).strip(' ,;:!"\u201c\u201d')
    tokens = Tokens(words, alone=True)
    for index in range(tokens.size):
        found = expression_at(tokens, index)
        if not found or not _is_end(tokens, found.end):
            continue
        before = words[: tokens.starts[index]].strip().lower()
        told = _side_of(before, words, tokens.starts[found.start])
        if told is None:
            continue
        return _evaluated(
            text, found, as_of, side if told is Side.UNKNOWN else told, ahead=told is Side.AFTER
        )
    if _FUTURE.fullmatch(words.lower()):
        if as_of is None:
            raise InvalidDate("counts from the day on which it was said; say which day that was")
        return Reading(parse(count_from(after_day, as_of)), text, "future")
    return None


def _is_end(tokens: Tokens, index: int) -> bool:
    """Whether nothing stands behind a date but a mark or a time of day."""
    if index >= tokens.size or (index + 1 == tokens.size and tokens.at(index) in {".", "?", "'"}):
        return True
    return _TIME_OF_DAY.fullmatch(tokens.text[tokens.starts[index] :].lower().strip(" ,.")) is not None


def _side_of(before: str, words: str, place: int) -> Side | None:
    """On which side the words before a date place it; None where they are more than a clause about it."""
    if _BARE_PREPOSITIONS.fullmatch(before) or _TIME_OF_DAY.fullmatch(before):
        return Side.UNKNOWN
    if _LOOKS_AHEAD.fullmatch(before):
        return Side.AFTER
    if len(before.split()) > _VERBS or re.search("[0-9]", before):
        return None
    tense = read_clause(words, place).tense
    return {Tense.PAST: Side.BEFORE, Tense.FUTURE: Side.AFTER}.get(tense)


def _evaluated(text: str, found: Found, as_of: Date | None, side: Side, *, ahead: bool) -> Reading:
    value = evaluate(found.meaning, Frame(as_of, side, alone=True))
    verb = "verb+" if ahead and Need.SIDE not in needs_of(found.meaning) else ""
    return Reading(parse(value.edtf), text, f"{verb}{value.rule}", value.note)
