"""Rules about what a quotation can prove: only what its words, or the note beside them, say."""

from collections.abc import Iterable, Iterator

from timeline.anchors import Ambiguous, Lost
from timeline.checks.naming import Said, names_actor, names_its_group, names_place, said_in
from timeline.checks.places import place_at
from timeline.checks.quotes import cited, is_cut, quote_place, rests_on
from timeline.dates.phrases import has_words_of_time
from timeline.linking import CitedQuote, Linked, Timeline
from timeline.linking.derivation import is_judged
from timeline.linking.evidence import FieldNames
from timeline.problems import Problem

SHORTEST = 12
"""So many characters a quote must have to prove something."""


def quote_too_short(timeline: Timeline) -> Iterator[Problem]:
    """A quote that supports a field has under 12 characters; a word or two stand in many texts and prove
    little.

    Example: `quote: the summit` with `supports: [status]`
    Mend: quote more of the sentence, so that it says what it supports; with `supports: []` it is context.
    """
    for linked, quote in cited(timeline):
        if _is_short(quote) and not _is_broken(quote, linked):
            yield Problem(
                quote_place(linked, quote),
                "quote-too-short",
                f"a quote of {len(quote.citation.quote.strip())} characters proves little",
                "quote more of the sentence, so that it says what it supports; supports: [] makes it context",
                rests_on(linked, quote),
                linked.record.id,
            )


def _is_short(quote: CitedQuote) -> bool:
    return bool(quote.citation.supports) and len(quote.citation.quote.strip()) < SHORTEST


def _is_broken(quote: CitedQuote, linked: Linked) -> bool:
    """Whether another rule speaks of these words already: one mistake is one problem."""
    return isinstance(quote.outcome, Lost | Ambiguous) or is_cut(quote, linked)


def quote_does_not_say(timeline: Timeline) -> Iterator[Problem]:
    """A quote supports what its words do not say: an actor that they do not name (neither by a name, nor by
    one of its people, nor by a group to which it belonged then), a place without the place, a date without
    words of time. What words only point to (“Their presence”) counts where the note beside them names it;
    what may mean several, such as Beijing or the alliance, names nobody by itself.

    Example: `supports: [actors.Lithuania]` on a quote that names only the IP4
    Mend: take it out of the supports; or say in the citation's `note` whom, where or when the words mean.
    """
    for linked in timeline.events:
        names = FieldNames(linked.fields, linked.actors)
        for quote in linked.quotes:
            if quote.citation.supports and not _is_short(quote) and not _is_broken(quote, linked):
                silent = _silent(linked.quote_supports[quote.number], quote, linked, timeline)
                yield from _problems(silent, quote, linked, names)


def _silent(fields: Iterable[str], quote: CitedQuote, linked: Linked, timeline: Timeline) -> dict[str, str]:
    """The fields that neither a quote nor the note beside it says, and what it does not do."""
    said = said_in(quote.citation.quote, timeline)
    silent = {field: _missing(field, said, linked, timeline) for field in fields if field != "date"}
    if "date" in fields and not _tells_time(quote, linked):
        silent["date"] = "has no words of time"
    silent = {field: missing for field, missing in silent.items() if missing}
    note = " | ".join(filter(None, (quote.citation.note, quote.citation.speaker)))
    if not silent or not note:
        return silent
    beside = said_in(note, timeline)
    return {field: missing for field, missing in silent.items() if not _says(field, beside, linked, timeline)}


def _missing(field: str, said: Said, linked: Linked, timeline: Timeline) -> str:
    """What a quote would have to say to support an actor or a place; empty where it says so."""
    if _says(field, said, linked, timeline):
        return ""
    if field == "place":
        return f"does not name {' nor '.join(spot.name for spot in linked.record.place)}"
    actor = timeline.registry.actors[field.partition(".")[2]]
    return "" if names_its_group(said, actor, linked, timeline) else f"does not name {actor.name}"


def _says(field: str, said: Said, linked: Linked, timeline: Timeline) -> bool:
    """Whether a text says a field; of what is no actor, place or date nothing is asked."""
    kind, _, key = field.partition(".")
    if kind == "date":
        return has_words_of_time(said.text)
    if kind == "place":
        return names_place(said, linked, timeline)
    actor = timeline.registry.actors.get(key) if kind == "actors" else None
    return actor is None or names_actor(said, actor, linked, timeline)


def _tells_time(quote: CitedQuote, linked: Linked) -> bool:
    """Whether there are words of time in a quote; linking has looked where the quote was found."""
    known = any(one.number == quote.number for one in linked.proof.words)
    return known or not is_judged(quote.source) or has_words_of_time(quote.citation.quote)


def _problems(
    silent: dict[str, str], quote: CitedQuote, linked: Linked, names: FieldNames
) -> Iterator[Problem]:
    supports = quote.citation.supports if silent else []
    numbers: dict[str | None, int] = {}
    for number, written in enumerate(supports):
        numbers.setdefault(names.named(written), number)
    for field, missing in silent.items():
        number = numbers[field]
        written = supports[number]
        yield Problem(
            place_at(linked.event, ("citations", quote.number, "supports", number)),
            "quote-does-not-say",
            f"the quote {missing}, so it cannot support {written}",
            f"take {written} out of its supports; or say in the note beside it what the words mean",
            event=linked.record.id,
        )
