"""The one grammar of words of time: what stands at a place in a text, longest match first."""

from collections.abc import Iterator, Sequence

from timeline.dates.phrases.forms import ANY_NUMBER, BEHIND_THE, FORMS
from timeline.dates.phrases.meaning import (
    Changed,
    Expression,
    Fixed,
    Meaning,
    Refused,
    Several,
    Stretch,
    Yearless,
)
from timeline.dates.phrases.qualified import QUALIFIERS, UNSURE, Found, about, qualified
from timeline.dates.phrases.tokens import Tokens
from timeline.dates.phrases.years import era_year, year_edtf

_TO = frozenset(("-", "to", "until", "till", "through", "/"))
_HEADS = frozenset((*FORMS, *QUALIFIERS, "between", "from", "the")) - {ANY_NUMBER}
_OF_STRETCHES = {"day": "days", "month": "months", "year": "years"}
_AN_END = frozenset(("about", "perhaps", "part"))
"""What may be done to an end of a stretch."""
_OPENING = 6
"""Tokens between `from Friday's` and `to`."""


def expression_at(tokens: Tokens, index: int) -> Found | None:
    """The longest words of time that begin at this token."""
    word = tokens.at(index)
    if word == "between":
        return _between(tokens, index + 1)
    if word == "from":
        return _from(tokens, index + 1)
    return _stretch(tokens, index)


def _between(tokens: Tokens, index: int) -> Found | None:
    """`between June and August 2024`: what both ends share may be said once."""
    first = qualified(tokens, index, 1)
    if not first:
        return _between_years(tokens, index)
    ends = _both_ends(first.meaning)
    if ends:
        return Found(first.end, Stretch(*ends, "between", between=True), first.start)
    last = qualified(tokens, first.end + 1, 1) if tokens.at(first.end) == "and" else None
    if not last:
        return None
    ends = _sharing_year(first.meaning, last.meaning)
    return Found(last.end, Stretch(*ends, "between", between=True), first.start)


def _between_years(tokens: Tokens, index: int) -> Found | None:
    """`between 500 and 400 BC`: the first year has its era from the last."""
    last = era_year(tokens, index + 2) if tokens.is_number(index) and tokens.at(index + 1) == "and" else None
    if not last:
        return None
    year = int(tokens.at(index))
    first = Fixed(year_edtf(1 - year if last[1] <= 0 else year), "year")
    return Found(last[0], Stretch(first, Fixed(year_edtf(last[1]), "year"), "between", between=True), index)


def _both_ends(meaning: Meaning) -> tuple[Meaning, Meaning] | None:
    """The two ends of a date that names both in one: `1 and 3 July`, `June and August 2024`."""
    if isinstance(meaning, Several) and len(meaning.dates) == 2:
        return meaning.dates[0], meaning.dates[1]
    if not isinstance(meaning, Yearless | Fixed):
        return None
    text = meaning.template if isinstance(meaning, Yearless) else meaning.edtf
    dates = (text[1:-1] if "," in text else text).replace(",", "/").split("/")
    if len(dates) < 2:
        return None
    if isinstance(meaning, Fixed):
        return Fixed(dates[0], meaning.rule), Fixed(dates[-1], meaning.rule)
    return meaning._replace(template=dates[0]), meaning._replace(template=dates[-1])


def _from(tokens: Tokens, index: int) -> Found | None:
    """`from May to November`, `from July 2024 on`; `from Sunday's vote` is no beginning."""
    found = _stretch(tokens, index)
    if not found:
        return None
    end, meaning = found.end, found.meaning
    if tokens.follows(end, "' s"):
        return _possessive(tokens, found)
    inner = meaning.date if isinstance(meaning, Changed) else meaning
    if isinstance(inner, Stretch) or (isinstance(meaning, Fixed | Yearless) and "/" in _edtf(meaning)):
        return Found(end, Changed(meaning, "part", "from-to"), found.start)
    after = tokens.past(end, "on", "onward", "onwards")
    if tokens.alone or after > end:
        return Found(after, Changed(meaning, "since", "from"), found.start)
    return found


