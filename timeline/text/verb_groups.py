"""The verb groups of a sentence: `has been postponed`, `is set to open`, `signed`, `to meet`, `starting`."""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from timeline.text.tokens import (
    ADVERBS,
    AMBIGUOUS,
    COORDINATORS,
    DETERMINERS,
    MONTHS,
    NEGATORS,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECTS,
    SUBORDINATORS,
    Token,
    is_adverb,
    is_date_word,
    is_word,
)
from timeline.text.verb_classes import HEARSAY, PLANNED, PLANNED_DATED
from timeline.text.verb_forms import (
    BASES,
    PARTICIPLES,
    PASTS,
    UNCHANGED,
    base_of,
    is_ing,
    is_participle,
    is_regular_past,
    is_third_person,
)


class Form(Enum):
    """The grammatical form of a verb group."""

    WILL = "will, shall"
    WOULD = "would"
    MAY = "may, might"
    CAN = "can, could"
    MUST = "must, should, ought to, has to"
    PRESENT = "present tense"
    PROGRESSIVE = "is meeting"
    PLAN = "is to meet, is set to meet, is due"
    PAST_PLAN = "was to meet, was due"
    PAST = "past tense"
    PERFECT = "has met"
    PAST_PERFECT = "had met"
    HEARSAY_PAST = "is believed to have met"
    UNCHANGED = "set, put: present or past"
    INFINITIVE = "to meet"
    GERUND = "meeting"
    PARTICIPLE = "signed, without is or has"


NONFINITE = frozenset({Form.INFINITIVE, Form.GERUND, Form.PARTICIPLE})


class Certainty(Enum):
    """How sure it is that a word is a finite verb here."""

    SURE = 3
    PARTICIPLE = 2
    """It may be a participle: `the pact signed on Friday`."""
    NOUN = 1
    """It may be a noun: `peace talks`."""


class Group(NamedTuple):
    """A verb group: indexes of its first and last token, the base of its main verb, its form."""

    first: int
    last: int
    lemma: str
    form: Form
    certainty: Certainty = Certainty.SURE
    passive: bool = False
    perfect: bool = False
    negator: int | None = None


class _Phrase(NamedTuple):
    """What follows an auxiliary: the last token, the main verb, and what the phrase is."""

    last: int
    lemma: str
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    plan: bool = False
    hearsay: bool = False


_BE = {"is": False, "are": False, "am": False, "'re": False, "'m": False, "was": True, "were": True}
_HAVE = {"have": False, "has": False, "'ve": False, "had": True}
_MODALS = {
    "will": Form.WILL, "shall": Form.WILL, "'ll": Form.WILL, "would": Form.WOULD, "'d": Form.WOULD,
    "may": Form.MAY, "might": Form.MAY, "can": Form.CAN, "could": Form.CAN, "must": Form.MUST,
    "should": Form.MUST, "ought": Form.MUST,
}  # fmt: skip
_IS_AFTER = frozenset("he she it that there what who where here this".split())  # noqa: SIM905
_NOT_A_BASE = DETERMINERS | PRONOUNS | OBJECTS | PREPOSITIONS | COORDINATORS | SUBORDINATORS | AMBIGUOUS
_FURTHEST = 6
"""Adverbs that are skipped inside a verb group."""
_EMPTY = Token(0, 0, "", False)


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


def at(tokens: list[Token], index: int) -> Token:
    """The token at an index, or an empty one outside the sentence."""
    return tokens[index] if 0 <= index < len(tokens) else _EMPTY


def opens_clause(tokens: list[Token], index: int) -> bool:
    """Whether a token is the first of the sentence or of a quotation or stretch of it."""
    return index == 0 or not is_word(tokens[index - 1]) and tokens[index - 1].text not in ("'s", ",", "-")


def _is_name(tokens: list[Token], index: int) -> bool:
    """Whether a capital shows that a word is no verb; in a headline in title case `Will Host` is one."""
    token = tokens[index]
    if not token.capital or (opens_clause(tokens, index) and token.text not in MONTHS):
        return False
    return not (token.text == "will" and at(tokens, index + 1).text in BASES | {"be", "have"})


