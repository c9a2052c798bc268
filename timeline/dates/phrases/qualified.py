"""The grammar of one date with the words around it: `late June`, `since 2022`, `c. 1890`, `the end of the
year`.
"""

# ruff: noqa: SIM905  (words read best as words)

from collections.abc import Callable
from typing import NamedTuple

from timeline.dates.phrases.forms import ANY_NUMBER, FORMS
from timeline.dates.phrases.meaning import Change, Changed, Meaning, Refused
from timeline.dates.phrases.relative import the_unit
from timeline.dates.phrases.tokens import Tokens
from timeline.dates.phrases.vocabulary import ABOUT, PERHAPS


class Found(NamedTuple):
    """What was read: the index after it, what it means, and the first token of the words themselves."""

    end: int
    meaning: Meaning
    start: int


Reader = Callable[[Tokens, int], Found | None]

_PARTS: tuple[tuple[str, str, str], ...] = (
    ("early", "early", "its first third"), ("mid", "mid", "its middle third"),
    ("middle", "mid", "its middle third"), ("late", "late", "its last third"),
    ("beginning", "beginning", "its beginning"), ("start", "beginning", "its beginning"),
    ("end", "end", "its end"), ("close", "end", "its end"),
)  # fmt: skip
_PART = {word: (rule, note) for word, rule, note in _PARTS}
_NOUNS = frozenset("beginning start end close middle".split())
"""Parts that need `of` before their date: else they are verbs."""
_NTH = frozenset("first second third fourth last final opening closing".split())
_PARTS_OF_LONGER = frozenset("week weeks days months fortnight".split())
_JOINTS = ("hours of", "hours on", "morning of", "part of", "days of", "part in")
_NIGHTS = ("the night of", "the morning of", "the evening of", "the afternoon of")
_BEFORE: tuple[tuple[str, Change, str], ...] = (
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
_BEHIND: tuple[tuple[str, Change, str], ...] = (
    ("or later", "no-earlier", "from"), ("onwards", "no-earlier", "from"), ("onward", "no-earlier", "from"),
    ("and after", "no-earlier", "from"), ("or earlier", "by", "by"), ("and before", "by", "by"),
)  # fmt: skip
_BEFORE_BY_WORD = {
    word: tuple(row for row in _BEFORE if row[0].split()[0] == word)
    for word in dict.fromkeys(phrase.split()[0] for phrase, _, _ in _BEFORE)
}
QUALIFIERS = frozenset(
    (*_PART, *_NTH, *_BEFORE_BY_WORD, *ABOUT, *PERHAPS, "earlier", "later", "sometime", "at")
)
"""Words with which a date may begin that are no part of its name."""
UNSURE = ABOUT | PERHAPS | {"on"}
"""Words with which `about` and `perhaps` may be said."""
_CHANGING = QUALIFIERS | frozenset("on some night morning evening afternoon".split())
_DEEPEST = 4


def qualified(tokens: Tokens, index: int, depth: int = _DEEPEST) -> Found | None:
    """One date with the words before and behind it that change it."""
    found = (_prefixed(tokens, index, depth) if depth else None) or _plain(tokens, index)
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
    word = tokens.at(index + 1) if tokens.at(index) in {"the", "in"} else tokens.at(index)
    if word not in _CHANGING:
        return None

    def behind(tokens: Tokens, index: int) -> Found | None:
        return qualified(tokens, index, depth - 1)

    return (
        about(tokens, index, behind)
        or _behind_words(tokens, index, behind)
        or _part(tokens, index, behind)
        or _some_time(tokens, index, behind)
    )


def about(tokens: Tokens, index: int, behind: Reader) -> Found | None:
    """`c. 1890`, `on or about 9 July`, `some three years ago`, `probably 1954`."""
    end, change = _about_words(tokens, index)
    if not end:
        return None
    found = behind(tokens, end)
    if found is None or (_counts_only(tokens, index) and not _is_counted(found.meaning)):
        return None
    return Found(found.end, Changed(found.meaning, change, change), index)


def _about_words(tokens: Tokens, index: int) -> tuple[int, Change]:
    """The index after the words that say about or perhaps, else 0; and which of the two."""
    word = tokens.at(index)
    if end := tokens.follows(index, "on or about"):
        return tokens.past(end, "the"), "about"
    if word in PERHAPS:
        return tokens.past(tokens.past(index + 1, "in", "on"), "the"), "perhaps"
    if word not in ABOUT or tokens.follows(index, "some time"):
        return 0, "about"
    if tokens.at(index + 1) == "." and tokens.joined(index + 1):
        return tokens.past(index + 2, "the"), "about"
    glued = tokens.joined(index + 1) and tokens.is_number(index + 1)
    if word in {"c", "ca"} and not (glued or tokens.alone):
        return 0, "about"
    return tokens.past(index + 1, "the"), "about"


def _counts_only(tokens: Tokens, index: int) -> bool:
    """Whether the word says about only of what is counted: nearly two decades ago."""
    return tokens.at(index) in {"some", "nearly", "almost"}


def _is_counted(meaning: Meaning) -> bool:
    return getattr(meaning, "rule", "") in {"ago", "later"}


def _behind_words(tokens: Tokens, index: int, behind: Reader) -> Found | None:
    """`before 2020`, `by the end of the year`, `since February 2022`."""
    for phrase, change, rule in _BEFORE_BY_WORD.get(tokens.at(index), ()):
        end = tokens.follows(index, phrase)
        found = behind(tokens, end) if end else None
        if found is None and end and rule == "by-the-end":
            found = _the_unit(tokens, end)
        if found:
            # Of `by the end of June` the words themselves begin with `the end`.
            start = end - 3 if rule == "by-the-end" else found.start
            return Found(found.end, Changed(found.meaning, change, rule), start)
    return None


def _the_unit(tokens: Tokens, index: int) -> Found | None:
    unit = the_unit(tokens, index)
    return Found(unit[0], unit[1], index) if unit else None


def _part(tokens: Tokens, index: int, behind: Reader) -> Found | None:
    """`late June`, `mid-2022`, `the end of the year`, `the early hours of Monday`, `later in 1792`."""
    start, index = index, tokens.past(index, "the")
    word = tokens.at(index)
    if word in {"earlier", "later"} and tokens.at(index + 1) == "in":
        rule, note = "some-time", ""
    elif word in _PART:
        rule, note = _PART[word]
    else:
        return _nth_part(tokens, index, behind)
    date = _behind_the_part(tokens, index + 1)
    if word in _NOUNS and tokens.at(date - 1) not in {"of", "-"}:
        return None  # to end in 1945, to start on Friday
    found = (_the_unit(tokens, date) if date > index + 1 else None) or behind(tokens, date)
    return Found(found.end, Changed(found.meaning, "part", rule, note), start) if found else None


def _behind_the_part(tokens: Tokens, index: int) -> int:
    """The index of the date behind `late`: after `-`, `in`, `of`, `part of`, `hours of`."""
    ends = (tokens.follows(index, phrase) for phrase in _JOINTS)
    return next(filter(None, ends), 0) or tokens.past(index, "-", "in", "of", "on")


def _nth_part(tokens: Tokens, index: int, behind: Reader) -> Found | None:
    """`the first week of July 2024`, `the last days of August`: a part that EDTF cannot say."""
    which, what = tokens.at(index), tokens.at(index + 1)
    if which not in _NTH or what not in _PARTS_OF_LONGER or tokens.at(index + 2) != "of":
        return None
    found = behind(tokens, index + 3)
    note = f"its {which} {what}"
    return Found(found.end, Changed(found.meaning, "part", "part", note), found.start) if found else None


def _some_time(tokens: Tokens, index: int, behind: Reader) -> Found | None:
    """`some time in 2024`, `the night of 9 November 1938`."""
    for phrase in _NIGHTS:
        if end := tokens.follows(index, phrase):
            found = behind(tokens, tokens.past(end, "the"))
            return found._replace(start=index) if found else None
    end = tokens.past(index, "at", "in")
    end = tokens.follows(end, "some time") or tokens.follows(end, "sometime")
    found = behind(tokens, end + 1) if end and tokens.at(end) in {"in", "during"} else None
    return Found(found.end, Changed(found.meaning, "some-time", "some-time"), found.start) if found else None


def _suffixed(tokens: Tokens, found: Found) -> Found:
    """`2024 or later`, `2024 and before`, and in a phrase by itself a question mark."""
    for phrase, change, rule in _BEHIND:
        if after := tokens.follows(found.end, phrase):
            return Found(after, Changed(found.meaning, change, rule), found.start)
    if tokens.alone and tokens.at(found.end) == "?" and found.end + 1 == tokens.size:
        return Found(found.end + 1, Changed(found.meaning, "perhaps", "perhaps"), found.start)
    return found
