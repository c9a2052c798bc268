"""What in a title or a sentence must be proved: quoted phrases, dates, names, numbers."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Literal, NamedTuple

from timeline.actors import Mention, Mentions, words_with_offsets
from timeline.checks.prose.dates import dates_in
from timeline.checks.prose.names import runs
from timeline.checks.prose.numbers import Number, numbers

# Curly marks tell where a phrase begins and ends; a straight apostrophe only where no letter is beside it.
_QUOTED = re.compile(
    '\u201c([^\u201c\u201d]+)\u201d|\u00ab([^\u00ab\u00bb]+)\u00bb|"([^"]+)"'
    r"|‘((?:[^‘’]|’(?=\w))+)’|(?<![\w'])'(?=\w)((?:[^']|(?<=\w)'(?=\w))+)'(?!\w)"
)
_MARKS = "\u201c\u00ab\"\u2018'"
"""A phrase begins with one of these."""
_SAYS_SOMETHING = re.compile(r"[^\W_]")

Kind = Literal["quoted phrase", "date", "actor", "name", "number"]


class Token(NamedTuple):
    """Something in prose that must be proved (offsets in code points, half open)."""

    kind: Kind
    start: int
    end: int
    words: tuple[str, ...] = ()
    """Of a name: the words that must be known."""
    mention: Mention | None = None
    number: Number | None = None
    lone: bool = False
    """Of a name: one word at the head of a sentence, which may be no name at all."""


def tokens(text: str, mentions: Mentions) -> list[Token]:
    """What must be proved in a text, from left to right; what stands in a quoted phrase is part of it."""
    rest, found = text, []
    for tell in (_quoted, _dates, partial(_names, mentions=mentions), _numbers):
        told = list(tell(rest))
        rest = _without(rest, [token for token in told if not token.lone]) if told else rest
        found += told
    return sorted(found, key=lambda token: token.start)


def _quoted(text: str) -> Iterator[Token]:
    for match in _QUOTED.finditer(text) if any(mark in text for mark in _MARKS) else ():
        if _SAYS_SOMETHING.search(match.group()):
            yield Token("quoted phrase", match.start(), match.end())


def _dates(text: str) -> Iterator[Token]:
    for start, end in dates_in(text):
        yield Token("date", start, end)


def _names(text: str, mentions: Mentions) -> Iterator[Token]:
    placed = words_with_offsets(text)
    named = mentions.find_in(placed)
    for mention in named:
        yield Token("actor", mention.start, mention.end, mention=mention)
    for run in () if _is_in_title_case(text) else runs(placed, named):
        if run.said:
            yield Token("name", run.words[0].start, run.words[-1].end, tuple(run.said), lone=run.lone)


def _is_in_title_case(text: str) -> bool:
    """Whether capitals tell nothing in a text: Each Longer Word Has One."""
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 3 and all(word[0].isupper() for word in longer)


def _numbers(text: str) -> Iterator[Token]:
    for number in numbers(text):
        yield Token("number", number.start, number.end, number=number)


def _without(text: str, told: list[Token]) -> str:
    """The text with what was told blotted out, so that nothing in it is told twice."""
    pieces, behind = [], 0
    for token in sorted(told, key=lambda one: one.start):
        pieces += [text[behind : token.start], "|".ljust(token.end - token.start)]
        behind = token.end
    return "".join((*pieces, text[behind:]))
