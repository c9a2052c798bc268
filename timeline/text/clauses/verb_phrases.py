"""What follows an auxiliary verb: `been postponed`, `set to open`, `meet`."""

# ruff: noqa: SIM905  (words read best as words)

from typing import NamedTuple

from timeline.text.clauses.tokens import (
    AMBIGUOUS,
    COORDINATORS,
    DETERMINERS,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECTS,
    SUBORDINATORS,
    Token,
    at,
    is_adverb,
    is_date_word,
)
from timeline.text.clauses.verb_classes import HEARSAY, NOT_DUE, PLANNED, PLANNED_DATED
from timeline.text.clauses.verb_forms import (
    ANY_BASE,
    BASES,
    base_of,
    is_participle,
)

_NO_VERBS = frozenset("nothing something everything anything king wing spring morning evening thing".split())
_NOT_A_BASE = DETERMINERS | PRONOUNS | OBJECTS | PREPOSITIONS | COORDINATORS | SUBORDINATORS | AMBIGUOUS
_INVERTING = frozenset(
    {"", "what", "when", "where", "why", "how", "nor", "neither", "only", "never", ",", '"'}
)
_LONGEST_INSERTION = 9
_FURTHEST = 6
"""Adverbs that are skipped inside a verb group."""


class Phrase(NamedTuple):
    """What follows an auxiliary: the last token, the main verb, and what the phrase is."""

    last: int
    lemma: str
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    plan: bool = False
    hearsay: bool = False


def after_subject(tokens: list[Token], index: int) -> int:
    """The index in front of the rest of a verb phrase, past a pronoun in a question: `has it been`."""
    asked = at(tokens, index + 1).text in SUBJECTS and at(tokens, index - 1).text in _INVERTING
    return index + 1 if asked else index


def skip_adverbs(tokens: list[Token], index: int) -> int:
    """The index of the first token from `index` on that is no adverb, no negator and no insertion."""
    index = _skip_insertion(tokens, index)
    end = min(index + _FURTHEST, len(tokens))
    while index < end and is_adverb(tokens[index]) and tokens[index].text not in PLANNED:
        index += 1
    return index


def _skip_insertion(tokens: list[Token], index: int) -> int:
    """The index behind a short stretch between commas: `will, officials say, meet`."""
    if at(tokens, index).text != ",":
        return index
    for place in range(index + 2, min(index + _LONGEST_INSERTION, len(tokens))):
        if tokens[place].text == ",":
            return place + 1
    return index


def is_base(token: Token) -> bool:
    text = token.text
    if token.capital or not text.isalpha() or text in _NOT_A_BASE:
        return text in ("have", "be") and not token.capital
    return text in BASES or not text.endswith(("ing", "ed"))


def after_modal(tokens: list[Token], index: int) -> Phrase | None:
    """The verb phrase whose base form is at `index`: `be held`, `have been held`, `meet`."""
    token = at(tokens, index)
    if not is_base(token):
        return None
    if token.text == "be":
        return after_be(tokens, index)
    if token.text == "have":
        return after_have(tokens, index) or Phrase(index, "have")
    return Phrase(index, base_of(token.text))


def after_have(tokens: list[Token], index: int) -> Phrase | None:
    """`been held`, `met` after a form of `have`."""
    following = skip_adverbs(tokens, after_subject(tokens, index) + 1)
    token = at(tokens, following)
    if token.text == "been":
        return after_be(tokens, following)._replace(perfect=True)
    if is_participle(token.text) and not token.capital:
        return Phrase(following, base_of(token.text), perfect=True)
    return None


def after_be(tokens: list[Token], index: int) -> Phrase:
    """`held`, `meeting`, `to meet`, `set to meet`, `due` after a form of `be`, or nothing of that."""
    index = after_subject(tokens, index)
    return plan_ahead(tokens, skip_adverbs(tokens, index + 1)) or _after_plain_be(tokens, index)


def _after_plain_be(tokens: list[Token], index: int) -> Phrase:
    """`held`, `being held`, `meeting` after a form of `be`: no plan, so that plans do not nest."""
    following = skip_adverbs(tokens, index + 1)
    token = at(tokens, following)
    if token.text == "being":
        being = following
        following = skip_adverbs(tokens, following + 1)
        token = at(tokens, following)
        if not is_participle(token.text):
            return Phrase(being, "be", progressive=True)
        return Phrase(following, base_of(token.text), passive=True, progressive=True)
    if is_participle(token.text) and not token.capital:
        return _passive(tokens, following)
    if token.text.endswith("ing") and token.text not in _NO_VERBS and not token.capital:
        return Phrase(following, base_of(token.text), progressive=True)
    return Phrase(index, "be")


def _passive(tokens: list[Token], index: int) -> Phrase:
    """A passive; after a verb of hearsay (`is believed to have left`) what is believed belongs to it."""
    lemma = base_of(tokens[index].text)
    if lemma in HEARSAY and at(tokens, index + 1).text == "to" and at(tokens, index + 2).text == "have":
        phrase = after_have(tokens, index + 2)
        if phrase:
            return phrase._replace(hearsay=True)
    return Phrase(index, lemma, passive=True)


def plan_ahead(tokens: list[Token], index: int) -> Phrase | None:
    """`to meet`, `going to meet`, `set to meet`, `due on Friday`: what lies ahead, after a form of `be`."""
    text = at(tokens, index).text
    to = index if text == "to" else skip_adverbs(tokens, index + 1)
    if (text in ("to", "going") or text in PLANNED) and at(tokens, to).text == "to":
        phrase = _planned(tokens, skip_adverbs(tokens, to + 1))
        if text == "due" and at(tokens, to + 1).text in NOT_DUE:
            return None
        if phrase and (text != "going" or at(tokens, to + 1).text in ANY_BASE):
            return phrase._replace(plan=True)
    if text in PLANNED_DATED and _leads_to_date(tokens, index + 1):
        return Phrase(index, base_of(text), passive=True, plan=True)
    return None


def _planned(tokens: list[Token], index: int) -> Phrase | None:
    """What is planned: `be held`, `have left`, `meet`."""
    token = at(tokens, index)
    if token.text == "be":
        return _after_plain_be(tokens, index)
    return after_modal(tokens, index)


def _leads_to_date(tokens: list[Token], index: int) -> bool:
    while at(tokens, index).text in ("back", "out", "home", "here", "there"):
        index += 1
    token = at(tokens, index)
    if is_date_word(token) or token.text in ("next", "later"):
        return True
    if token.text in ("for", "by"):
        return True
    return token.text in ("on", "in", "at", "this") and any(
        is_date_word(token) for token in tokens[index + 1 : index + 4]
    )
