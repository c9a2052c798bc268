"""The verb groups of a sentence: `has been postponed`, `is set to open`, `signed`, `to meet`, `starting`."""

from collections.abc import Callable

from timeline.text.clauses.finite_verbs import (
    imperative,
    past,
    plain_present,
    subjunctive,
    subjunctive_be,
    third_person,
)
from timeline.text.clauses.nonfinite_verbs import gerund, infinitive, perfect_gerund, reduced_plan
from timeline.text.clauses.noun_slot import IS_AFTER, in_noun_slot
from timeline.text.clauses.tokens import (
    DETERMINERS,
    MONTHS,
    NEGATORS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    Token,
    at,
    is_word,
    opens_clause,
)
from timeline.text.clauses.verb_classes import PLANNED
from timeline.text.clauses.verb_forms import (
    ANY_BASE,
    BASES,
    PARTICIPLES,
    PASTS,
    base_of,
    is_participle,
)
from timeline.text.clauses.verb_group import NONFINITE, Form, Group
from timeline.text.clauses.verb_phrases import (
    Phrase,
    after_be,
    after_have,
    after_modal,
    is_base,
    skip_adverbs,
)

_BE = {"is": False, "are": False, "am": False, "'re": False, "'m": False, "was": True, "were": True}
_HAVE = {"have": False, "has": False, "'ve": False, "had": True}
_MODALS = {
    "will": Form.WILL, "shall": Form.WILL, "'ll": Form.WILL, "would": Form.WOULD, "'d": Form.WOULD,
    "may": Form.MAY, "might": Form.MAY, "can": Form.CAN, "could": Form.CAN, "must": Form.MUST,
    "should": Form.MUST, "ought": Form.MUST,
}  # fmt: skip


def verb_groups(tokens: list[Token]) -> list[Group]:
    """The verb groups in order; where a word may be no finite verb its certainty says so."""
    groups: list[Group] = []
    index = 0
    while index < len(tokens):
        group = None if _is_name(tokens, index) else _group_at(tokens, index)
        if group:
            groups.append(group._replace(negator=_negator(tokens, group)))
        index = group.last + 1 if group else index + 1
    return groups


def _is_name(tokens: list[Token], index: int) -> bool:
    """Whether a capital shows that a word is no verb; in a headline in title case `Will Host` is one."""
    token = tokens[index]
    if not token.capital or (opens_clause(tokens, index) and token.text not in MONTHS):
        return False
    return not (token.text == "will" and at(tokens, index + 1).text in ANY_BASE)


def _negator(tokens: list[Token], group: Group) -> int | None:
    for index in range(group.first, group.last + 1):
        if tokens[index].text in NEGATORS:
            return index
        if tokens[index].text == "longer" and tokens[index - 1].text == "no":
            return index - 1
    following = group.last + 1
    if group.form not in NONFINITE and (
        at(tokens, following).text in NEGATORS
        or (at(tokens, following).text == "no" and at(tokens, following + 1).text == "longer")
    ):
        return following
    before = group.first - 1
    if at(tokens, before).text in NEGATORS:
        return before
    return before - 1 if at(tokens, before).text == "longer" and at(tokens, before - 1).text == "no" else None


def _group_at(tokens: list[Token], index: int) -> Group | None:
    text = tokens[index].text
    if text == "'s" and at(tokens, index - 1).text in IS_AFTER:
        return _have(tokens, index) if at(tokens, index + 1).text == "been" else _be(tokens, index)
    auxiliary = _AUXILIARIES.get(text)
    if auxiliary:
        return auxiliary(tokens, index)
    if not (text in _IRREGULAR_OR_BASE or text.endswith(("ed", "ing", "s"))):
        return None
    for reading in _LEXICAL:
        group = reading(tokens, index)
        if group:
            return group
    return None