def _negator(tokens: list[Token], group: Group) -> int | None:
    for index in range(group.first, group.last + 1):
        if tokens[index].text in NEGATORS:
            return index
        if tokens[index].text == "longer" and tokens[index - 1].text == "no":
            return index - 1
    following = group.last + 1
    if at(tokens, following).text in NEGATORS and group.form not in NONFINITE:
        return following
    before = group.first - 1
    if at(tokens, before).text in NEGATORS:
        return before
    return before - 1 if at(tokens, before).text == "longer" and at(tokens, before - 1).text == "no" else None


def _group_at(tokens: list[Token], index: int) -> Group | None:
    text = tokens[index].text
    if text in _MODALS:
        return _modal(tokens, index)
    if text in _HAVE:
        return _have(tokens, index)
    if text in _BE or (text == "'s" and at(tokens, index - 1).text in _IS_AFTER):
        return _be(tokens, index)
    if text in ("do", "does", "did"):
        return _do(tokens, index)
    if text == "to":
        return _infinitive(tokens, index)
    for reading in _LEXICAL:
        group = reading(tokens, index)
        if group:
            return group
    return None


def _skip(tokens: list[Token], index: int) -> int:
    """The index of the first token from `index` on that is no adverb and no negator."""
    end = min(index + _FURTHEST, len(tokens))
    while index < end and is_adverb(tokens[index]) and tokens[index].text not in PLANNED:
        index += 1
    return index


def _is_base(token: Token) -> bool:
    text = token.text
    if token.capital or not text.isalpha() or text in _NOT_A_BASE:
        return text in ("have", "be") and not token.capital
    return text in BASES or not text.endswith(("ing", "ed"))


def _after_modal(tokens: list[Token], index: int) -> _Phrase | None:
    """The verb phrase whose base form is at `index`: `be held`, `have been held`, `meet`."""
    token = at(tokens, index)
    if not _is_base(token):
        return None
    if token.text == "be":
        return _after_be(tokens, index)
    if token.text == "have":
        return _after_have(tokens, index) or _Phrase(index, "have")
    return _Phrase(index, base_of(token.text))


def _after_have(tokens: list[Token], index: int) -> _Phrase | None:
    """`been held`, `met` after a form of `have`."""
    following = _skip(tokens, index + 1)
    token = at(tokens, following)
    if token.text == "been":
        return _after_be(tokens, following)._replace(perfect=True)
    if is_participle(token.text) and not token.capital:
        return _Phrase(following, base_of(token.text), perfect=True)
    return None


def _after_be(tokens: list[Token], index: int) -> _Phrase:
    """`held`, `meeting`, `to meet`, `set to meet`, `due` after a form of `be`, or nothing of that."""
    following = _skip(tokens, index + 1)
    token = at(tokens, following)
    plan = _plan(tokens, following)
    if plan:
        return plan
    if token.text == "being":
        return _after_be(tokens, following)._replace(progressive=True)
    if is_participle(token.text) and not token.capital:
        return _passive(tokens, following)
    if is_ing(token.text) and not token.capital:
        return _Phrase(following, base_of(token.text), progressive=True)
    return _Phrase(index, "be")


def _passive(tokens: list[Token], index: int) -> _Phrase:
    """A passive; after a verb of hearsay (`is believed to have left`) what is believed belongs to it."""
    lemma = base_of(tokens[index].text)
    if lemma in HEARSAY and at(tokens, index + 1).text == "to" and at(tokens, index + 2).text == "have":
        phrase = _after_have(tokens, index + 2)
        if phrase:
            return phrase._replace(hearsay=True)
    return _Phrase(index, lemma, passive=True)


def _plan(tokens: list[Token], index: int) -> _Phrase | None:
    """`to meet`, `going to meet`, `set to meet`, `due on Friday`: what lies ahead, after a form of `be`."""
    text = at(tokens, index).text
    to = index if text == "to" else _skip(tokens, index + 1)
    if (text in ("to", "going") or text in PLANNED) and at(tokens, to).text == "to":
        phrase = _after_modal(tokens, _skip(tokens, to + 1))
        if phrase and (text != "going" or at(tokens, to + 1).text in BASES | {"be", "have"}):
            return phrase._replace(plan=True)
    if text in PLANNED_DATED and _leads_to_date(tokens, index + 1):
        return _Phrase(index, base_of(text), passive=True, plan=True)
    return None


