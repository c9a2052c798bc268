"""The one grammar of words of time: what stands at a place in a text, longest match first."""

# ruff: noqa: SIM905  (words read best as words)

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.dates.phrases.forms import ANY_NUMBER, BEHIND_THE, FORMS
from timeline.dates.phrases.meaning import (
    Change,
    Changed,
    Expression,
    Fixed,
    Meaning,
    Refused,
    Several,
    Stretch,
    Yearless,
)
from timeline.dates.phrases.relative import the_unit
from timeline.dates.phrases.tokens import Tokens
from timeline.dates.phrases.vocabulary import (
    ABOUT,
    DECADES,
    PERHAPS,
)
from timeline.dates.phrases.years import era_year, year_edtf


class Found(NamedTuple):
    """What was read: the index after it, what it means, and the first token of the words themselves."""

    end: int
    meaning: Meaning
    start: int


_TO = frozenset(("-", "to", "until", "till", "through", "/"))

_PARTS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("early",), "early", "its first third"),
    (("mid", "middle"), "mid", "its middle third"),
    (("late",), "late", "its last third"),
    (("beginning", "start"), "beginning", "its beginning"),
    (("end", "close"), "end", "its end"),
    (("earlier", "later"), "some-time", ""),
)
_WORDS_BEFORE: tuple[tuple[str, Change, str], ...] = (
    ("by the end of", "by", "by-the-end"), ("before the end of", "by", "by-the-end"),
    ("before", "before", "before"), ("prior to", "before", "before"), ("earlier than", "before", "before"),
    ("pre -", "before", "before"), ("after", "after", "after"), ("later than", "after", "after"),
    ("no later than", "by", "by"), ("not later than", "by", "by"), ("at the latest by", "by", "by"),
    ("on or before", "by", "by"), ("by", "by", "by"), ("not before", "no-earlier", "from"),
    ("no earlier than", "no-earlier", "from"), ("not earlier than", "no-earlier", "from"),
    ("on or after", "no-earlier", "from"), ("ever since", "since", "since"), ("since", "since", "since"),
    ("until", "until", "until"), ("till", "until", "until"), ("up to", "until", "until"),
    ("through", "until", "until"),
)  # fmt: skip
_CHANGING = {}
for _phrase, _change, _rule in _WORDS_BEFORE:
    _CHANGING.setdefault(_phrase.split()[0], []).append((_phrase, _change, _rule))
_DEEPEST = 4
_PARTS_FIRST = ("middle", "mid", "end", "beginning", "start", "close", "on", "sometime", "opening", "closing")
_HEADS = frozenset((*FORMS, *ABOUT, *PERHAPS, *_CHANGING, *_PARTS_FIRST, "between", "from", "the")) - {
    ANY_NUMBER
}


def expression_at(tokens: Tokens, index: int) -> Found | None:
    """The longest words of time that begin at this token."""
    word = tokens.at(index)
    if word == "between":
        return _between(tokens, index)
    if word == "from":
        return _from(tokens, index)
    return _stretch(tokens, index)


def _between(tokens: Tokens, index: int) -> Found | None:
    """`between June and August 2024`: what both ends share may be said once."""
    first = _changed(tokens, index + 1, 1)
    if not first:
        return _between_years(tokens, index + 1)
    if isinstance(first.meaning, Several) and len(first.meaning.dates) == 2:
        return Found(first.end, Stretch(*first.meaning.dates, "between", between=True), first.start)
    if isinstance(first.meaning, Yearless | Fixed) and (
        "/" in _edtf(first.meaning) or "," in _edtf(first.meaning)
    ):
        ends = (
            _edtf(first.meaning).strip("{}").replace(",", "/").split("/")
            if isinstance(first.meaning, Fixed)
            else _halves(first.meaning)
        )
        return Found(first.end, _joined_ends(first.meaning, ends), first.start)
    if tokens.at(first.end) != "and":
        return None
    last = _changed(tokens, tokens.past(first.end + 1, "the") if False else first.end + 1, 1)
    if not last:
        return None
    return Found(
        last.end, Stretch(*_sharing_year(first.meaning, last.meaning), "between", between=True), first.start
    )


