"""Verb forms that are not finite: `to meet`, `meeting`, `having met`, `due to open`."""

from timeline.text.clauses.noun_slot import in_noun_slot
from timeline.text.clauses.tokens import (
    AMBIGUOUS,
    DETERMINERS,
    OBJECTS,
    PREPOSITIONS,
    SUBORDINATORS,
    Token,
    at,
)
from timeline.text.clauses.verb_classes import PLANNED
from timeline.text.clauses.verb_forms import (
    ANY_BASE,
    base_of,
    is_ing,
)
from timeline.text.clauses.verb_group import Form, Group
from timeline.text.clauses.verb_phrases import (
    after_have,
    after_modal,
    is_base,
    plan_ahead,
    skip_adverbs,
)

_OBJECT_STARTS = DETERMINERS | OBJECTS


def infinitive(tokens: list[Token], index: int) -> Group | None:
    following = skip_adverbs(tokens, index + 1)
    token = at(tokens, following)
    if token.text not in ANY_BASE and not (
        is_base(token) and at(tokens, following + 1).text in _OBJECT_STARTS
    ):
        return None
    phrase = after_modal(tokens, following)
    if not phrase:
        return None
    return Group(
        index, phrase.last, phrase.lemma, Form.INFINITIVE, passive=phrase.passive, perfect=phrase.perfect
    )


def reduced_plan(tokens: list[Token], index: int) -> Group | None:
    """`the trial, set to begin on Monday`; `officials expected to meet` is a past tense as well."""
    text = tokens[index].text
    after_comma = at(tokens, index - 1).text == ","
    if text not in PLANNED or text in ("about", "sure", "ready", "bound", "likely", "unlikely"):
        return None
    if text in ("expected", "scheduled", "planned", "slated") and not after_comma:
        return None
    phrase = plan_ahead(tokens, index)
    if (
        phrase is None
        or in_noun_slot(tokens, index)
        or base_of(at(tokens, index - 1).text) in ("fall", "become")
    ):
        return None
    return Group(index, phrase.last, phrase.lemma, Form.REDUCED_PLAN, passive=phrase.passive)


def perfect_gerund(tokens: list[Token], index: int) -> Group | None:
    """`having met`."""
    phrase = after_have(tokens, index)
    if phrase is None:
        return gerund(tokens, index)
    return Group(index, phrase.last, phrase.lemma, Form.GERUND, passive=phrase.passive, perfect=True)


def gerund(tokens: list[Token], index: int) -> Group | None:
    text = tokens[index].text
    if text in PREPOSITIONS or (not is_ing(text) and text not in ("being", "having")):
        return None
    before = at(tokens, index - 1).text
    prepared = before in PREPOSITIONS | AMBIGUOUS | SUBORDINATORS | {",", "not", "out"} or index == 0
    starts = base_of(text) in ("start", "begin", "run", "end", "open")
    object_follows = at(tokens, index + 1).text in DETERMINERS | OBJECTS | {"that", "to"}
    if not (prepared or starts or object_follows) or (in_noun_slot(tokens, index) and not prepared):
        return None
    return Group(index, index, base_of(text), Form.GERUND)
