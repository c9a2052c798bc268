"""Tokens of a title or a sentence that must be proved: quoted phrases, dates, names and numbers."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Literal, NamedTuple

from timeline.actors import Mention, Mentions, words_with_offsets
from timeline.checks.prose.dates import dates_in
from timeline.checks.prose.names import capitalised_names
from timeline.checks.prose.numbers import Number, numbers

# Curly marks show where a phrase begins and ends; a straight apostrophe only if no letter is next to it.
_QUOTED = re.compile(
    '\u201c([^\u201c\u201d]+)\u201d|\u00ab([^\u00ab\u00bb]+)\u00bb|"([^"]+)"'
    r"|‘((?:[^‘’]|’(?=\w))+)’|(?<![\w'])'(?=\w)((?:[^']|(?<=\w)'(?=\w))+)'(?!\w)"
)
_MARKS = "\u201c\u00ab\"\u2018'"
"""A quoted phrase begins with one of these."""
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")

Kind = Literal["quoted phrase", "date", "actor", "name", "number"]


class Token(NamedTuple):
    """A part of a text that must be proved, from `start` up to `end` (code points, half open)."""

    kind: Kind
    start: int
    end: int
    words: tuple[str, ...] = ()
    """Of a name: the words that must be known."""
    mention: Mention | None = None
    """Of an actor."""
    number: Number | None = None
    lone: bool = False
    """Of a name: a single word at the start of a sentence, which may not be a name at all."""


def tokens(text: str, mentions: Mentions) -> list[Token]:
    """The tokens of a text, from left to right. What is inside a quoted phrase is a part of the phrase."""
    rest, found = text, []
    for finder in (_quoted_phrases, _dates, partial(_names, mentions=mentions), _numbers):
        new = list(finder(rest))
        rest = _without(rest, [token for token in new if not token.lone]) if new else rest
        found += new
    return sorted(found, key=lambda token: token.start)


def _quoted_phrases(text: str) -> Iterator[Token]:
    for match in _QUOTED.finditer(text) if any(mark in text for mark in _MARKS) else ():
        if _LETTER_OR_DIGIT.search(match.group()):
            yield Token("quoted phrase", match.start(), match.end())


def _dates(text: str) -> Iterator[Token]:
    for start, end in dates_in(text):
        yield Token("date", start, end)


def _names(text: str, mentions: Mentions) -> Iterator[Token]:
    words = words_with_offsets(text)
    found = mentions.find_in(words)
    for mention in found:
        yield Token("actor", mention.start, mention.end, mention=mention)
    for name in () if _is_in_title_case(text) else capitalised_names(words, found):
        if needed := tuple(name.significant_words):
            yield Token("name", name.words[0].start, name.words[-1].end, needed, lone=name.lone)


def _is_in_title_case(text: str) -> bool:
    """Whether Each Longer Word Has a Capital, so that capitals do not show what is a name."""
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 3 and all(word[0].isupper() for word in longer)


def _numbers(text: str) -> Iterator[Token]:
    for number in numbers(text):
        yield Token("number", number.start, number.end, number=number)


def _without(text: str, found: list[Token]) -> str:
    """A text of the same length without these tokens, so that nothing in them is found twice."""
    pieces, end = [], 0
    for token in sorted(found, key=lambda token: token.start):
        pieces += [text[end : token.start], "|".ljust(token.end - token.start)]
        end = token.end
    return "".join((*pieces, text[end:]))