def _between_years(tokens: Tokens, index: int) -> Found | None:
    """`between 500 and 400 BC`: the first year has its era from the last."""
    last = era_year(tokens, index + 2) if tokens.is_number(index) and tokens.at(index + 1) == "and" else None
    if not last:
        return None
    year = int(tokens.at(index))
    first = Fixed(year_edtf(1 - year if last[1] <= 0 else year), "year")
    return Found(last[0], Stretch(first, Fixed(year_edtf(last[1]), "year"), "between", between=True), index)


def _edtf(meaning: Yearless | Fixed) -> str:
    return meaning.template if isinstance(meaning, Yearless) else meaning.edtf


def _halves(date: Yearless) -> list[str]:
    text = date.template
    if text.startswith("{{"):
        text = text[1:-1]
    return text.replace(",", "/").split("/")


def _joined_ends(date: Yearless | Fixed, ends: list[str]) -> Meaning:
    if isinstance(date, Fixed):
        return Stretch(Fixed(ends[0], date.rule), Fixed(ends[-1], date.rule), "between", between=True)
    first, last = (date._replace(template=end) for end in (ends[0], ends[-1]))
    return Stretch(first, last, "between", between=True)


def _from(tokens: Tokens, index: int) -> Found | None:
    """`from May to November`, `from July 2024 on`; `from Sunday's vote` is no beginning."""
    found = _stretch(tokens, index + 1)
    if not found:
        return None
    end, meaning = found.end, found.meaning
    if tokens.at(end) == "'" and tokens.at(end + 1) == "s":
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
    for ahead in range(found.end + 2, min(found.end + 6, tokens.size)):
        if tokens.at(ahead) == "to":
            last = _changed(tokens, tokens.past(ahead + 1, "the"), 1)
            if last and tokens.at(last.end) == "'":
                return Found(last.end, Stretch(found.meaning, last.meaning, "from-to"), found.start)
    return found


def _stretch(tokens: Tokens, index: int) -> Found | None:
    """One date, or from one to another."""
    first = _changed(tokens, index, _DEEPEST)
    if not first or tokens.at(first.end) not in _TO:
        return first
    if tokens.at(first.end) == "/" and not tokens.alone:
        return first
    if isinstance(first.meaning, Refused):
        return first
    last = _changed(tokens, first.end + 1, _DEEPEST)
    if not last or isinstance(last.meaning, Refused | Stretch) or isinstance(first.meaning, Stretch):
        return first
    if not _may_be_ends(first.meaning, last.meaning):
        return first
    ends = _sharing_year(first.meaning, last.meaning)
    return Found(last.end, Stretch(*ends, _stretch_rule(*ends)), first.start)


def _may_be_ends(first: Meaning, last: Meaning) -> bool:
    """Whether two dates may be the ends of one stretch: no sets, no open ends."""
    for date in (first, last):
        if isinstance(date, Several) or (
            isinstance(date, Changed) and date.change not in {"about", "perhaps", "part"}
        ):
            return False
        if isinstance(date, Fixed | Yearless) and not {"/", "[", ","}.isdisjoint(_edtf(date)):
            return False
    return True


def _stretch_rule(first: Meaning, last: Meaning) -> str:
    rules = {getattr(first, "rule", ""), getattr(last, "rule", "")}
    return (
        {"day": "days", "month": "months", "year": "years"}.get(rules.pop(), "from-to")
        if len(rules) == 1
        else "from-to"
    )


def _sharing_year(first: Meaning, last: Meaning) -> tuple[Meaning, Meaning]:
    """Both ends; a year that stands at the last holds for the first, or the year before over New Year."""
    inner = first
    while isinstance(inner, Changed):
        inner = inner.date
    fixed = last
    while isinstance(fixed, Changed):
        fixed = fixed.date
    if not isinstance(inner, Yearless) or "{}" not in inner.template or not isinstance(fixed, Fixed):
        return first, last
    year, _, month = fixed.edtf.lstrip("-").partition("-")
    if fixed.edtf.startswith("-") or not month[:2].isdecimal() or len(year) != 4:
        return (
            (first, last)
            if not fixed.edtf[:4].isdecimal() or len(fixed.edtf) != 4
            else (_filled(first, fixed.edtf), last)
        )
    earlier = inner.month > int(month[:2]) and inner.month > 0
    return _filled(first, f"{int(year) - earlier:04d}"), last


