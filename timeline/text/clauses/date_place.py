"""Where a date is in its segment: what is in front of it, and what is beside it."""

# ruff: noqa: SIM905  (words read best as words)

from typing import NamedTuple

from timeline.text.clauses.segments import Segment
from timeline.text.clauses.tokens import (
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    Token,
    at,
    is_adverb,
    is_date_word,
    is_word,
)
from timeline.text.clauses.verb_group import NONFINITE, Group

DATE_PREPOSITIONS = PREPOSITIONS | frozenset("before after since until till".split())
_AROUND = frozenset(
    """the next this last coming past late early mid around about approximately a an end beginning start
    middle night morning evening afternoon week weekend day month midnight noon midday dawn""".split()
)
"""Words that belong to a date."""
_LONGEST = 8
"""Tokens of a date."""
_FURTHEST = 16
"""Tokens in front of a date that are looked at."""


class DatePlace(NamedTuple):
    """A date in its segment: its token, the first token looked at, and its preposition, if it has one."""

    tokens: list[Token]
    place: int
    floor: int
    preposition: int | None

    def preposition_text(self) -> str:
        return "" if self.preposition is None else self.tokens[self.preposition].text


def _preposition(tokens: list[Token], floor: int, place: int) -> int | None:
    for index in range(place, max(floor, place - 4) - 1, -1):
        if at(tokens, index).text in DATE_PREPOSITIONS:
            return index
        if index < place and not (is_date_word(tokens[index]) or tokens[index].text in _AROUND):
            return None
    return None


def noun_between(date: DatePlace, index: int) -> bool:
    """Whether a noun is between a word and the date, or behind the date: `over the vote on 7 May`."""
    if is_attributive(date):
        return True
    return any(
        is_word(token) and not (token.text in _AROUND or token.text in PREPOSITIONS or is_date_word(token))
        for token in date.tokens[index + 1 : date.place]
        if token.text != "to"
    )


def is_attributive(date: DatePlace) -> bool:
    """Whether a date is in front of a noun: `the October 7 attacks`, `Monday's vote`."""
    tokens = date.tokens
    index = date.place
    while index < date.place + _LONGEST and (
        is_date_word(at(tokens, index)) or at(tokens, index).text == "-"
    ):
        index += 1
    following = at(tokens, index)
    if following.text in ("'s", "'"):
        return True
    article = at(tokens, date.place - 1).text in DETERMINERS | {"'s"}
    if not article or not is_word(following) or following.capital or is_adverb(following):
        return False
    return following.text not in DATE_PREPOSITIONS | COORDINATORS


def noun_before(date: DatePlace) -> str:
    """The word in front of the date and its preposition, if it is in the segment."""
    for index in range(date.place - 1, date.floor - 1, -1):
        token = date.tokens[index]
        if (
            not is_word(token)
            or token.text in DATE_PREPOSITIONS | _AROUND
            or is_date_word(token)
            or is_adverb(token)
        ):
            continue
        return token.text
    return ""


def quotation_ends(date: DatePlace) -> bool:
    """Whether a quotation ends between the verb and the date: `warned “they will attack” on May 5`."""
    return sum(token.text == '"' for token in date.tokens[date.floor : date.place]) % 2 == 1


def is_parted(date: DatePlace, part: Segment, group: Group) -> bool:
    """Whether a comma parts the date from an infinitive or a participle, so that it may belong further up."""
    if group.form not in NONFINITE or part.link is not None:
        return False
    tokens = date.tokens
    commas = (index for index in range(max(date.floor, 1), date.place) if tokens[index].text == ",")
    return any(
        not (is_date_word(tokens[index - 1]) and is_date_word(at(tokens, index + 1))) for index in commas
    )


def date_place(tokens: list[Token], start: int, place: int) -> DatePlace:
    """The date at token `place`, with the tokens from `start` on that may place it."""
    floor = max(start, place - _FURTHEST, 0)
    return DatePlace(tokens, place, floor, _preposition(tokens, floor, place))
