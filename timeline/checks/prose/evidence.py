"""What an event offers as proof of its prose: its quotes and notes, its actors, place and date."""

import re
import unicodedata
from collections.abc import Container, Iterator
from decimal import Decimal
from functools import cached_property

from timeline.actors import Mention, words
from timeline.actors.registry import Actor
from timeline.checks.actor_index import may_overlap
from timeline.checks.context import Context
from timeline.checks.prose import dates
from timeline.checks.prose.numbers import Kind, numbers
from timeline.checks.prose.tokens import Token
from timeline.evidence import LinkedEvent
from timeline.quotes import Lost, SearchText, find

_SEPARATOR = " | "
_MAX_PREPOSITION = 9
"""Characters before a name in which a preposition of place is looked for."""
_IN_A_PLACE = re.compile(r"\b(?:in|at|near|outside)\s$", re.IGNORECASE)
_ENDINGS = ("s", "es", "n", "an", "ern")
_SPELLINGS = (("ence", "ense"), ("isation", "ization"), ("amme", "am"), ("tre", "ter"), ("our", "or"))
_MIN_STEM = 4
"""Letters that a word must keep when an ending is removed."""


class ProseEvidence:
    """The words of one event that support its prose. Each part is computed when it is first needed."""

    def __init__(self, linked: LinkedEvent, context: Context) -> None:
        self._linked = linked
        self._context = context
        record = linked.record
        citations = (
            (citation.quote, citation.note or "", citation.speaker or "") for citation in record.citations
        )
        self._texts = [
            *(text for citation in citations for text in citation if text),
            *(note.note for note in record.curator),
        ]

    def proves(self, token: Token, text: str) -> bool:
        """Whether the event proves a token of a text."""
        shown = text[token.start : token.end]
        if token.kind == "quoted phrase":
            return self._has_phrase(shown)
        if token.kind == "date":
            return self._has_date(shown)
        if token.number:
            return not token.number.meanings.isdisjoint(self._numbers)
        if token.mention and self._has_actor(token.mention, text):
            return True
        unambiguous = token.mention is not None and token.mention.sense in ("name", "demonym")
        needed = token.words or filter(str.isalnum, words(shown))
        return not unambiguous and all(map(self._has_word, needed))

    def numbers_in_quotes(self) -> list[str]:
        """The numbers of the quotes and notes as they are written there, each once."""
        text = self._text_without_days
        return list(dict.fromkeys(text[number.start : number.end] for number in numbers(text)))

    def _has_actor(self, mention: Mention, text: str) -> bool:
        """Whether an actor that a mention may mean is among the actors. "In Beijing" does not mean a
        government.
        """
        before = text[max(0, mention.start - _MAX_PREPOSITION) : mention.start]
        is_city = mention.sense == "metonym" and _IN_A_PLACE.search(before)
        return not is_city and not self._actors.isdisjoint(mention.actors)

    def _has_phrase(self, phrase: str) -> bool:
        """Verbatim, except for punctuation with which the sentence continues after the phrase."""
        quoted = phrase[1:-1].strip(" ,.;:!?")
        return any(not isinstance(find(SearchText(text), quoted), Lost) for text in self._texts)

    def _has_date(self, shown: str) -> bool:
        """In the same words, or by its days; a date without a year, by its figures and names."""
        contradicted = self._linked.proof.verdict == "contradicts"  # another rule reports it already
        if contradicted or f" {' '.join(words(shown))} " in self._joined_words:
            return True
        date = self._linked.record.date
        days = dates.understood(shown)
        if days is not None:
            return dates.proved(days, date, dates.dates_said(self._texts))
        parts = dates.parts_of(date).union(*map(dates.parts_said, self._texts))
        return dates.parts(shown) <= parts

    def _has_word(self, word: str) -> bool:
        return _has_form_of(word, self._plain_words) or _has_form_of(word, self._words_of_record)

    @cached_property
    def _words(self) -> list[str]:
        return words(_SEPARATOR.join(self._texts))

    @cached_property
    def _joined_words(self) -> str:
        return f" {' '.join(self._words)} "

    @cached_property
    def _plain_words(self) -> frozenset[str]:
        return frozenset(map(_plain, self._words))

    @cached_property
    def _words_of_record(self) -> set[str]:
        return _words_of_names(self._linked, self._context)

    @cached_property
    def _actors(self) -> set[str]:
        meanings = self._context.actor_index.mentions.said_in(self._words)
        named = {
            actor for meaning in meanings if meaning.sense in ("name", "demonym") for actor in meaning.actors
        }
        named |= {actor.id for actor in _declared_actors(self._linked, self._context)}
        return _with_employers(named, self._linked, self._context)

    @cached_property
    def _numbers(self) -> set[tuple[Decimal, Kind]]:
        """The numbers of the quotes and notes, and the years of the date. Days of months are not numbers."""
        found = {meaning for number in numbers(self._text_without_days) for meaning in number.meanings}
        return found | {(Decimal(year), "number") for year in dates.years(self._linked.record.date)}

    @cached_property
    def _text_without_days(self) -> str:
        return dates.without_days(_SEPARATOR.join(self._texts))


def _declared_actors(linked: LinkedEvent, context: Context) -> Iterator[Actor]:
    """The actors that a record names: as actors, as their representatives, and as countries of places."""
    resolve = context.registry.resolve
    actors = [*linked.actors.values()]
    actors += [resolve(part.by) for part in linked.record.actors.values() if part.by]
    actors += [resolve(place.country) for place in linked.record.place if place.country]
    return (actor for actor in actors if isinstance(actor, Actor))


def _with_employers(actors: set[str], linked: LinkedEvent, context: Context) -> set[str]:
    """These actors, and those for which some of them held an office then: Russia, for Vladimir Putin."""
    offices = context.actor_index.offices
    all_held = [held for person in actors for held in offices.get(person, ())]
    return actors.union(held.of for held in all_held if held.of and may_overlap(held.when, linked))


def _words_of_names(linked: LinkedEvent, context: Context) -> set[str]:
    """The plain words in all names of the declared actors, their offices at the time, and the places."""
    record = linked.record
    names = [part.by for part in record.actors.values() if part.by]
    names += [*record.actors, *(place.name for place in record.place)]
    for actor in _declared_actors(linked, context):
        names += (actor.name, *actor.names)
        offices = context.actor_index.offices.get(actor.id, ())
        names += [held.office for held in offices if may_overlap(held.when, linked)]
    return {_plain(word) for name in names for word in words(name)}


def _plain(word: str) -> str:
    """A word in lower case without accents: newspapers write both Erdogan and Erdoğan."""
    if word.isascii():
        return word.casefold()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _has_form_of(word: str, known: Container[str]) -> bool:
    """Whether a word, or another form of it, is among plain words."""
    plain = _plain(word)
    return plain in known or any(form in known for form in _forms(plain))


def _forms(word: str) -> Iterator[str]:
    """Other forms of a word: singular and plural, Asia and Asian, British and American spelling."""
    for ending in _ENDINGS:
        yield word + ending
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM:
            yield word[: -len(ending)]
    for british, american in _SPELLINGS:
        for old, new in ((british, american), (american, british)):
            if word.endswith(old):
                yield word[: -len(old)] + new
            if word.endswith(f"{old}s"):
                yield word[: -len(old) - 1] + new + "s"