def _filled(date: Meaning, year: str) -> Meaning:
    if isinstance(date, Changed):
        return date._replace(date=_filled(date.date, year))
    if isinstance(date, Yearless):
        return Fixed(date.template.replace("{}", year), date.rule)
    return date


def _changed(tokens: Tokens, index: int, depth: int) -> Found | None:
    """A date with the words before and behind it that change it."""
    found = _prefixed(tokens, index, depth) or _plain(tokens, index)
    return _suffixed(tokens, found) if found else None


def _plain(tokens: Tokens, index: int) -> Found | None:
    """The longest of the forms that begin here, with or without `the` before it."""
    best: tuple[int, Meaning] | None = None
    word = tokens.at(index)
    for form in FORMS.get(ANY_NUMBER if word.isdecimal() else word, ()):
        found = form(tokens, index)
        if found and (best is None or found[0] > best[0]):
            best = found
    if word == "the":
        bare = _plain(tokens, index + 1)
        if bare and (best is None or bare.end > best[0]):
            return bare if _leaves_the_article(tokens, bare) else bare._replace(start=index)
    return Found(best[0], best[1], index) if best else None


def _leaves_the_article(tokens: Tokens, found: Found) -> bool:
    """Whether `the` before a date belongs to a noun behind it: the 1967 war, the October 7 attack."""
    if isinstance(found.meaning, Refused):
        return not tokens.alone
    rule = getattr(found.meaning, "rule", "")
    return rule in {"year", "years", "month"} or (rule == "day" and not tokens.is_number(found.start))


def _prefixed(tokens: Tokens, index: int, depth: int) -> Found | None:
    """A date behind words that change it, or that name a part of it."""
    if not depth:
        return None
    word = tokens.at(index)
    if word in ABOUT or word in PERHAPS or tokens.follows(index, "on or about"):
        found = _about(tokens, index, depth)
        if found:
            return found
    if word in _CHANGING:
        found = _behind_words(tokens, index, depth)
        if found:
            return found
    return _part(tokens, index, depth)


def _about(tokens: Tokens, index: int, depth: int) -> Found | None:
    word = tokens.at(index)
    if on_or := tokens.follows(index, "on or about") or tokens.follows(index, "in or about"):
        index = on_or - 1
    if word == "some" and tokens.at(index + 1) in {"time", "-"}:
        return None
    behind = index + 1
    if tokens.at(behind) == "." and tokens.joined(behind):
        behind += 1
    elif (
        word in {"c", "ca"} and not (tokens.joined(behind) and tokens.is_number(behind)) and not tokens.alone
    ):
        return None
    behind = tokens.past(behind, "in", "on") if word in PERHAPS else behind
    found = _stretch(tokens, tokens.past(behind, "the") if tokens.at(behind + 1) not in DECADES else behind)
    if not found or (
        word in {"some", "nearly", "almost"} and getattr(found.meaning, "rule", "") not in {"ago", "later"}
    ):
        return None
    change: Change = "perhaps" if word in PERHAPS else "about"
    return Found(found.end, Changed(found.meaning, change, change), index)


def _behind_words(tokens: Tokens, index: int, depth: int) -> Found | None:
    for phrase, change, rule in _CHANGING[tokens.at(index)]:
        end = tokens.follows(index, phrase)
        found = _changed(tokens, end, depth - 1) if end else None
        if not found and rule == "by-the-end" and end:
            unit = the_unit(tokens, end)
            found = Found(unit[0], unit[1], end) if unit else None
        if found:
            if (
                tokens.at(found.end) == "'"
                and tokens.at(found.end + 1) == "s"
                and change in {"since", "until"}
            ):
                pass
            start = end - 3 if rule == "by-the-end" else found.start
            return Found(found.end, Changed(found.meaning, change, rule), start)
    return None


def _part(tokens: Tokens, index: int, depth: int) -> Found | None:
    """`late June`, `mid-2022`, `the end of the year`, `in the early hours of Monday`, `early in 1914`."""
    start = index
    index = tokens.past(index, "the")
    nth = _nth_part(tokens, index, depth)
    if nth:
        return nth
    for words, rule, note in _PARTS:
        if tokens.at(index) not in words or (rule == "some-time" and tokens.at(index + 1) != "in"):
            continue
        behind = _part_joint(tokens, index + 1)
        found = _changed(tokens, behind, depth - 1)
        if not found or (tokens.at(behind - 1) in {"of", "in"} and _is_the_unit(tokens, behind)):
            unit = the_unit(tokens, behind)
            found = Found(unit[0], unit[1], behind) if unit and behind > index + 1 else found
        if found:
            return Found(found.end, Changed(found.meaning, "part", rule, note), start)
        return None
    return _sometime(tokens, start, depth)


