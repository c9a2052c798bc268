"""What an event can call upon for its prose: its quotes and notes, its actors, place and date."""

import re
from decimal import Decimal
from functools import cached_property

from timeline.actors import Mention, words
from timeline.checks.context import Context
from timeline.checks.prose import dates, people
from timeline.checks.prose.numbers import Kind, numbers
from timeline.checks.prose.spelling import plain, stands_in
from timeline.checks.prose.tokens import Token
from timeline.evidence import LinkedEvent
from timeline.quotes import Lost, SearchText, find

_BETWEEN = " | "
_REACH = 9
_IN = re.compile(r"\b(?:in|at|near|outside)\s$", re.IGNORECASE)


class Evidence:
    """The words of one event that were not made up for its title and summary; read as they are asked for."""

    def __init__(self, linked: LinkedEvent, context: Context) -> None:
        self._linked = linked
        self._context = context
        record = linked.record
        quoted = [(one.quote, one.note or "", one.speaker or "") for one in record.citations]
        self.texts = [
            *(text for one in quoted for text in one if text),
            *(one.note for one in record.curator),
        ]

    def proves(self, token: Token, text: str) -> bool:
        """Whether a token of a text stands in what the event can call upon."""
        shown = text[token.start : token.end]
        if token.kind == "quoted phrase":
            return self._quotes(shown)
        if token.kind == "date":
            return self._dates(shown)
        if token.number:
            return not token.number.says.isdisjoint(self._values)
        if token.mention and self._names(token.mention, text):
            return True
        sure = token.mention is not None and token.mention.sense in ("name", "demonym")
        return not sure and all(map(self._knows, token.words or filter(str.isalnum, words(shown))))

    def _names(self, mention: Mention, text: str) -> bool:
        """Whether one of those whom a mention means is among the actors; a city in which something was is
        no government.
        """
        before = text[max(0, mention.start - _REACH) : mention.start]
        is_city = mention.sense == "metonym" and _IN.search(before)
        return not is_city and not self._actors.isdisjoint(mention.actors)

    def _quotes(self, phrase: str) -> bool:
        """Verbatim, but for the marks with which a sentence goes on behind the phrase."""
        said = phrase[1:-1].strip(" ,.;:!?")
        return any(not isinstance(find(SearchText(text), said), Lost) for text in self.texts)

    def _dates(self, shown: str) -> bool:
        """Letter for letter, or by the engine; without a year, by its figures and names."""
        contradicted = self._linked.proof.verdict == "contradicts"  # and that is reported already
        if contradicted or f" {' '.join(words(shown))} " in self._spoken:
            return True
        date = self._linked.record.date
        days = dates.understood(shown)
        if days is not None:
            return dates.proved(days, date, dates.dates_said(self.texts))
        said = dates.parts_of(date).union(*map(dates.parts_said, self.texts))
        return dates.parts(shown) <= said

    def _knows(self, word: str) -> bool:
        return stands_in(word, self._words) or stands_in(word, self._further_words)

    @cached_property
    def _pieces(self) -> list[str]:
        return words(_BETWEEN.join(self.texts))

    @cached_property
    def _spoken(self) -> str:
        return f" {' '.join(self._pieces)} "

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(map(plain, self._pieces))

    @cached_property
    def _further_words(self) -> set[str]:
        return people.words_of(self._linked, self._context)

    @cached_property
    def _actors(self) -> set[str]:
        said = self._context.known.mentions.meanings_in(self._pieces)
        named = {one for bearing in said if bearing.sense in ("name", "demonym") for one in bearing.actors}
        named |= {actor.id for actor in people.declared(self._linked, self._context)}
        return people.with_states(named, self._linked, self._context)

    @cached_property
    def _values(self) -> set[tuple[Decimal, Kind]]:
        """The numbers of the quotes and notes, and the years of the date; a day of a month counts nothing."""
        said = {one for number in numbers(self._counted) for one in number.says}
        return said | {(Decimal(year), "number") for year in dates.years(self._linked.record.date)}

    @cached_property
    def _counted(self) -> str:
        return dates.without_days(_BETWEEN.join(self.texts))

    def numbers_said(self) -> list[str]:
        """The numbers of the quotes and notes as they are written there, each once."""
        return list(dict.fromkeys(self._counted[one.start : one.end] for one in numbers(self._counted)))
