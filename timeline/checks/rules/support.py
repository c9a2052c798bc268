"""Rules about what a quotation can support: only what its words, or the note of its citation, name."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.actors import words
from timeline.actors.registry import Actor
from timeline.checks.actor_index import may_have_belonged, may_overlap
from timeline.checks.context import Context
from timeline.checks.locations import place_at
from timeline.checks.rules.quotes import is_cut, quote_place, supported_fields
from timeline.dates.phrases import has_words_of_time
from timeline.evidence import CitedQuote, LinkedEvent
from timeline.evidence.dates import is_judged
from timeline.evidence.fields import FieldNames
from timeline.problems import Problem
from timeline.quotes import Ambiguous, Lost
from timeline.records import Participation, Place

MIN_QUOTE_LENGTH = 12
"""Characters that a quote needs to support a field."""


class _NamedActors(NamedTuple):
    """A text and the ids of the actors that it names: by any word, and by a name that is not a demonym."""

    text: str
    ids: frozenset[str]
    by_name: frozenset[str]


def quote_too_short(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A quote that supports a field has fewer than 12 characters. One or two words are in many texts, so they
    are weak evidence.

    Example: `quote: the summit` with `supports: [status]`
    Fix: quote more of the sentence, until it states what it supports; or write `supports: []`.
    """
    for quote in linked.quotes:
        if _is_short(quote) and not _has_other_problem(quote, linked):
            length = len(quote.citation.quote.strip())
            yield Problem(
                quote_place(linked, quote),
                "quote-too-short",
                f"a quote of {length} characters is weak evidence; at least {MIN_QUOTE_LENGTH} are needed",
                "quote more of the sentence, until it states what it supports; or write supports: []",
                supported_fields(linked, quote),
                linked.record.id,
            )


def _is_short(quote: CitedQuote) -> bool:
    return bool(quote.citation.supports) and len(quote.citation.quote.strip()) < MIN_QUOTE_LENGTH


def _has_other_problem(quote: CitedQuote, linked: LinkedEvent) -> bool:
    """Whether another rule reports the quote already: one mistake is one problem."""
    return isinstance(quote.outcome, Lost | Ambiguous) or is_cut(quote, linked)