def _leads_to_date(tokens: list[Token], index: int) -> bool:
    token = at(tokens, index)
    if is_date_word(token) or token.text in ("next", "later"):
        return True
    if token.text in ("for", "by"):
        return True
    return token.text in ("on", "in", "at", "this") and any(
        is_date_word(token) for token in tokens[index + 1 : index + 4]
    )


def _in_noun_slot(tokens: list[Token], index: int) -> bool:
    """Whether what stands in front of a word makes it a noun or an adjective: `the`, `'s`, `of`."""
    before = index - 1
    while before > index - 4 and is_adverb(at(tokens, before)) and at(tokens, before).text.endswith("ly"):
        before -= 1
    token = at(tokens, before)
    if token.text == "'s" and at(tokens, before - 1).text in _IS_AFTER:
        return False
    if token.text in ("'s", "'"):
        return True
    return token.text in PREPOSITIONS | (DETERMINERS - PRONOUNS) and token.text not in (
        "both",
        "all",
        "ahead",
    )


def _modal(tokens: list[Token], index: int) -> Group | None:
    form = _MODALS[tokens[index].text]
    if _in_noun_slot(tokens, index) and tokens[index].text in ("will", "might", "can", "must", "may"):
        return None
    following = _skip(tokens, index + 1)
    if tokens[index].text == "ought":
        following = _skip(tokens, following + 1) if at(tokens, following).text == "to" else following
    if tokens[index].text == "'d" and (
        at(tokens, following).text == "been" or _only_participle(tokens, following)
    ):
        return _have(tokens, index)
    phrase = _after_modal(tokens, following)
    if phrase:
        return Group(index, phrase.last, phrase.lemma, form, passive=phrase.passive, perfect=phrase.perfect)
    if opens_clause(tokens, index) or at(tokens, index - 1).text in SUBORDINATORS | PRONOUNS:
        return Group(index, index, "", form)
    return None


def _only_participle(tokens: list[Token], index: int) -> bool:
    text = at(tokens, index).text
    return is_participle(text) and text not in BASES


def _have(tokens: list[Token], index: int) -> Group:
    past = _HAVE.get(tokens[index].text, True)
    phrase = _after_have(tokens, index)
    if phrase and phrase.plan:
        return Group(index, phrase.last, phrase.lemma, Form.PAST_PLAN)
    if phrase:
        form = Form.PAST_PERFECT if past else Form.PERFECT
        return Group(index, phrase.last, phrase.lemma, form, passive=phrase.passive, perfect=True)
    following = _skip(tokens, index + 1)
    if at(tokens, following).text == "to" and _is_base(at(tokens, following + 1)):
        phrase = _after_modal(tokens, following + 1) or _Phrase(following + 1, "")
        return Group(index, phrase.last, phrase.lemma, Form.PAST if past else Form.MUST)
    return Group(index, index, "have", Form.PAST if past else Form.PRESENT)


def _be(tokens: list[Token], index: int) -> Group:
    past = _BE.get(tokens[index].text, False)
    phrase = _after_be(tokens, index)
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
    following = _skip(tokens, index + 1)
    if _is_base(at(tokens, following)):
        return Group(index, following, base_of(tokens[following].text), form)
    return Group(index, index, "do", form)


def _infinitive(tokens: list[Token], index: int) -> Group | None:
    following = _skip(tokens, index + 1)
    token = at(tokens, following)
    if token.text not in BASES | {"be", "have"} and not (
        _is_base(token) and at(tokens, following + 1).text in DETERMINERS | OBJECTS
    ):
        return None
    phrase = _after_modal(tokens, following)
    if not phrase:
        return None
    return Group(
        index, phrase.last, phrase.lemma, Form.INFINITIVE, passive=phrase.passive, perfect=phrase.perfect
    )


def _past(tokens: list[Token], index: int) -> Group | None:
    text = tokens[index].text
    if not (text in PASTS or text in PARTICIPLES or is_regular_past(text)):
        return None
    if _in_noun_slot(tokens, index):
        return None
    if text in UNCHANGED:
        return _unchanged(tokens, index)
    if text not in PASTS and not is_regular_past(text):
        if text in BASES:  # come, become, run
            return None
        return Group(index, index, base_of(text), Form.PARTICIPLE)
    finite = text in PASTS and text not in PARTICIPLES or _is_finite(tokens, index)
    certainty = Certainty.SURE if finite else Certainty.PARTICIPLE
    return Group(index, index, base_of(text), Form.PAST, certainty)


