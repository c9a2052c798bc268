"""How a quotation tells an event: as past, or as still to come."""

# ruff: noqa: SIM905  (words read best as words)

import re
from collections.abc import Iterator

from timeline.linking import CitedQuote, Linked
from timeline.sentences import sentences
from timeline.text.clauses import Clause, Stance, Tense, clauses

_WORD = re.compile(r"[^\W\d_]+")
_SAYING = frozenset(
    "said says told tells announced added confirmed reported stated wrote agreed decided expected "
    "hoped planned promised vowed warned pledged".split()
)
"""Verbs that report what another clause tells."""
_HAPPENING = frozenset(
    "met held took gathered convened signed hosted opened began started ended closed visited arrived "
    "fell voted resigned died attacked invaded launched elected adopted ratified concluded happened "
    "occurred".split()
)
"""Verbs of what happens at an event."""
_SAID = frozenset("statement announcement speech declaration briefing message interview".split())
"""Kinds of events that are something said."""
_STEM = 4


def tells_of_the_past(quote: CitedQuote, linked: Linked) -> bool:
    """Whether the quote says that the event has happened, and nothing in it looks ahead."""
    found = list(_clauses(quote.citation.quote))
    if any(clause.tense is Tense.FUTURE for clause, _ in found):
        return False
    return any(
        clause.tense is Tense.PAST and clause.stance is Stance.ASSERTED and _is_of_event(verb, linked)
        for clause, verb in found
    )


def tells_of_a_plan(quote: CitedQuote, linked: Linked) -> bool:
    """Whether all that the quote tells, besides who said so, is still to come. A statement is held by being
    said.
    """
    if linked.record.kind in _SAID:
        return False
    found = [
        (clause, verb)
        for clause, verb in _clauses(quote.citation.quote)
        if verb not in _SAYING or _begins_a_word_of(verb, linked)
    ]
    return bool(found) and all(clause.tense is Tense.FUTURE for clause, _ in found)


def _clauses(quote: str) -> Iterator[tuple[Clause, str]]:
    """The clauses of a quote that have a verb, each with its last word."""
    line = quote.replace("\n", " ")
    for sentence in sentences(line):
        text = line[sentence.start : sentence.end]
        for clause in clauses(text):
            words = _WORD.findall(text[slice(*clause.verb)].casefold()) if clause.verb else []
            if words:
                yield clause, words[-1]


def _is_of_event(verb: str, linked: Linked) -> bool:
    """Whether a verb is one of what happens, or among the words of the event."""
    return verb in _HAPPENING or (verb not in _SAYING and _begins_a_word_of(verb, linked))


def _begins_a_word_of(verb: str, linked: Linked) -> bool:
    """Whether a word of the title or kind of the event begins like this verb."""
    words = _WORD.findall(f"{linked.record.title} {linked.record.kind}".casefold())
    return len(verb) >= _STEM and any(word.startswith(verb[:_STEM]) for word in words)
