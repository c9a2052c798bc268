"""What in a title or a sentence must be proved: quoted phrases, dates, names, numbers."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from timeline.checks.prose.calendar import dates_in
from timeline.checks.prose.capitals import runs
from timeline.checks.prose.numbers import Number, numbers
from timeline.mentions import Mention, Mentions, words_placed

# Curly marks tell where a phrase begins and ends; a straight apostrophe only where no letter is beside it.
_QUOTED = re.compile(
    '\u201c([^\u201c\u201d]+)\u201d|\u00ab([^\u00ab\u00bb]+)\u00bb|"([^"]+)"'
    r"|‘((?:[^‘’]|’(?=\w))+)’|(?<![\w'])'(?=\w)((?:[^']|(?<=\w)'(?=\w))+)'(?!\w)"
)

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
    for tell in (_quoted, _dates):
        told = list(tell(rest))
        rest = _without(rest, told)
        found += told
    names = list(_names(rest, mentions))
    rest = _without(rest, (name for name in names if not name.lone))
    found += names
    found += [Token("number", one.start, one.end, number=one) for one in numbers(rest)]
    return sorted(found, key=lambda token: token.start)


def _quoted(text: str) -> Iterator[Token]:
    for match in _QUOTED.finditer(text):
        yield Token("quoted phrase", match.start(), match.end())


def _dates(text: str) -> Iterator[Token]:
    for start, end in dates_in(text):
        yield Token("date", start, end)


def _names(text: str, mentions: Mentions) -> Iterator[Token]:
    placed = words_placed(text)
    named = mentions.find_in(placed)
    for mention in named:
        yield Token("actor", mention.start, mention.end, mention=mention)
    for run in filter(lambda one: one.said, runs(placed, named)):
        yield Token("name", run.words[0].start, run.words[-1].end, tuple(run.said), lone=run.lone)


def _without(text: str, told: Iterable[Token]) -> str:
    """The text with what was told blotted out, so that nothing in it is told twice."""
    pieces, behind = [], 0
    for token in sorted(told, key=lambda one: one.start):
        pieces += [text[behind : token.start], "|".ljust(token.end - token.start)]
        behind = token.end
    return "".join((*pieces, text[behind:]))
