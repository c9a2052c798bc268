"""A sentence in segments of one verb group each: where each begins, and the word that links it to another."""

import itertools
from typing import NamedTuple

from timeline.text.clauses.boundaries import boundary, is_determiner, nonfinite_start, with_preposition
from timeline.text.clauses.settling import LINKS, is_conjunction, settled_groups
from timeline.text.clauses.tokens import (
    AMBIGUOUS,
    COORDINATORS,
    PREPOSITIONS,
    Token,
    is_adverb,
    is_word,
)
from timeline.text.clauses.verb_group import NONFINITE, Group
from timeline.text.clauses.verb_groups import verb_groups


class Segment(NamedTuple):
    """A stretch of tokens with at most one verb group; `link` is the index of the word that introduces it."""

    first: int
    end: int
    group: Group | None
    link: int | None


def segments(tokens: list[Token]) -> list[Segment]:
    """The segments of a sentence in order; together they hold every token."""
    groups = settled_groups(tokens, verb_groups(tokens))
    if not groups:
        return [Segment(0, len(tokens), None, None)]
    starts = [_opening(tokens, groups)]
    starts += [boundary(tokens, left, right) for left, right in itertools.pairwise(groups)]
    ends = [*starts[1:], len(tokens)]
    parts = [
        Segment(start, end, group, _link(tokens, start, group))
        for start, end, group in zip(starts, ends, groups, strict=True)
    ]
    return [Segment(0, starts[0], None, None), *parts] if starts[0] else parts


def is_subordinate(tokens: list[Token], segment: Segment) -> bool:
    return segment.link is not None and tokens[segment.link].text in LINKS | AMBIGUOUS


def _opening(tokens: list[Token], groups: list[Group]) -> int:
    """Where the first group's segment begins: behind what belongs to a later verb."""
    group = groups[0]
    if group.form in NONFINITE:
        return nonfinite_start(tokens, 0, group)
    for index in range(1, group.first):
        if tokens[index].text in LINKS and not is_determiner(tokens, index):
            return with_preposition(tokens, index)
    if any(other.form not in NONFINITE for other in groups[1:]):
        commas = [index for index in range(group.first) if tokens[index].text == ","]
        for index in range(max([1, *commas[-1:]]), group.first):
            if is_conjunction(tokens, index):
                return index
    return 0


def _link(tokens: list[Token], start: int, group: Group) -> int | None:
    """The conjunction or relative pronoun at the head of a segment, past marks, adverbs and a preposition."""
    for index in range(start, min(group.first, start + 4)):
        text = tokens[index].text
        if text in LINKS | AMBIGUOUS | COORDINATORS:
            if text in COORDINATORS and tokens[index + 1].text in LINKS | AMBIGUOUS:
                return index + 1
            return index
        if is_word(tokens[index]) and not is_adverb(tokens[index]) and text not in PREPOSITIONS:
            return None
    return None