def _possessive(tokens: Tokens, found: Found) -> Found:
    """`from Friday's opening to Sunday's close`: both ends are named."""
    for ahead in range(found.end + 2, found.end + _OPENING):
        if tokens.at(ahead) == "to":
            last = qualified(tokens, tokens.past(ahead + 1, "the"), 1)
            if last and tokens.at(last.end) == "'":
                return Found(last.end, Stretch(found.meaning, last.meaning, "from-to"), found.start)
    return found


def _edtf(meaning: Yearless | Fixed) -> str:
    return meaning.template if isinstance(meaning, Yearless) else meaning.edtf


def _stretch(tokens: Tokens, index: int) -> Found | None:
    """One date, or from one to another, or about so."""
    unsure = about(tokens, index, _sure_stretch) if tokens.at(index) in UNSURE else None
    return unsure or _sure_stretch(tokens, index)


def _sure_stretch(tokens: Tokens, index: int) -> Found | None:
    first = qualified(tokens, index)
    if not first or not _has_another_end(tokens, first):
        return first
    last = qualified(tokens, first.end + 1)
    if not last or not (_may_be_an_end(first.meaning) and _may_be_an_end(last.meaning)):
        return first
    ends = _sharing_year(first.meaning, last.meaning)
    return Found(last.end, Stretch(*ends, _stretch_rule(*ends)), first.start)


def _has_another_end(tokens: Tokens, found: Found) -> bool:
    """Whether a word or mark follows that leads to another end; a slash does so only in a phrase."""
    word = tokens.at(found.end)
    return word in _TO and (word != "/" or tokens.alone)


def _may_be_an_end(date: Meaning) -> bool:
    """Whether a date may be an end of a stretch: no stretch itself, no set, no open end."""
    if isinstance(date, Changed):
        return date.change in _AN_END
    if isinstance(date, Fixed | Yearless):
        return {"/", "[", ","}.isdisjoint(_edtf(date))
    return not isinstance(date, Refused | Stretch | Several)


def _stretch_rule(first: Meaning, last: Meaning) -> str:
    rules = {getattr(first, "rule", ""), getattr(last, "rule", "")}
    return _OF_STRETCHES.get(rules.pop(), "from-to") if len(rules) == 1 else "from-to"


def _sharing_year(first: Meaning, last: Meaning) -> tuple[Meaning, Meaning]:
    """Both ends; a year that stands at the last holds for the first, or the year before over New Year."""
    inner, fixed = _inside(first), _inside(last)
    if not isinstance(inner, Yearless) or "{}" not in inner.template or not isinstance(fixed, Fixed):
        return first, last
    year, month = fixed.edtf[:4], fixed.edtf[5:7]
    if not year.isdecimal() or (month and not month.isdecimal()):
        return first, last
    earlier = bool(month) and inner.month > int(month)
    return _in_year(first, f"{int(year) - earlier:04d}"), last


def _inside(date: Meaning) -> Meaning:
    while isinstance(date, Changed):
        date = date.date
    return date


def _in_year(date: Meaning, year: str) -> Meaning:
    if isinstance(date, Changed):
        return date._replace(date=_in_year(date.date, year))
    if isinstance(date, Yearless):
        return Fixed(date.template.replace("{}", year), date.rule)
    return date


def scan(text: str) -> tuple[Expression, ...]:
    """The words of time in a text, from left to right, without the prepositions before them."""
    return tuple(_expressions(Tokens(text)))


def has_words_of_time(text: str) -> bool:
    """Whether a text has any words of time, whatever they come to."""
    return next(_expressions(Tokens(text)), None) is not None


def _expressions(tokens: Tokens) -> Iterator[Expression]:
    index, words = 0, tokens.words
    while index < tokens.size:
        found = expression_at(tokens, index) if _may_begin(words, index) else None
        if found and found.end > index:
            yield _expression(tokens, found)
            index = found.end
        else:
            index += 1


def _may_begin(words: Sequence[str], index: int) -> bool:
    """Whether words of time may begin with this word: few do, and most words need no closer look."""
    word = words[index]
    if word == "the":
        return index + 1 < len(words) and (words[index + 1] in BEHIND_THE or words[index + 1][0].isdecimal())
    return word in _HEADS or word[0].isdecimal()


def _expression(tokens: Tokens, found: Found) -> Expression:
    """What was found, with its place in the text."""
    start, end = tokens.starts[found.start], tokens.ends[found.end - 1]
    return Expression(start, end, tokens.text[start:end], found.meaning)
