"""The tense in which a quotation reports an event: as past, or as a plan."""

# ruff: noqa: SIM905  (word lists are easier to read as one string)

import re
from collections.abc import Iterator

from timeline.evidence import CitedQuote, LinkedEvent
from timeline.text.clauses import Clause, Stance, Tense, clauses
from timeline.text.sentences import sentences

_WORD = re.compile(r"[^\W\d_]+")
_REPORTING = frozenset(
    "said says told tells announced added confirmed reported stated wrote agreed decided expected "
    "hoped planned promised vowed warned pledged".split()
)
"""Verbs that introduce a report."""
_HAPPENING = frozenset(
    "met held took gathered convened signed hosted opened began started ended closed visited arrived "
    "fell voted resigned died attacked invaded launched elected adopted ratified concluded happened "
    "occurred".split()
)
"""Verbs of what happens at an event."""
_SPOKEN = frozenset("statement announcement speech declaration briefing message interview".split())
"""Kinds of events that take place by being said."""
_STEM = 4


def reports_the_past(quote: CitedQuote, linked: LinkedEvent) -> bool:
    """Whether the quote says that the event has happened, and nothing in it is about the future."""
    reported = list(_clauses(quote.citation.quote))
    if any(clause.tense is Tense.FUTURE for clause, _ in reported):
        return False
    return any(
        clause.tense is Tense.PAST and clause.stance is Stance.ASSERTED and _is_of_event(verb, linked)
        for clause, verb in reported
    )


def reports_a_plan(quote: CitedQuote, linked: LinkedEvent) -> bool:
    """Whether everything that the quote reports, besides who said it, is in the future. False for statements,
    which are held by being said.
    """
    if linked.record.kind in _SPOKEN:
        return False
    reported = [
        (clause, verb)
        for clause, verb in _clauses(quote.citation.quote)
        if verb not in _REPORTING or _begins_a_word_of(verb, linked)
    ]
    return bool(reported) and all(clause.tense is Tense.FUTURE for clause, _ in reported)


def _clauses(quote: str) -> Iterator[tuple[Clause, str]]:
    """The clauses of a quote that have a verb, each with its last word."""
    line = quote.replace("\n", " ")
    for sentence in sentences(line):
        text = line[sentence.start : sentence.end]
        for clause in clauses(text):
            words = _WORD.findall(text[slice(*clause.verb)].casefold()) if clause.verb else []
            if words:
                yield clause, words[-1]


def _is_of_event(verb: str, linked: LinkedEvent) -> bool:
    """Whether a verb is one of what happens, or among the words of the event."""
    return verb in _HAPPENING or (verb not in _REPORTING and _begins_a_word_of(verb, linked))


def _begins_a_word_of(verb: str, linked: LinkedEvent) -> bool:
    """Whether a word of the title or kind of the event begins like this verb."""
    words = _WORD.findall(f"{linked.record.title} {linked.record.kind}".casefold())
    return len(verb) >= _STEM and any(word.startswith(verb[:_STEM]) for word in words)