def _modal(tokens: list[Token], index: int) -> Group | None:
    form = _MODALS[tokens[index].text]
    if in_noun_slot(tokens, index) and tokens[index].text in ("will", "might", "can", "must", "may"):
        return None
    following = skip_adverbs(tokens, index + 1)
    if tokens[index].text == "ought":
        following = skip_adverbs(tokens, following + 1) if at(tokens, following).text == "to" else following
    if tokens[index].text == "'d" and (
        at(tokens, following).text == "been" or _only_participle(tokens, following)
    ):
        return _have(tokens, index)
    phrase = after_modal(tokens, following)
    if phrase:
        return Group(index, phrase.last, phrase.lemma, form, passive=phrase.passive, perfect=phrase.perfect)
    return Group(index, index, "", form) if _is_bare_modal(tokens, index) else None


def _is_bare_modal(tokens: list[Token], index: int) -> bool:
    """Whether a modal is apart from its verb: `Will Japan sign`, `he will.`"""
    following = at(tokens, index + 1)
    asked = following.capital or following.text in DETERMINERS | SUBJECTS
    if opens_clause(tokens, index) or at(tokens, index - 1).text in SUBORDINATORS:
        return asked
    return at(tokens, index - 1).text in SUBJECTS and not (
        is_word(following) and following.text in PREPOSITIONS
    )


def _only_participle(tokens: list[Token], index: int) -> bool:
    text = at(tokens, index).text
    return is_participle(text) and text not in BASES


def _have(tokens: list[Token], index: int) -> Group:
    past = _HAVE.get(tokens[index].text, tokens[index].text == "'d")
    phrase = after_have(tokens, index)
    if phrase and phrase.plan:
        return Group(index, phrase.last, phrase.lemma, Form.PAST_PLAN if past else Form.PLAN)
    if phrase:
        form = Form.PAST_PERFECT if past else Form.PERFECT
        return Group(index, phrase.last, phrase.lemma, form, passive=phrase.passive, perfect=True)
    following = skip_adverbs(tokens, index + 1)
    if at(tokens, following).text == "to" and is_base(at(tokens, following + 1)):
        phrase = after_modal(tokens, following + 1) or Phrase(following + 1, "")
        return Group(index, phrase.last, phrase.lemma, Form.PAST if past else Form.MUST)
    return Group(index, index, "have", Form.PAST if past else Form.PRESENT)


def _be(tokens: list[Token], index: int) -> Group:
    past = _BE.get(tokens[index].text, False)
    phrase = after_be(tokens, index)
    if phrase.plan:
        form = Form.PAST_PLAN if past else Form.PLAN
    elif phrase.hearsay:
        form = Form.HEARSAY_PAST
    elif past:
        form = Form.PAST
    else:
        form = Form.PROGRESSIVE if phrase.progressive else Form.PRESENT
    return Group(index, phrase.last, phrase.lemma, form, passive=phrase.passive, perfect=phrase.perfect)


def _do(tokens: list[Token], index: int) -> Group:
    form = Form.PAST if tokens[index].text == "did" else Form.PRESENT
    following = skip_adverbs(tokens, index + 1)
    if is_base(at(tokens, following)):
        return Group(index, following, base_of(tokens[following].text), form)
    return Group(index, index, "do", form)


_IRREGULAR_OR_BASE = ANY_BASE | PASTS.keys() | PARTICIPLES.keys() | PLANNED
_Reader = Callable[[list[Token], int], Group | None]
_AUXILIARIES: dict[str, _Reader] = {
    **dict.fromkeys(_MODALS, _modal),
    **dict.fromkeys(_HAVE, _have),
    **dict.fromkeys(_BE, _be),
    **dict.fromkeys(("do", "does", "did"), _do),
    "to": infinitive,
    "be": subjunctive_be,
    "having": perfect_gerund,
}
_LEXICAL: tuple[_Reader, ...] = (
    reduced_plan,
    imperative,
    past,
    gerund,
    third_person,
    subjunctive,
    plain_present,
)