def quote_lacks_support(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A quote does not name what it supports: an actor (by a name, by a person in its service, or by a group
    that it belonged to on that day), a place, or a date (by words of time). Words that only refer to it
    (“Their presence”) count if the note of the citation names it. Words that may mean several actors, such as
    Beijing or the alliance, do not name any of them.

    Example: `supports: [actors.Lithuania]` on a quote that names only the IP4
    Fix: remove the field from the supports; or say in the citation's `note` which actor, place or time is
    meant.
    """
    names = FieldNames(linked.fields, linked.actors)
    for quote in linked.quotes:
        if quote.citation.supports and not _is_short(quote) and not _has_other_problem(quote, linked):
            missing = _missing_fields(linked.quote_supports[quote.number], quote, linked, context)
            yield from _problems(missing, quote, linked, names)


def _missing_fields(
    fields: Iterable[str], quote: CitedQuote, linked: LinkedEvent, context: Context
) -> dict[str, str]:
    """The fields that neither a quote nor its note names, each with what the quote lacks."""
    named = _named_actors(quote.citation.quote, context)
    missing = {field: _lacks(field, named, linked, context) for field in fields if field != "date"}
    if "date" in fields and not _has_words_of_time(quote, linked):
        missing["date"] = "has no words of time"
    missing = {field: lack for field, lack in missing.items() if lack}
    note = " | ".join(filter(None, (quote.citation.note, quote.citation.speaker)))
    if not missing or not note:
        return missing
    in_note = _named_actors(note, context)
    return {field: lack for field, lack in missing.items() if not _names(field, in_note, linked, context)}


def _lacks(field: str, named: _NamedActors, linked: LinkedEvent, context: Context) -> str:
    """What a quote does not do to support an actor or a place; empty if it supports the field."""
    if _names(field, named, linked, context):
        return ""
    if field == "place":
        return f"does not name {' nor '.join(place.name for place in linked.record.place)}"
    actor = context.registry.actors[field.partition(".")[2]]
    return "" if _names_group_of(actor, named, linked, context) else f"does not name {actor.name}"


def _names(field: str, named: _NamedActors, linked: LinkedEvent, context: Context) -> bool:
    """Whether a text names a field. Fields other than actors, places and dates are not compared."""
    kind, _, key = field.partition(".")
    if kind == "date":
        return has_words_of_time(named.text)
    if kind == "place":
        return any(_names_place(place, named, context) for place in linked.record.place)
    actor = context.registry.actors.get(key) if kind == "actors" else None
    return actor is None or _names_actor(actor, named, linked, context)


def _has_words_of_time(quote: CitedQuote, linked: LinkedEvent) -> bool:
    # The evidence has words of time only for quotes that are found.
    known = any(time_words.number == quote.number for time_words in linked.proof.words)
    return known or not is_judged(quote.source) or has_words_of_time(quote.citation.quote)


def _problems(
    missing: dict[str, str], quote: CitedQuote, linked: LinkedEvent, names: FieldNames
) -> Iterator[Problem]:
    supports = quote.citation.supports if missing else []
    numbers: dict[str | None, int] = {}
    for number, written in enumerate(supports):
        numbers.setdefault(names.named(written), number)
    for field, lack in missing.items():
        number = numbers[field]
        written = supports[number]
        yield Problem(
            place_at(linked.event, ("citations", quote.number, "supports", number)),
            "quote-lacks-support",
            f"the quote {lack}, so it cannot support {written}",
            f"remove {written} from its supports; or say in the citation's note what the words refer to",
            event=linked.record.id,
        )


def _named_actors(text: str, context: Context) -> _NamedActors:
    """The actors that a text names. A word that may mean several actors names none."""
    meanings = context.actor_index.mentions.meanings(text)
    by_name = frozenset(actor for meaning in meanings if meaning.sense == "name" for actor in meaning.actors)
    demonyms = (actor for meaning in meanings if meaning.sense == "demonym" for actor in meaning.actors)
    return _NamedActors(text, by_name.union(demonyms), by_name)


def _names_actor(actor: Actor, named: _NamedActors, linked: LinkedEvent, context: Context) -> bool:
    """Whether a text names an actor of an event: by a name or demonym, by the person who represented it, or
    by a person who held one of its offices on that day.
    """
    if actor.id in named.ids:
        return True
    offices = context.actor_index.offices
    for held in (held for person in named.ids for held in offices.get(person, ())):
        if held.of == actor.id and may_overlap(held.when, linked):
            return True
    parts = _participations(actor, linked)
    return any(part.by is not None and _contains_name(named.text, part.by) for part in parts)


def _participations(actor: Actor, linked: LinkedEvent) -> list[Participation]:
    return [
        part
        for name, part in linked.record.actors.items()
        if isinstance(other := linked.actors[name], Actor) and other.id == actor.id
    ]


def _names_group_of(actor: Actor, named: _NamedActors, linked: LinkedEvent, context: Context) -> bool:
    """Whether a text names a group that an actor may have belonged to on that day."""
    groups = (context.registry.actors.get(key) for key in named.ids)
    return any(may_have_belonged(actor.id, group, linked) for group in groups)


def _names_place(place: Place, named: _NamedActors, context: Context) -> bool:
    """Whether a text names a place, or the country in which it lies."""
    country = context.registry.resolve(place.country) if place.country else None
    in_country = isinstance(country, Actor) and country.id in named.by_name
    # A comma separates what distinguishes towns of one name: "Washington, D.C." may be written "Washington".
    return in_country or _contains_name(named.text, place.name.partition(",")[0])


def _contains_name(text: str, name: str) -> bool:
    """Whether a text contains a name as whole words, ignoring case."""
    return f" {' '.join(words(name))} ".casefold() in f" {' '.join(words(text))} ".casefold()
