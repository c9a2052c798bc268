"""Whether the words around a verb form make it a noun or an adjective."""

# ruff: noqa: SIM905  (words read best as words)

from timeline.text.clauses.tokens import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    Token,
    at,
    is_adverb,
)

_NOUN_MARKERS = (PREPOSITIONS | (DETERMINERS - PRONOUNS)) - {"both", "all", "ahead"}
IS_AFTER = frozenset("he she it that there what who where here this".split())


def in_noun_slot(tokens: list[Token], index: int) -> bool:
    """Whether what stands in front of a word makes it a noun or an adjective: `the`, `'s`, `of`."""
    before = index - 1
    while before > index - 4 and is_adverb(at(tokens, before)) and at(tokens, before).text.endswith("ly"):
        before -= 1
    token = at(tokens, before)
    if token.text == "'s" and at(tokens, before - 1).text in IS_AFTER:
        return False
    if token.text in ("'s", "'"):
        return True
    return token.text in _NOUN_MARKERS
