"""Rules about what a quotation can prove: only what its words, or the note beside them, say."""

import re
from collections.abc import Iterator
from functools import partial

from timeline.actors import Actor
from timeline.anchors import Ambiguous, Lost
from timeline.checks.known import Known, belonged, known, may_meet
from timeline.checks.places import place_at
from timeline.checks.quotes import cited, is_cut, quote_place, rests_on
from timeline.dates.phrases import find_phrases
from timeline.linking import CitedQuote, Linked, Timeline
from timeline.linking.evidence import field_named
from timeline.mentions import words
from timeline.names import fold
from timeline.problems import Problem
from timeline.records import Place

SHORTEST = 12
"""So many characters a quote must have to prove something."""
# Most texts without words of time are told by this, at a tenth of what the engine costs.
_MAY_TELL_TIME = re.compile(
    r"[0-9]|day|night|week|month|year|quarter|half|decade|centur|morrow|recent|spring|summer|autumn|fall|winter"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
    re.IGNORECASE,
)


def quote_too_short(timeline: Timeline) -> Iterator[Problem]:
    """A quote of a word or two that supports a field: under 12 characters stand in many texts and prove little."""
    for linked, quote in cited(timeline):
        if _is_short(quote) and not _has_a_problem(quote, linked):
            yield Problem(
                quote_place(linked, quote),
                "quote-too-short",
                f"a quote of {len(quote.citation.quote.strip())} characters proves little",
                "quote more of the sentence, so that it says what it supports; supports: [] makes it context",
                rests_on(linked, quote),
                linked.record.id,
            )


def quote_does_not_say(timeline: Timeline) -> Iterator[Problem]:
    """A quote supports what its words do not say: an actor that they name neither by itself, nor by one of
    its people, nor as a member of a group of that day; a place or a date without words of place or time.
    What the words only point to ("Their presence") counts where the note beside them names it.
    """
    ready = known(timeline)
    for linked, quote in cited(timeline):
        if not quote.citation.supports or _has_a_problem(quote, linked) or _is_short(quote):
            continue
        for field in linked.quote_supports[quote.number]:
            missing = _missing(field, quote, linked, timeline, ready)
            if missing:
                yield _silent(field, missing, quote, linked)


def _silent(field: str, missing: str, quote: CitedQuote, linked: Linked) -> Problem:
    written = quote.citation.supports
    ...
