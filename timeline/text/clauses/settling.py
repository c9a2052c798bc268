"""Which verb groups are finite: nouns are dropped, participles told from past tenses."""

from timeline.text.clauses.tokens import (
    AMBIGUOUS,
    COORDINATORS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    Token,
    at,
    is_adverb,
    is_date_word,
    is_word,
)
from timeline.text.clauses.verb_classes import OFTEN_NOUNS, REPORTING
from timeline.text.clauses.verb_forms import base_of
from timeline.text.clauses.verb_group import NONFINITE, Certainty, Form, Group

LINKS = RELATIVES | SUBORDINATORS
"""Words that introduce a clause and nothing else."""
_SEPARATORS = frozenset(',;:()[]-"?!…')
_DIVIDERS = _SEPARATORS | LINKS | COORDINATORS
_NO_CONJUNCTION = frozenset("well of many much part far a an".split())  # noqa: SIM905
"""After `as` they make it a preposition."""


def settled_groups(tokens: list[Token], groups: list[Group]) -> list[Group]:
    """The groups without those that are rather nouns, and with participles told from past tenses.

    One stretch has one finite verb, unless that reports (`said talks collapsed`).
    """
    stretches = _stretches(tokens)
    groups = _without_nouns(groups, stretches)
    settled: list[Group] = []
    for index, group in enumerate(groups):
        left = settled[-1] if settled else None
        right = groups[index + 1] if index + 1 < len(groups) else None
        if group.certainty is Certainty.PARTICIPLE and (
            _is_apposed(tokens, group, right)
            or _gives_way(tokens, stretches, group, right)
            or _follows(tokens, stretches, left, group)
        ):
            group = group._replace(form=Form.PARTICIPLE)
        settled.append(group)
    return settled


def _stretches(tokens: list[Token]) -> list[int]:
    """For each token the number of its stretch: what no mark, conjunction or relative pronoun parts."""
    numbers: list[int] = []
    number = 0
    for index, token in enumerate(tokens):
        if token.text in _DIVIDERS or is_conjunction(tokens, index):
            number += 1
        numbers.append(number)
    return numbers


def is_conjunction(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    return token.text in AMBIGUOUS and not (
        token.text == "as" and at(tokens, index + 1).text in _NO_CONJUNCTION
    )


def _without_nouns(groups: list[Group], stretches: list[int]) -> list[Group]:
    """The groups without words that are nouns: beside a verb of their stretch, or mostly nouns anyway."""
    finite: dict[int, int] = {}
    for group in groups:
        if group.form not in NONFINITE and group.certainty is not Certainty.NOUN:
            finite[stretches[group.first]] = finite.get(stretches[group.first], 0) + 1
    kept: list[Group] = []
    taken: set[int] = set()
    for group in groups:
        stretch = stretches[group.first]
        if group.certainty is Certainty.NOUN:
            if stretch in finite or stretch in taken or (finite and group.lemma in OFTEN_NOUNS):
                continue
            taken.add(stretch)
        kept.append(group)
    return kept


def _is_apposed(tokens: list[Token], group: Group, right: Group | None) -> bool:
    """Whether a group is between commas, in front of the main verb: `the pact, signed today, would`."""
    if right is None or right.form in NONFINITE:
        return False
    return _behind_comma(tokens, group.first) and _behind_comma(tokens, right.first)


def _behind_comma(tokens: list[Token], index: int) -> bool:
    index -= 1
    while index > 0 and is_adverb(tokens[index]):
        index -= 1
    return at(tokens, index).text == ","


def _gives_way(tokens: list[Token], stretches: list[int], group: Group, right: Group | None) -> bool:
    """Whether a finite verb follows in the same stretch, with no subject of its own in between."""
    if right is None or right.form in NONFINITE or stretches[right.first] != stretches[group.first]:
        return False
    if _is_relative_verb(tokens, stretches, group):
        return False
    return group.lemma not in REPORTING or not _has_subject(tokens, group.last + 1, right.first)


def _is_relative_verb(tokens: list[Token], stretches: list[int], group: Group) -> bool:
    """Whether a group is near the head of a relative clause: `the pact that Japan signed`, `which opened`."""
    for index in range(group.first - 1, max(-1, group.first - 6), -1):
        if stretches[index] != stretches[group.first]:
            return False
        if tokens[index].text in RELATIVES:
            return True
        if tokens[index].text == "that":
            before = at(tokens, index - 1)
            return not is_date_word(before) and is_word(before) and base_of(before.text) not in REPORTING
        if tokens[index].text in SUBORDINATORS:
            return index == group.first - 1
    return False


def _has_subject(tokens: list[Token], start: int, end: int) -> bool:
    """Whether tokens hold more than adverbs and phrases of time and place: a noun without a preposition."""
    bare = True
    for token in tokens[start:end]:
        if token.text in PREPOSITIONS:
            bare = False
        elif is_date_word(token):
            bare = True
        elif bare and is_word(token) and not is_adverb(token):
            return True
    return False


def _follows(tokens: list[Token], stretches: list[int], left: Group | None, group: Group) -> bool:
    """Whether a finite verb stands earlier in the same stretch, so that this is no second one."""
    if left is None or stretches[left.first] != stretches[group.first]:
        return False
    if left.form in NONFINITE:
        return True
    if at(tokens, left.first - 1).text in LINKS:
        return False
    return left.lemma not in REPORTING or not _has_subject(tokens, left.last + 1, group.first)
