"""Finite verbs without an auxiliary: `signed`, `meets`, `sign!`."""

from timeline.text.clauses.noun_slot import in_noun_slot
from timeline.text.clauses.tokens import (
    ADVERBS,
    AMBIGUOUS,
    COORDINATORS,
    DETERMINERS,
    OBJECTS,
    SUBJECTS,
    SUBORDINATORS,
    Token,
    at,
    is_date_word,
    is_word,
    opens_clause,
)
from timeline.text.clauses.verb_classes import DEMANDING
from timeline.text.clauses.verb_forms import (
    BASES,
    PARTICIPLES,
    PASTS,
    UNCHANGED,
    base_of,
    is_regular_past,
    is_third_person,
)
from timeline.text.clauses.verb_group import Certainty, Form, Group
from timeline.text.clauses.verb_phrases import (
    after_be,
    is_base,
)

_OBJECT_STARTS = DETERMINERS | OBJECTS


def past(tokens: list[Token], index: int) -> Group | None:
    text = tokens[index].text
    if not (text in PASTS or text in PARTICIPLES or is_regular_past(text)):
        return None
    if in_noun_slot(tokens, index) or (index == 0 and at(tokens, 1).text == "to"):  # `Fed to cut rates`
        return None
    if text in UNCHANGED:
        return _unchanged(tokens, index)
    if text not in PASTS and not is_regular_past(text):
        if text in BASES:  # come, become, run
            return None
        return Group(index, index, base_of(text), Form.PARTICIPLE)
    finite = (text in PASTS and text not in PARTICIPLES) or _is_finite(tokens, index)
    certainty = Certainty.SURE if finite else Certainty.PARTICIPLE
    return Group(index, index, base_of(text), Form.PAST, certainty)


def _is_finite(tokens: list[Token], index: int) -> bool:
    """Whether a past form has a pronoun for its subject, or an object, so that it is no participle."""
    before, following = at(tokens, index - 1), at(tokens, index + 1)
    if following.text == "by":
        return False
    if before.text in SUBJECTS | {"who", "which"}:
        return True
    if following.text in _OBJECT_STARTS | SUBJECTS:
        return True
    return following.capital and not is_date_word(following)


def _unchanged(tokens: list[Token], index: int) -> Group | None:
    """A verb whose past is like its present: past after a subject in the singular, else not to be told."""
    before = at(tokens, index - 1)
    text = tokens[index].text
    if _is_singular(tokens, index):
        certainty = Certainty.SURE if _is_finite(tokens, index) else Certainty.PARTICIPLE
        return Group(index, index, text, Form.PAST, certainty)
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
        place == 1 or at(tokens, place - 2).text in COORDINATORS | SUBORDINATORS | AMBIGUOUS | {",", '"'}
    )


def subjunctive_be(tokens: list[Token], index: int) -> Group | None:
    """`that elections be held`: a form of `be` without an auxiliary."""
    phrase = after_be(tokens, index)
    return Group(index, phrase.last, phrase.lemma, Form.SUBJUNCTIVE, passive=phrase.passive)


def subjunctive(tokens: list[Token], index: int) -> Group | None:
    """The base form in what is demanded or proposed: `demanded that he resign`."""
    text = tokens[index].text
    if text not in BASES or in_noun_slot(tokens, index):
        return None
    for place in range(index - 2, max(-1, index - 7), -1):
        if tokens[place].text == "that":
            demanded = base_of(at(tokens, place - 1).text) in DEMANDING
            return Group(index, index, text, Form.SUBJUNCTIVE) if demanded else None
        if not is_word(tokens[place]):
            return None
    return None


def third_person(tokens: list[Token], index: int) -> Group | None:
    text = tokens[index].text
    if not is_third_person(text) or in_noun_slot(tokens, index) or not index:
        return None
    before, following = at(tokens, index - 1), at(tokens, index + 1)
    sure = before.text in SUBJECTS | {"who", "which"} or following.text in _OBJECT_STARTS
    sure = sure or (following.text == "to" and is_base(at(tokens, index + 2)))
    return Group(index, index, base_of(text), Form.PRESENT, Certainty.SURE if sure else Certainty.NOUN)


def imperative(tokens: list[Token], index: int) -> Group | None:
    """The base form at the head of a sentence or quotation, with an object: `Sign the pact by Friday.`"""
    text = tokens[index].text
    if text not in BASES or not opens_clause(tokens, index) or text in ADVERBS:
        return None
    if at(tokens, index + 1).text not in DETERMINERS | OBJECTS - {"that"}:
        return None
    return Group(index, index, text, Form.IMPERATIVE)


def plain_present(tokens: list[Token], index: int) -> Group | None:
    """The base form after a plural subject: `leaders meet`, `they open`."""
    text = tokens[index].text
    before = at(tokens, index - 1)
    if text not in BASES or text in ADVERBS or in_noun_slot(tokens, index):
        return None
    if before.text in ("we", "they", "you", "i", "who", "which"):
        return Group(index, index, text, Form.PRESENT)
    plural = before.text.endswith("s") and not before.text.endswith("ss") and len(before.text) > 3
    if not plural:
        return None
    following = at(tokens, index + 1).text
    sure = following in _OBJECT_STARTS
    return Group(index, index, text, Form.PRESENT, Certainty.SURE if sure else Certainty.NOUN)
