"""Where one clause ends and the next begins, between two verb groups."""

# ruff: noqa: SIM905  (words read best as words)

from timeline.text.clauses.settling import LINKS, is_conjunction
from timeline.text.clauses.tokens import (
    AMBIGUOUS,
    COORDINATORS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    WEEKDAYS,
    Token,
    at,
    is_adverb,
    is_date_word,
)
from timeline.text.clauses.verb_classes import REPORTING
from timeline.text.clauses.verb_group import NONFINITE, Form, Group

_CALENDAR = frozenset("day week month year time night morning evening".split())


def boundary(tokens: list[Token], left: Group, right: Group) -> int:
    """Where the segment of the right group begins, between two groups."""
    start, end = left.last + 1, right.first
    before = end
    while before > start and is_adverb(tokens[before - 1]):
        before -= 1
    if before > start and tokens[before - 1].text in COORDINATORS:
        return before - 1
    hard = _hard(tokens, start, end)
    if hard is not None:
        return hard
    if right.form in NONFINITE:
        return nonfinite_start(tokens, start, right)
    for choice in (_conjunction, _comma):
        index = choice(tokens, start, end)
        if index is not None:
            return index
    if left.lemma in REPORTING and left.form is not Form.PARTICIPLE:
        return _subject(tokens, start, end)
    for index in range(end - 1, start - 1, -1):
        if tokens[index].text in COORDINATORS:
            return index
    return end


def nonfinite_start(tokens: list[Token], start: int, group: Group) -> int:
    index = group.first
    if group.form is Form.GERUND or at(tokens, index - 1).text in AMBIGUOUS | SUBORDINATORS:
        while index > start and (
            is_adverb(tokens[index - 1]) or tokens[index - 1].text in PREPOSITIONS | AMBIGUOUS | SUBORDINATORS
        ):
            index -= 1
    return index


def _hard(tokens: list[Token], start: int, end: int) -> int | None:
    """The last mark that parts clauses: a semicolon, a colon, a lone dash, quotation mark or bracket."""
    last: int | None = None
    odd = {'"': False, "-": False}
    brackets = 0
    for index in range(start, end):
        text = tokens[index].text
        if text in odd:
            odd[text] = not odd[text]
        brackets += (text in ("(", "[")) - (text in (")", "]"))
        if text in (";", ":", "?", "!", "…") or odd.get(text) or (text in ("(", ")") and brackets):
            last = index
        elif text in odd or text == ")":
            last = None if last is not None and tokens[last].text in (text, "(") else last
    if last is None:
        return None
    return last if tokens[last].text in ('"', "(", "-") else last + 1


def is_determiner(tokens: list[Token], index: int) -> bool:
    """`that day`, `in that war`: no conjunction."""
    if tokens[index].text != "that":
        return False
    return at(tokens, index + 1).text in _CALENDAR or (
        at(tokens, index - 1).text in PREPOSITIONS and at(tokens, index + 1).text not in DETERMINERS
    )


def with_preposition(tokens: list[Token], index: int) -> int:
    """`in which`, `of whom`, `so that`: the segment begins at the preposition."""
    before = at(tokens, index - 1).text
    return index - 1 if before in PREPOSITIONS | {"so", "even", "only"} and index > 1 else index


def _conjunction(tokens: list[Token], start: int, end: int) -> int | None:
    for index in range(start, end):
        if tokens[index].text in LINKS and not is_determiner(tokens, index):
            return with_preposition(tokens, index) if index > start else index
    for index in range(start, end):
        if is_conjunction(tokens, index):
            rest = tokens[index + 1 : end]
            dated = False
            for token in rest:
                dated = dated or is_date_word(token)
                if token.text == "," or (dated and token.text in COORDINATORS):
                    return None
            return index
    return None


def _comma(tokens: list[Token], start: int, end: int) -> int | None:
    """The comma in front of the right group's subject; commas inside a date are none."""
    last: int | None = None
    for index in range(start, end):
        if tokens[index].text != "," or _in_date(tokens, index):
            continue
        following = at(tokens, index + 2)
        if tokens[index + 1].text in COORDINATORS and (
            following.text in PREPOSITIONS | SUBJECTS or is_date_word(following) or is_adverb(following)
        ):
            return index + 1
        last = index + 1
    return last


def _in_date(tokens: list[Token], index: int) -> bool:
    before, following = at(tokens, index - 1), at(tokens, index + 1)
    if not is_date_word(before):
        return False
    year = following.text.isdigit() and len(following.text) == 4
    day = (
        following.text[:1].isdigit() and is_date_word(at(tokens, index + 2)) and at(tokens, index + 2).capital
    )
    return year or day or (following.capital and following.text in MONTHS | WEEKDAYS)


def _subject(tokens: list[Token], start: int, end: int) -> int:
    """Where the clause begins that follows a reporting verb without `that`."""
    for index in range(start, end):
        token = tokens[index]
        if token.text in DETERMINERS | SUBJECTS and (
            index == start or tokens[index - 1].text not in PREPOSITIONS
        ):
            return index
    dates = [index for index in range(start, end) if is_date_word(tokens[index])]
    if not dates:
        return start
    return dates[-1] + 1 if at(tokens, dates[-1] + 1).text != "'s" else dates[-1]