def _is_finite(tokens: list[Token], index: int) -> bool:
    """Whether a past form has a pronoun for its subject, or an object, so that it is no participle."""
    before, following = at(tokens, index - 1), at(tokens, index + 1)
    if following.text == "by":
        return False
    if before.text in SUBJECTS | {"who", "which"}:
        return True
    if following.text in DETERMINERS | OBJECTS | SUBJECTS | {"that"}:
        return True
    return following.capital and not is_date_word(following)


def _unchanged(tokens: list[Token], index: int) -> Group | None:
    """A verb whose past is like its present: past after a subject in the singular, else not to be told."""
    before = at(tokens, index - 1)
    text = tokens[index].text
    if _is_singular(tokens, index):
        return Group(index, index, text, Form.PAST)
    if before.text in SUBJECTS or before.text.endswith("s"):
        return Group(index, index, text, Form.UNCHANGED, Certainty.PARTICIPLE)
    return Group(index, index, text, Form.UNCHANGED, Certainty.NOUN)


def _is_singular(tokens: list[Token], index: int) -> bool:
    """Whether the subject in front of a verb is in the singular, past a date in between."""
    place = index - 1
    while place > index - 5 and (is_date_word(at(tokens, place)) or at(tokens, place).text in ("on", "in")):
        place -= 1
    noun, before = at(tokens, place), at(tokens, place - 1)
    if noun.text in ("he", "she", "it"):
        return True
    if not noun.text.isalpha() or noun.text.endswith(("s", "men", "people", "police", "ese", "ish", "ch")):
        return False
    if noun.capital:
        return before.text not in COORDINATORS | {","}
    return before.text in DETERMINERS - {"these", "those", "their", "all", "few", "many", "some"} and (
        place == 1 or at(tokens, place - 2).text in COORDINATORS | SUBORDINATORS | {",", '"'}
    )


def _gerund(tokens: list[Token], index: int) -> Group | None:
    text = tokens[index].text
    if not is_ing(text) and text not in ("being", "having"):
        return None
    before = at(tokens, index - 1).text
    prepared = before in PREPOSITIONS | AMBIGUOUS | SUBORDINATORS | {",", "not"} or index == 0
    starts = base_of(text) in ("start", "begin", "run", "end", "open")
    object_follows = at(tokens, index + 1).text in DETERMINERS | OBJECTS | {"that", "to"}
    if not (prepared or starts or object_follows) or (_in_noun_slot(tokens, index) and not prepared):
        return None
    return Group(index, index, base_of(text), Form.GERUND)


def _third_person(tokens: list[Token], index: int) -> Group | None:
    text = tokens[index].text
    if not is_third_person(text) or _in_noun_slot(tokens, index) or not index:
        return None
    before, following = at(tokens, index - 1), at(tokens, index + 1)
    sure = before.text in SUBJECTS | {"who", "which"} or following.text in DETERMINERS | OBJECTS
    sure = sure or following.text == "to" and _is_base(at(tokens, index + 2))
    return Group(index, index, base_of(text), Form.PRESENT, Certainty.SURE if sure else Certainty.NOUN)


def _plain_present(tokens: list[Token], index: int) -> Group | None:
    """The base form after a plural subject: `leaders meet`, `they open`."""
    text = tokens[index].text
    before = at(tokens, index - 1)
    if text not in BASES or text in ADVERBS or _in_noun_slot(tokens, index):
        return None
    if before.text in ("we", "they", "you", "i", "who", "which"):
        return Group(index, index, text, Form.PRESENT)
    plural = before.text.endswith("s") and not before.text.endswith("ss") and len(before.text) > 3
    if not plural:
        return None
    following = at(tokens, index + 1).text
    sure = following in DETERMINERS | OBJECTS
    return Group(index, index, text, Form.PRESENT, Certainty.SURE if sure else Certainty.NOUN)


_LEXICAL: tuple[Callable[[list[Token], int], Group | None], ...] = (
    _past,
    _gerund,
    _third_person,
    _plain_present,
)