def _nth_part(tokens: Tokens, index: int, depth: int) -> Found | None:
    """`the first week of July 2024`, `the last days of August`: a part that EDTF cannot say."""
    which, what = tokens.at(index), tokens.at(index + 1)
    if (
        which not in _NTH
        or what not in {"week", "weeks", "days", "months", "fortnight"}
        or tokens.at(index + 2) != "of"
    ):
        return None
    found = _changed(tokens, index + 3, depth - 1)
    return (
        Found(found.end, Changed(found.meaning, "part", "part", f"its {which} {what}"), found.start)
        if found
        else None
    )


_NTH = frozenset("first second third fourth last final opening closing".split())


def _is_the_unit(tokens: Tokens, index: int) -> bool:
    return tokens.at(index) == "the" and the_unit(tokens, index) is not None


def _part_joint(tokens: Tokens, index: int) -> int:
    """The index of the date behind `late`: after `-`, `in`, `of`, `on`, `part of`, `hours of`."""
    for phrase in ("hours of", "hours on", "morning of", "part of", "days of", "part in"):
        if end := tokens.follows(index, phrase):
            return end
    return tokens.past(index, "-", "in", "of", "on")


def _sometime(tokens: Tokens, index: int, depth: int) -> Found | None:
    end = tokens.past(index, "at", "in")
    end = tokens.follows(end, "some time") or tokens.follows(end, "sometime")
    if not end or tokens.at(end) not in {"in", "during"}:
        night = (
            tokens.follows(tokens.past(index, "on", "in", "during"), "the night of")
            or tokens.follows(index, "the morning of")
            or tokens.follows(index, "the evening of")
            or tokens.follows(index, "the afternoon of")
        )
        found = _changed(tokens, tokens.past(night, "the"), depth - 1) if night else None
        return Found(found.end, found.meaning, night - 3) if found else None
    found = _changed(tokens, end + 1, depth - 1)
    return Found(found.end, Changed(found.meaning, "some-time", "some-time"), found.start) if found else None


def _suffixed(tokens: Tokens, found: Found) -> Found:
    """`2024 or later`, `2024 and before`, and in a phrase by itself a question mark."""
    end = found.end
    for phrase, change, rule in _BEHIND:
        if after := tokens.follows(end, phrase):
            return Found(after, Changed(found.meaning, change, rule), found.start)
    if tokens.alone and tokens.at(end) == "?" and end + 1 == tokens.size:
        return Found(end + 1, Changed(found.meaning, "perhaps", "perhaps"), found.start)
    return found


_BEHIND: tuple[tuple[str, Change, str], ...] = (
    ("or later", "no-earlier", "from"), ("onwards", "no-earlier", "from"), ("onward", "no-earlier", "from"),
    ("and after", "no-earlier", "from"), ("or earlier", "by", "by"), ("and before", "by", "by"),
)  # fmt: skip


def scan(text: str) -> tuple[Expression, ...]:
    """The words of time in a text, from left to right, without the prepositions before them."""
    return tuple(_expressions(Tokens(text)))


def has_words_of_time(text: str) -> bool:
    """Whether a text has any words of time, whatever they come to."""
    return next(_expressions(Tokens(text)), None) is not None


def _expressions(tokens: Tokens) -> Iterator[Expression]:
    index, words = 0, tokens.words
    while index < tokens.size:
        word = words[index]
        if (word in _HEADS and (word != "the" or _may_follow_the(words, index + 1))) or word[0].isdecimal():
            found = expression_at(tokens, index)
            if found and found.end > index:
                yield expression(tokens, found)
                index = found.end
                continue
        index += 1


def _may_follow_the(words: Sequence[str], index: int) -> bool:
    return index < len(words) and (words[index] in BEHIND_THE or words[index][0].isdecimal())


def expression(tokens: Tokens, found: Found) -> Expression:
    """What was found, with its place in the text."""
    start, end = tokens.starts[found.start], tokens.ends[found.end - 1]
    return Expression(start, end, tokens.text[start:end], found.meaning)
